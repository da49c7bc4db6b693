"""Who a word stands for, whom a pronoun means, and how the phrases are named."""

import pytest
from parsed_text import act_of, parsed, word

from guvoh.extraction.grammar.parties import nationalities_in, party, phrase_span
from guvoh.extraction.grammar.people import (
    among,
    can_act,
    first_of_list,
    is_body,
    is_human,
    members,
    owner_of,
    referent,
)

SENTENCE = "Ahmed, the police, a student, two brothers, the hostel and the employer knew it."


@pytest.mark.parametrize(
    ("noun", "human", "body", "acts"),
    [
        ("ahmed", True, False, True),
        ("police", True, True, True),
        ("student", True, False, True),
        ("brothers", True, False, True),
        ("hostel", False, False, False),
        ("employer", True, False, True),
        ("it", False, False, False),
    ],
)
def test_who_a_word_stands_for(noun, human, body, acts):
    text, token = parsed(SENTENCE), word(SENTENCE, noun)
    assert (is_human(text, token), is_body(text, token), can_act(text, token)) == (human, body, acts)


def test_a_modifier_acts_only_when_it_names_a_body():
    text = "A police raid and a student protest ended."
    assert can_act(parsed(text), word(text, "police"), modifier=True)
    assert not can_act(parsed(text), word(text, "student"), modifier=True)


def test_classes_are_met_by_form_or_lemma():
    text = "The officers deported women."
    assert among(parsed(text), word(text, "officers"), "authority")
    assert among(parsed(text), word(text, "women"), "person")
    assert not among(parsed(text), word(text, "women"), "authority", "dwelling")


@pytest.mark.parametrize(
    ("text", "pronoun", "acting", "meant"),
    [
        ("The police came to the hostel. They detained 12 students.", "they", True, "police"),
        ("The police detained 12 students. They were deported.", "they", False, "students"),
        ("Officers detained drivers. The police deported them.", "them", False, "drivers"),
        ("Officers detained drivers. Volunteers met them.", "them", False, "drivers"),
        ("Drivers came. The rights group wrote on Friday. Police held them.", "them", False, "Drivers"),
        ("The rights group wrote on Friday. Police held them.", "them", False, None),
        ("Drivers came to the office of the rights group Nord. Police held them.", "them", False, "Drivers"),
        ("Drivers were beaten, a lawyer said. Police held them.", "them", False, "Drivers"),
        ("A group waited. Police held them.", "them", False, "group"),
        ("A lawyer said little. Police held them.", "them", False, None),
        ("The weather changed. They were deported.", "they", False, None),
        ("The police detained a student. He was deported.", "he", False, None),
    ],
)
def test_whom_a_pronoun_means(text, pronoun, acting, meant):
    found = referent(parsed(text), word(text, pronoun), acting=acting)
    assert (found and found.text) == meant


def test_the_members_of_a_group_and_the_head_of_a_list():
    group = "Police detained a group of students."
    assert members(parsed(group), word(group, "group")).text == "students"
    assert members(parsed(group), word(group, "students")).text == "students"
    row = "Police released the drivers, builders and traders."
    assert first_of_list(parsed(row), word(row, "traders")).text == "drivers"


@pytest.mark.parametrize(
    ("sentence", "term", "name", "kind"),
    [
        ("The migrants were detained by the police.", "arbitrary_detention", "police", "police"),
        ("A driver was fined by a court in Perm.", "fine", "court", "court"),
        ("Soldiers beat a student.", "excessive_force", "Soldiers", "military"),
        ("Border guards refused entry to 18 workers.", "denial_of_entry", "Border guards", "border_guard"),
        ("Nationalists beat a delivery driver.", "private_violence", "Nationalists", "private_person"),
        ("The government deported 40 workers.", "expulsion", "government", "official"),
    ],
)
def test_who_acts_has_a_name_and_a_kind(sentence, term, name, kind):
    made = party(parsed(sentence), act_of(sentence, term).roles.actor, actor=True)
    assert (made.name, made.kind) == (name, kind)
    assert sentence[made.start : made.end] == name


@pytest.mark.parametrize(
    ("sentence", "name", "nationality", "private"),
    [
        ("Courts expelled Tajik citizens in May.", "Tajik citizens", ("TJ",), False),
        (
            "They deported Tajik and Kyrgyz workers.",
            "Tajik and Kyrgyz workers",
            ("TJ", "KG"),
            False,
        ),
        ("They deported the citizens of Tajikistan.", "citizens of Tajikistan", ("TJ",), False),
        ("The police deported Ahmed Karimov.", "Ahmed Karimov", (), True),
        ("The police deported the workers who had complained.", "workers", (), False),
        ("The police deported the workers in May.", "workers", (), False),
    ],
)
def test_who_is_acted_on_has_a_name_and_nationalities(sentence, name, nationality, private):
    made = party(parsed(sentence), act_of(sentence, "expulsion").roles.affected, actor=False)
    assert (made.name, made.nationality, made.private) == (name, nationality, private)
    assert made.kind is None


def test_a_name_begins_behind_the_number_that_counts_it():
    text = "Courts expelled 12 Tajik citizens in May."
    noun = word(text, "citizens")
    start, end = phrase_span(parsed(text), noun, after=text.index("12") + 2)
    assert text[start:end] == "Tajik citizens"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Three Kyrgyz and two Uzbeks left.", ("KG", "UZ")),
        ("Tajik and Tajik again left.", ("TJ",)),
        ("South Korean workers left.", ("KR",)),
        ("The workers left.", ()),
    ],
)
def test_nationalities_in_their_order_each_once(text, codes):
    assert nationalities_in(parsed(text), 0, len(text)) == codes


@pytest.mark.parametrize(
    ("text", "thing", "owner"),
    [
        ("Officers checked the documents of 40 cooks.", "documents", "cooks"),
        ("The man's fingers were broken.", "fingers", "man"),
        ("They checked the papers of everyone.", "papers", "everyone"),
        ("Officers checked the documents of the hotel.", "documents", None),
        ("Officers checked their documents.", "documents", None),
    ],
)
def test_whose_thing_it_is(text, thing, owner):
    found = owner_of(parsed(text), word(text, thing))
    assert (found.lower if found else None) == owner
