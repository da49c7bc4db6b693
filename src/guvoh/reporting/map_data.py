"""What the desk's map draws: places with their counts, each as precise as it was told and no finer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from guvoh.model.statement import Place
from guvoh.reporting.areas import Rings, areas_of
from guvoh.reporting.svg_map import point_of


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """How many events are told of a place, and how many of each act (term; empty where none is named)."""

    place: Place
    count: int
    acts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place as it is drawn. `lon` and `lat` are rounded for a single site (see svg_map.point_of)."""

    key: str
    place: Place
    lon: float
    lat: float
    count: int
    acts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class MapData:
    """The marks, most events first, the land of those that are areas, and the places that no map can show."""

    marks: tuple[Mark, ...]
    land: Mapping[str, tuple[Rings, ...]]
    elsewhere: tuple[PlaceTally, ...]


def key_of(place: Place) -> str:
    """What makes two tallies one mark: the gazetteer's id, else name and country."""
    return place.id or f"{place.name}|{place.country or ''}|{place.admin1 or ''}"


def map_data(tallies: Iterable[PlaceTally]) -> MapData:
    """The map of these tallies, the same in any order; tallies of one place are added up."""
    same: dict[str, list[PlaceTally]] = {}
    for tally in tallies:
        same.setdefault(key_of(tally.place), []).append(tally)
    merged = {key: some[0] if len(some) == 1 else _merged(some) for key, some in same.items()}
    ordered = sorted(merged.items(), key=lambda item: (-item[1].count, item[1].place.name, item[0]))
    marks, elsewhere = [], []
    for key, one in ordered:
        point = point_of(one.place)
        told = tuple(sorted(sorted(one.acts.items()), key=itemgetter(1), reverse=True))
        if point is None:
            elsewhere.append(PlaceTally(one.place, one.count, dict(told)))
        else:
            marks.append(Mark(key, one.place, *point, one.count, told))
    return MapData(tuple(marks), areas_of(m.place for m in marks), tuple(elsewhere))


def _merged(same: Sequence[PlaceTally]) -> PlaceTally:
    """Several tallies of one place as one, told as the first of them by name and count tells it."""
    acts: Counter[str] = Counter()
    for tally in same:
        acts.update(tally.acts)
    first = min(same, key=lambda tally: (tally.place.name, tally.count))
    return PlaceTally(first.place, sum(tally.count for tally in same), acts)
