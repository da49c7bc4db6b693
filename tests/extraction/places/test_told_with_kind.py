"""Places that no gazetteer lists: what they are stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.places import find_places
from guvoh.model.statement import Place


def found(text: str) -> dict[str, Place]:
    return {place.name: place for place in find_places(text, [(0, len(text))])}


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("in the village of Ombrezay", "city"),
        ("a barn at Ombrezay village", "city"),
        ("in the commune of Ombrezay", "city"),
        ("off the Ombrezay district", "admin2"),
        ("in the Ombrezay region of France", "admin2"),
        ("at the Ombrezay police station", "city"),
    ],
)
def test_what_it_is_makes_a_name_a_place(words: str, precision: str) -> None:
    place = found(f"They slept {words}.")["Ombrezay"]
    assert (place.precision, place.id) == (precision, None)


def test_every_mention_is_one_in_the_country_of_the_page() -> None:
    text = "Raid in Ombrezay. Police in France cleared the village of Ombrezay. In Lyon nobody knew Ombrezay."
    places = find_places(text, [(0, len(text))])
    assert [p.country for p in places if p.name == "Ombrezay"] == ["FR", "FR", "FR"]


def test_no_country_is_guessed_where_none_prevails() -> None:
    assert found("From Mali and Ghana they came to the village of Ombrezay.")["Ombrezay"].country is None


@pytest.mark.parametrize(
    "text",
    [
        "They slept in the Kurdish region.",
        "They met in the Southern district.",
        "Lawyers from the Tajiks town office came.",
        "The village of the men burnt.",
        "He spoke to Omar district officials.",
        "They were held at the Airport police station.",
        "They live in the Muslim district.",
        "Donald Wexmore spoke. They came from Wexmore county.",
    ],
)
def test_peoples_directions_and_persons_are_no_names_of_places(text: str) -> None:
    assert not [p for p in found(text).values() if p.id is None]


@pytest.mark.parametrize("rest", ["Ombrezay Motors", "Paul Ombrezay"])
def test_a_firm_or_person_of_the_name_is_not_the_place(rest: str) -> None:
    text = f"They slept in the village of Ombrezay. Then {rest} paid."
    assert len([p for p in find_places(text, [(0, len(text))]) if p.name == "Ombrezay"]) == 1


def test_a_county_is_a_place_and_its_offices_are_none() -> None:
    assert found("The track lies in rural Wexmore County, agents said.")["Wexmore County"].precision == "admin2"
    assert not found("He works for Wexmore County Savings Bank.")


def test_listed_places_keep_their_entry() -> None:
    assert found("They slept in the village of Moscow.")["Moscow"].id is not None


def test_people_of_a_country_speak_for_a_small_town_there() -> None:
    text = "Cypriots and Syrians clashed in Ormideia, where Cypriot police stood by in Ormidhia."
    assert found(text)["Ormidhia"].country == "CY"
    assert not found("Fires broke out in Ormidhia.")
    assert not found("British teachers and British pupils believe in Reading.")


@pytest.mark.parametrize(("name", "code"), [("North Sumatra", "ID-SU"), ("Ceará", "BR-CE"), ("Normandy", "FR-NOR")])
def test_first_level_regions_of_more_countries_are_listed(name: str, code: str) -> None:
    assert found(f"They landed in {name}.")[name].admin1 == code


def test_large_islands_are_listed() -> None:
    assert {"Sumatra", "Java", "Borneo"} <= set(found("Boats left Sumatra and Java and passed Borneo."))


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for place in find_places(f"in the village of {text}", [(0, 18 + len(text))]):
        assert 0 <= place.start < place.end <= 18 + len(text)
