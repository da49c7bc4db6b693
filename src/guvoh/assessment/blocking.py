"""Which pairs of statements are worth comparing: blocks by family with place, time, number, origin or copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from guvoh.assessment import places
from guvoh.assessment.bounds import claim, last_digit_unit
from guvoh.assessment.corpus import Told
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.times import ADJACENT_DAYS

_MONTH = 30  # days in a time bucket
_MOST_BUCKETS = 4
_ALL_PAIRS = 40  # blocks up to this size are compared all with all
_NEIGHBOURS = 12  # in larger blocks each statement is compared with so many that follow it in canonical order


def candidates(statements: Sequence[Told], reuse: Reuse) -> Iterator[tuple[int, int]]:
    """Index pairs (i < j) of statements that share a block, each once. Work grows with the number of statements."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, told in enumerate(statements):
        for key in set(_keys(told, reuse)):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for pair in _pairs(members, statements):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _pairs(members: list[int], statements: Sequence[Told]) -> Iterator[tuple[int, int]]:
    if len(members) <= _ALL_PAIRS:
        yield from combinations(members, 2)
        return
    ordered = sorted(members, key=lambda i: _nearness(statements[i]))
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
            yield min(first, second), max(first, second)


def _nearness(told: Told) -> tuple[str, int, float, tuple[int, str, int, str]]:
    first = told.period.first if told.period else None
    named = claim(told.statement.count) if told.statement.count else None
    place = places.key(told.place) if told.place else ""
    return place, told.published if first is None else first, -1.0 if named is None else named, told.order


def _keys(told: Told, reuse: Reuse) -> Iterator[Hashable]:
    if root := reuse.root(told.entry.key, told.statement.start):
        yield told.family, "copied", root
    buckets = list(_buckets(told))
    number = _number(told)
    country = told.place.country if told.place else None
    if told.place:
        for bucket in buckets:
            yield told.family, "place", places.key(told.place), bucket
            if told.place.admin1:
                yield told.family, "admin1", told.place.admin1, bucket
    if number:
        yield told.family, "number", number, told.unit, country
        yield told.family, "number anywhere", number, told.unit, buckets[0] if buckets else None
    if country and told.origin:
        for bucket in buckets:
            yield told.family, "origin", told.origin, country, bucket
    for bucket in buckets if country and places.rank(told.place) <= 1 else ():
        yield told.family, "country", country, told.unit, bucket


def _number(told: Told) -> float | None:
    """The number rounded to its first digit, so that 584 and "nearly 600" share a block."""
    named = claim(told.statement.count) if told.statement.count and told.unit else None
    if not named:
        return None
    top = 10.0 ** (len(str(int(named))) - 1)
    return float(round(named / top) * top) if last_digit_unit(named) < top else named


def _buckets(told: Told) -> Iterator[int]:
    first, last = (told.period.first, told.period.last) if told.period else (None, None)
    if first is None and last is None:
        yield told.published // _MONTH
        yield (told.published - _MONTH) // _MONTH
        return
    start = (first if first is not None else (last or 0)) - ADJACENT_DAYS
    end = (last if last is not None else start) + ADJACENT_DAYS
    yield from range(start // _MONTH, min(end // _MONTH, start // _MONTH + _MOST_BUCKETS) + 1)
