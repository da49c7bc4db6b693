"""Federal districts lie within their country, hold their units and what is in them, and no others."""

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.districts import _units, district_of
from guvoh.assessment.places import PlaceRelation, narrower, relate
from guvoh.model import Place
from guvoh.model.weighing import FigurePair, FigureRelation


def district(name):
    return Place(name, f"guvoh:{name}-federal-district", 0, 0, "RU", precision="region_of_world")


VOLGA, CENTRAL = district("volga"), district("central")
RUSSIA = Place("Russia", "geonames:2017370", 0, 0, "RU", precision="country")
SARATOV = Place("Saratov", "geonames:1", 0, 0, "RU", "RU-SAR", precision="city")
TULA = Place("Tula Oblast", "geonames:2", 0, 0, "RU", "RU-TUL", precision="admin1")
SOUTH = Place("Southern Russia", "guvoh:southern-russia", 0, 0, "RU", precision="region_of_world")
ALMATY = Place("Almaty", "geonames:3", 0, 0, "KZ", "KZ-75", precision="city")
WORLD = Place("Central Asia", "guvoh:central-asia", 0, 0, precision="region_of_world")


@pytest.mark.parametrize(
    ("a", "b", "there", "back"),
    [
        (RUSSIA, VOLGA, PlaceRelation.CONTAINS, PlaceRelation.WITHIN),
        (VOLGA, SARATOV, PlaceRelation.CONTAINS, PlaceRelation.WITHIN),
        (CENTRAL, TULA, PlaceRelation.CONTAINS, PlaceRelation.WITHIN),
        (VOLGA, TULA, PlaceRelation.APART, PlaceRelation.APART),
        (VOLGA, CENTRAL, PlaceRelation.APART, PlaceRelation.APART),
        (VOLGA, ALMATY, PlaceRelation.APART, PlaceRelation.APART),
        (VOLGA, SOUTH, PlaceRelation.UNKNOWN, PlaceRelation.UNKNOWN),
        (SOUTH, SARATOV, PlaceRelation.UNKNOWN, PlaceRelation.UNKNOWN),
        (RUSSIA, SOUTH, PlaceRelation.CONTAINS, PlaceRelation.WITHIN),
        (WORLD, ALMATY, PlaceRelation.UNKNOWN, PlaceRelation.UNKNOWN),
    ],
)
def test_how_districts_stand_to_other_places(a, b, there, back):
    assert (relate(a, b), relate(b, a)) == (there, back)


def test_a_district_is_narrower_than_its_country_and_wider_than_its_units():
    assert narrower(RUSSIA, VOLGA) is VOLGA
    assert narrower(VOLGA, SARATOV) is SARATOV


def test_no_unit_is_of_two_districts():
    every = [unit for units in _units().values() for unit in units]
    assert len(every) == len(set(every)) == 83
    assert district_of(SARATOV) == VOLGA.id
    assert district_of(ALMATY) is None


def test_a_figure_of_a_district_is_wider_than_one_of_a_town_in_it():
    whole = made(Doc("a.html", [Say("1,006", "expulsion", "Southern Federal District", "2025-02")], "2025-03-01"))
    part = made(Doc("b.html", [Say("17", "expulsion", "Sochi", "2025-02-14")], "2025-02-16"))
    told = [f for f in weigh([whole, part]).figures if isinstance(f, FigurePair)]
    assert {f.relation for f in told} <= {FigureRelation.WIDER, FigureRelation.NARROWER}
    assert told
