"""Where words may stand in a drawing so that they do not lie on one another: first come, first served, with leaders."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guvoh.reporting.map_projection import Box, Point
from guvoh.reporting.svg import text_width

_BAND = 24.0
_TURNS = tuple((math.cos(math.tau * turn / 16), math.sin(math.tau * turn / 16)) for turn in range(16))
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a label lies left of its x."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A label on its base line: `x` is its start, middle or end, as `side` says, whatever the face's true width.

    `leader` is the point where a line to it ends, None where it stands close by.
    """

    text: str
    x: float
    y: float
    side: str = "start"
    leader: Point | None = None


@dataclass(slots=True)
class Sheet:
    """A sheet of `width` × `height` that remembers what has been drawn on it."""

    width: float
    height: float
    _taken: dict[int, list[Box]] = field(default_factory=lambda: defaultdict(list))
    """What is drawn, by the bands of the sheet that it reaches into: only those can be in a word's way."""

    def block(self, box: Box) -> None:
        """Keep words off this box."""
        for band in _bands(box):
            self._taken[band].append(box)

    def beside(self, text: str, at: Point, radius: float, size: float) -> Placed | None:
        """Place `text` beside a mark of that radius: close by, else farther with a leader, else not at all (None)."""
        wide = text_width(text, size)
        for x, y, side, leader in (*_close(at, radius, size), *_far(at, radius, size)):
            if self._take(x - _SHARE[side] * wide, y, wide, size):
                return Placed(text, x, y, side, leader)
        return None

    def among(self, text: str, points: Iterable[Point], size: float) -> Placed | None:
        """Centre `text` on the first of `points` that is free."""
        wide = text_width(text, size)
        for px, py in points:
            if self._take(px - wide / 2, py + size / 3, wide, size):
                return Placed(text, px, py + size / 3, "middle")
        return None

    def _take(self, x: float, y: float, wide: float, size: float) -> bool:
        box = (x - 2, y - size * 0.85, x + wide + 2, y + size * 0.3)
        if box[0] < 4 or box[1] < 4 or box[2] > self.width - 4 or box[3] > self.height - 4:
            return False
        left, top, right, bottom = box
        for band in _bands(box):
            for a, b, c, d in self._taken.get(band, ()):
                if left < c and a < right and top < d and b < bottom:
                    return False
        self.block(box)
        return True


def _bands(box: Box) -> range:
    return range(int(box[1] // _BAND), int(box[3] // _BAND) + 1)


Spot = tuple[float, float, str, Point | None]


def _close(at: Point, radius: float, size: float) -> Iterator[Spot]:
    x, y, gap = *at, radius + 4
    slant = radius * 0.7 + 3
    yield x + gap, y + size * 0.33, "start", None
    yield x - gap, y + size * 0.33, "end", None
    yield x, y - gap, "middle", None
    yield x, y + gap + size * 0.75, "middle", None
    for side, dx in (("start", slant), ("end", -slant)):
        yield x + dx, y - slant, side, None
        yield x + dx, y + slant + size * 0.7, side, None


def _far(at: Point, radius: float, size: float) -> Iterator[Spot]:
    for distance in (16, 28, 42, 60, 84):
        for across, down in _TURNS:
            px = at[0] + (radius + distance) * across
            py = at[1] + (radius + distance) * down
            right = across >= 0
            yield px + (2 if right else -2), py + size * 0.33, "start" if right else "end", (px, py)
