"""Towns beside each other, parts of a city that is a unit of its own, and villages that no gazetteer has."""

from dataclasses import replace

import pytest
from test_joining import ready
from weighing_material import Doc, Say, made

from guvoh.assessment.events import happening_of
from guvoh.assessment.places import PlaceRelation, are_parted, relate
from guvoh.model import Place


def town(name, admin1, lat, lon, number, country="RU"):
    return Place(name, f"geonames:{number}", 0, 0, country, admin1, lat, lon, "city")


MOSCOW = town("Moscow", "RU-MOW", 55.752, 37.618, 1)
GOLYANOVO = town("Golyanovo", "RU-MOW", 55.823, 37.813, 2)
LYUBLINO = town("Lyublino", "RU-MOW", 55.677, 37.76, 3)
KHIMKI = town("Khimki", "RU-MOS", 55.9, 37.43, 4)
SERPUKHOV = town("Serpukhov", "RU-MOS", 54.915, 37.411, 5)
VOLGOGRAD = town("Volgograd", "RU-VGG", 48.719, 44.502, 6)
GORODISHCHE = town("Gorodishche", "RU-VGG", 48.803, 44.475, 7)
SAVANNAH = town("Savannah", "US-GA", 32.083, -81.1, 8, "US")
ELLABELL = Place("Ellabell", None, 0, 0, "US", "US-GA", None, None, "city")
DALLAS = town("Dallas", "US-TX", 32.78, -96.8, 9, "US")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (MOSCOW, GOLYANOVO, PlaceRelation.CONTAINS),
        (GOLYANOVO, MOSCOW, PlaceRelation.WITHIN),
        (GOLYANOVO, LYUBLINO, PlaceRelation.NEAR),
        (MOSCOW, KHIMKI, PlaceRelation.NEAR),
        (MOSCOW, SERPUKHOV, PlaceRelation.APART),
        (VOLGOGRAD, GORODISHCHE, PlaceRelation.NEAR),
        (SAVANNAH, ELLABELL, PlaceRelation.UNKNOWN),
        (ELLABELL, DALLAS, PlaceRelation.APART),
    ],
)
def test_how_towns_stand_to_each_other(a, b, expected):
    assert relate(a, b) is expected


def test_near_towns_are_two_places_but_for_one_event():
    assert are_parted(VOLGOGRAD, GORODISHCHE)
    assert not are_parted(MOSCOW, GOLYANOVO)


def test_an_event_is_where_most_of_its_statements_put_it_and_not_in_a_town_near_by():
    told, _ = ready([made(Doc(f"{n}.txt", [Say("40", place="Omsk")], f"2024-03-2{n}")) for n in range(3)])
    where = (VOLGOGRAD, GORODISHCHE, VOLGOGRAD)
    moved = [replace(t, statement=replace(t.statement, place=p)) for t, p in zip(told, where, strict=True)]
    assert happening_of(moved).place == VOLGOGRAD
