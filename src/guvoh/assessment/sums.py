"""Sums: figures that add up to another, found by machine within limits that keep chance out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from math import comb

from guvoh.assessment import groups, places, times
from guvoh.assessment.corpus import Told
from guvoh.assessment.disagreement import is_rest
from guvoh.assessment.events import Happening
from guvoh.assessment.figures import same_thing
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.phrases import phrases
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import TimeRelation
from guvoh.model import Qualifier
from guvoh.model.weighing import FigureSum

_MOST_PARTS = 14  # candidates tried for one total
_MOST_ADDED = 6  # figures in one sum
_LEAST_TOTAL = 10
_MONTH = 30  # days: what a source says further apart is not added up
_BLOCK = 60  # figures of one document or of one source in one month that are tried; of more, the first
_REACH = 600  # characters from a total to the sentence that lists its parts, and between a part and the rest
_AROUND = 40  # characters beside a total
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
    rest = frozenset(f.id for f in figures if is_rest(f))
    for total in figures:
        value = _exact(total) or 0
        if value < _LEAST_TOTAL:
            continue
        said = [f for f in figures if f.statement.count and f.statement.count.of == total.id]
        parts = _adding_up(said, value, rest, sure=True) if len(said) > 1 else None
        if parts is None:
            near = [f for f in figures if _may_be_part(f, total, value, rest)]
            parts = _listed(near, total, value) or _summed_up(near, total, value)
            parts = parts or _adding_up(_nearest(near, total), value, rest, sure=False)
        if parts:
            words = " + ".join(f"{_exact(p) or 0:g}" for p in parts)
            yield FigureSum(tuple(p.id for p in parts), total.id, (f"{words} = {value:g}",))


def _nearest(parts: Sequence[Told], total: Told) -> list[Told]:
    """So many parts as are tried, those of the total's text and nearest to it, in canonical order."""
    near = sorted(
        parts,
        key=lambda f: (f.entry.key != total.entry.key, abs(f.statement.start - total.statement.start), f.order),
    )
    return sorted(near[:_MOST_PARTS], key=lambda t: t.order)


def _listed(parts: Sequence[Told], total: Told, value: float) -> tuple[Told, ...] | None:
    """All parts that one sentence after the total lists, where they add up to it: "14 in the first quarter, 23 …"."""
    sentences: dict[int, dict[int, Told]] = defaultdict(dict)
    for part in parts:
        if part.entry.key == total.entry.key and part.statement.count and 0 <= _gap(part, total) <= _REACH:
            sentences[part.statement.start].setdefault(part.statement.count.start, part)
    found = [tuple(f.values()) for f in sentences.values() if len(f) > 1]
    return next((f for f in found if len(f) <= _MOST_ADDED and sum(_exact(p) or 0 for p in f) == value), None)


def _summed_up(parts: Sequence[Told], total: Told, value: float) -> tuple[Told, ...] | None:
    """The numbers told last before a total that the text calls a sum, where they add up to it."""
    if not _is_altogether(total):
        return None
    before = [p for p in parts if p.entry.key == total.entry.key and 0 < _gap(total, p) <= _REACH]
    spots = {p.statement.count.start: p for p in reversed(before) if p.statement.count}  # one number, told as two acts
    last = [spots[at] for at in sorted(spots)]
    runs = (last[-many:] for many in range(2, min(_MOST_ADDED, len(last)) + 1))
    return next((tuple(run) for run in runs if sum(_exact(p) or 0 for p in run) == value), None)


def _gap(part: Told, total: Told) -> int:
    a, b = part.statement.count, total.statement.count
    return a.start - b.end if a and b else -1


def _may_be_part(part: Told, total: Told, value: float, rest: AbstractSet[str]) -> bool:
    number = _exact(part) or 0
    if part.id == total.id or not 0 < number < value or part.statement.count is None:
        return False
    of, whole = part.statement.count.of, total.statement.count.of if total.statement.count else None
    if part.id not in rest and of not in (None, total.id, whole) and not _is_same_number(of, total):
        return False
    if part.entry.key != total.entry.key:
        return part.family == total.family and _is_inside(part, total)
    return part.id in rest or _is_altogether(total) or _is_inside(part, total)


def _is_same_number(ident: str, total: Told) -> bool:
    """Whether the statement of that id gives the total's very number, told with another act."""
    count = total.statement.count
    twins = (s.count for s in total.entry.findings.statements if s.id == ident and s.count)
    return count is not None and any((c.start, c.end) == (count.start, count.end) for c in twins)


def _is_altogether(total: Told) -> bool:
    """Whether the text says that a number is a sum: "altogether 119 people in the two operations"."""
    count, text = total.statement.count, total.entry.document.text
    if count is None:
        return False
    around = text[max(0, count.start - _AROUND) : count.start] + text[count.end : count.end + _AROUND]
    return bool(phrases("counts", "altogether").search(around))


def _is_inside(part: Told, total: Told) -> bool:
    """Whether place and time of a part may lie within the total's; a place that no text names says nothing."""
    inside = places.relate(part.place, total.place)
    is_named = all(t.statement.place and t.statement.place_basis != "inferred" for t in (part, total))
    is_named = is_named or part.entry.key != total.entry.key
    if is_named and inside in (PlaceRelation.APART, PlaceRelation.CONTAINS):
        return False
    return times.relate(part.period, total.period) not in (TimeRelation.APART, TimeRelation.CONTAINS)


def _adding_up(parts: Sequence[Told], value: float, rest: AbstractSet[str], *, sure: bool) -> tuple[Told, ...] | None:
    """The smallest set of figures that may not overlap and adds up to `value`; None when there is none, or two."""
    tried = 0
    for size in range(2, min(_MOST_ADDED, len(parts)) + 1):
        tried += comb(len(parts), size)
        if not sure and tried > value * _CHANCE:
            return None
        hits = [
            c
            for c in combinations(parts, size)
            if sum(_exact(p) or 0 for p in c) == value and (sure or _disjoint(c, rest))
        ]
        if hits:
            return hits[0] if len(hits) == 1 else None
    return None


def _disjoint(parts: Sequence[Told], rest: AbstractSet[str]) -> bool:
    return all(
        _are_apart(a, b) or (not rest.isdisjoint((a.id, b.id)) and _are_near(a, b)) for a, b in combinations(parts, 2)
    )


def _are_near(a: Told, b: Told) -> bool:
    return a.entry.key == b.entry.key and abs(a.statement.start - b.statement.start) <= _REACH


def _are_apart(a: Told, b: Told) -> bool:
    """Whether two parts count different people: other places, days or groups, or things told side by side as two."""
    if places.are_parted(a.place, b.place):
        return True
    when = times.relate(a.period, b.period)
    if when is TimeRelation.APART or (when is TimeRelation.ADJACENT and _are_days(a, b)):
        return True
    if groups.relate(a.statement.affected, b.statement.affected) is GroupRelation.APART:
        return True
    one_text = a.entry.key == b.entry.key and a.statement.start != b.statement.start
    return one_text and not same_thing(a.statement.act, b.statement.act)


def _are_days(a: Told, b: Told) -> bool:
    """Whether both are told of one day, which the text of each names."""
    return all(t.period is not None and t.period.days == 1 and t.period.basis != "inferred" for t in (a, b))
