"""The map of what is reported where: no country colours, disputed borders drawn as disputed, no point too fine."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from guvoh.model import Place
from guvoh.reporting.labels import Placed, Sheet
from guvoh.reporting.map_projection import Point, View, fit, inside
from guvoh.reporting.outlines import Anchor, Disputed, Outlines, outlines
from guvoh.reporting.svg import element, short, text_width
from guvoh.reporting.words import plural

_RINGS: Final = {"country": 20.0, "admin1": 13.0, "admin2": 10.0}
"""Radius by precision: these places are areas, drawn as wide rings and never as a point."""
_LABEL, _COUNTRY = 12.0, 10.5
_SMALLEST_NAMED = 5.0
_SITE_STEP = 0.1  # degrees, about 10 km: no shelter or hostel is pointed at


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and how many statements tell of it. `href` leads to them."""

    place: Place
    statements: int
    href: str


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The drawing, the disputed areas and the spots that it shows."""

    svg: Markup
    disputed: tuple[Disputed, ...]
    placed: tuple[Spot, ...]
    source: str


@dataclass(frozen=True, slots=True)
class _Mark:
    spot: Spot
    at: Point
    radius: float
    area: bool


def draw_map(spots: Sequence[Spot], unnamed: Container[str] = (), key: str = "map") -> DrawnMap | None:
    """The map of `spots`, None when none has coordinates. The same spots give the same drawing, in any order.

    Spots whose `href` is in `unnamed` are drawn without a name: another map names them. `key` keeps
    the names within the drawing apart from those of other maps on the page.
    """
    ordered = sorted((s for s in spots if point_of(s.place)), key=lambda s: (-s.statements, s.place.name))
    near = [s for s in ordered if s.place.precision != "country"] or ordered
    if not near:
        return None
    world, view = outlines(), fit([p for s in near if (p := point_of(s.place))])
    marks = [mark for spot in ordered if (mark := _mark(spot, view, world))]
    shown = [mark.spot for mark in marks]
    sheet = _sheet(view, marks)
    svg = element(
        "svg",
        element("title", "Map of the places reported"),
        element(
            "desc",
            f"{plural(len(shown), 'place')} on outlines without country colours; the table lists the same places.",
        ),
        _hatch(key),
        _ground(view, key),
        *(
            _drawn(mark, marks, named=mark.spot.href not in unnamed)
            for mark in sorted(marks, key=lambda m: (not m.area, -m.radius))
        ),
        *_names([m for m in marks if m.spot.href not in unnamed], sheet),
        *_ground_names(view, sheet, {m.spot.place.name for m in marks}),
        *_credit(view),
        class_="map",
        viewBox=f"0 0 {short(view.width)} {short(view.height)}",
        role="group",
        aria_label=f"Map of {plural(len(shown), 'place')}",
    )
    return DrawnMap(svg, _disputed(view), tuple(shown), world.source)


def point_of(place: Place) -> Point | None:
    """Longitude and latitude, if one point may stand for the place; a single site is rounded to its surroundings."""
    if place.lat is None or place.lon is None or place.precision == "region_of_world":
        return None
    if not (-84 <= place.lat <= 84 and -180 <= place.lon <= 180):
        return None
    if place.precision == "facility":
        return (round(place.lon / _SITE_STEP) * _SITE_STEP, round(place.lat / _SITE_STEP) * _SITE_STEP)
    return (place.lon, place.lat)


def _mark(spot: Spot, view: View, world: Outlines) -> _Mark | None:
    """The mark of a spot; None for a country that lies outside the view."""
    area = _RINGS.get(spot.place.precision or "")
    point = point_of(spot.place) or (0.0, 0.0)
    candidates = [view.at(*point), *(_in_country(spot.place, view, world) if spot.place.precision == "country" else ())]
    margin = (24.0, 24.0, view.width - 24, view.height - 42)
    at = (
        next((c for c in candidates if inside(c, margin)), None) if spot.place.precision == "country" else candidates[0]
    )
    return _Mark(spot, at, area or min(15.0, 3.5 + 2.0 * spot.statements**0.5), area is not None) if at else None


def _in_country(place: Place, view: View, world: Outlines) -> list[Point]:
    """Where a country's ring may stand when its middle lies outside the view: anywhere roomy on its ground."""
    return [view.at(a.lon, a.lat) for label in world.labels if label.name == place.name for a in label.anchors]


def _sheet(view: View, marks: Iterable[_Mark]) -> Sheet:
    sheet = Sheet(view.width, view.height)
    sheet.block((0, view.height - 18, view.width, view.height))
    for mark in marks:
        (x, y), r = mark.at, mark.radius * (0.8 if mark.area else 1)
        sheet.block((x - r, y - r, x + r, y + r))
    return sheet


def _hatch(key: str) -> Markup:
    line = element("path", d="M0 0V6", class_="hatch")
    return element(
        "defs",
        element(
            "pattern",
            line,
            id=f"hatch-{key}",
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
            patternTransform="rotate(45)",
        ),
    )


@lru_cache(16)
def _disputed(view: View) -> tuple[Disputed, ...]:
    """The disputed areas in a view."""
    return tuple(a for a in outlines().disputed if any(True for ring in a.rings for _ in view.rings(ring)))


