"""Figures as boxes in place, time and people, and the sets of boxes of which at most one may be counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from guvoh.assessment import groups, places, times
from guvoh.assessment.corpus import Told
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import TimeRelation
from guvoh.model import Place

_EVER = 10**8
_NESTED = (PlaceRelation.WITHIN, PlaceRelation.CONTAINS)
_PARTED = (PlaceRelation.APART, PlaceRelation.NEAR)


@dataclass(frozen=True, slots=True)
class Box:
    """A figure with the least number it supports; `event` is the id of its event."""

    told: Told
    low: float
    event: str


def span(told: Told) -> tuple[int, int]:
    """First and last day, a day wider on each side where the date was reckoned and not printed."""
    when = told.period
    if when is None:
        return -_EVER, _EVER
    slack = 0 if when.basis == "text" else 1
    first = -_EVER if when.first is None else when.first - slack
    return first, _EVER if when.last is None else when.last + slack


def cliques(boxes: Sequence[Box]) -> list[tuple[int, ...]]:
    """Sets of indices into `boxes` of which at most one may be counted; every pair that may overlap is in one.

    Boxes of one event are in a set whatever their dates, since reports of one happening may date it a day apart.
    """
    spans = [span(box.told) for box in boxes]
    marks = [groups.marks(box.told.statement.affected) for box in boxes]
    together = {
        tuple(at_once) for own, around in _place_sets(boxes) for at_once in at_one_time(spans, {*own}, [*own, *around])
    }
    by_event: dict[str, list[int]] = defaultdict(list)
    for index, box in enumerate(boxes):
        by_event[box.event].append(index)
    together.update(tuple(members) for members in by_event.values())
    return sorted({row for found in together for row in of_one_group(marks, found)})


def _place_sets(boxes: Sequence[Box]) -> Iterator[tuple[list[int], list[int]]]:
    """For each place its own boxes and those of places that hold it; then each pair of places that may overlap."""
    at: dict[str, list[int]] = defaultdict(list)
    spots: dict[str, Place | None] = {}
    for index, box in enumerate(boxes):
        key = places.key(box.told.place) if box.told.place else ""
        at[key].append(index)
        spots.setdefault(key, box.told.place)
    near = _neighbours(spots)
    for key, own in at.items():
        holding = [other for other, relation in near[key] if relation is PlaceRelation.WITHIN]
        unsure = [other for other, relation in near[key] if relation not in _NESTED]
        around = [i for other in holding for i in at[other]]
        yield own, around
        for other in unsure:
            yield own, at[other]


def _neighbours(spots: dict[str, Place | None]) -> dict[str, list[tuple[str, PlaceRelation]]]:
    """For each place the others not known to be apart from it, with the relation; places meet by country and region."""
    shelves: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    loose = {key for key, place in spots.items() if place is None or place.country is None or places.rank(place) == 0}
    for key, place in spots.items():
        if place is not None and key not in loose:
            shelves[place.country, place.admin1 if places.rank(place) > 1 else None].append(key)
    near: dict[str, list[tuple[str, PlaceRelation]]] = {}
    for key, place in spots.items():
        others: Iterable[str] = spots
        if place is not None and key not in loose and places.rank(place) > 1 and place.admin1:
            others = [*shelves[place.country, place.admin1], *shelves[place.country, None], *loose]
        related = ((other, places.relate(place, spots[other])) for other in others if other != key)
        near[key] = [(other, relation) for other, relation in related if relation not in _PARTED]
    return near


def at_one_time(spans: Sequence[tuple[int, int]], own: set[int], members: Sequence[int]) -> Iterator[list[int]]:
    """The largest sets of boxes that share a day and hold at least one of `own`, by a sweep over their days."""
    running: list[int] = []
    for index in sorted(members, key=lambda i: (spans[i][0], i)):
        first = spans[index][0]
        still = [i for i in running if spans[i][1] >= first]
        if len(still) < len(running) and not own.isdisjoint(running):
            yield sorted(running)
        running = [*still, index]
    if not own.isdisjoint(running):
        yield sorted(running)


def of_one_group(
    marks: Sequence[tuple[frozenset[str], frozenset[int]]], together: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """The set split by nationality and by sex or age: people of two groups are never the same person."""
    nations = sorted({n for i in together for n in marks[i][0]}) or [""]
    kinds = sorted({k for i in together for k in marks[i][1]}) or [-1]
    of_nation = [[i for i in together if not marks[i][0] or nation in marks[i][0]] for nation in nations]
    for members, kind in product(of_nation, kinds):
        row = tuple([i for i in members if not marks[i][1] or kind in marks[i][1]])
        if len(row) > 1:
            yield row


def contained(inner: Told, outer: Told) -> bool:
    """Whether place and time of `inner` lie within those of `outer`."""
    where, when = places.relate(inner.place, outer.place), times.relate(inner.period, outer.period)
    inside = where in (PlaceRelation.SAME, PlaceRelation.WITHIN)
    return inside and when in (TimeRelation.EQUAL, TimeRelation.WITHIN)
