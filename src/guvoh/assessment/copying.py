"""What the passages of one more document change in which passages are copies of which."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, Entry
from guvoh.assessment.known import Stretch, hashed
from guvoh.assessment.library import Library
from guvoh.assessment.reuse import Spot, find_reuse
from guvoh.assessment.shelf import Row, Shelf
from guvoh.assessment.shingles import shingle
from guvoh.assessment.times import day_bounds
from guvoh.model import Document, Findings, Passage, Role

_KIND = "passage"
_UNMARKED = " "


def passage_rows(entry: Entry) -> Iterator[Row]:
    """The passages of a document as the shelf keeps them, found by their marks."""
    found = shingle((entry,))
    for number, s in enumerate(found.stretches):
        marks = found.marks[found.mark_ends[number] : found.mark_ends[number + 1]].tolist()
        data = [entry.key, s.start, s.words, entry.document.text[s.start : s.end], entry.document.published]
        keys = tuple(hashed("mark", mark) for mark in marks)
        yield Row(_KIND, hashed("passage", entry.key, s.start), keys, json.dumps(data))


def copied_anew(library: Library, entries: Sequence[Entry], rows: Sequence[Row]) -> dict[str, tuple[Stretch, ...]]:
    """The passages, with their roots, of the entries and of every document in which a root changes."""
    own = {entry.key: entry for entry in entries}
    others = _others(library.shelf, {key for row in rows for key in row.keys}, own.keys())
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
    return changed


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

    def order(spot: Spot) -> tuple[int, str, int]:
        day = day_bounds(days[spot[0]])[0]
        return (PUBLISHED_UNKNOWN if day is None else day, *spot)

    groups: dict[Spot, set[Spot]] = {}
    for a, b in links:
        both = groups.get(a, {a}) | groups.get(b, {b})
        groups |= dict.fromkeys(both, both)
    firsts = {id(group): min(group, key=order) for group in groups.values()}
    return {spot: firsts[id(group)] for spot, group in groups.items()}


def _spots(rows: Iterable[Row], key: str) -> list[tuple[str, int, int]]:
    found = [json.loads(row.data)[:3] for row in rows]
    return sorted((k, s, w) for k, s, w in found if k == key)


def _others(shelf: Shelf, marks: set[str], own: Collection[str]) -> list[Entry]:
    """The documents that hold passages with these marks, with these passages alone, each where it stands."""
    held: dict[str, list[tuple[int, str]]] = defaultdict(list)
    published: dict[str, str | None] = {}
    for row in shelf.with_keys(_KIND, sorted(marks)):
        key, start, _, text, day = json.loads(row.data)
        if key not in own:
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
