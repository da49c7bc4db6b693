"""What the passages of one more document change in which passages are copies of which."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, Entry
from guvoh.assessment.known import Stretch, hashed
from guvoh.assessment.library import Library
from guvoh.assessment.reuse import ALL_PAIRS, Spot, find_reuse
from guvoh.assessment.shelf import Row, Shelf
from guvoh.assessment.shingles import shingle
from guvoh.assessment.times import day_bounds
from guvoh.model import Document, Findings, Passage, Role

_KIND, _CROWD = "passage", "crowd"
_Order = tuple[int, str, int]
_UNMARKED = " "


def passage_rows(entry: Entry) -> Iterator[Row]:
    """The passages of a document as the shelf keeps them, found by their marks."""
    found = shingle((entry,))
    for number, s in enumerate(found.stretches):
        marks = found.marks[found.mark_ends[number] : found.mark_ends[number + 1]].tolist()
        data = [entry.key, s.start, s.words, entry.document.text[s.start : s.end], entry.document.published, marks]
        keys = tuple(hashed("mark", mark) for mark in marks)
        yield Row(_KIND, hashed("passage", entry.key, s.start), keys, json.dumps(data))


class Crowds:
    """The marks of passages; of each that many have, the earliest: further ones are set beside that one only."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._held: dict[int, tuple[int, tuple[_Order, str]]] = {}
        for row in rows:
            self.count(row)

    def count(self, row: Row) -> None:
        """Take one more passage."""
        key, start, _, _, day, marks = json.loads(row.data)
        one = (_order(day, key, start), row.id)
        for mark in marks:
            many, first = self._held.get(mark, (0, one))
            self._held[mark] = (many + 1, min(first, one))

    def rows(self) -> Iterator[Row]:
        """The marks that many of the passages have, as the shelf keeps them."""
        for mark, (many, first) in self._held.items():
            if many > ALL_PAIRS:
                yield Row(_CROWD, hashed("mark", mark), (), json.dumps(first))


def copied_anew(
    library: Library, entries: Sequence[Entry], rows: Sequence[Row]
) -> tuple[dict[str, tuple[Stretch, ...]], list[Row]]:
    """The passages, with their roots, of the entries and of every document in which a root changes; and rows to keep.

    `rows` are the passages of the entries.
    """
    own = {entry.key: entry for entry in entries}
    near, crowds = _near(library.shelf, rows, own.keys())
    others = _others(near)
    held = [(e.key, s) for e in entries for _, s, _ in _spots(rows, e.key)]
    held += [(e.key, p.start) for e in others for p in e.document.passages]
    reuse = find_reuse([*entries, *others], own.keys())
    links = [(spot, root) for spot in held if (root := reuse.root(*spot))]
    library.get({spot[0] for link in links for spot in link} - own.keys())
    links += _kept(library, {spot for link in links for spot in link}, own.keys())
    days = {k: d.entry.document.published for k, d in library.now.items()}
    days |= {key: entry.document.published for key, entry in own.items()}
    roots = _earliest(links, days)
    changed = {e.key: tuple((s, w, roots.get((e.key, s))) for _, s, w in _spots(rows, e.key)) for e in entries}
    for key, known in library.now.items():
        if key not in own and any(roots.get((key, s), root) != root for s, _, root in known.passages):
            changed[key] = tuple((s, w, roots.get((key, s), root)) for s, w, root in known.passages)
    return changed, crowds


def _kept(library: Library, spots: set[Spot], own: Collection[str]) -> list[tuple[Spot, Spot]]:
    """The links, known before, of every group of copies that one of the spots is in."""

    def known(wanted: Callable[[Spot, Spot], bool]) -> Iterator[tuple[Spot, Spot]]:
        for key, document in library.now.items():
            for start, _, root in document.passages:
                if key not in own and root is not None and wanted((key, start), root):
                    yield (key, start), root

    met = {root for _, root in known(lambda spot, root: spot in spots or root in spots)}
    library.find([hashed("root", *root) for root in met])
    library.get({root[0] for root in met} - set(own))
    return list(known(lambda _, root: root in met))


def _earliest(links: Sequence[tuple[Spot, Spot]], days: Mapping[str, str | None]) -> dict[Spot, Spot]:
    """For each linked spot the earliest of all that it is linked with, over others too."""

    def order(spot: Spot) -> _Order:
        return _order(days[spot[0]], *spot)

    groups: dict[Spot, set[Spot]] = {}
    for a, b in links:
        both = groups.get(a, {a}) | groups.get(b, {b})
        groups |= dict.fromkeys(both, both)
    firsts = {id(group): min(group, key=order) for group in groups.values()}
    return {spot: firsts[id(group)] for spot, group in groups.items()}


def _spots(rows: Iterable[Row], key: str) -> list[tuple[str, int, int]]:
    found = [json.loads(row.data)[:3] for row in rows]
    return sorted((k, s, w) for k, s, w in found if k == key)


def _order(published: str | None, key: str, start: int) -> _Order:
    day = day_bounds(published)[0]
    return (PUBLISHED_UNKNOWN if day is None else day, key, start)


def _near(shelf: Shelf, rows: Sequence[Row], own: Collection[str]) -> tuple[list[Row], list[Row]]:
    """The passages of others that these are set beside; and the rows of marks that many have now.

    Of a mark that many have, all are read only where one of these passages is the earliest of them.
    """
    first: dict[str, _Order] = {}
    for row in rows:
        key, start, _, _, day, _ = json.loads(row.data)
        for mark in row.keys:
            first[mark] = min(first.get(mark, (PUBLISHED_UNKNOWN + 1, "", 0)), _order(day, key, start))
    leading = {}
    for row in shelf.with_ids(_CROWD, sorted(first)):
        order, ident = json.loads(row.data)
        if tuple(order) < first[row.id] and order[1] not in own:
            leading[row.id] = ident
    found = [
        row for row in shelf.with_keys(_KIND, sorted(first.keys() - leading)) if json.loads(row.data)[0] not in own
    ]
    crowds = [row for row in Crowds([*found, *rows]).rows() if row.id in first and row.id not in leading]
    loaded = {row.id for row in found}
    return found + list(shelf.with_ids(_KIND, sorted({*leading.values()} - loaded))), crowds


def _others(rows: Iterable[Row]) -> list[Entry]:
    """The documents of some passages, with these alone, each where it stands."""
    held: dict[str, list[tuple[int, str]]] = defaultdict(list)
    published: dict[str, str | None] = {}
    for row in rows:
        key, start, _, text, day, _ = json.loads(row.data)
        held[key].append((start, text))
        published[key] = day
    return [_stand_in(key, sorted(found), published[key]) for key, found in sorted(held.items())]


def _stand_in(key: str, found: Sequence[tuple[int, str]], published: str | None) -> Entry:
    text = ""
    for start, words in found:
        text = text.ljust(start, _UNMARKED) + words
    passages = tuple(Passage(start, start + len(words), Role.BODY) for start, words in found)
    document = Document(key, key, "text/plain", text, passages, published=published)
    return Entry(Findings(document), (key,))
