"""What a page is known again by: the rare names and telling numbers by which pages of one matter find each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from guvoh.assessment.blocking import Block, candidates
from guvoh.assessment.bounds import claim, is_telling
from guvoh.assessment.columns import Numbers, Sets, distinct
from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, Entry
from guvoh.assessment.names import words
from guvoh.assessment.rare import Name, rare_names, root
from guvoh.assessment.times import day_bounds

_DAYS = 60
"""Between two publications within which marks in common may be of one matter."""
_COMMON = 2
"""Marks that two pages of one matter have in common, one of them strong."""
_STRONG = 3
"""Digits, zeros at the end aside, of a number that few pages about other things have."""
Marks = tuple[frozenset[str], frozenset[str]]
"""All marks, and those that are strong: names of other things than places, and large numbers."""


def marks(entry: Entry) -> Marks:
    """The marks of a document, one word for each rare name."""
    text, publisher = entry.document.text, _roots(entry.document.publisher or "")
    places = _roots(" ".join(n for p in entry.findings.places for n in (p.name, text[p.start : p.end])))
    names = [name - publisher for name in rare_names(entry)]
    told = (claim(s.count) for s in entry.findings.statements if s.count)
    numbers = {number for number in told if number is not None and is_telling(number)}
    large = (f"{number:g}" for number in numbers if is_telling(number, _STRONG))
    strong = frozenset({*(_longest(name) for name in names if name and name.isdisjoint(places)), *large})
    weak = {*(_longest(name & places) for name in names if name & places), *(f"{number:g}" for number in numbers)}
    return strong | weak, strong


def mark_blocks(entry: Entry) -> Iterator[Block]:
    """The blocks in which a document meets others that have a mark of its in common and were published near it."""
    yield from _blocks(marks(entry)[1], day_bounds(entry.document.published)[0])


def marked(entries: Sequence[Entry], about: Collection[str] | None = None) -> tuple[Numbers, Numbers]:
    """The pairs of documents (i < j) that have marks enough in common; with `about`, those with one of these keys."""
    known = [marks(entry) for entry in entries]
    every, own = Sets.of_words([every for every, _ in known]), Sets.of_words([own for _, own in known])
    days = [day_bounds(entry.document.published)[0] for entry in entries]
    published = np.array([PUBLISHED_UNKNOWN if day is None else day for day in days], dtype=np.int64)
    asked = np.array([about is None or entry.key in about for entry in entries], dtype=bool)
    found = [np.zeros((2, 0), dtype=np.int64)]
    seats = ([(key, True) for key in _blocks(strong, day)] for (_, strong), day in zip(known, days, strict=True))
    for first, second in candidates(entries, seats):
        wanted = (asked[first] | asked[second]) & (np.abs(published[first] - published[second]) <= _DAYS)
        a, b = np.divmod(distinct(first[wanted] * len(entries) + second[wanted]), max(1, len(entries)))
        enough = (every.shared(a, b) >= _COMMON) & (own.shared(a, b) > 0)
        found.append(np.stack([a[enough], b[enough]]))
    first, second = np.concatenate(found, axis=1)
    return first, second


def _blocks(strong: frozenset[str], published: int | None) -> Iterator[Block]:
    if published is not None:
        for mark in sorted(strong):
            yield from (("mark", mark, published // _DAYS - back) for back in (0, 1))


def _roots(text: str) -> Name:
    return frozenset(map(root, words(text)))


def _longest(name: Name) -> str:
    return max(name, key=lambda word: (len(word), word))
