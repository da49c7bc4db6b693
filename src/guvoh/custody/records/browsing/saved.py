"""The searches that people keep, each person their own."""

from __future__ import annotations

import json
from collections.abc import Sequence

from guvoh.custody.ledger import now
from guvoh.custody.records import models
from guvoh.custody.searches import SavedSearch, Scope
from guvoh.model.errors import NotThere


def saved_searches(owner: str) -> tuple[SavedSearch, ...]:
    """The searches of a person, by name."""
    return tuple(map(_saved, models.SavedSearchRow.objects.filter(owner=owner).order_by("name", "id")))


def save(owner: str, name: str, words: str, scope: Scope, filters: Sequence[tuple[str, str]]) -> SavedSearch:
    """Keep a search; one of the same name takes its place."""
    said = {"words": words, "scope": str(scope), "filters": json.dumps(list(filters)), "made_at": now()}
    row, _ = models.SavedSearchRow.objects.update_or_create(owner=owner, name=name, defaults=said)
    return _saved(row)


def forget(owner: str, number: int) -> None:
    """Drop a search of that person. Raises NotThere."""
    gone, _ = models.SavedSearchRow.objects.filter(owner=owner, id=number).delete()
    if not gone:
        raise NotThere("There is no such saved search among yours.", "Look at your list of saved searches.")


def _saved(row: models.SavedSearchRow) -> SavedSearch:
    filters = tuple((name, value) for name, value in json.loads(row.filters))
    return SavedSearch(row.id, row.name, row.words, Scope(row.scope), filters, row.made_at)
