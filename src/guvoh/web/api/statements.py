"""Statements as persons left them."""

from __future__ import annotations

from guvoh.actions import browse_statements, read_decisions
from guvoh.web.api.operations import Operation

_ONE = {"statement": "0" * 32}

OPERATIONS = (
    Operation("GET", "statements", browse_statements.browse_statements),
    Operation("GET", "statements/{statement}", browse_statements.view_statement, example=_ONE),
    Operation("GET", "statements/{statement}/machine", read_decisions.machine_reading, example=_ONE),
)
