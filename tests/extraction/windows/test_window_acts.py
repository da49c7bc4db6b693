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


@pytest.mark.parametrize("field", ["need", "need_not", "near", "near_not", "page", "page_not"])
def test_a_phrase_where_single_words_are_asked_for_is_refused(field):
    row = {"match": "задержать", field: ["под залог"]}
    with pytest.raises(BadTerm, match="под залог"):
        read_pattern("arbitrary_detention", 1, row, "ru")


def test_blows_without_a_doer_are_not_of_private_persons_on_the_page_of_a_raid():
    blows = "Соседа-афганца повалили у калитки и били ногами."
    raid = "В общежитие на окраине нагрянул омон. Людей увезли. Утром вернулись трое. Они молчали."
    assert "private_violence" in acts(blows)
    assert "private_violence" not in acts(f"{raid} {blows}")
