"""Statements as persons left them."""

from __future__ import annotations

from guvoh.actions import browse_statements
from guvoh.web.api.operations import Operation

OPERATIONS = (
    Operation("GET", "statements", browse_statements.browse_statements),
    Operation("GET", "statements/{statement}", browse_statements.view_statement, example={"statement": "0" * 32}),
)
