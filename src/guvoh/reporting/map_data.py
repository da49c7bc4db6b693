"""What the desk's map draws: places with their counts, each as precise as it was told and no finer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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
    first: dict[str, Place] = {}
    counts: Counter[str] = Counter()
    acts: dict[str, Counter[str]] = {}
    for tally in sorted(tallies, key=lambda t: (key_of(t.place), t.place.name, t.count)):
        key = key_of(tally.place)
        first.setdefault(key, tally.place)
        counts[key] += tally.count
        if key in acts:
            acts[key].update(tally.acts)
        else:
            acts[key] = Counter(tally.acts)
    ordered = sorted(first, key=lambda key: (-counts[key], first[key].name, key))
    marks, elsewhere = [], []
    for key in ordered:
        place, point = first[key], point_of(first[key])
        told = tuple(sorted(sorted(acts[key].items()), key=itemgetter(1), reverse=True))
        if point is None:
            elsewhere.append(PlaceTally(place, counts[key], dict(told)))
        else:
            marks.append(Mark(key, place, *point, counts[key], told))
    return MapData(tuple(marks), areas_of(m.place for m in marks), tuple(elsewhere))
