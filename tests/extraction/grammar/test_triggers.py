"""Which acts a sentence names: the narrower act at one word, the sense by the words around, and where it stands."""

import pytest
from parsed_text import parsed, triggers

from guvoh.extraction.grammar.triggers import find_triggers, trigger_words


def terms(text):
    return [t.term for t in triggers(text)]


@pytest.mark.parametrize(
    ("text", "term", "not_term"),
    [
        ("The officers beat him.", "excessive_force", "private_violence"),
        ("Guards beat a prisoner in a cell.", "torture_ill_treatment", "private_violence"),
        ("Forty people were deported en masse.", "collective_expulsion", "expulsion"),
        ("He was banned from entering the country for five years.", "reentry_ban", "denial_of_entry"),
    ],
)
def test_the_narrower_act_stands_for_the_wider(text, term, not_term):
    assert term in terms(text)
    assert not_term not in terms(text)


@pytest.mark.parametrize(
    "text",
    [
        "The committee discussed the weather.",
        "The university expelled a student for cheating.",
        "An air raid damaged the port.",
        "Passengers were told to leave the building.",
        "The detained migrants live here.",
        "",
    ],
)
def test_other_senses_name_no_act(text):
    assert terms(text) == []


def test_acts_come_in_text_order_and_lie_inside_their_sentence():
    text = "Police raided the market, detaining 60 traders. The workers were deported."
    found = triggers(text)
    assert [t.term for t in found] == ["raid", "arbitrary_detention", "expulsion"]
    for trigger in found:
        sentence = parsed(text).sentences[trigger.head.sent]
        assert sentence.start <= trigger.start <= trigger.head.start < trigger.head.end <= trigger.end <= sentence.end


def test_an_act_says_why():
    (found,) = triggers("The officers beat him.")
    assert found.why[0].startswith("“beat” names excessive_force")
    assert found.frame.name in found.why[0]


def test_sentences_without_a_trigger_word_are_passed_over_at_once():
    text = parsed("The committee discussed the weather.")
    known = trigger_words("en")
    assert known.isdisjoint(t.lemma for t in text.tokens)
    assert find_triggers(text, text.sentences[0]) == []
    assert {"deport", "deported", "raid", "fines"} <= known


def test_one_act_in_several_words_is_one():
    assert terms("The men were put on a deportation flight.") == ["expulsion"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Agents beat them and planted drugs on them.", "incitement_entrapment"),
        ('The bulletin has "not fewer than 700" arrested.', "arbitrary_detention"),
    ],
)
def test_a_participle_tells_its_own_act_after_a_pronoun_or_a_number(text, term):
    assert term in terms(text)


def test_one_door_kicked_in_is_no_force_against_people():
    assert terms("The officers kicked in the door.") == ["unlawful_entry_search"]


def test_builders_dragged_from_their_rooms_by_police_are_force_and_no_eviction():
    assert terms("The guardsmen threw the builders out of their rooms.") == ["excessive_force"]
    assert terms("The landlord threw the builders out of their rooms.") == ["other"]
