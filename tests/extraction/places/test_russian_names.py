"""The Russian names of the data file: every region of Russia and its neighbours has one, and every one is found."""

import pytest

from guvoh.extraction.places.gazetteer import gazetteer
from guvoh.extraction.places.russian_names import russian_names
from guvoh.extraction.places.transliterated import spellings

TOWNS = {
    "RU-MOW",
    "RU-SPE",
    "KG-GB",
    "KG-GO",
    "TJ-DU",
    "UZ-TK",
    "KZ-71",
    "KZ-75",
    "KZ-79",
    "TM-S",
    "BY-HM",
}


@pytest.mark.parametrize("country", ["RU", "KG", "TJ", "UZ", "KZ", "TM", "BY"])
def test_every_region_has_a_russian_name(country: str) -> None:
    named = {entry.admin1 for entries in russian_names().told.values() for entry in entries}
    regions = {e.admin1 for e in gazetteer().of_kind("admin1") if e.country == country and e.admin1}
    assert regions - named - TOWNS == set()


def test_a_country_whose_claimants_have_codes_of_their_own_takes_none_of_them() -> None:
    (china,) = (e for e in russian_names().told["кнр"] if e.precision == "country")
    assert china.name == "China"


def test_every_wide_region_and_site_has_its_place() -> None:
    assert {e.name for e in russian_names().told["сибирь"]} == {"Siberia"}
    assert {e.id for e in russian_names().told["аэропорт внуково"]} == {"iata:VKO"}


@pytest.mark.parametrize(
    ("word", "latin"), [("эсеньюрт", "esenyurt"), ("худжанд", "khujand"), ("чирчик", "chirchik"), ("London", None)]
)
def test_a_cyrillic_name_is_spelled_in_latin_letters(word: str, latin: str | None) -> None:
    assert (latin in spellings(word)) if latin else spellings(word) == []
