"""The desk's map data: never finer than told, disputed land to no side, the same in any order."""

from __future__ import annotations

import random

from guvoh.model import Place
from guvoh.reporting.map_data import PlaceTally, map_data
from guvoh.reporting.svg_map import Spot, draw_map


def place(name, identity, precision, lat=42.0, lon=74.0, **more):
    return Place(name, identity, 0, 1, lat=lat, lon=lon, precision=precision, **more)


OSH = place("Osh", "geonames:1527534", "city", 40.53, 72.8)
KYRGYZSTAN = place("Kyrgyzstan", "geonames:1527747", "country", 41.5, 75.0)
CRIMEA = place("Crimea", "geonames:703883", "admin1", 45.2, 34.3, disputed=("RU", "UA"))
HOSTEL = place("Hostel", None, "facility", 55.7512, 37.6184)
ASIA = place("Central Asia", "x", "region_of_world")
NOWHERE = Place("Somewhere", None, 0, 1, precision="city")


def test_tallies_of_one_place_are_one_mark_in_any_order():
    tallies = [
        PlaceTally(OSH, 2, {"arbitrary_detention": 2}),
        PlaceTally(OSH, 3, {"arbitrary_detention": 1, "expulsion": 2}),
        PlaceTally(KYRGYZSTAN, 4),
        PlaceTally(CRIMEA, 1),
    ]
    made = map_data(tallies)
    random.Random(3).shuffle(tallies)
    assert map_data(tallies) == made
    assert [(m.place.name, m.count) for m in made.marks] == [("Osh", 5), ("Kyrgyzstan", 4), ("Crimea", 1)]
    assert made.marks[0].acts == (("arbitrary_detention", 3), ("expulsion", 2))


def test_countries_regions_and_disputed_areas_have_land_and_a_city_has_none():
    made = map_data([PlaceTally(p, 1) for p in (OSH, KYRGYZSTAN, CRIMEA)])
    assert set(made.land) == {"geonames:1527747", "geonames:703883"}


def test_a_single_site_is_drawn_only_to_its_surroundings():
    (mark,) = map_data([PlaceTally(HOSTEL, 1)]).marks
    assert (round(mark.lat, 6), round(mark.lon, 6)) == (55.8, 37.6)


def test_what_no_point_can_stand_for_is_listed_and_not_drawn():
    made = map_data([PlaceTally(ASIA, 3), PlaceTally(NOWHERE, 1), PlaceTally(OSH, 1)])
    assert [t.place.name for t in made.elsewhere] == ["Central Asia", "Somewhere"]
    assert [m.place.name for m in made.marks] == ["Osh"]


def test_the_drawing_shows_the_same_marks():
    made = map_data([PlaceTally(OSH, 2), PlaceTally(KYRGYZSTAN, 4)])
    drawn = draw_map([Spot(m.place, m.count, f"/events?place={i}") for i, m in enumerate(made.marks)])
    assert drawn is not None
    assert {(s.place.name, s.statements) for s in drawn.placed} == {("Osh", 2), ("Kyrgyzstan", 4)}
