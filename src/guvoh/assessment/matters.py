"""Which documents plainly tell of one matter though no statements of theirs meet: by rare names, numbers and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from guvoh.assessment.accounts import View
from guvoh.assessment.bounds import is_telling
from guvoh.assessment.names import words
from guvoh.assessment.rare import Name, rare_names, root
from guvoh.assessment.times import day_bounds

_TWO_NAMES = 200  # days between publications within which two rare names make one matter of two pages
_ONE_ALONE = 30  # days within which one does
_ONE_NAME = 120  # days within which one does, where both tell of acts of one family or give one number
_NUMBERS = 10  # days within which two numbers do, or one name beside a page of which nothing was found
_LARGE = 100  # of several equal numbers one is as large: two pages may well have 19 and 31


def of_one_matter(views: Mapping[str, View]) -> Iterator[tuple[str, str]]:
    """The pairs of documents, by content key in order of path, that tell of one matter; for a small set of documents.

    They share two rare names, or one beside a number or a family of acts, or two numbers; and were published near.
    """
    ordered = sorted(views.values(), key=lambda view: view.path)
    known = {view.entry.key: _Marks(view) for view in ordered}
    for a, b in combinations(ordered, 2):
        if a.entry.key != b.entry.key and _is_one(known[a.entry.key], known[b.entry.key]):
            yield a.entry.key, b.entry.key


def over_a_third(views: Mapping[str, View], listed: AbstractSet[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The further pairs, in order of path, that tell of one matter since a third document tells of it with either.

    They were published near each other, and place what they tell in one region, or nothing was found in one of them.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in listed:
        near[a].add(b)
        near[b].add(a)
    held = {key: _regions(view) for key, view in views.items()}
    ordered = sorted(views, key=lambda key: views[key].path)
    for a, b in combinations(ordered, 2):
        if (a, b) in listed or near[a].isdisjoint(near[b]):
            continue
        days = views[a].day, views[b].day
        is_near = None not in days and abs((days[0] or 0) - (days[1] or 0)) <= _ONE_NAME
        if is_near and (not held[a] or not held[b] or not held[a].isdisjoint(held[b])):
            yield a, b


def _regions(view: View) -> set[tuple[str | None, str | None]]:
    """The regions of what a document tells, or the countries where it names no region."""
    placed = [m.place for members in view.told.values() for m in members if m.place]
    return {(place.country, place.admin1) for place in placed}


class _Marks:
    """What a document is known again by."""

    def __init__(self, view: View) -> None:
        self.day = day_bounds(view.entry.document.published)[0]
        self.names = rare_names(view.entry)
        self.numbers = {n for n in view.figures if is_telling(n)}
        self.is_mute = not view.entry.findings.statements  # in a language that is not read, say
        told = [m for members in view.told.values() for m in members]
        self.families = {m.family for m in told if m.asserts and m.statement.act}
        self.placed = {root(word) for m in told if m.place for word in words(m.place.name)}


def _is_one(a: _Marks, b: _Marks) -> bool:
    if a.day is None or b.day is None:
        return False
    gap, common = abs(a.day - b.day), shared_names(a.names, b.names)
    numbers = a.numbers & b.numbers
    if common > 1 and gap <= _TWO_NAMES:
        return True
    if common and gap <= _ONE_NAME and (numbers or a.families & b.families):
        return True
    if common and gap <= _ONE_ALONE and not _words(a.names) & _words(b.names) <= a.placed & b.placed:
        return True  # of acts placed in one town it is known which may be one
    return gap <= _NUMBERS and len(numbers) > 1 and max(numbers) >= _LARGE


def shared_names(a: Sequence[Name], b: Sequence[Name]) -> int:
    """How many names two lists have in common; the words of one name, in either, count once."""
    shared = _words(a) & _words(b)
    groups: list[Name] = []
    for name in (*a, *b):
        if met := name & shared:
            apart = [group for group in groups if group.isdisjoint(met)]
            groups = [*apart, met.union(*(group for group in groups if group not in apart))]
    return len(groups)


def _words(names: Sequence[Name]) -> Name:
    return frozenset().union(*names)
