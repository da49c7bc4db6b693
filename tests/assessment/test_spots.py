"""Spots that no gazetteer knows tie what two pages tell; owners and openly told beatings have families of their own."""
# ruff: noqa: E501 (one case per line)

import pytest
from weighing_material import Doc, Say, made

from guvoh.assessment import weigh
from guvoh.assessment.corpus import gather
from guvoh.assessment.incremental import add
from guvoh.assessment.shelf import MemoryShelf, applied
from guvoh.assessment.spots import spots
from guvoh.assessment.telling import telling
from guvoh.model.weighing import Weighed

HELD = "arbitrary_detention"


def say(words, quote, by, act=HELD, when="2024-03-23", where="Russia", basis="published"):
    return Say(words, act, where, when, (by,), quote=quote, basis=basis)


@pytest.mark.parametrize(
    ("quote", "where", "expected"),
    [
        ("Police detained 64 workers in the Wafra area on Sunday.", "Russia", {"vafra"}),
        ("Thirty people landed near Potami beach.", None, {"potami"}),
        ("They closed the Torgovy Gorod wholesale market.", None, {"torgovi", "gorod"}),
        ("They closed the Torgovy Gorod wholesale market.", "Omsk", {"torgovi", "gorod"}),
        ("They were held.", "Omsk", set()),
        ("Police held citizens of Nepal in March on Sunday.", None, set()),
    ],
)
def test_names_of_spots(quote, where, expected):
    (told,) = telling(gather([made(Doc("a.html", [say("64", quote, "official:police", where=where)]))]))
    assert spots(told) == expected


FIRST = say("64", "Police detained 64 farm workers in the Wafra area on Sunday.", "official:Omsk police")
LANDED = say("33", "Thirty-three people landed near Potami on Tuesday.", "Eleni Vasilaki", None, where=None)


@pytest.mark.parametrize(
    ("one", "other", "events", "why"),
    [
        (FIRST, say(None, "On Sunday they came to the farms in Wafra.", "Bishnu Rai"), 1, "one spot, one day"),
        (FIRST, say(None, "On Sunday they came to the farms in Sulaibiya.", "Bishnu Rai"), 2, "another spot"),
        (LANDED, say("13", "13 people landed in the area of Potami.", "official:coast guard", None, where=None), 1, "arrivals of one day"),
        (LANDED, say("13", "13 people landed in the area of Karlovasi.", "official:coast guard", None, where=None), 2, "elsewhere"),
    ],
)  # fmt: skip
def test_a_spot_of_one_name_joins(one, other, events, why):
    docs = [made(Doc("a.html", [one], "2024-03-25")), made(Doc("b.html", [other], "2024-03-26"))]
    weighed = weigh(docs)
    assert len(weighed.events) == events, why
    shelf, bit_by_bit = MemoryShelf(), Weighed()
    for doc in docs:
        bit_by_bit = applied(bit_by_bit, add(shelf, [doc]))
    assert bit_by_bit.events == weighed.events


def test_the_owner_is_not_among_those_detained_in_the_raid():
    raid = say("126", "Officers detained 126 people in Omsk.", "official:Omsk police", where="Omsk")
    owner = say(
        None, "The owner of the flats, a man of 52, was arrested as well.", "official:Omsk police", where="Omsk"
    )
    assert len(weigh([made(Doc("a.html", [raid, owner]))]).events) == 2


RAID = say(
    "43", "The police took 43 men from the mosque on Shakhterov Street on Saturday.", "official:police", where=None
)
MORE = say("112", "They drove 112 people to the departments.", "Almaz T.", where=None)


@pytest.mark.parametrize(
    ("street", "where", "events", "why"),
    [
        ("Shakhterov", "Omsk", 1, "the street of the opening ties a page without a town to one that has it"),
        ("Partizan", None, 2, "another street, and no town"),
    ],
)
def test_the_spot_of_the_opening_is_that_of_the_page(street, where, events, why):
    other = say(None, f"Men surrounded the mosque on {street} Street.", "Bakyt A.", where=where)
    pages = [made(Doc("a.html", [RAID, MORE], "2024-03-25")), made(Doc("b.html", [other], "2024-03-26"))]
    assert len(weigh(pages).events) == events, why


def test_two_spots_of_one_day_of_a_page_are_two():
    market = say("15", "They held 15 at the Torgovy Gorod market on Saturday.", "official:police", where=None)
    assert len(weigh([made(Doc("a.html", [RAID, market], "2024-03-25"))]).events) == 2


@pytest.mark.parametrize(
    ("act", "quote", "events", "why"),
    [
        ("unlawful_entry_search", "His door was kicked in in Omsk.", 2, "a broken door is told beside the raid"),
        ("unlawful_entry_search", "They came at five in Omsk.", 1, "a coming is the raid"),
        ("identity_check_profiling", "Papers were checked in Omsk.", 1, "checks are of the raid"),
    ],
)
def test_what_is_told_beside_a_raid(act, quote, events, why):
    raid = say("126", "Officers detained 126 people in Omsk.", "official:Omsk police", where="Omsk")
    beside = say(None, quote, "Bakyt A.", act, where="Omsk")
    assert len(weigh([made(Doc("a.html", [raid, beside]))]).events) == events, why


def test_a_death_and_a_ban_are_events_beside_the_beating_and_the_removal():
    beaten = say(None, "All of them were beaten in Omsk.", "Bakyt A.", "torture_ill_treatment", where="Omsk")
    dead = say(None, "A man died in a cell in Omsk.", "Bakyt A.", "torture_ill_treatment", where="Omsk")
    assert len(weigh([made(Doc("a.html", [beaten, dead]))]).events) == 2
    out = say("46", "They flew 46 people out of Omsk.", "official:Omsk police", "expulsion", where="Omsk")
    barred = say(None, "They may not come back.", "official:Omsk police", "reentry_ban", where="Omsk")
    assert len(weigh([made(Doc("b.html", [out, barred]))]).events) == 2
