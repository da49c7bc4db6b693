"""Which place a number takes: not where people come from, whose body speaks, where they landed; wide where it is wide."""

# ruff: noqa: E501 -- tables read best with a row on a line

import pytest
from report_texts import pieces

from guvoh.extraction.rules import find_by_rules
from guvoh.model import Role


def places(*body, title="Raid", published="2025-03-20"):
    document = pieces((Role.TITLE, title), *((Role.BODY, words) for words in body), published=published)
    return {
        s.count.best or s.count.low: s.place and s.place.name for s in find_by_rules(document).statements if s.count
    }


RAID = "Police raided a market in Omsk, in the Omsk Region, on 3 March."


@pytest.mark.parametrize(
    ("words", "number", "place"),
    [
        ("They detained 96 road workers from the Namangan and Osh regions.", 96, "Omsk"),
        ("Seven washers from Kyrgyzstan were beaten.", 7, "Omsk"),
        ("Kyrgyzstan's consulate has freed 14 people.", 14, "Omsk"),
        ("At a news conference in Moscow an officer said that 60 people had been detained.", 60, "Omsk"),
        ("Some 36 people were not allowed to see the consul, Russia's Interior Ministry said.", 36, "Omsk"),
        # a country that does it, a long time, and words that widen
        ("Russia deported 157,000 migrants.", 157000, "Russia"),
        ("Since January, 1,306 people have been detained in the region.", 1306, "Omsk Oblast"),
        ("The 48 others were fined and allowed to remain in the country.", 48, "Omsk"),
        # removed from a place
        ("Then 30 people were expelled from Russia.", 30, "Russia"),
    ],
)
def test_a_number_after_a_raid(words, number, place):
    assert places(RAID, words, "The market is one of the largest in Russia.")[number] == place


def test_a_month_of_one_town_stays_with_the_town():
    assert places(RAID, "In February, police took away 15 people at the same market in secret.")[15] == "Omsk"


def test_where_a_plane_landed_is_not_where_the_next_sentence_plays():
    found = places(
        "A plane with 330 workers landed at Incheon International Airport on Friday.",
        "The remaining 27 were held in chains.",
    )
    assert found[27] is None


def test_a_digest_that_goes_from_town_to_town_counts_for_its_country():
    found = places(
        "A law took effect in February.",
        "A year has passed since then.",
        "A driver was held in Tula for a night.",
        "A cook was beaten in Perm.",
        "Some 4,800 decisions have been taken, the ministry in Russia said.",
        title="Digest",
    )
    assert found[4800] == "Russia"


def test_a_text_of_one_country_lends_it_but_not_where_people_come_from():
    lent = places("Officers visited 838 premises and held 617 people.", "Nobody in the United Kingdom was told.")
    assert lent[617] == "United Kingdom"
    assert places("Officers held 617 people.", "They were from Guatemala.")[617] is None


@pytest.mark.parametrize(
    ("words", "number", "place"),
    [
        (
            "In all 1,940 foreigners were removed from Russia's Central Federal District.",
            1940,
            "Central Federal District",
        ),
        (
            "Courts in five regions of the Volga Federal District ordered 1,006 foreigners to leave Russia.",
            1006,
            "Volga Federal District",
        ),
        ("Courts in the Tula Region ordered 50 foreigners to leave Russia.", 50, "Tula Oblast"),
        ("Officers held 50 people in Russia's second city, St. Petersburg.", 50, "Saint Petersburg"),
        ("In Russia's Southern Federal District, 70 people were held in Rostov.", 70, "Rostov-on-Don"),
        ("Police deported 40 men from Russia's Tula Region.", 40, "Tula Oblast"),
        ("A court in Kazakhstan ordered 50 foreigners to leave Russia.", 50, "Kazakhstan"),
    ],
)
def test_a_part_of_a_country_stands_before_the_country(words, number, place):
    assert places(words, title="Removals")[number] == place


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("In two other regions courts sat. In Omsk 466 were ordered to leave.", 466, "person"),
        ("They came from fourteen regions. Of all we escorted 654 to the aircraft ourselves.", 654, "person"),
        ("Ten regions banned such work in 2024 and 14 in 2025.", 14, "region"),
    ],
)
def test_a_number_without_a_noun_behind_regions(words, number, unit):
    document = pieces((Role.TITLE, "Removals"), (Role.BODY, words), published="2025-03-20")
    told = [s.count for s in find_by_rules(document).statements if s.count]
    assert {c.unit for c in told if number in (c.best, c.low)} == {unit}
