"""From degrees to the paper: a view fitted to some points, its projection, and clipping of lines to it.

Conic where the view lies away from the equator, equirectangular elsewhere. Formulas: J. P. Snyder, Map Projections:
A Working Manual, U.S. Geological Survey Professional Paper 1395 (1987), Lambert conformal conic on the sphere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West or left, south or top, east or right, north or bottom."""

SMALLEST_SPAN = 8.0
"""Degrees of latitude that a view shows at least: a point alone must not look more precise than it is."""
_MARGIN = 40.0
_LONGEST_STEP = 2.0
_SPECK = 2.0


@dataclass(frozen=True, slots=True)
class Plane:
    """A projection about the meridian `lon0`: degrees to a plane and back, before scaling."""

    lon0: float
    forward: Callable[[float, float], Point]
    back: Callable[[float, float], Point]


@dataclass(frozen=True, slots=True)
class View:
    """A picture of `width` × `height` and how degrees fall on it. `window` is what it shows, relative to lon0."""

    plane: Plane
    width: float
    height: float
    scale: float
    left: float
    top: float
    window: Box

    def at(self, lon: float, lat: float) -> Point:
        """Where a point of the world falls, in the picture's units."""
        return self._placed((lon - self.plane.lon0 + 180) % 360 - 180, lat)

    def _placed(self, relative: float, lat: float) -> Point:
        x, y = self.plane.forward(relative, lat)
        return ((x - self.left) * self.scale, (self.top - y) * self.scale)

    def rings(self, ring: Sequence[Point]) -> Iterable[list[Point]]:
        """The parts of a closed ring that the picture shows."""
        for part in self._copies(ring):
            cut = clip_ring(part, self.window)
            if len(cut) > 2:
                drawn = [self._placed(*p) for p in dense([*cut, cut[0]])]
                seen = clip_ring(drawn, (-8, -8, self.width + 8, self.height + 8))
                if len(seen) > 2 and _seen_at_all(seen):
                    yield thinned(seen)

    def lines(self, line: Sequence[Point]) -> Iterable[list[Point]]:
        """The parts of an open line that the picture shows."""
        frame = (-8.0, -8.0, self.width + 8, self.height + 8)
        for part in self._copies(line):
            kept = [p if inside(p, self.window, 4) else None for p in dense(part)]
            run: list[Point] = []
            for p in (*kept, None):
                if p is not None:
                    run.append(self._placed(*p))
                elif run:
                    yield from runs_within(thinned(run), frame)
                    run = []

    def _copies(self, line: Sequence[Point]) -> Iterable[list[Point]]:
        """The line relative to the middle meridian, once for each turn of the globe that meets the window."""
        for turn in (-720, -360, 0, 360):
            part = [(lon - self.plane.lon0 + turn, lat) for lon, lat in line]
            if part and max(p[0] for p in part) >= self.window[0] and min(p[0] for p in part) <= self.window[2]:
                yield part


def fit(points: Sequence[Point], width: float = 720, tallest: float = 500, flattest: float = 320) -> View:
    """The view that shows all `points` (longitude, latitude) with room around, `width` units wide."""
    west, span = _longitudes([lon for lon, _ in points])
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    return _fitted(west, span, south, north, (width, tallest, flattest))


@lru_cache(16)
def _fitted(west: float, span: float, south: float, north: float, size: tuple[float, float, float]) -> View:
    """One object for one view, so that what is drawn once of the world in it can be kept."""
    missing = max(0.0, SMALLEST_SPAN - (north - south)) / 2
    south, north = max(-84.0, south - missing), min(84.0, north + missing)
    lon0, middle = west + span / 2, (south + north) / 2
    half = max(span / 2, SMALLEST_SPAN / 2 / math.cos(math.radians(middle)))
    plane = _conic(lon0, south, north) if _conic_fits(south, north, half) else _cylindric(lon0, middle)
    box = _bounds(plane, (-half, south, half, north))
    return _framed(plane, box, *size)


def _framed(plane: Plane, box: Box, width: float, tallest: float, flattest: float) -> View:
    wide, high = box[2] - box[0], box[3] - box[1]
    inner = width - 2 * _MARGIN
    height = min(tallest, max(flattest, inner * high / wide + 2 * _MARGIN))
    scale = min(inner / wide, (height - 2 * _MARGIN) / high)
    left = (box[0] + box[2]) / 2 - width / scale / 2
    top = (box[1] + box[3]) / 2 + height / scale / 2
    return View(
        plane, width, height, scale, left, top, _window(plane, (left, top - height / scale, left + width / scale, top))
    )


