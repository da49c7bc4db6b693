"""The land of countries, first-level regions and disputed areas by gazetteer id, packed by tools/build_areas.py.

A report about a whole country is drawn as that country, never as a point in its middle. Disputed areas are in no
country here, and are areas of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guvoh.model.statement import Place

Rings = tuple[tuple[int, ...], ...]
"""One polygon: its outer ring, then its holes, each as steps (longitude, latitude) in whole parts of a degree."""


@dataclass(frozen=True, slots=True)
class Areas:
    """All areas. `scale` is how many steps make a degree."""

    source: str
    scale: int
    land: Mapping[str, tuple[Rings, ...]]


@cache
def areas() -> Areas:
    """The packed areas, read once."""
    raw = json.loads((files("guvoh.reporting") / "data" / "areas.json").read_text(encoding="utf-8"))
    land = {
        identity: tuple(tuple(tuple(ring) for ring in polygon) for polygon in polygons)
        for kind in ("countries", "regions", "disputed")
        for identity, polygons in raw[kind].items()
    }
    return Areas(raw["source"], raw["scale"], land)


def areas_of(places: Iterable[Place]) -> dict[str, tuple[Rings, ...]]:
    """The land of those places that are areas and have an outline, by place id. Cities and sites have none."""
    wide = {p.id for p in places if p.id and p.precision in ("country", "admin1")}
    return {identity: areas().land[identity] for identity in sorted(wide & areas().land.keys())}


def ground_json() -> bytes:
    """The outlines under every map as the JSON that tools/build_outlines.py wrote; see reporting.outlines."""
    return (files("guvoh.reporting") / "data" / "outlines.json").read_bytes()
