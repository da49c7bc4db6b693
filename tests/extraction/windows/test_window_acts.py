"""The act patterns of Russian find their examples and leave their counter-examples alone."""

import pytest
from russian_text import told

from guvoh.extraction.windows.patterns import patterns, read_pattern
from guvoh.model.errors import BadTerm

EXAMPLES = [pytest.param(p.term, text, id=f"{p.name}: {text}") for p in patterns("ru") for text in p.examples]
COUNTER = [pytest.param(p.term, text, id=f"{p.name}: {text}") for p in patterns("ru") for text in p.counter]


def acts(text):
    return {s.act for s in told(text)}


@pytest.mark.parametrize(("term", "text"), EXAMPLES)
def test_examples_name_their_act(term, text):
    assert term in acts(text)


@pytest.mark.parametrize(("term", "text"), COUNTER)
def test_counter_examples_do_not(term, text):
    assert term not in acts(text)


@pytest.mark.parametrize("field", ["need", "need_not", "near", "near_not"])
def test_a_phrase_where_single_words_are_asked_for_is_refused(field):
    row = {"match": "задержать", field: ["под залог"]}
    with pytest.raises(BadTerm, match="под залог"):
        read_pattern("arbitrary_detention", 1, row, "ru")
