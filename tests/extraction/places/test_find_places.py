"""Places: which names are places and which places they are, as tables of sentences, and properties over any text."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.places import PlaceFinder, find_places
from guvoh.extraction.places.gazetteer import Gazetteer
from guvoh.extraction.places.keys import key_of


def names(text):
    return [p.name for p in find_places(text, [(0, len(text))])]


def places(text):
    return {p.name: p for p in find_places(text, [(0, len(text))])}


PLACES = [
    ("A raid in the Tambov Region.", ["Tambov Oblast"]),
    ("A raid in Tambov Oblast and in Tambov.", ["Tambov Oblast", "Tambov"]),
    ("A raid in Moscow region, not in Moscow.", ["Moscow Oblast", "Moscow"]),
    ("Krasnodar Territory and Krasnodar.", ["Krasnodar Krai", "Krasnodar"]),
    ("They fled the Republic of Dagestan.", ["Dagestan"]),
    ("Ural Federal District courts.", ["Ural Federal District"]),
    ("The North-Caucasian Federal District (NCFD).", ["North Caucasian Federal District"]),
    ("He lived in St. Petersburg, then in Petersburg.", ["Saint Petersburg", "Saint Petersburg"]),
    ("In Ekaterinburg and Yekaterinburg.", ["Yekaterinburg", "Yekaterinburg"]),
    ("The Kyrgyz Republic replied.", ["Kyrgyzstan"]),
    ("Great Britain and the U.S. agreed with the UK.", ["United Kingdom", "United States", "United Kingdom"]),
    ("Russia's neighbours in Central Asia.", ["Russia", "Central Asia"]),
    ("BISHKEK -- The court sat.", ["Bishkek"]),
    ("OTTUMWA, Iowa (AP) — Agents went into a plant.", ["Ottumwa", "Iowa"]),
    ("KULAI: Officers of Johor went into a block of flats.", ["Kulai", "Johor"]),
    ("SOFIA: They came at night.", []),
    ("A Bishkek blogger wrote.", ["Bishkek"]),
    ("Bishkek Mayor Someone spoke.", ["Bishkek"]),
    (
        "He landed at Sheremetyevo and then Manas Airport.",
        ["Sheremetyevo International Airport", "Manas International Airport"],
    ),
    ("People gathered at Crocus City Hall.", ["Crocus City Hall"]),
    ("Men from Osh, Jalal-Abad and Batken.", ["Osh", "Jalal-Abad", "Batken"]),
    ("In Margilan, Uzbekistan, he was born.", ["Margilan", "Uzbekistan"]),
    ("In Moscow, Idaho, it snowed.", ["Moscow", "Idaho"]),
    ("Police of Gaziantep province in Turkey.", ["Gaziantep Province", "Turkey"]),
    ("He works in Nice, France.", ["Nice", "France"]),
    ("A court in Rostov-on-Don.", ["Rostov-on-Don"]),
    ("Nobody in Khatlon or Sughd knew.", ["Khatlon Region", "Sughd Region"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_names_are_read_as_the_places_they_mean(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Kyrgyz citizens spoke Uzbek.",
        "The Moscow Times and the New York Times wrote.",
        "Radio Free Europe/Radio Liberty's Kazakh service said so.",
        "Vladimir Petrov and Chelsea Clarkson met.",
        "Michael Jordan scored; Jordan smiled at Florence Nightingale.",
        "Victoria Newland and Austin Powers left.",
        "Islamic State claimed it; Paris Saint-Germain won.",
        "May was cold. March was colder. Tell us, Nice people.",
        "Most of the Police came from Reading lists.",
        "Manas Toktogulov and Kanat Osmonov signed.",
        "Mr. Lincoln and President Washington.",
        "Economy",
        "Selma: the film.",
    ],
)
def test_other_names_are_no_places(text):
    assert names(text) == []


def test_georgia_is_settled_by_what_else_the_page_names():
    assert places("In Georgia, Armenia and Azerbaijan.")["Georgia"].country == "GE"
    assert places("From New York she wrote to Sweden, Norway and Georgia.")["Georgia"].country == "GE"
    state = places("In Florida, Texas and Alabama, as in Georgia and California.")["Georgia"]
    assert (state.country, state.admin1) == ("US", "US-GA")
    assert places("He lives in Atlanta, Georgia.")["Georgia"].admin1 == "US-GA"
    wire = "DALTON, Ga. Agents came to a plant in Georgia. Most are from Guatemala, the rest from Mexico and Honduras."
    assert places(wire)["Georgia"].admin1 == "US-GA"


def test_a_city_carries_its_codes_and_coordinates():
    city = places("They work in Saint Petersburg.")["Saint Petersburg"]
    assert (city.id, city.country, city.admin1, city.precision) == ("geonames:498817", "RU", "RU-SPE", "city")
    assert city.lat == pytest.approx(59.94, abs=0.02)
    assert city.lon == pytest.approx(30.31, abs=0.02)


def test_a_region_lies_amid_its_towns_and_a_region_of_the_world_has_no_point():
    region = places("In the Volgograd Region.")["Volgograd Oblast"]
    assert (region.id, region.admin1, region.precision) == ("geonames:472755", "RU-VGG", "admin1")
    assert region.lat is not None
    assert 47 < region.lat < 52
    wide = places("All over Central Asia.")["Central Asia"]
    assert (wide.lat, wide.lon, wide.country, wide.precision) == (None, None, None, "region_of_world")


@pytest.mark.parametrize(
    ("text", "name", "claimants"),
    [
        ("A court in Crimea.", "Crimea", ("RU", "UA")),
        ("A court in Sevastopol.", "Sevastopol", ("RU", "UA")),
        ("A court in Donetsk.", "Donetsk", ("RU", "UA")),
        ("A court in Western Sahara.", "Western Sahara", ("EH", "MA")),
        ("A court in Kosovo.", "Kosovo", ("RS", "XK")),
        ("A court in South Ossetia.", "South Ossetia", ("GE", "x-south-ossetia")),
        ("Near the Golan Heights.", "Golan Heights", ("IL", "SY")),
    ],
)
def test_a_disputed_place_has_claimants_and_no_country(text, name, claimants):
    place = places(text)[name]
    assert place.country is None
    assert place.disputed == claimants


def test_skipped_stretches_yield_nothing():
    text = "European University in Bishkek"
    assert find_places(text, [(0, len(text))], [(0, len(text))]) == []


def test_a_finder_settles_one_stretch_alone():
    text = "Not this: Kazan. In Tashkent it rained."
    assert [p.name for p in PlaceFinder().find(text, 17, len(text))] == ["Tashkent"]


def test_the_gazetteer_knows_cyrillic_names_and_stays_small():
    tracemalloc.start()
    table = Gazetteer()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 60e6
    moscow = table.names(key_of("Москва"))
    assert moscow is not None
    assert "geonames:524901" in {table.entry(n).id for n in (*moscow.main, *moscow.other)}


def test_every_entry_is_whole():
    table = Gazetteer()
    for name in ("Russia", "Osh", "Tver region", "Kherson", "Manas Airport"):
        found = table.names(key_of(name))
        assert found is not None
        for number in (*found.main, *found.other):
            entry = table.entry(number)
            assert entry.name
            assert entry.id
            assert entry.country or entry.disputed
            assert not (entry.country and entry.disputed)


@given(
    st.text(max_size=150)
    | st.lists(
        st.sampled_from(
            "Moscow Region in , Georgia the New York of Osh Vladimir Mr. U.S. Saint Republic 's - \n said Paris".split(
                " "
            )
        ),
        max_size=20,
    ).map(" ".join)
)
def test_any_text_gives_ordered_spans(text):
    last = 0
    for place in find_places(text, [(0, len(text))]):
        assert last <= place.start < place.end <= len(text)
        assert place.name
        last = place.end
