"""Which pairs of statements are worth comparing: blocks by family with place, time, number, origin or copy.

A statement's blocks follow from the statement alone, never from how many others there are, so one more document
changes only the blocks it is in. In a block two statements are compared when at least one of them is *broad* there:
undated, of a long period, of a whole region. Dated statements meet in cells of three days, since dates more than two
days apart rule each other out; the others meet them month by month.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from guvoh.assessment import places
from guvoh.assessment.bounds import claim, last_digit_unit
from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, Told
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.scoring import TELLING_NUMBER
from guvoh.assessment.spots import has_town, spots
from guvoh.assessment.times import ADJACENT_DAYS

_CELL = 3  # days
_MONTH = 30  # days
_SHORT = 7  # days: a longer period is broad in time
_MOST_MONTHS = 5
_CITY = 4  # the rank of a city; of other ranks two places of one region may overlap
_ALL_PAIRS = 300  # blocks up to this size are compared all with all
_ANCHORS = 40  # in larger ones each statement is compared with so many that come first in canonical order
_CHUNK = 1 << 18  # pairs handed over at once

Block = tuple[Hashable, ...]
Indices = NDArray[np.int64]


def candidates(
    statements: Sequence[object], seats: Iterable[Iterable[tuple[Block, bool]]]
) -> Iterator[tuple[Indices, Indices]]:
    """Index pairs (i < j) of statements that share a block, in chunks; a pair may come more than once.

    `statements` are in canonical order, `seats` the `blocks` of each.
    """
    ends, keys, broad = array("q", [0]), array("q"), array("b")
    put, mark = keys.append, broad.append
    for _, seat in zip(statements, seats, strict=True):
        for key, is_broad in seat:
            put(hash(key))
            mark(is_broad)
        ends.append(len(keys))
    if keys:
        index = np.repeat(np.arange(len(statements)), np.diff(np.asarray(ends)))
        yield from _gathered(_pairs(*_by_key(index, np.asarray(keys), np.asarray(broad, dtype=bool))))


def _by_key(index: Indices, keys: Indices, broad: NDArray[np.bool_]) -> tuple[Indices, Indices, NDArray[np.bool_]]:
    order = np.argsort(keys, kind="stable")  # the index rises as it is
    return index[order], keys[order], broad[order]


def _pairs(index: Indices, keys: Indices, broad: NDArray[np.bool_]) -> Iterator[tuple[Indices, Indices]]:
    """The pairs of each run of equal keys, offset by offset."""
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    sizes = np.diff(np.r_[starts, len(keys)])
    end = np.repeat(starts + sizes, sizes)
    at = np.arange(len(keys))
    leads = (np.repeat(sizes, sizes) <= _ALL_PAIRS) | (at - np.repeat(starts, sizes) < _ANCHORS)
    left, offset = at[leads & (at + 1 < end)], 1
    while len(left):
        right = left + offset
        met = broad[left] | broad[right]
        first, second = index[left[met]], index[right[met]]
        yield np.minimum(first, second), np.maximum(first, second)
        offset += 1
        left = left[left + offset < end[left]]


def _gathered(pairs: Iterator[tuple[Indices, Indices]]) -> Iterator[tuple[Indices, Indices]]:
    held: list[tuple[Indices, Indices]] = []
    for pair in chain(pairs, [None]):
        if pair is not None:
            held.append(pair)
        if held and (pair is None or sum(len(first) for first, _ in held) >= _CHUNK):
            yield np.concatenate([first for first, _ in held]), np.concatenate([second for _, second in held])
            held = []


def blocks(told: Told, reuse: Reuse, named: frozenset[str] | None = None) -> Iterator[tuple[Block, bool]]:
    """The blocks of a statement, and whether it is broad in each. `named` are its spots, where they are known."""
    if root := reuse.root(told.entry.key, told.statement.start):
        yield (told.family, "copied", *root), True
    spans, is_long = _spans(told)
    yield from _numbered(told, spans)
    timed = [(span, span[0] == "days") for span in spans]
    for what, is_wide, is_filtered in _matters(told, spots(told) if named is None else named):
        head = (told.family, *what)
        for span, in_days in timed:
            key = head + span
            if not is_filtered:
                yield key, in_days or is_long
            elif in_days or (is_wide and is_long):
                yield key, is_wide
            else:  # broad in one respect only: the pair must be broad in both
                yield key, False
                if is_wide or is_long:
                    yield (*key, "crosswise"), is_wide


def _numbered(told: Told, spans: Sequence[tuple[str, int]]) -> Iterator[tuple[Block, bool]]:
    """The blocks in which a number of people of whom no act is said meets the acts told with that very number."""
    number = claim(told.statement.count) if told.statement.count and told.unit == PEOPLE else None
    if number is None or number < TELLING_NUMBER:
        return
    country = told.place.country if told.place else None
    for land in {country} if told.is_bare else {country, None}:
        yield from ((("people", number, land, *span), told.is_bare) for span in spans if span[0] == "month")


def _matters(told: Told, named: frozenset[str]) -> Iterator[tuple[Block, bool, bool]]:
    """What a statement's blocks are by, apart from time; if it is wide there, and if pairs need a wide one."""
    place, number = told.place, _number(told)
    country = place.country if place else None
    if place:
        yield ("place", places.key(place)), True, False
        if place.admin1:
            yield ("admin1", place.admin1), places.rank(place) != _CITY or places.is_of_city_unit(place), True
    if number:
        yield ("number", number, told.unit, country), True, False
        yield ("number anywhere", number, told.unit), country is None, True
    for spot in sorted(named):
        yield ("spot", spot), not has_town(told), True
    if country and told.origin:
        yield ("origin", told.origin, country), True, False
    if country and places.rank(place) <= 1:
        yield ("country", country, told.unit), True, False


def _spans(told: Told) -> tuple[list[tuple[str, int]], bool]:
    """The cells and months of a statement, and whether it is broad in time."""
    first, last = (told.period.first, told.period.last) if told.period else (None, None)
    if first is None and last is None:
        return [("month", told.published // _MONTH), ("month", told.published // _MONTH - 1)], True
    if first is not None and last is not None and last - first < _SHORT:
        days = range((first - 1) // _CELL, (last + 1) // _CELL + 1)
        months = range((first - ADJACENT_DAYS) // _MONTH, (last + ADJACENT_DAYS) // _MONTH + 1)
        return [*(("days", d) for d in days), *(("month", m) for m in months)], False
    start = (first if first is not None else (last or 0)) - ADJACENT_DAYS
    end = (last if last is not None else start) + ADJACENT_DAYS
    met = set(range(start // _MONTH, min(end // _MONTH + 1, start // _MONTH + _MOST_MONTHS)))
    if told.published != PUBLISHED_UNKNOWN and first is not None:  # where undated reports of it are
        met |= {told.published // _MONTH, told.published // _MONTH + 1}
    return [("month", m) for m in sorted(met)], True


def _number(told: Told) -> float | None:
    """The number rounded to its first digit, so that 584 and "nearly 600" share a block."""
    named = claim(told.statement.count) if told.statement.count and told.unit else None
    if not named:
        return None
    top = 10.0 ** (len(str(int(named))) - 1)
    return float(round(named / top) * top) if last_digit_unit(named) < top else named
