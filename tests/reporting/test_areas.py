"""Areas of countries and regions: cut at disputed land, oriented so that a map can tell land from hole."""

from __future__ import annotations

import json
from itertools import pairwise

from guvoh.extraction.places.gazetteer import gazetteer
from guvoh.model import Place
from guvoh.reporting.areas import areas, areas_of, ground_json
from guvoh.reporting.outlines import outlines

KYRGYZSTAN, RUSSIA, UKRAINE, CRIMEA, OSH_REGION = (
    "geonames:1527747",
    "geonames:2017370",
    "geonames:690791",
    "geonames:703883",
    "geonames:1346798",
)
SIMFEROPOL, DONETSK, BISHKEK, KYIV, MOSCOW = (34.1, 44.95), (37.8, 48.0), (74.6, 42.87), (30.52, 50.45), (37.62, 55.75)


def unpacked(ring):
    x = y = 0
    out = []
    for dx, dy in zip(ring[::2], ring[1::2], strict=True):
        x, y = x + dx, y + dy
        out.append((x / areas().scale, y / areas().scale))
    return out


def turning(ring):
    """Twice the signed area: negative for a ring that runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))


def covers(identity, point):
    """Whether the area holds the point, by the even-odd rule."""
    crossed = 0
    for polygon in areas().land[identity]:
        for ring in map(unpacked, polygon):
            for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
                if (y1 > point[1]) != (y2 > point[1]):
                    crossed += point[0] < x1 + (point[1] - y1) / (y2 - y1) * (x2 - x1)
    return crossed % 2 == 1


def place(identity, precision):
    return Place("x", identity, 0, 1, precision=precision, lat=0.0, lon=0.0)


def test_disputed_land_belongs_to_no_country():
    assert covers(KYRGYZSTAN, BISHKEK)
    assert covers(RUSSIA, MOSCOW)
    assert covers(UKRAINE, KYIV)
    assert covers(CRIMEA, SIMFEROPOL)
    holders = {i for i in areas().land if i != CRIMEA and covers(i, SIMFEROPOL)}
    assert holders == set()
    assert not covers(RUSSIA, DONETSK)
    assert not covers(UKRAINE, DONETSK)


def test_each_polygon_is_its_outer_ring_and_then_its_holes():
    for polygons in areas().land.values():
        for outer, *holes in polygons:
            assert turning(unpacked(outer)) < 0
            assert all(turning(unpacked(hole)) >= 0 for hole in holes)


def test_outer_rings_of_the_ground_run_clockwise_and_stand_before_their_holes():
    turns = [turning(ring) for ring in outlines().land]
    assert turns[0] < 0
    assert sum(t < 0 for t in turns) > 1000
    assert all(turning(ring) < 0 for area in outlines().disputed for ring in area.rings)


def test_only_areas_of_the_gazetteer_are_kept_and_every_one_is_known():
    table = gazetteer()
    known = {}
    for number in range(len(table._places)):
        if table._places[number]:
            entry = table.entry(number)
            known[entry.id] = entry
    assert areas().land.keys() <= known.keys()
    assert {known[i].precision for i in areas().land} == {"country", "admin1"}


def test_a_city_has_no_area_and_a_country_has_one():
    found = areas_of(
        [place(KYRGYZSTAN, "country"), place(OSH_REGION, "admin1"), place(KYRGYZSTAN, "city"), place(None, "country")]
    )
    assert set(found) <= {KYRGYZSTAN, OSH_REGION}
    assert found[KYRGYZSTAN]
    assert areas_of([place(KYRGYZSTAN, "city")]) == {}


def test_the_ground_is_what_the_outlines_are_read_from():
    raw = json.loads(ground_json())
    assert raw["source"] == outlines().source
    assert len(raw["land"]) == len(outlines().land)
