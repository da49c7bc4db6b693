"""Which figures are set beside each other: those of one event, those of wider and narrower places, and sums."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from guvoh.assessment import places
from guvoh.assessment.corpus import Told
from guvoh.assessment.events import Happening
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.figures import relation
from guvoh.model.weighing import FigurePair, FigureRelation

_ALL_PAIRS = 40  # figures of one event compared all with all; beyond, each with the first of them
_ANCHORS = 8
_WIDER_MOST = 12  # wider figures set beside one narrower figure, nearest in time first


def pairs(happenings: Sequence[Happening]) -> tuple[FigurePair, ...]:
    """The relations between all figures that can be compared, in a stable order."""
    found: list[FigurePair] = []
    related: set[tuple[str, str]] = set()
    for a, b, same_event in _side_by_side(happenings):
        both = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if both not in related and (pair := relation(a, b, same_event=same_event)):
            related.add(both)
            found.append(pair)
    del related
    return tuple(sorted(found, key=lambda p: (p.a, p.b)))


def _side_by_side(happenings: Sequence[Happening]) -> Iterator[tuple[Told, Told, bool]]:
    for happening in happenings:
        figures = [m for m in happening.members if m.statement.count and m.unit]
        anchors = figures if len(figures) <= _ALL_PAIRS else figures[:_ANCHORS]
        for i, first in enumerate(anchors):
            for second in figures[i + 1 :]:
                yield first, second, True
    everything = [m for h in happenings for m in h.members if m.statement.count and m.unit]
    specific = [m for m in everything if m.statement.act or m.unit != PEOPLE]  # "ten people" of no act is anyone
    home = {m.id: h.id for h in happenings for m in h.members}
    by_id = {m.id: m for m in everything}
    for told in everything:
        whole = by_id.get(told.statement.count.of or "") if told.statement.count else None
        if whole is not None:
            yield told, whole, home[told.id] == home[whole.id]
    for a, b in _across(specific):
        if home[a.id] != home[b.id]:
            yield a, b, False


def _across(figures: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Each figure with figures of places that hold its own, and with others of its own place."""
    at: dict[Hashable, list[Told]] = defaultdict(list)
    for told in figures:
        if told.place is not None and told.asserts:
            at[told.family, told.unit, places.key(told.place)].append(told)
            for reach in _named_reach(told):
                at[reach].append(told)
    for block in at.values():
        block.sort(key=_day)
    for told in figures:
        if told.place is None or not told.asserts:
            continue
        keys: list[Hashable] = [(told.family, told.unit, places.key(told.place))]
        keys += [(told.family, told.unit, "admin1", told.place.admin1)] if places.rank(told.place) > 2 else []
        keys += [(told.family, told.unit, "country", told.place.country)] if places.rank(told.place) > 1 else []
        for key in keys:
            for other in _nearest(told, at.get(key, [])):
                yield told, other


def _named_reach(told: Told) -> Iterator[Hashable]:
    place = told.place
    if place is not None and places.rank(place) == 1:
        yield told.family, told.unit, "country", place.country
    if place is not None and places.rank(place) == 2:
        yield told.family, told.unit, "admin1", place.admin1


def _day(told: Told) -> tuple[int, tuple[int, str, int, str]]:
    first = told.period.first if told.period else None
    return told.published if first is None else first, told.order


def _nearest(told: Told, others: Sequence[Told]) -> Sequence[Told]:
    """The figures of a block, which is sorted by day, that are nearest in time."""
    if len(others) <= _WIDER_MOST:
        return [o for o in others if o.id != told.id]
    day = _day(told)
    at = bisect_left(others, day, key=_day)
    window = others[max(0, at - _WIDER_MOST) : at + _WIDER_MOST]
    near = sorted(window, key=lambda o: (abs(_day(o)[0] - day[0]), o.order))
    return [o for o in near if o.id != told.id][:_WIDER_MOST]


def conflicting(found: Sequence[FigurePair]) -> frozenset[str]:
    """The statements whose figures are in conflict with another of the same event."""
    return frozenset(i for p in found if p.relation is FigureRelation.CONFLICT for i in (p.a, p.b))
