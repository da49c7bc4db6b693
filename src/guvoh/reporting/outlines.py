"""The world's outlines as packed by tools/build_outlines.py: land, undisputed borders, disputed areas, names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Line = tuple[tuple[float, float], ...]
"""Points as longitude and latitude in degrees; longitudes may run a little past 180."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point where a name may stand, and the free distance around it, in degrees."""

    lon: float
    lat: float
    free: float


@dataclass(frozen=True, slots=True)
class Disputed:
    """An area whose sovereignty is disputed: its land, and one sentence that says how."""

    name: str
    note: str
    rings: tuple[Line, ...]
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A country's name and where it may stand, roomiest first."""

    name: str
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """All that is drawn under a map. `control` are lines of control within disputed areas."""

    source: str
    land: tuple[Line, ...]
    borders: tuple[Line, ...]
    control: tuple[Line, ...]
    disputed: tuple[Disputed, ...]
    labels: tuple[Label, ...]


@cache
def outlines() -> Outlines:
    """The packed outlines."""
    raw = json.loads((files("guvoh.reporting") / "data" / "outlines.json").read_text(encoding="utf-8"))
    scale = raw["scale"]
    disputed = (
        Disputed(row["name"], row["note"], _lines(row["rings"], scale), _anchors(row["anchors"]))
        for row in raw["disputed"]
    )
    return Outlines(
        raw["source"],
        _lines(raw["land"], scale),
        _lines(raw["borders"], scale),
        _lines(raw["control"], scale),
        tuple(disputed),
        tuple(Label(row["name"], _anchors(row["anchors"])) for row in raw["labels"]),
    )


def _lines(rows: Sequence[Sequence[int]], scale: int) -> tuple[Line, ...]:
    return tuple(_unpack(row, scale) for row in rows)


def _anchors(rows: Sequence[Sequence[float]]) -> tuple[Anchor, ...]:
    return tuple(Anchor(*row) for row in rows)


def _unpack(steps: Sequence[int], scale: int) -> Line:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return tuple(points)
