"""Which place a name is: towns of the US that no gazetteer lists, counties, Georgia, markets named like villages."""

import pytest

from guvoh.extraction.places import find_places


def found(text):
    return [(p.name, p.country, p.admin1, p.precision) for p in find_places(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ELLABELL, Ga. - Agents went to the site. Ellabell is small.", [("Ellabell", "US", "US-GA", "city")] * 2),
        ("Officers went to a plant in Glendora, Miss., on Monday.", [("Glendora", "US", "US-MS", "city")]),
        ("AGENTS, IN A RAID, HELD 40.", []),
        ("Officers told Kemp, Ga., nothing.", []),
        ("BRYAN COUNTY, Ga. - Agents held people.", [("Bryan County", "US", "US-GA", "admin2")]),
        (
            "ELLABELL, Ga. - Agents held people in Bryan County.",
            [("Ellabell", "US", "US-GA", "city"), ("Bryan County", "US", "US-GA", "admin2")],
        ),
    ],
)
def test_a_town_or_county_with_its_state(text, expected):
    assert found(text) == expected


def test_a_county_is_not_where_a_city_of_its_name_is():
    (county, *_) = [p for p in find_places("Bryan County, Ga., said so.", [(0, 27)]) if p.precision == "admin2"]
    assert (county.admin1, county.lat) == ("US-GA", None)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "A plane with workers held in the United States landed in Incheon. They had worked in Georgia. "
            "The United States, China and Japan agreed.",
            "US",
        ),
        ("In Tbilisi, the capital of Georgia, 20 were held. The United States and the United States left.", "GE"),
        ("Police held 20 people in Georgia. Russia and the United States protested.", "GE"),
    ],
)
def test_georgia(text, country):
    assert [p.country for p in find_places(text, [(0, len(text))]) if p.name == "Georgia"] == [country]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A fire at the Severny market in Abakan destroyed 38 stalls in Khakassia.", ["Abakan", "Khakassia"]),
        ("Police raided the Severny market in Russia.", ["Severnyy", "Russia"]),
        ("In the Rostov Region police raided the Severny market.", ["Rostov Oblast", "Severnyy"]),
    ],
)
def test_a_market_is_in_no_far_village_of_its_name(text, names):
    assert [name for name, *_ in found(text)] == names
