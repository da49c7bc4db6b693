"""Make src/guvoh/reporting/data/outlines.json from Natural Earth outlines and our layer of disputed areas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m pip install shapely
    python tools/build_outlines.py package/countries-50m.json src/guvoh/reporting/data/outlines.json

The outlines (Natural Earth 4.1, public domain, packed as world-atlas, ISC) show who holds the ground, as if that
settled it. Here they become one land mass without countries, solid borders where nobody disputes them, and disputed
areas apart, each with its name and a note, so that a map can draw those as what they are.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import make_valid
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

SCALE = 200  # steps per degree: about 0.5 km
TOLERANCE = 0.012  # degrees, on each border line alone, so that neighbours stay neighbours
LEFT_OUT = {"Antarctica"}  # its ring goes round the pole, and no report comes from there
NAMES = {
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Br. Indian Ocean Ter.": "",
    "Central African Rep.": "Central African Republic",
    "Dem. Rep. Congo": "DR Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "Faeroe Is.": "Faroe Islands",
    "Fr. Polynesia": "French Polynesia",
    "Fr. S. Antarctic Lands": "",
    "Heard I. and McDonald Is.": "",
    "Indian Ocean Ter.": "",
    "Ashmore and Cartier Is.": "",
    "Macedonia": "North Macedonia",
    "Marshall Is.": "Marshall Islands",
    "S. Geo. and the Is.": "",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "eSwatini": "Eswatini",
    "Turkey": "Türkiye",
    "Siachen Glacier": "",
    "Czech Rep.": "Czechia",
    "Antigua and Barb.": "Antigua and Barbuda",
}
"""Names that the outlines shorten or that have changed; an empty one is not drawn."""


def read_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The topology's lines in degrees, each simplified by itself."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        lines.append(list(LineString(points).simplify(TOLERANCE, preserve_topology=True).coords))
    return lines


def stitch(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """One ring from arc numbers; ~n means arc n backwards."""
    ring: list[tuple[float, float]] = []
    for number in numbers:
        piece = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += piece[1:] if ring else piece
    return unbroken(ring)


def unbroken(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The ring without the jump from 180 to -180 degrees, so that Chukotka lies beside the rest of its land."""
    turn, out = 0.0, ring[:1]
    for before, point in pairwise(ring):
        step = point[0] - before[0]
        turn += -360 if step > 180 else 360 if step < -180 else 0
        out.append((point[0] + turn, point[1]))
    middle = (min(x for x, _ in out) + max(x for x, _ in out)) / 2
    shift = -360 * round(middle / 360)
    return [(x + shift, y) for x, y in out]


