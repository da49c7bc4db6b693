"""What a page is known again by: the rare names and telling numbers by which pages of one matter find each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

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
_NAMES, _MARKS = 3, 2
"""Marks that two pages of one matter have in common, one of them strong: so many names, or fewer with a number, since
all pages of one body name it and those who speak for it."""
_STRONG = 3
"""Digits, zeros at the end aside, of a number that few pages about other things have."""


class Marked(NamedTuple):
    """A document by its content key: first day of publication, all marks, and those that are strong.

    Strong are names of other things than places, and large numbers.
    """

    key: str
    published: int | None
    every: frozenset[str]
    strong: frozenset[str]

    @property
    def numbers(self) -> frozenset[str]:
        """The marks that are numbers."""
        return frozenset(one for one in self.every if one.isdigit())

    def blocks(self) -> Iterator[Block]:
        """The blocks in which it meets others that have a strong mark of its and were published near it."""
        if self.published is not None:
            for one in sorted(self.strong):
                yield from (("mark", one, self.published // _DAYS - back) for back in (0, 1))


def mark(entry: Entry) -> Marked:
    """A document with its marks, one word for each rare name."""
    text, publisher = entry.document.text, _roots(entry.document.publisher or "")
    places = _roots(" ".join(n for p in entry.findings.places for n in (p.name, text[p.start : p.end])))
    names = [name - publisher for name in rare_names(entry)]
    told = (claim(s.count) for s in entry.findings.statements if s.count)
    numbers = {number for number in told if number is not None and is_telling(number)}
    large = (f"{number:.0f}" for number in numbers if is_telling(number, _STRONG))
    strong = frozenset({*(_longest(name) for name in names if name and name.isdisjoint(places)), *large})
    weak = {*(_longest(name & places) for name in names if name & places), *(f"{number:.0f}" for number in numbers)}
    return Marked(entry.key, day_bounds(entry.document.published)[0], strong | weak, strong)


def marked(known: Sequence[Marked], about: Collection[str] | None = None) -> tuple[Numbers, Numbers]:
    """The pairs of documents (i < j) that have marks enough in common; with `about`, those with one of these keys."""
    every, strong = Sets.of_words([one.every for one in known]), Sets.of_words([one.strong for one in known])
    numbers = Sets.of_words([one.numbers for one in known])
    days = [PUBLISHED_UNKNOWN if one.published is None else one.published for one in known]
    published = np.array(days, dtype=np.int64)
    asked = np.array([about is None or one.key in about for one in known], dtype=bool)
    found = [np.zeros((2, 0), dtype=np.int64)]
    for first, second in candidates(known, ([(key, True) for key in one.blocks()] for one in known)):
        wanted = (asked[first] | asked[second]) & (np.abs(published[first] - published[second]) <= _DAYS)
        a, b = np.divmod(distinct(first[wanted] * len(known) + second[wanted]), max(1, len(known)))
        least = np.where(numbers.shared(a, b) > 0, _MARKS, _NAMES)
        enough = (every.shared(a, b) >= least) & (strong.shared(a, b) > 0)
        found.append(np.stack([a[enough], b[enough]]))
    first, second = np.concatenate(found, axis=1)
    return first, second


def _roots(text: str) -> Name:
    return frozenset(map(root, words(text)))


def _longest(name: Name) -> str:
    return max(name, key=lambda word: (len(word), word))