def _longitudes(values: Sequence[float]) -> tuple[float, float]:
    """The west end and the width of the narrowest span of all longitudes, over the 180th meridian if need be."""
    ordered = sorted(value % 360 for value in values)
    gaps = [(b - a, b) for a, b in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    gap, west = max(gaps)
    return (west + 180) % 360 - 180, 360 - gap


def _conic_fits(south: float, north: float, half: float) -> bool:
    middle = abs(south + north) / 2
    return middle > 18 and north - south < 70 and half < 100 and south * north > -100


def _cylindric(lon0: float, middle: float) -> Plane:
    squeeze = math.cos(math.radians(max(-60.0, min(60.0, middle))))
    return Plane(lon0, lambda lon, lat: (lon * squeeze, lat), lambda x, y: (x / squeeze, y))


def _conic(lon0: float, south: float, north: float) -> Plane:
    first, second = (math.radians(south + (north - south) * part) for part in (1 / 6, 5 / 6))
    n = math.log(math.cos(first) / math.cos(second)) / math.log(_tan(second) / _tan(first))
    size = math.cos(first) * _tan(first) ** n / n

    def forward(lon: float, lat: float) -> Point:
        rho = size / _tan(math.radians(max(-86.0, min(89.9, lat)) if n > 0 else max(-89.9, min(86.0, lat)))) ** n
        turn = n * math.radians(lon)
        return math.degrees(rho * math.sin(turn)), -math.degrees(rho * math.cos(turn))

    def back(x: float, y: float) -> Point:
        x, y = math.radians(x), -math.radians(y)
        rho = math.copysign(math.hypot(x, y), n)
        turn = math.atan2(math.copysign(1, n) * x, math.copysign(1, n) * y)
        lat = 2 * math.atan((size / rho) ** (1 / n)) - math.pi / 2 if rho else math.copysign(math.pi / 2, n)
        return math.degrees(turn / n), math.degrees(lat)

    return Plane(lon0, forward, back)


def _tan(latitude: float) -> float:
    return math.tan(math.pi / 4 + latitude / 2)


def _edge(box: Box, steps: int = 24) -> list[Point]:
    left, low, right, high = box
    across = [(left + (right - left) * i / steps, y) for i in range(steps + 1) for y in (low, high)]
    return across + [(x, low + (high - low) * i / steps) for i in range(steps + 1) for x in (left, right)]


def _bounds(plane: Plane, degrees: Box) -> Box:
    seen = [plane.forward(*p) for p in _edge(degrees)]
    return min(x for x, _ in seen), min(y for _, y in seen), max(x for x, _ in seen), max(y for _, y in seen)


def _window(plane: Plane, box: Box) -> Box:
    """The degrees that a box of the plane shows, a little more rather than less."""
    seen = [plane.back(*p) for p in _edge(box)]
    west, east = min(x for x, _ in seen) - 1, max(x for x, _ in seen) + 1
    south, north = min(y for _, y in seen) - 1, max(y for _, y in seen) + 1
    if box[0] < 0 < box[2] and box[1] < 0 < box[3] and plane.forward(0, 89.9)[1] < box[3] and north > 80:
        west, east, north = -180, 180, 89.9
    return max(west, -180.0), max(south, -84.0), min(east, 180.0), min(north, 89.0)


def inside(point: Point, box: Box, pad: float = 0) -> bool:
    """Whether a point lies in the box grown by `pad`."""
    return box[0] - pad <= point[0] <= box[2] + pad and box[1] - pad <= point[1] <= box[3] + pad


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """A closed ring cut to a box (Sutherland and Hodgman 1974)."""
    points = list(ring)
    for axis, limit, keep in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        points = _clip_side(points, axis, limit, keep)
    return points


def _clip_side(points: list[Point], axis: int, limit: float, keep: int) -> list[Point]:
    out: list[Point] = []
    for a, b in zip([points[-1], *points[:-1]] if points else [], points, strict=True):
        a_in, b_in = keep * (a[axis] - limit) >= 0, keep * (b[axis] - limit) >= 0
        if a_in != b_in:
            t = (limit - a[axis]) / (b[axis] - a[axis])
            out.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        if b_in:
            out.append(b)
    return out


def _seen_at_all(ring: Sequence[Point]) -> bool:
    """Whether a ring is large enough to be more than a speck."""
    wide = max(x for x, _ in ring) - min(x for x, _ in ring)
    return wide + max(y for _, y in ring) - min(y for _, y in ring) > _SPECK


def dense(line: Sequence[Point]) -> list[Point]:
    """The line with points added where a step is long, so that a parallel bends as the projection bends it."""
    out = list(line[:1])
    for a, b in pairwise(line):
        steps = max(1, math.ceil(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / _LONGEST_STEP))
        out += [(a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps) for i in range(1, steps + 1)]
    return out


def thinned(line: Sequence[Point], least: float = 0.9) -> list[Point]:
    """The line without points that stand closer than `least` to the one before; both ends stay."""
    out = list(line[:1])
    for point in line[1:-1]:
        if abs(point[0] - out[-1][0]) + abs(point[1] - out[-1][1]) >= least:
            out.append(point)
    return out + list(line[1:][-1:])


def runs_within(line: Sequence[Point], box: Box) -> Iterable[list[Point]]:
    """The stretches of a line that have a point in the box, with the first point beyond it at either end."""
    run: list[Point] = []
    for i, point in enumerate(line):
        near = line[max(0, i - 1) : i + 2]
        if any(inside(p, box) for p in near):
            run.append(point)
        elif run:
            yield run
            run = []
    if len(run) > 1:
        yield run
