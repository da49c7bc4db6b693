"""What stands beside a place's name tells how wide it is."""

import pytest

from guvoh.model import Place
from guvoh.reporting.tables import place_note


@pytest.mark.parametrize(
    ("place", "note"),
    [
        (
            Place("Volga Federal District", "guvoh:v", 0, 0, "RU", precision="region_of_world"),
            "part of the country, RU",
        ),
        (Place("Central Asia", "guvoh:c", 0, 0, precision="region_of_world"), "part of the world"),
        (Place("Russia", "geonames:1", 0, 0, "RU", precision="country"), "whole country"),
        (Place("Tula Oblast", "geonames:2", 0, 0, "RU", "RU-TUL", precision="admin1"), "region, RU"),
    ],
)
def test_how_wide_a_place_is(place, note):
    assert place_note(place) == note
