"""English forms of vocabulary words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.vocabulary.inflection import forms, irregular


@pytest.mark.parametrize(
    ("lemma", "others"),
    [
        ("deport", "deports deported deporting"),
        ("expel", "expels expelled expelling"),
        ("fine", "fines fined fining"),
        ("carry", "carries carried carrying"),
        ("deploy", "deploys deployed deploying"),
        ("search", "searches searched searching"),
        ("harass", "harasses harassed harassing"),
        ("rob", "robs robbed robbing"),
        ("plan", "plans planned planning"),
        ("cancel", "cancels canceled cancelled canceling cancelling"),
        ("visit", "visits visited visiting"),
        ("permit", "permits permitted permitting"),
        ("beat", "beats beaten beating"),
        ("take", "takes took taken taking"),
        ("man", "men"),
        ("person", "people persons"),
        ("city", "cities"),
        ("bus", "buses"),
    ],
)
def test_forms_of_a_word(lemma, others):
    assert {lemma, *others.split()} <= forms(lemma)


@pytest.mark.parametrize(
    ("lemma", "wrong"),
    [
        ("beat", "beated"),
        ("visit", "visitted"),
        ("carry", "carryed"),
        ("take", "taked"),
        ("search", "searchs"),
        ("man", "mans"),
    ],
)
def test_forms_that_do_not_exist(lemma, wrong):
    assert wrong not in forms(lemma)


@pytest.mark.parametrize("word", ["n't", "asylum-seeker", "18", "", "’ll"])
def test_what_is_no_plain_word_has_itself_only(word):
    assert forms(word) == {word}


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_word_is_always_among_its_forms(word):
    assert word in forms(word)
    assert all(form and form == form.lower() for form in forms(word))


def test_irregular_words_are_listed_with_other_forms_only():
    assert [w for w, others in irregular().items() if w in others or not others] == []


@pytest.mark.parametrize(
    ("verb", "past"),
    [
        ("kidnap", "kidnapped"),
        ("kneel", "knelt"),
        ("shake", "shaken"),
        ("traffic", "trafficked"),
        ("corral", "corralled"),
    ],
)
def test_verbs_of_holding_and_of_force_have_their_past(verb, past):
    assert past in forms(verb)
