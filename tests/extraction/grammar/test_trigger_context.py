"""The words around a trigger settle its sense: neighbouring sentences, pronouns, overlapping words."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.triggers import find_triggers, trigger_words
from guvoh.extraction.vocabulary.patterns import compile_pattern
from guvoh.model import Document, Passage, Role


def terms(text):
    document = Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),), language="en")
    annotated = annotate(document)
    return [[t.term for t in find_triggers(annotated, s)] for s in annotated.sentences]


def test_a_sentence_close_by_settles_the_sense():
    far = "The shop opened in May. " * 3
    assert terms("Police raided the hostel. Nobody slept. Six men were held until noon.")[2] == ["arbitrary_detention"]
    assert terms(f"Police raided the hostel. {far}Six talks were held until noon.")[-1] == []


def test_a_pronoun_stands_for_those_named_in_the_sentence_before():
    assert terms("Officers came into the yard. They beat the men with batons.")[1] == ["excessive_force"]
    assert "excessive_force" not in terms("Nationalists came into the yard. They beat the men with bats.")[1]


def test_overlapping_words_tell_one_act_once():
    found = terms("Officers forced the men to sign contracts with the army.")[0]
    assert found.count("forced_recruitment") == 1


def test_ill_treatment_in_custody_stands_instead_of_force():
    assert terms("Guards beat the detainees in the cell.")[0] == ["torture_ill_treatment"]


@pytest.mark.parametrize(
    ("source", "anchor"), [("in ..1 *custody", "custody"), ("no ..2 *warrant", "warrant"), ("*raid", "raids")]
)
def test_a_pattern_is_looked_for_by_a_telling_word(source, anchor):
    pattern = compile_pattern(source, {})
    assert anchor in pattern.anchors
    assert not pattern.anchors & {"in", "no"}


def test_small_words_do_not_mark_a_sentence_as_telling():
    assert not trigger_words("en") & {"the", "a", "at", "for", "he", "was"}
