"""Which place and date of a sentence belong to an act."""

import pytest
from parsed_text import parsed, word

from guvoh.extraction.grammar.scope import place_for, places_where, within
from guvoh.extraction.grammar.timing import date_for, is_of_telling, of_event
from guvoh.model import DateMention, Place


def places(text, **precision):
    """The named places where they stand in the text, each with its precision (and its country after a slash)."""
    made = []
    for name, kind in precision.items():
        level, _, country = kind.partition("/")
        start = text.index(name)
        made.append(Place(name, name, start, start + len(name), country=country or None, precision=level))
    return sorted(made, key=lambda p: p.start)


def place(text, near, own=None, **precision):
    read = parsed(text)
    found = place_for(read, read.sentences[0], places(text, **precision), word(text, near), own)
    return found and found.name


CASES = [
    ("Police detained 40 workers in Tula.", "detained", {"Tula": "city"}, "Tula"),
    ("In Tula, police detained 40 workers.", "detained", {"Tula": "city"}, "Tula"),
    ("Police detained 40 workers near Perm and went home.", "detained", {"Perm": "city"}, "Perm"),
    ("Police detained 40 citizens of Uzbekistan.", "detained", {"Uzbekistan": "country/UZ"}, None),
    (
        "Men from Tajikistan were detained in Perm.",
        "detained",
        {"Tajikistan": "country/TJ", "Perm": "city"},
        "Perm",
    ),
    (
        "After an attack in Omsk, the police detained 40 men in Tula.",
        "detained",
        {"Omsk": "city", "Tula": "city"},
        "Tula",
    ),
    ("The men were detained in Omsk and flown to Kabul.", "detained", {"Omsk": "city", "Kabul": "city"}, "Omsk"),
    ("Police detained 40 workers.", "detained", {}, None),
    ("Police detained 38 Myanmar men and 12 Nepali men.", "detained", {"Myanmar": "country/MM"}, None),
    ("Myanmar police detained 38 men.", "detained", {"Myanmar": "country/MM"}, "Myanmar"),
    ("In Myanmar men were detained.", "detained", {"Myanmar": "country/MM"}, "Myanmar"),
]


@pytest.mark.parametrize(("text", "near", "named", "expected"), CASES)
def test_the_place_of_an_act(text, near, named, expected):
    assert place(text, near, **named) == expected


def test_a_place_in_the_numbers_own_stretch_wins():
    text = "In Kazan, police detained 40 workers in Tula and 12 in Perm."
    named = {"Kazan": "city", "Tula": "city", "Perm": "city"}
    start = text.index("12")
    assert place(text, "detained", (start, len(text)), **named) == "Perm"


def test_places_where_something_happens():
    text = "In Tula, police detained citizens of Uzbekistan."
    read = parsed(text)
    found = places_where(read, read.sentences[0], places(text, Tula="city", Uzbekistan="country/UZ"))
    assert [p.name for p in found] == ["Tula"]


def test_within_takes_what_lies_inside_whole():
    text = "Tula and Perm"
    tula, perm = places(text, Tula="city", Perm="city")
    assert within([tula, perm], (0, 4)) == [tula]
    assert within([tula, perm], (0, 12)) == [tula]
    assert within([tula, perm], (0, 13)) == [tula, perm]


def dates(text, *named):
    starts = [text.index(words) for words in named]
    return [DateMention("2024", "text", a, a + len(w)) for a, w in zip(starts, named, strict=True)]


def test_the_date_nearest_to_the_act():
    text = "Students who came in May were deported in July."
    read = parsed(text)
    named = dates(text, "May", "July")
    assert date_for(read, read.sentences[0], named, word(text, "came")) == named[0]
    assert date_for(read, read.sentences[0], named, word(text, "deported")) == named[1]
    assert date_for(read, read.sentences[0], [], word(text, "deported")) is None


def test_the_date_of_telling_dates_no_act():
    text = "Ninety were detained in March, police said on Tuesday."
    read = parsed(text)
    named = dates(text, "March", "Tuesday")
    assert date_for(read, read.sentences[0], named, word(text, "detained")) == named[0]
    assert date_for(read, read.sentences[0], named[1:], word(text, "detained")) is None


def test_the_day_of_a_dateline_with_its_agency_dates_no_act():
    text = "DUSHANBE, May 19, 2016, Asia-Plus -- Two men were killed in a brawl."
    assert is_of_telling(parsed(text), text.index("May"))
    text = "Two men were killed on May 19, 2016, in a brawl."
    assert not is_of_telling(parsed(text), text.index("May"))


@pytest.mark.parametrize(
    ("text", "named", "near", "edtf"),
    [
        ("It was the largest raid since 2018, when 133 people were arrested.", "2018", "arrested", "2018"),
        ("They fear it since the March attack that killed 145 people.", "March", "killed", "2018"),
        ("Pressure has grown since the March attack on a hall.", "March", "grown", "2018/.."),
    ],
)
def test_what_only_bounds_another_dates_what_is_told_of_it(text, named, near, edtf):
    read = parsed(text)
    start = text.index(named)
    date = DateMention("2018/..", "text", start, start + len(named))
    found = date_for(read, read.sentences[0], [date], word(text, near))
    assert found is not None
    assert of_event(read, found, word(text, near)).edtf == edtf
