"""Which figures are set beside each other: those of one event, those of wider and narrower places, and sums."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from operator import attrgetter

from guvoh.assessment import places
from guvoh.assessment.corpus import Told
from guvoh.assessment.districts import district_of
from guvoh.assessment.events import Happening
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.figures import REPORTED_NEAR, relation
from guvoh.model.weighing import FigurePair, FigureRelation

_ALL_PAIRS = 40  # figures of one event compared all with all; beyond, each with the first of them
_ANCHORS = 8
_CROWDED = 24  # figures of one block that are all set beside those that find them
_WIDER_MOST = 12  # of a crowded block, so many that are nearest in time
Block = tuple[Hashable, ...]
Figure = tuple[Told, tuple[Block, ...], tuple[Block, ...]]
_MONTH, _YEAR, _MOST_YEARS = 30, 365, 5
_LONG = 150  # days: a longer time is met by years


def pairs(happenings: Sequence[Happening]) -> tuple[FigurePair, ...]:
    """The relations between all figures that can be compared, in a stable order."""
    found: list[FigurePair] = []
    related: set[tuple[str, str]] = set()
    for a, b, same_event in _side_by_side(happenings):
        one, other = a.id, b.id
        both = (one, other) if one < other else (other, one)
        if both not in related and (pair := relation(a, b, same_event=same_event)):
            related.add(both)
            found.append(pair)
    del related
    found.sort(key=attrgetter("b"))  # twice by one name is quicker than once by both
    found.sort(key=attrgetter("a"))
    return tuple(found)


def _side_by_side(happenings: Sequence[Happening]) -> Iterator[tuple[Told, Told, bool]]:
    for happening in happenings:
        yield from ((a, b, True) for a, b in within(happening.members))
    everything = [m for h in happenings for m in h.members if m.statement.count and m.unit]
    home = {m.id: h.id for h in happenings for m in h.members}
    by_id = {m.id: m for m in everything}
    for told in everything:
        whole = by_id.get(told.statement.count.of or "") if told.statement.count else None
        if whole is not None:
            yield told, whole, home[told.id] == home[whole.id]
    for a, b in across(everything):
        if home[a.id] != home[b.id]:
            yield a, b, False


def within(members: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """The figures of one event, all with all; in a large one, each with the first of them."""
    figures = [m for m in members if m.statement.count and m.unit]
    anchors = figures if len(figures) <= _ALL_PAIRS else figures[:_ANCHORS]
    for i, first in enumerate(anchors):
        for second in figures[i + 1 :]:
            yield first, second


def across(figures: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Each figure with those of its own place and of places that hold it, where their times may meet."""
    return across_blocks([(told, tuple(held_by(told)), tuple(looks_at(told))) for told in figures], None)


def across_blocks(figures: Sequence[Figure], about: Collection[str] | None) -> Iterator[tuple[Told, Told]]:
    """The same of figures with the blocks that hold them and those that they look at.

    With `about` (statement ids), only the pairs of which one is of these; all their blocks are among the figures.
    """
    looked = None if about is None else {key for told, _, looks in figures if told.id in about for key in looks}
    met = {key for told, held, _ in figures if about is not None and told.id in about for key in held}
    at: dict[Block, list[Told]] = defaultdict(list)
    for told, held, _ in figures:
        for key in held:
            if looked is None or key in looked or key in met:
                at[key].append(told)
    for block in at.values():
        block.sort(key=_day)
    for told, _, looks in figures:
        is_asked = about is None or told.id in about
        for key in looks:
            if is_asked or key in met:
                found = _nearest(told, at.get(key, []))
                yield from ((told, other) for other in found if is_asked or about is None or other.id in about)


def held_by(told: Told) -> Iterator[tuple[Hashable, ...]]:
    """The blocks in which figures of places within this one's, or of the same place, find it."""
    if not _is_specific(told) or told.place is None:
        return
    areas = [("place", places.key(told.place))]
    areas += [("country", told.place.country or "")] if places.rank(told.place) == 1 else []
    areas += [("admin1", told.place.admin1 or "")] if places.rank(told.place) == 2 else []
    months, years, is_long = _calendar(told)
    spans = years if is_long else months
    yield from ((told.family, told.unit, *area, *span) for area in areas for span in spans)


def looks_at(told: Told) -> Iterator[tuple[Hashable, ...]]:
    """The blocks in which it finds figures of its own place and of those that hold it."""
    if not _is_specific(told) or told.place is None:
        return
    areas = [("place", places.key(told.place))]
    areas += [("admin1", told.place.admin1 or "")] if places.rank(told.place) > 2 else []
    areas += [("place", district)] if (district := district_of(told.place)) else []
    is_region = places.rank(told.place) == 0 and told.place.country is not None
    areas += [("country", told.place.country or "")] if is_region or places.rank(told.place) > 1 else []
    months, years, is_long = _calendar(told)
    spans = years if is_long else [*months, *years]
    yield from ((told.family, told.unit, *area, *span) for area in areas for span in spans)


def _is_specific(told: Told) -> bool:
    """Whether a figure may be set beside those of other events: "ten people" of no act is anyone."""
    return bool(told.statement.count and told.unit and told.asserts and (told.statement.act or told.unit != PEOPLE))


def _calendar(told: Told) -> tuple[list[tuple[str, int]], list[tuple[str, int]], bool]:
    """The months and the years that its time touches, and if it is long; an undated one's are around its report."""
    first, last = (told.period.first, told.period.last) if told.period else (None, None)
    if first is None and last is None:
        first, last = told.published - REPORTED_NEAR, told.published + REPORTED_NEAR
    first = first if first is not None else last or 0
    last = last if last is not None else first
    years = [("year", y) for y in range(first // _YEAR, min(last // _YEAR, first // _YEAR + _MOST_YEARS) + 1)]
    is_long = last - first > _LONG
    return [] if is_long else [("month", m) for m in range(first // _MONTH, last // _MONTH + 1)], years, is_long


def _day(told: Told) -> tuple[int, tuple[int, str, int, str]]:
    first = told.period.first if told.period else None
    return told.published if first is None else first, told.order


def _nearest(told: Told, others: Sequence[Told]) -> Sequence[Told]:
    """The figures of a block, which is sorted by day; of a crowded one those nearest in time."""
    own = told.id
    if len(others) <= _CROWDED:
        return [o for o in others if o.id != own]
    day = _day(told)
    at = bisect_left(others, day, key=_day)
    window = others[max(0, at - _WIDER_MOST) : at + _WIDER_MOST]
    near = sorted(window, key=lambda o: (abs(_day(o)[0] - day[0]), o.order))
    return [o for o in near if o.id != own][:_WIDER_MOST]


def conflicting(found: Sequence[FigurePair]) -> frozenset[str]:
    """The statements whose figures are in conflict with another of the same event."""
    return frozenset(i for p in found if p.relation is FigureRelation.CONFLICT for i in (p.a, p.b))
