"""The port through which incremental weighing keeps and finds its rows; a vault implements it with one table.

Weighing one more document must not read the whole vault. It keeps what it needs to know again as small rows, each found
by its id or by keys (the blocks of a statement, the fingerprints of a passage, the spellings of a source's name). What
a row's `data` holds is the engine's own affair: a store keeps it as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from guvoh.model.weighing import FigurePair, FigureSum, Weighed


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that weighing keeps. (`kind`, `id`) is unique; `keys` are what it is found by; `data` is JSON text.

    A row that is read may come without its keys: what the engine needs of them stands in `data` too.
    """

    kind: str
    id: str
    keys: tuple[str, ...]
    data: str


class Shelf(Protocol):
    """Where the rows lie. Within one `add` the engine reads first and writes last, so one transaction holds it all."""

    def with_keys(self, kind: str, keys: Collection[str]) -> Iterable[Row]:
        """Every row of the kind that carries at least one of the keys, each once, in any order."""

    def with_ids(self, kind: str, ids: Collection[str]) -> Iterable[Row]:
        """The rows of the kind with these ids, in any order; an id that is not there is passed over."""

    def put(self, rows: Iterable[Row]) -> None:
        """Keep the rows; one of the same kind and id takes the place of the earlier, its keys included."""

    def drop(self, kind: str, ids: Collection[str]) -> None:
        """Forget the rows of the kind with these ids."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What no longer holds, by identity: source ids; (statement, path); (path, path); event ids; figure identities.

    A figure relation is (`a`, `b`), a sum (total, *parts), all statement ids.
    """

    sources: frozenset[str] = frozenset()
    origins: frozenset[tuple[str, str]] = frozenset()
    documents: frozenset[tuple[str, str]] = frozenset()
    events: frozenset[str] = frozenset()
    figures: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """What one more document changes: first take away what is `gone`, then put what holds `now`.

    What is `gone` may be there or not; what holds `now` is new, differs, or (pairs of documents, origins) may be as it
    was. The rest of the result stays as it is.
    """

    gone: Gone
    now: Weighed


def applied(weighed: Weighed, change: Change) -> Weighed:
    """The result so far after a change, in the order in which weighing gives it."""
    gone, now = change.gone, change.now
    sources = {s.id: s for s in weighed.sources if s.id not in gone.sources} | {s.id: s for s in now.sources}
    origins = {(o.path, o.statement): o for o in weighed.origins if (o.statement, o.path) not in gone.origins}
    origins |= {(o.path, o.statement): o for o in now.origins}
    pairs = {(d.a, d.b): d for d in weighed.documents if (d.a, d.b) not in gone.documents}
    pairs |= {(d.a, d.b): d for d in now.documents}
    events = {e.id: e for e in weighed.events if e.id not in gone.events} | {e.id: e for e in now.events}
    figures = {identity(f): f for f in weighed.figures if identity(f) not in gone.figures}
    figures |= {identity(f): f for f in now.figures}
    return Weighed(
        tuple(sources[key] for key in sorted(sources)),
        tuple(origins[key] for key in sorted(origins)),
        tuple(pairs[key] for key in sorted(pairs)),
        tuple(events[key] for key in sorted(events)),
        tuple(sorted(figures.values(), key=lambda f: (isinstance(f, FigureSum), identity(f)))),
        now.problems,
    )


def identity(figure: FigurePair | FigureSum) -> tuple[str, ...]:
    """What identifies a relation: (`a`, `b`), or a sum's total and parts."""
    return (figure.a, figure.b) if isinstance(figure, FigurePair) else (figure.total, *figure.sum)


class MemoryShelf:
    """A shelf in memory."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, Row]] = defaultdict(dict)
        self._found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def with_keys(self, kind: str, keys: Collection[str]) -> Iterator[Row]:
        """Every row of the kind that carries one of the keys."""
        ids = {row_id: None for key in keys for row_id in self._found.get((kind, key), ())}
        return self.with_ids(kind, ids)

    def with_ids(self, kind: str, ids: Collection[str]) -> Iterator[Row]:
        """The rows of the kind with these ids."""
        rows = self._rows[kind]
        return (rows[row_id] for row_id in ids if row_id in rows)

    def put(self, rows: Iterable[Row]) -> None:
        """Keep the rows."""
        for row in rows:
            self.drop(row.kind, (row.id,))
            self._rows[row.kind][row.id] = row
            for key in row.keys:
                self._found[row.kind, key][row.id] = None

    def drop(self, kind: str, ids: Collection[str]) -> None:
        """Forget the rows."""
        for row_id in ids:
            row = self._rows[kind].pop(row_id, None)
            for key in row.keys if row else ():
                holders = self._found[kind, key]
                holders.pop(row_id, None)
                if not holders:
                    del self._found[kind, key]
