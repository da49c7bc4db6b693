"""What the sources say together, out of the derived tables."""

from __future__ import annotations

import json

from guvoh.custody.records import models
from guvoh.custody.records.base import Base
from guvoh.model import SourceKind
from guvoh.model.errors import NotThere
from guvoh.model.weighing import Source


class Weighing(Base):
    """The part of the gate that keeps what weighing made."""

    def event_members(self, event: str) -> tuple[str, ...]:
        """The statements of an event. Raises NotThere."""
        with self._asking():
            rows = models.EventStatement.objects.filter(event=event).order_by("statement")
            members = tuple(rows.values_list("statement", flat=True))
        if not members:
            raise NotThere("There is no such event, or it was grouped anew.", "Look at the events again.")
        return members

    def source(self, ident: str) -> Source:
        """A source by its id. Raises NotThere."""
        with self._asking():
            row = models.SourceRow.objects.filter(ident=ident).first()
        if row is None:
            raise NotThere("There is no such source, or it was joined to another.", "Look at the sources again.")
        return Source(row.ident, row.name, SourceKind(row.kind), tuple(json.loads(row.aliases)), row.role or None)
