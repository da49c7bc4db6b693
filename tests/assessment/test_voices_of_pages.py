"""Whom a page reports and which numbers it gives, as far as its sentences tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weighing_material import Doc, Say, made

from guvoh.assessment.corpus import gather
from guvoh.assessment.voices import called, numbers_in, offices_in, voices

POLICE_SAID = "Police said 42 were held in three raids. The market has 900 stalls."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A police spokesman", {"police"}),
        ("regional department of the Ministry of Internal Affairs (MIA)", {"police"}),
        ("Kyrgyz Foreign Ministry", {"foreign"}),
        ("Ministry of Foreign Affairs", {"foreign"}),
        ("Consulate General of Tajikistan", {"mission"}),
        ("Health Ministry officials", {"health"}),  # who speaks for a body is no body beside it
        ("local officials", {"officials"}),
        ("ICE", {"homeland"}),
        ("служба пограничного контроля", {"border"}),
        ("the majority of practice notices", set()),
        ("a trader", set()),
        ("Mia Petrova", set()),
        ("he slipped on the ice", set()),
        ("Courtney, out of courtesy, in the courtyard", set()),
        ("the healthy schoolboy", set()),
        ("a former prisoner", set()),
        ("a council flat", set()),
        ("the city council", {"local"}),
        ("Colonel Ivanov", set()),
        ("Sergei Peskov", set()),
        ("they consulted the policy of their homeland", set()),
        ("courts and two embassies", {"court", "mission"}),
        ("the court's MPs", {"court", "parliament"}),
        ("the U.N. in Geneva", {"un"}),
        ("a defence lawyer", {"lawyer"}),
    ],
)
def test_kinds_of_bodies_are_known_by_their_words(words, expected):
    assert offices_in(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They held 42 men and fourteen women", {42, 14}),
        ("In 2024, on 17 March, at 10:30, 1,118 foreigners left", {1118}),
        ("article 18.8, flat 12b, two or 2 of them", set()),
        ("some 20,000 to 30 000", {20000, 30000}),
        ("задержали 1 200 человек 17 марта", {1200}),
        ("2,000 people were detained in 2025, 1,995 of them held since 1995", {2000, 1995}),
    ],
)
def test_numbers_that_a_text_counts_with(text, expected):
    assert numbers_in(text) == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_has_numbers_of_three_and_more_and_bodies_that_have_a_name(text):
    assert all(number >= 3 for number in numbers_in(text))
    assert all(called(kind) for kind in offices_in(text))


def test_a_number_stands_beside_the_body_of_its_sentence_alone():
    told = Say("42", "arbitrary_detention", "Omsk", "2024-03-23", ("official:regional police",), quote=POLICE_SAID)
    sources = (("official:regional police",), ("witness:a trader",))
    doc = Doc("a.html", [told, Say(None, "fine", "Omsk", by=("witness:a trader",))], sources=sources)
    (entry,) = gather([made(doc)])
    found = voices(entry)
    assert found.heard["police"] == 1
    assert {(42, "police"), (900, "police")} & found.given == {(42, "police")}
    assert (900 in found.numbers, 900 in found.said) == (True, False)
    assert (found.people, found.officials) == (1, 1)
