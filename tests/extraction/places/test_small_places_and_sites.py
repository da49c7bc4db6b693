"""Small towns, facilities, islands and datelines: what is found and what has to stay unfound."""

# ruff: noqa: E501 -- tables read best with a row on a line

from __future__ import annotations

import math
from pathlib import Path

import pytest

from guvoh.extraction.places import find_places
from guvoh.extraction.places.gazetteer import Entry, Gazetteer
from guvoh.extraction.places.keys import key_of

SITES = Path(__file__).parents[3] / "tools" / "gazetteer" / "sites.tsv"
MOST_KM = 80


def names(text):
    return [p.name for p in find_places(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Boats from Turkey land on Lesbos and on Lampedusa, Italy.", ["Turkey", "Lesbos", "Lampedusa", "Italy"]),
        ("Poland shut the road in Kuznica and sent soldiers into Krynki.", ["Poland", "Kuźnica", "Krynki"]),
        ("They came by Velika Kladusa, Bosnia, to Lodz in Poland.", ["Velika Kladuša", "Bosnia and Herzegovina", "Łódź", "Poland"]),
        ("Afghans wait at Torkham and in the Zaatari camp.", ["Torkham", "Zaatari camp"]),
        ("A family was held in Dilley, Texas.", ["Dilley", "Texas"]),
        ("Guards at Yarl's Wood and Manston said so.", ["Yarl's Wood", "Manston processing centre"]),
        ("IPOH, Feb 20 2024", ["Ipoh"]),
        ("OSH -- The court sat.", ["Osh"]),
        ("Barpeta, 3 June 2025", ["Barpeta"]),
        ("Farms in the Cameron Highlands were searched.", ["Cameron Highlands"]),
        ("In Cape Verde, East Timor and the Czech Republic.", ["Cape Verde", "East Timor", "Czech Republic"]),
        ("Türkiye, Cabo Verde, Timor-Leste and Czechia.", ["Turkey", "Cape Verde", "East Timor", "Czech Republic"]),
    ],
)  # fmt: skip
def test_names_are_found(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A lawyer with the Kyzyl Jol fund says so.",
        "Talha Ahmed and Alexandra Novak spoke for the OSH department.",
        "In Walker's view it was wrong, and in Baker's too.",
        "The IPOH rules are new.",
        "In Hope they trust.",
    ],
)
def test_other_names_stay_unfound(text):
    assert names(text) == []


def places(text):
    return {p.name: p for p in find_places(text, [(0, len(text))])}


def test_a_state_after_a_town_settles_both():
    assert places("She spoke in Williamsburg, Virginia, twice.")["Williamsburg"].admin1 == "US-VA"
    assert places("Trucks waited in Selma, Ala., and left.")["Selma"].admin1 == "US-AL"
    assert places("Held in Dilley, TX, for weeks.")["Dilley"].admin1 == "US-TX"
    assert places("A rally in Everett, Wash., was big.")["Everett"].admin1 == "US-WA"
    assert places("Virginia and Ohio voted. A rally in Springfield, Ohio, was big.")["Springfield"].admin1 == "US-OH"


def test_a_country_that_goes_on_with_its_own_sentence_is_no_apposition():
    assert places("He left Ohio and Michigan. In Paris, the United States led talks.")["Paris"].country == "FR"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Pahang Immigration Department officers came.", "Pahang", "MY-06"),
        ("In Helmand nobody came.", "Helmand", "AF-HEL"),
        ("Police in Gauteng said so.", "Gauteng", "ZA-GP"),
        ("Soldiers in Podlaskie said so.", "Podlaskie", "PL-20"),
    ],
)
def test_regions_abroad_have_their_codes(text, name, code):
    assert places(text)[name].admin1 == code


def test_a_village_named_often_on_a_page_of_its_country_is_found():
    text = "Dispatch from Kuznica. Men camp at the fence at Kuznica, Poland's guard says."
    assert names(text) == ["Kuźnica", "Kuźnica", "Poland"]
    assert names("Men camp at the fence at Kuznica.") == []


def test_a_region_named_on_the_page_settles_a_name_of_many_towns():
    assert places("Missouri and Kansas agreed. Men in Independence, a city near the border, did not.") is not None
    assert places("He crossed Virginia Beach, Richmond and the state of Virginia.")["Richmond"].admin1 == "US-VA"


@pytest.mark.parametrize(
    "text",
    [
        "Benjamin J. Rhodes and Maria K. Everett spoke.",
        "As told in Davis' letter, it is hard.",
        "Aung San Suu Kyi spoke.",
    ],
)
def test_names_of_people_with_initials_and_endings_are_no_places(text):
    assert names(text) == []


def _rows():
    lines = SITES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def _km(a: Entry, b: Entry) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(v or 0.0) for v in (a.lat, a.lon, b.lat, b.lon))
    cosine = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(lon1 - lon2)
    return 6371 * math.acos(min(1.0, cosine))


def _entries(table: Gazetteer, name: str) -> list[Entry]:
    found = table.names(key_of(name))
    return [table.entry(n) for n in (*found.main, *found.other)] if found else []


def test_every_site_lies_by_the_town_it_names():
    table = Gazetteer()
    far = []
    for _, slug, name, _, _, _, _, town in _rows():
        site = next(e for e in _entries(table, name) if e.id == f"guvoh:{slug}")
        near = [_km(site, e) for e in _entries(table, town) if e.precision == "city" and e.lat is not None]
        if not near or min(near) > MOST_KM:
            far.append((slug, town, min(near, default=None)))
    assert far == []


def test_no_site_is_listed_twice():
    slugs = [row[1] for row in _rows()]
    assert len(slugs) == len(set(slugs))
