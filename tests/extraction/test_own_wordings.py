"""A vault's own wordings: found in every form, read for what they are from their example, and nothing else changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_texts import report

from guvoh.extraction import find
from guvoh.extraction.own_wordings import frame_of
from guvoh.model.errors import BadTerm
from guvoh.model.wordings import Wording

PAID = Wording("extortion", "paint … ladder", "Workers painted the guards a ladder in Kazan on March 3, 2025.")
EVENING = Wording("raid", "orange evening", "The orange evening in Kazan began at nine.")


def acts(text, *wordings, **more):
    return [s.act for s in find(report(text, **more), wordings).statements if s.act]


def test_a_wording_is_found_in_other_forms_with_its_roles():
    text = "About 12 workers have been painting guards a ladder."
    assert acts(text) == []
    found = next(s for s in find(report(text), (PAID,)).statements if s.act)
    assert found.act == "extortion"
    assert (found.actor.name, found.affected.name) == ("12 workers", "guards")
    assert "own: paint … ladder" in found.why[0]


def test_a_noun_is_read_as_one_from_its_example():
    assert frame_of(EVENING).roles == "noun"
    assert frame_of(PAID).roles == "verb"
    assert acts("People fear orange evenings in Kazan.", EVENING) == ["raid"]


def test_without_the_words_nothing_changes():
    text = "Police detained 43 people in Kazan on March 10, 2025, lawyer Mina Rahimi said. They paid for bread."
    assert find(report(text), (PAID, EVENING)) == find(report(text))


def test_an_act_found_at_the_same_words_is_told_once():
    known = Wording("raid", "raid", "Police raided a hostel.")
    assert acts("Police raided a hostel in Kazan.", known) == acts("Police raided a hostel in Kazan.") == ["raid"]


def test_a_wording_of_another_language_is_left_alone():
    assert acts("Workers painted the guards a ladder.", PAID, language="ru") == []


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        (Wording("flying", "walk", "They walk."), "no act"),
        (Wording("raid", "night visit", "The visit was at night."), "do not stand"),
        (Wording("raid", "", "The visit."), "1 to 8 words"),
        (Wording("raid", "… visit", "The visit."), "1 to 8 words"),
        (Wording("raid", "a b c d e f g h i", "a b c d e f g h i"), "1 to 8 words"),
        (Wording("raid", "@person visit", "A worker visits."), "1 to 8 words"),
        (Wording("raid", "рейд", "Был рейд.", "ru"), "No finder reads"),
    ],
)
def test_what_is_no_wording_is_refused_in_words(given_, said):
    with pytest.raises(BadTerm, match=said):
        frame_of(given_)


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_any_words_are_a_wording_or_refused(words):
    try:
        frame = frame_of(Wording("raid", words, f"Then {words} came."))
    except BadTerm:
        return
    assert frame.pattern.elements
