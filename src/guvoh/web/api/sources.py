"""Sources: what each said, and who repeats it."""

from __future__ import annotations

from guvoh.actions import browse_sources
from guvoh.web.api.operations import Operation

OPERATIONS = (
    Operation("GET", "sources", browse_sources.browse_sources),
    Operation("GET", "sources/{source}", browse_sources.view_source, example={"source": "0" * 32}),
)