def read_countries(topology: dict[str, Any]) -> tuple[dict[str, list[Polygon]], BaseGeometry]:
    """Each country's parts by name, and the lines that two countries share."""
    arcs = read_arcs(topology)
    parts: dict[str, list[Polygon]] = defaultdict(list)
    users: dict[int, set[str]] = defaultdict(set)
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        for rings in [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]:
            for number in (n for ring in rings for n in ring):
                users[number if number >= 0 else ~number].add(name)
            outer, *holes = [stitch(ring, arcs) for ring in rings]
            if len(outer) >= 4 and name not in LEFT_OUT:
                parts[name] += polygons(make_valid(Polygon(outer, [h for h in holes if len(h) >= 4])))
    shared = [LineString(arcs[n]) for n, names in users.items() if len(names) > 1 and len(arcs[n]) > 1]
    return parts, linemerge(MultiLineString(shared))


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons in a geometry of any kind."""
    if isinstance(shape, Polygon):
        return [shape] if shape.area else []
    return [p for part in getattr(shape, "geoms", []) for p in polygons(part)]


def lines(shape: BaseGeometry) -> list[LineString]:
    """The lines in a geometry of any kind."""
    if isinstance(shape, LineString):
        return [shape] if shape.length else []
    return [p for part in getattr(shape, "geoms", []) for p in lines(part)]


def disputed_shape(area: dict[str, Any], parts: dict[str, list[Polygon]]) -> BaseGeometry:
    """The land of one disputed area."""
    found = [p for name in area["within"] for p in parts[name]]
    if "holding" in area:
        window = box(*area["holding"])
        found = [p for p in found if window.intersects(p) and p.area < 10]
    land = unary_union([p.buffer(1e-6) for p in found])
    if "ring" in area:
        land = land.intersection(make_valid(Polygon(area["ring"])))
    land = unary_union([p for p in polygons(land) if p.area > 1e-3])
    if land.is_empty:
        raise SystemExit(f"{area['name']} covers no land: the outlines have changed, check tools/disputed_areas.json")
    return land


def pack(points: list[tuple[float, ...]]) -> list[int]:
    """Whole steps: the first point, then the step to each next."""
    out: list[int] = []
    last = (0, 0)
    for x, y, *_ in points:
        here = (round(x * SCALE), round(y * SCALE))
        if out and here == last:
            continue
        out += [here[0] - last[0], here[1] - last[1]]
        last = here
    return out


def pack_rings(shape: BaseGeometry, fewest: int = 4) -> list[list[int]]:
    """Outer rings and holes alike: they are filled by the even-odd rule."""
    rings = [pack(list(r.coords)) for p in polygons(shape) for r in (p.exterior, *p.interiors)]
    return [ring for ring in rings if len(ring) >= 2 * fewest]


def anchors(shape: BaseGeometry) -> list[list[float]]:
    """Points where a name may stand: longitude, latitude and the free distance in degrees, roomiest first."""
    out = []
    for part in sorted(polygons(shape), key=lambda p: -p.area)[:3]:
        step = max(0.6, part.area**0.5 / 11)
        west, south, east, north = part.bounds
        spots = [part.representative_point()]
        spots += [
            Point(west + step * (i + 0.5), south + step * (j + 0.5))
            for i in range(int((east - west) / step))
            for j in range(int((north - south) / step))
        ]
        out += [[round(s.x, 1), round(s.y, 1), round(part.boundary.distance(s), 1)] for s in spots if part.contains(s)]
    return sorted(out, key=lambda a: -a[2])[: int(min(140, 4 + shape.area / 8))]


def build(topology: dict[str, Any], areas: list[dict[str, Any]]) -> dict[str, Any]:
    """The data file's content."""
    parts, shared = read_countries(topology)
    shapes = [disputed_shape(area, parts) for area in areas]
    contested = unary_union(shapes)
    near, inside = contested.buffer(0.03), contested.buffer(-0.03)
    land = unary_union([p.buffer(1e-6) for ps in parts.values() for p in ps])
    labels = []
    for name, pieces in sorted(parts.items()):
        shown = NAMES.get(name, name)
        rest = unary_union([p.buffer(1e-6) for p in pieces]).difference(contested)
        if shown and not rest.is_empty and rest.area > 0.05:
            labels.append({"name": shown, "anchors": anchors(rest)})
    return {
        "source": "Natural Earth 4.1, 1:50 m, public domain; disputed areas drawn by Guvoh",
        "scale": SCALE,
        "land": pack_rings(land),
        "borders": [pack(list(line.coords)) for line in lines(shared.difference(near))],
        "control": [pack(list(line.coords)) for line in lines(shared.intersection(inside))],
        "disputed": [
            {"name": a["name"], "note": a["note"], "rings": pack_rings(s), "anchors": anchors(s)[:1]}
            for a, s in zip(areas, shapes, strict=True)
        ],
        "labels": labels,
    }


def main(source: str, target: str) -> None:
    """Read the topology at `source`, write the data file at `target`."""
    layer = json.loads((Path(__file__).parent / "disputed_areas.json").read_text(encoding="utf-8"))
    data = build(json.loads(Path(source).read_text(encoding="utf-8")), layer["areas"])
    rows = [f'"{key}":{json.dumps(value, ensure_ascii=False, separators=(",", ":"))}' for key, value in data.items()]
    Path(target).write_text("{" + ",\n".join(rows) + "}\n", encoding="utf-8")
    print(f"{target}: {Path(target).stat().st_size:,} bytes, {len(data['disputed'])} disputed areas")


if __name__ == "__main__":
    main(*sys.argv[1:])
