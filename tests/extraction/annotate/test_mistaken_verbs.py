"""Verbs of denying that the tagger takes for nouns are verbs with their subject and their content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guvoh.extraction.annotate import english
from guvoh.extraction.annotate.mistaken_verbs import mended
from guvoh.model import Document, Passage, Role


def annotated(text):
    passages = (Passage(0, len(text), Role.BODY),)
    return english.annotate(Document("a.txt", "0" * 64, "text/plain", text, passages, language="en"))


@pytest.mark.parametrize(
    ("text", "word", "subject", "content"),
    [
        ("The ministry denies that anyone was beaten.", "denies", "ministry", "beaten"),
        ("The ministry denies 20 migrants were expelled.", "denies", "ministry", "expelled"),
        ("The governor disputes that anyone was beaten.", "disputes", "governor", "beaten"),
        ("The embassy refutes that men were beaten.", "refutes", "embassy", "beaten"),
    ],
)
def test_a_verb_of_denying_has_its_subject_and_its_content(text, word, subject, content):
    read = annotated(text)
    verb = next(t for t in read.tokens if t.text == word)
    assert (verb.pos, verb.tag) == ("VERB", "VBZ")
    assert verb.lemma == {"denies": "deny", "disputes": "dispute", "refutes": "refute"}[word]
    assert read.text[verb.start : verb.end] == word
    assert [t.text for t in read.children(verb, "nsubj")] == [subject]
    assert [t.text for t in read.children(verb, "ccomp")] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Land disputes that ended in court were settled.",
        "Labour disputes turned violent.",
        "The court heard 12 disputes over unpaid wages.",
        "Border disputes that neither side settled led to fights.",
    ],
)
def test_true_nouns_stay_nouns(text):
    word = next(t for t in annotated(text).tokens if t.text == "disputes")
    assert word.pos == "NOUN"


@given(st.lists(st.sampled_from(["The", "ministry", "denies", "disputes", "that", ",", "men", "\n", "”"]), max_size=9))
def test_words_and_places_stay_those_of_the_text(words):
    nlp = english.pipeline()
    doc = nlp.make_doc(" ".join(words))
    for token in doc:
        token.is_sent_start = token.i == 0
    for _, step in nlp.pipeline:
        doc = step(doc)
    again = mended(nlp, doc)
    assert again.text == doc.text
    assert [(t.idx, t.text) for t in again] == [(t.idx, t.text) for t in doc]
    assert [t.i for t in again if t.is_sent_start and t.i] == []
