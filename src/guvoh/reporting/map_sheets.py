"""Which maps to draw: one for places that lie together, close-ups and an overview for places far apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, cos, degrees, radians, sin
from typing import Final

from guvoh.reporting.svg_map import DrawnMap, Spot, draw_map, point_of

_FAR: Final = 22.0
"""Degrees of arc: places with a wider gap between them and the rest make a group of their own."""
_CLOSE_UP: Final = 4
"""A group of so many places gets a map of its own."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map and its caption."""

    caption: str
    map: DrawnMap


def draw_maps(spots: Sequence[Spot]) -> tuple[list[Sheet], tuple[Spot, ...]]:
    """The maps of `spots`, and the spots that stand on none of them."""
    groups = _groups([s for s in spots if point_of(s.place) and s.place.precision != "country"])
    close = [g for g in groups if len(g) >= _CLOSE_UP] if len(groups) > 1 else []
    countries = [s for s in spots if s.place.precision == "country"]
    sheets = [s for i, g in enumerate(close, 1) if (s := _sheet("Close-up", [*g, *countries], key=f"close-{i}"))]
    if not close or sum(len(g) for g in close) < sum(len(g) for g in groups):
        named = frozenset(s.href for sheet in sheets for s in sheet.map.placed)
        whole = _sheet("All places" if close else "Places", spots, named)
        sheets += [whole] if whole else []
    drawn = {s.href for sheet in sheets for s in sheet.map.placed}
    return sheets, tuple(s for s in spots if s.href not in drawn)


def _sheet(
    caption: str, spots: Sequence[Spot], unnamed: frozenset[str] = frozenset(), key: str = "map"
) -> Sheet | None:
    drawn = draw_map(spots, unnamed, key)
    return Sheet(caption, drawn) if drawn else None


def _groups(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Places joined by chains of steps that are not far, the largest group first."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda s: s.place.name):
        near = [g for g in groups if any(_arc(spot, other) < _FAR for other in g)]
        groups = [g for g in groups if g not in near] + [[spot, *(s for g in near for s in g)]]
    return sorted(groups, key=lambda g: (-len(g), g[0].place.name))


def _arc(a: Spot, b: Spot) -> float:
    """The great-circle distance of two places in degrees."""
    (x, y), (u, v) = (point_of(s.place) or (0.0, 0.0) for s in (a, b))
    y, v = radians(y), radians(v)
    return degrees(acos(max(-1.0, min(1.0, sin(y) * sin(v) + cos(y) * cos(v) * cos(radians(x - u))))))
