"""Documents: listing, reading, taking in."""

from __future__ import annotations

from guvoh.actions import browse_documents
from guvoh.web.api.operations import Operation

_ONE = {"sha256": "0" * 64}

OPERATIONS = (
    Operation("GET", "documents", browse_documents.browse_documents),
    Operation("GET", "documents/{sha256}", browse_documents.view_document, example=_ONE),
    Operation("GET", "problems", browse_documents.browse_problems),
)
