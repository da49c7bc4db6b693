"""Facilities and districts beside the city that holds them."""

import pytest

from guvoh.assessment.places import PlaceRelation, relate
from guvoh.model import Place


def spot(name, precision, lat, lon, number):
    return Place(name, f"geonames:{number}", 0, 0, "RU", "RU-X", lat, lon, precision)


MOSCOW = spot("Moscow", "city", 55.75, 37.62, 1)


@pytest.mark.parametrize(
    ("inner", "expected", "why"),
    [
        (
            spot("Vnukovo International Airport", "facility", 55.59, 37.27, 2),
            PlaceRelation.CONTAINS,
            "28 km from the centre",
        ),
        (spot("Dubna plant", "facility", 56.2, 37.2, 3), PlaceRelation.UNKNOWN, "57 km away it may be another town's"),
        (spot("Klin prison", "facility", 56.33, 36.7, 4), PlaceRelation.APART, "85 km away"),
        (spot("Moscow District", "admin2", 55.76, 37.6, 5), PlaceRelation.WITHIN, "a district of the city's name"),
        (spot("Khimki District", "admin2", 55.88, 37.42, 6), PlaceRelation.UNKNOWN, "a district of another name"),
    ],
)
def test_what_a_city_holds(inner, expected, why):
    assert relate(MOSCOW, inner) is expected, why
