"""The shelf of incremental weighing in two tables: rows, and the keys that they are found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from typing import TypeVar

from django.db.models import QuerySet

from guvoh.assessment.shelf import Row
from guvoh.custody.records import models
from guvoh.custody.records.bulk import clear, delete, numbers, write

T = TypeVar("T")
_BATCH = 500
"""Rows asked for at once."""
_WRITTEN = 4000
"""Rows written at once."""


class TableShelf:
    """A shelf (assessment.shelf.Shelf) in the open vault; `asking` guards each of its questions to the database."""

    def __init__(self, asking: Callable[[], AbstractContextManager[None]]) -> None:
        self._asking = asking

    def with_keys(self, kind: str, keys: Collection[str]) -> Iterator[Row]:
        """Every row of the kind that carries at least one of the keys, each once, without its keys."""
        found: dict[str, Row] = {}
        with self._asking():
            for some in _chunks(keys):
                carrying = models.ShelfKey.objects.filter(kind=kind, key__in=some).values("row")
                found |= {row.id: row for row in _bare(kind, models.ShelfRow.objects.filter(id__in=carrying))}
        return iter(found.values())

    def with_ids(self, kind: str, ids: Collection[str]) -> Iterator[Row]:
        """The rows of the kind with these ids, without their keys."""
        with self._asking():
            found = (models.ShelfRow.objects.filter(kind=kind, ident__in=some) for some in _chunks(ids))
            return iter([row for some in found for row in _bare(kind, some)])

    def put(self, rows: Iterable[Row]) -> None:
        """Keep the rows; one of the same kind and id takes the place of the earlier, its keys included."""
        waiting = iter(rows)
        while some := {(row.kind, row.id): row for row in islice(waiting, _WRITTEN)}:
            with self._asking():
                _put(list(some.values()))

    def drop(self, kind: str, ids: Collection[str]) -> None:
        """Forget the rows of the kind with these ids."""
        with self._asking():
            for some in _chunks(ids):
                gone = list(models.ShelfRow.objects.filter(kind=kind, ident__in=some).values_list("id", flat=True))
                delete(models.ShelfKey, "row_id", gone)
                delete(models.ShelfRow, "id", gone)

    def is_empty(self) -> bool:
        """Whether nothing is kept."""
        with self._asking():
            return not models.ShelfRow.objects.exists()

    def clear(self) -> None:
        """Forget everything."""
        with self._asking():
            clear(models.ShelfKey, models.ShelfRow)


def _put(rows: Collection[Row]) -> None:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_kind[row.kind].append(row.id)
    at: dict[tuple[str, str], int] = {}
    held: set[int] = set()
    for kind, ids in by_kind.items():
        free = max(at.values(), default=0) + 1
        found, there = numbers(models.ShelfRow.objects.filter(kind=kind), "ident", ids, free)
        at.update({(kind, ident): number for ident, number in found.items()})
        held |= there
    made = ((at[row.kind, row.id], row.kind, row.id, row.data) for row in rows)
    write(models.ShelfRow, ("id", "kind", "ident", "data"), made, ("kind", "ident"), {"id"})
    delete(models.ShelfKey, "row_id", held)
    keys = {(row.kind, key, at[row.kind, row.id]) for row in rows for key in row.keys}
    write(models.ShelfKey, ("kind", "key", "row_id"), sorted(keys))  # in the index's order: each page is written once


def _bare(kind: str, found: QuerySet) -> Iterator[Row]:
    return (Row(kind, ident, (), data) for ident, data in found.values_list("ident", "data"))


def _chunks(keys: Iterable[T]) -> Iterator[list[T]]:
    every = list(dict.fromkeys(keys))
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]
