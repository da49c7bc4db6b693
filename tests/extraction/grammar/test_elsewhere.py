"""Places that a sentence only mentions are no scene of it, nor of those after it."""

import pytest
from parsed_text import parsed, word

from guvoh.extraction.grammar.elsewhere import is_bound_for, is_dateline
from guvoh.extraction.grammar.scene import Scenes
from guvoh.extraction.grammar.scope import place_for, places_where
from guvoh.model import Place


def places(text, **precision):
    """The named places where they stand in the text, each with its precision, country and first-level unit."""
    made = []
    for key, kind in precision.items():
        name = key.replace("_", " ")
        level, country, unit = (*kind.split("/"), *("XX", "XX-1")[kind.count("/") :])
        start = text.index(name)
        made.append(Place(name, name, start, start + len(name), country=country, admin1=unit, precision=level))
    return sorted(made, key=lambda p: p.start)


ONLY_NAMED = [
    ("ANKARA, July 1 (Reuters) - Police detained 67 people.", "detained", {"ANKARA": "city"}),
    ("(Beirut, August 21, 2023) – Guards have killed hundreds of migrants.", "killed", {"Beirut": "city"}),
    ("The Oslo-based group said that 655 migrants had been killed.", "killed", {"Oslo": "city"}),
    ("Police arrested 1,368 people, half of them Myanmar nationals.", "arrested", {"Myanmar": "country"}),
    ("Tashkent counted 41 men who were held by police.", "held", {"Tashkent": "city"}),
    ("The men, who were born in Fergana, were detained.", "detained", {"Fergana": "city"}),
    ("According to the Consulate General in Omsk, two men were arrested.", "arrested", {"Omsk": "city"}),
    ("The Ministry of Foreign Affairs of Uzbekistan commented on the raid.", "commented", {"Uzbekistan": "country"}),
    ("His expulsion was ordered in May, although Guinea has not accepted anybody.", "ordered", {"Guinea": "country"}),
    ("More than 900 people left, said Ali Khan, an official in Peshawar.", "left", {"Peshawar": "city"}),
]


@pytest.mark.parametrize(("text", "near", "named"), ONLY_NAMED)
def test_a_place_that_is_only_named_is_not_that_of_the_act(text, near, named):
    read = parsed(text)
    assert place_for(read, read.sentences[0], places(text, **named), word(text, near), None) is None


NARROWER = [
    ("In Gurugram, near Delhi, police detained workers.", {"Gurugram": "city", "Delhi": "city"}, "Gurugram"),
    ("Police detained workers at Moscow's Vnukovo airport.", {"Moscow": "city", "Vnukovo": "facility"}, "Vnukovo"),
    ("Police detained men in the Moscow region town of Klin.", {"Moscow region": "admin1", "Klin": "city"}, "Klin"),
    (
        "ANKARA, July 1 - Police detained men in the central city of Kayseri.",
        {"ANKARA": "city", "Kayseri": "city"},
        "Kayseri",
    ),
]


@pytest.mark.parametrize(("text", "named", "expected"), NARROWER)
def test_the_place_itself_stands_not_what_lies_by_or_around_it(text, named, expected):
    read = parsed(text)
    found = places(text, **named)
    chosen = place_for(read, read.sentences[0], found, word(text, "detained"), None)
    assert chosen is not None
    assert chosen.name == expected
    assert [p.name for p in places_where(read, read.sentences[0], found)] == [expected]


def test_a_word_of_removal_that_names_a_house_moves_nobody_from_where_they_come():
    text = "At the Tuzla Removal Center migrants from Turkmenistan refused food."
    read = parsed(text)
    assert places_where(read, read.sentences[0], places(text, Turkmenistan="country")) == []


BOUND = [
    ("His cousin is now at a training ground near Luga.", "Luga", True),
    ("His parents are in Omsk.", "Omsk", True),
    ("They were taken to a detention center in Omsk.", "Omsk", True),
    ("They were taken to a police station in Omsk.", "Omsk", False),
    ("The camp is in Omsk.", "Omsk", False),
    ("Police detained them in Omsk.", "Omsk", False),
]


@pytest.mark.parametrize(("text", "name", "expected"), BOUND)
def test_where_people_went_on_to_is_no_scene_of_other_paragraphs(text, name, expected):
    assert is_bound_for(parsed(text), places(text, **{name: "city"})[0]) is expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("ST. PETERSBURG, May 20. /TASS/. Police detained men.", "ST. PETERSBURG", True),
        ("Omsk, April 21, 2025 (AFP) - Police detained men.", "Omsk", True),
        ("LAHORE: A flight arrived.", "LAHORE", True),
        ("Omsk: police detained men.", "Omsk", False),
        ("Omsk is cold.", "Omsk", False),
    ],
)
def test_a_dateline_is_known_by_its_day_agency_or_dash(text, name, expected):
    assert is_dateline(parsed(text), places(text, **{name: "city"})[0]) is expected


def scene(text, **named):
    read = parsed(text)
    return Scenes(read, places(text, **named), []).place(read.sentences[-1], None)


def test_a_dateline_is_the_scene_only_where_nothing_else_is_named():
    assert scene("OMSK, July 1 (Reuters) - Police raided a market. They took 40 men.", OMSK="city").place.name == "OMSK"


def test_the_seat_of_a_byline_is_no_opening():
    text = "Jo Bloggs in Sydney\nMon 5 Nov 2012\n\nThey strike.\n\nMen fell ill."
    found = scene(text, Sydney="city").place
    assert found is None


def test_a_number_too_large_for_a_town_far_before_is_of_its_country():
    text = "Police raided a market in Omsk.\n\nRussia listed them.\n\nSome 113,000 people are on the list."
    read = parsed(text)
    scenes = Scenes(read, places(text, Omsk="city/RU/RU-OMS", Russia="country/RU"), [])
    found = scenes.place(read.sentences[-1], None)
    assert found.place is not None
    assert found.place.name == "Omsk"
    wide = scenes.widened(found, None, many=True).place
    assert wide is not None
    assert wide.name == "Russia"
