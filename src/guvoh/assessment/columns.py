"""Statements as columns of numbers, and the features of `scoring` for many pairs of them at once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, Told
from guvoh.assessment.times import ADJACENT_DAYS, Period, TimeRelation

T = TypeVar("T")
Numbers = NDArray[Any]
_EVER = 10**8
LONG_COUNT, COUNT_ENDS = 45, 20
"""Days from which on a count is one over a long time (a month may be that of one event, told roughly), and by which the
ends of two such may differ."""
_ROWS = 1 << 16  # rows taken from a matrix at once
_TABLE = 1 << 26  # pairs of different things up to which the answers are kept in a table
_SHIFT = 1 << 14  # added to what a table holds, so that 0 stands for what was not asked yet
TIMES = tuple(TimeRelation)
"""The order in which `Spans.relate` numbers the relations of periods."""


class Answers(Generic[T]):
    """What a function says of two things; each two things that differ in their keys are asked for once."""

    def __init__(self, things: Sequence[T], key: Callable[[T], Hashable], ask: Callable[[T, T], int]) -> None:
        numbers = _Numbering()
        self.ids = np.fromiter(map(numbers.__getitem__, map(key, things)), np.int64, len(things))
        firsts = np.full(len(numbers), -1, dtype=np.int64)
        firsts[self.ids[::-1]] = np.arange(len(things))[::-1]
        self._things = [things[at] for at in firsts.tolist()]
        self._ask = ask
        self._known: dict[int, int] = {}
        many = len(numbers) ** 2
        self._table = np.zeros(many, dtype=np.int16) if many <= _TABLE else None  # pages never touched take no memory

    def of(self, first: Numbers, second: Numbers) -> Numbers:
        """The answer for each pair of indices."""
        codes = self.ids[first] * len(self._things) + self.ids[second]
        if self._table is not None:
            return self._from_table(self._table, codes)
        codes, back = np.unique(codes, return_inverse=True)
        said = np.fromiter((self._answer(code) for code in codes.tolist()), dtype=np.int16, count=len(codes))
        return said[back]

    def _from_table(self, table: Numbers, codes: Numbers) -> Numbers:
        found = table[codes]
        if (is_open := found == 0).any():
            for code in distinct(codes[is_open]).tolist():
                table[code] = self._ask(*(self._things[n] for n in divmod(code, len(self._things)))) + _SHIFT
            found = table[codes]
        found -= _SHIFT
        return found

    def _answer(self, code: int) -> int:
        found = self._known.get(code)
        if found is None:
            first, second = divmod(code, len(self._things))
            found = self._known[code] = self._ask(self._things[first], self._things[second])
        return found


class Sets:
    """Sets of numbers below 2**31 as rows of a sparse matrix: those of row n at `ends[n]` to `ends[n + 1]`, sorted."""

    def __init__(self, members: Numbers, ends: Numbers) -> None:
        shape = (len(ends) - 1, int(members.max(initial=0)) + 1)
        self._rows = csr_array((np.ones(len(members), np.int8), members.astype(np.int32), ends), shape=shape)
        self._rows.has_canonical_format = True
        self.sizes = np.diff(ends)

    @classmethod
    def of_words(cls, sets: Iterable[frozenset[str]]) -> Sets:
        """Sets of words, numbered as they come."""
        number = _Numbering().__getitem__
        ends, spelled = array("q", [0]), array("i")
        for words in sets:
            spelled.extend(map(number, words))
            ends.append(len(spelled))
        held = np.diff(np.asarray(ends))
        codes = np.repeat(np.arange(len(held)), held) << 32 | np.asarray(spelled)
        codes.sort()  # the members of each set, set by set
        return cls(codes.astype(np.int32), np.asarray(ends))

    def shared(self, first: Numbers, second: Numbers) -> Numbers:
        """How many members the sets of each pair have in common."""
        found = [np.zeros(0, dtype=np.int64)]
        for at in range(0, len(first), _ROWS):
            rows = self._rows[first[at : at + _ROWS]].multiply(self._rows[second[at : at + _ROWS]])
            found.append(np.diff(rows.indptr).astype(np.int64))
        return np.concatenate(found)


class Spans:
    """Periods and days of publication."""

    def __init__(self, statements: Sequence[Told]) -> None:
        periods = [told.period for told in statements]
        self.is_known = np.array([p is not None for p in periods], dtype=bool)
        self.first = np.array([_first(p) for p in periods], dtype=np.int64)
        self.last = np.array([_EVER if p is None or p.last is None else p.last for p in periods], dtype=np.int64)
        self.since = np.array([p is not None and p.since for p in periods], dtype=bool)
        self.days = np.array([(p.days if p else None) or _EVER for p in periods], dtype=np.int64)
        self.is_day = np.array([p is not None and p.days == 1 and p.basis == "text" for p in periods], dtype=bool)
        self.published = np.array([told.published for told in statements], dtype=np.int64)

    def relate(self, a: Numbers, b: Numbers) -> Numbers:
        """The relation of each two periods as an index into `TIMES`; that of `times.relate`, of which two are merged:
        where one period covers the other it says "overlaps"."""
        first_a, last_a, first_b, last_b = self.first[a], self.last[a], self.first[b], self.last[b]
        equal = (first_a == first_b) & ((last_a == last_b) | (self.since[a] & self.since[b]))
        gap = np.maximum(first_b - last_a, first_a - last_b)
        choices = [
            (~(self.is_known[a] & self.is_known[b]), TimeRelation.UNKNOWN),
            (equal, TimeRelation.EQUAL),
            (gap > ADJACENT_DAYS, TimeRelation.APART),
            (gap > 0, TimeRelation.ADJACENT),
        ]
        numbers = [TIMES.index(relation) for _, relation in choices]
        return np.select([where for where, _ in choices], numbers, TIMES.index(TimeRelation.OVERLAPS))

    def other(self, a: Numbers, b: Numbers) -> Numbers:
        """The rule of `scoring.veto` on counts over times of other lengths."""
        known = self.is_known[a] & self.is_known[b]
        long = np.maximum(self.days[a], self.days[b]) >= LONG_COUNT
        first_a, last_a, first_b, last_b = self.first[a], self.last[a], self.first[b], self.last[b]
        equal = (first_a == first_b) & ((last_a == last_b) | (self.since[a] & self.since[b]))
        open_end = np.minimum(first_a, first_b) == -_EVER, np.maximum(last_a, last_b) == _EVER
        parted = open_end[0] | open_end[1] | (np.abs(first_a - first_b) > COUNT_ENDS)
        found: Numbers = known & long & ~equal & (parted | (np.abs(last_a - last_b) > COUNT_ENDS))
        return found

    def foretold(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether the period of `a` begins after `b` was published; what `b` plans may."""
        return self.is_known[a] & (self.first[a] > self.published[b] + 1)

    def apart(self, a: Numbers, b: Numbers) -> Numbers:
        """Days between the publications; -1 where one is unknown."""
        gap = np.abs(self.published[a] - self.published[b])
        return np.where((self.published[a] == PUBLISHED_UNKNOWN) | (self.published[b] == PUBLISHED_UNKNOWN), -1, gap)


def _first(period: Period | None) -> int:
    return -_EVER if period is None or period.first is None else period.first


def distinct(numbers: Numbers) -> Numbers:
    """The different ones, in order: by sorting, since `np.unique` hashes whole numbers, several times slower."""
    ordered = np.sort(numbers)
    return ordered[np.r_[True, ordered[1:] != ordered[:-1]]] if len(ordered) else ordered


def numbered(values: Sequence[Hashable]) -> Numbers:
    """Equal values as equal numbers; -1 for None and for what is empty."""
    numbers = _Numbering({None: -1, "": -1})
    return np.fromiter(map(numbers.__getitem__, values), dtype=np.int64, count=len(values))


class _Numbering(dict[Hashable, int]):
    """Numbers things as they are asked for."""

    def __missing__(self, thing: Hashable) -> int:
        number = self[thing] = len(self)
        return number
