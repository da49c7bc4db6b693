"""Every act pattern finds its examples and passes over its counter-examples."""

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.triggers import find_triggers
from guvoh.extraction.vocabulary.load import frames
from guvoh.model import Document, Passage, Role
from guvoh.model.acts import acts


def terms(sentence):
    document = Document(
        "a.txt", "0" * 64, "text/plain", sentence, (Passage(0, len(sentence), Role.BODY),), language="en"
    )
    text = annotate(document)
    return [t.term for s in text.sentences for t in find_triggers(text, s)]


EXAMPLES = [(f.name, f.term, e) for f in frames("en") for e in f.examples]
COUNTER = [(f.name, f.term, e) for f in frames("en") for e in f.counter]


@pytest.mark.parametrize(("name", "term", "sentence"), EXAMPLES, ids=[f"{n}:{s[:30]}" for n, _, s in EXAMPLES])
def test_example_names_the_act(name, term, sentence):
    assert term in terms(sentence), terms(sentence)


@pytest.mark.parametrize(("name", "term", "sentence"), COUNTER, ids=[f"{n}:{s[:30]}" for n, _, s in COUNTER])
def test_counter_example_does_not(name, term, sentence):
    assert term not in terms(sentence)


def test_every_pattern_has_an_example_and_every_act_a_file():
    assert all(f.examples for f in frames("en"))
    assert {f.term for f in frames("en")} == set(acts())