@lru_cache(16)
def _ground(view: View, key: str) -> Markup:
    """All ground in a view: drawing it takes longer than the places on it."""
    world = outlines()
    areas = " ".join(_path(view.rings(ring), close=True) for area in _disputed(view) for ring in area.rings)
    parts = (
        element("rect", width=view.width, height=view.height, class_="sea"),
        _shape("land", " ".join(_path(view.rings(ring), close=True) for ring in world.land)),
        _shape("disputed-ground", areas),
        _shape("disputed", areas, f"url(#hatch-{key})"),
        _shape("control", " ".join(_path(view.lines(line)) for line in world.control)),
        _shape("border", " ".join(_path(view.lines(line)) for line in world.borders)),
    )
    return element("g", *parts, aria_hidden="true")


def _shape(class_: str, d: str, fill: str | None = None) -> Markup:
    return (
        element("path", class_=class_, d=" ".join(d.split()), fill=fill, fill_rule="evenodd")
        if d.strip()
        else Markup("")
    )


def _path(runs: Iterable[Sequence[Point]], *, close: bool = False) -> str:
    ends = "Z" if close else ""
    return "".join(
        f"M{'L'.join(f'{short(x)} {short(y)}' for x, y in run)}{ends}" for run in runs if len(run) > (2 if close else 1)
    )


def _drawn(mark: _Mark, marks: Iterable[_Mark], *, named: bool) -> Markup:
    x, y = mark.at
    told = f"{mark.spot.place.name}: {plural(mark.spot.statements, 'statement')}"
    parts = [
        element("title", told),
        element("circle", cx=x, cy=y, r=mark.radius, class_="area" if mark.area else "spot"),
    ]
    covered = any(other is not mark and inside(other.at, (x - 12, y - 12, x + 12, y + 12)) for other in marks)
    if named and not covered and (mark.area or mark.radius >= 7):
        number = element("text", str(mark.spot.statements), x=x, y=y + 3.6, class_="number", text_anchor="middle")
        parts.append(number)
    return element("a", *parts, href=mark.spot.href)


def _names(marks: Iterable[_Mark], sheet: Sheet) -> Iterable[Markup]:
    for mark in marks:
        placed = sheet.beside(_label(mark.spot.place), mark.at, mark.radius, _LABEL)
        if placed:
            if placed.leader:
                yield _leader(mark, placed.leader)
            yield _text(placed, "place")


def _label(place: Place) -> str:
    name = place.name if len(place.name) <= 34 else place.name[:33] + "…"
    return f"{name} (region)" if place.precision == "admin1" and " " not in name else name


def _leader(mark: _Mark, to: Point) -> Markup:
    (x, y), far = mark.at, ((to[0] - mark.at[0]) ** 2 + (to[1] - mark.at[1]) ** 2) ** 0.5
    start = mark.radius / far
    return element(
        "line", x1=x + (to[0] - x) * start, y1=y + (to[1] - y) * start, x2=to[0], y2=to[1], class_="leader"
    )  # fmt: skip


_Room = list[tuple[str, list[Point]]]


@lru_cache(16)
def _room(view: View) -> tuple[_Room, _Room]:
    """Where the names of disputed areas, and of countries, have room on their own ground."""
    areas = [(area.name, _free(area.anchors, view, _SMALLEST_NAMED)) for area in _disputed(view)]
    wide = [(label, min(text_width(label.name, _COUNTRY) * 0.28, 26)) for label in outlines().labels]
    return areas, [(label.name, _free(label.anchors, view, room)) for label, room in wide]


def _ground_names(view: View, sheet: Sheet, marked: Container[str]) -> Iterable[Markup]:
    """Names of disputed areas first, then of countries, each only where it is free and lies on its own ground."""
    of_areas, of_countries = _room(view)
    for name, spots in of_areas:
        placed = sheet.among(name, spots, _COUNTRY)
        if placed:
            yield _text(placed, "disputed-name")
    for name, spots in of_countries:
        placed = sheet.among(name, spots, _COUNTRY) if name not in marked else None
        if placed:
            yield _text(placed, "country")


def _free(anchors: Iterable[Anchor], view: View, room: float) -> list[Point]:
    """The anchors within the picture that have `room` around them, in its units."""
    frame = (0, 0, view.width, view.height)
    roomy = (a for a in anchors if a.free * _pixels_per_degree(view, a.lon, a.lat) > room)
    return [at for a in roomy if inside(at := view.at(a.lon, a.lat), frame)]


def _pixels_per_degree(view: View, lon: float, lat: float) -> float:
    a, b = view.at(lon, lat - 0.5), view.at(lon, lat + 0.5)
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)


def _text(placed: Placed, class_: str) -> Markup:
    return element("text", placed.text, x=placed.x, y=placed.y, text_anchor=placed.side, class_=class_)


def _credit(view: View) -> tuple[Markup, Markup]:
    told = "Outlines: Natural Earth. Hatched: disputed, drawn by Guvoh, given to no side."
    return (
        element("rect", x=0, y=view.height - 18, width=view.width, height=18, class_="credit-ground"),
        element("text", told, x=8, y=view.height - 5.5, class_="credit"),
    )
