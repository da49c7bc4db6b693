"""Sums: figures that add up to another, found by machine within limits that keep chance out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from math import comb

from guvoh.assessment import groups, places, times
from guvoh.assessment.corpus import Told
from guvoh.assessment.events import Happening
from guvoh.assessment.figures import same_thing
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import TimeRelation
from guvoh.model import Qualifier
from guvoh.model.weighing import FigureSum

_MOST_PARTS = 14  # candidates tried for one total
_MOST_ADDED = 6  # figures in one sum
_LEAST_TOTAL = 10
_MONTH = 30  # days: what a source says further apart is not added up
_BLOCK = 60  # figures of one document or of one source in one month that are tried; of more, the first
_CHANCE = 0.5  # combinations tried per unit of the total: above it, a sum may be chance


def sums(happenings: Sequence[Happening]) -> tuple[FigureSum, ...]:
    """The sums among exact figures of one unit that stand in one document or come from one source."""
    found: dict[tuple[str, tuple[str, ...]], FigureSum] = {}
    for block in by_block(m for happening in happenings for m in happening.members).values():
        for result in sums_of(block):
            found.setdefault((result.total, result.sum), result)
    return tuple(sorted(found.values(), key=lambda s: (s.total, s.sum)))


def by_block(members: Iterable[Told]) -> dict[tuple[Hashable, ...], list[Told]]:
    """The statements of each block in which sums are looked for."""
    blocks: dict[tuple[Hashable, ...], list[Told]] = defaultdict(list)
    for told in members:
        for key in blocks_of(told):
            blocks[key].append(told)
    return blocks


def blocks_of(told: Told) -> tuple[tuple[Hashable, ...], ...]:
    """The blocks in which a statement may be part or total of a sum."""
    if _exact(told) is None or not told.unit or not told.asserts:
        return ()
    by_source = ("source", told.origin, told.family, told.unit, told.published // _MONTH)
    return ("document", told.entry.key, told.unit), by_source


def _exact(told: Told) -> float | None:
    count = told.statement.count
    return count.best if count and count.qualifier is Qualifier.EXACT else None


def sums_of(block: Sequence[Told]) -> Iterator[FigureSum]:
    """The sums among the statements of one block."""
    figures = sorted(block, key=lambda t: t.order)[:_BLOCK]
    for total in figures:
        value = _exact(total) or 0
        if value < _LEAST_TOTAL:
            continue
        said = [f for f in figures if f.statement.count and f.statement.count.of == total.id]
        near = said if len(said) > 1 else [f for f in figures if _may_be_part(f, total, value)]
        if len(near) > _MOST_PARTS:
            near = sorted(
                near,
                key=lambda f: (f.entry.key != total.entry.key, abs(f.statement.start - total.statement.start), f.order),
            )
            near = near[:_MOST_PARTS]
        if parts := _adding_up(sorted(near, key=lambda t: t.order), value, sure=near is said):
            words = " + ".join(f"{_exact(p) or 0:g}" for p in parts)
            yield FigureSum(tuple(p.id for p in parts), total.id, (f"{words} = {value:g}",))


def _may_be_part(part: Told, total: Told, value: float) -> bool:
    number = _exact(part) or 0
    if part.id == total.id or not 0 < number < value or part.statement.count is None:
        return False
    if part.statement.count.of not in (None, total.id):
        return False
    if part.family != total.family and part.entry.key != total.entry.key:
        return False
    inside = places.relate(part.place, total.place)
    when = times.relate(part.period, total.period)
    return inside not in (PlaceRelation.APART, PlaceRelation.NEAR, PlaceRelation.CONTAINS) and when not in (
        TimeRelation.APART,
        TimeRelation.CONTAINS,
    )


def _adding_up(parts: Sequence[Told], value: float, *, sure: bool) -> tuple[Told, ...] | None:
    """The smallest set of figures that may not overlap and adds up to `value`; None when there is none, or two."""
    tried = 0
    for size in range(2, min(_MOST_ADDED, len(parts)) + 1):
        tried += comb(len(parts), size)
        if not sure and tried > value * _CHANCE:
            return None
        hits = [
            c for c in combinations(parts, size) if sum(_exact(p) or 0 for p in c) == value and _disjoint(c, sure=sure)
        ]
        if hits:
            return hits[0] if len(hits) == 1 else None
    return None


def _disjoint(parts: Sequence[Told], *, sure: bool) -> bool:
    return all(_are_apart(a, b) or sure for a, b in combinations(parts, 2))


def _are_apart(a: Told, b: Told) -> bool:
    """Whether two parts count different people: other places, days or groups, or things told side by side as two."""
    if places.are_parted(a.place, b.place):
        return True
    if times.relate(a.period, b.period) is TimeRelation.APART:
        return True
    if groups.relate(a.statement.affected, b.statement.affected) is GroupRelation.APART:
        return True
    one_text = a.entry.key == b.entry.key and a.statement.start != b.statement.start
    return one_text and not same_thing(a.statement.act, b.statement.act)
