"""The English annotator: what it parses, what it leaves out, and that offsets stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guvoh.extraction.annotate import english
from guvoh.extraction.annotate.registry import annotator
from guvoh.model import Document, Passage, Role


def document(text, *passages):
    cut = passages or ((0, len(text), Role.BODY),)
    return Document("a.txt", "0" * 64, "text/plain", text, tuple(Passage(*p) for p in cut), language="en")


def test_a_plain_sentence_is_parsed():
    text = english.annotate(document("Police detained 30 men."))
    verb = next(t for t in text.tokens if t.text == "detained")
    assert (verb.pos, verb.lemma, verb.head) == ("VERB", "detain", verb.i)
    assert [t.text for t in text.children(verb, "nsubj", "obj")] == ["Police", "men"]
    assert text.language == "en"


def test_only_what_may_tell_is_read():
    body = "Police came. They left."
    text = english.annotate(
        document(f"Home\n{body}\nI agree!", (0, 4, Role.FURNITURE), (5, 28, Role.BODY), (29, 37, Role.COMMENT))
    )
    assert [(text.text[s.start : s.end], s.role) for s in text.sentences] == [
        ("Police came.", Role.BODY),
        ("They left.", Role.BODY),
    ]


def test_sentences_that_do_not_matter_are_split_into_words_only():
    text = english.annotate(document("Police came. Rain fell."), lambda s: "Police" in s)
    first, second = text.sentences
    assert (first.parsed, second.parsed) == (True, False)
    assert [t.text for t in text.of(second)] == ["Rain", "fell", "."]
    assert all(t.pos == t.dep == t.tag == "" and t.lemma == t.lower and t.head == t.i for t in text.of(second))


def test_a_run_without_an_end_is_not_parsed():
    text = english.annotate(document("word, " * (english.MAX_SENTENCE // 5)))
    assert [s.parsed for s in text.sentences] == [False]
    assert text.tokens


def test_a_text_without_passages_has_no_sentences():
    text = english.annotate(Document("a.txt", "0" * 64, "text/plain", "Police came."))
    assert text.sentences == text.tokens == ()


PIECES = st.sampled_from("Police| detained| 30| men|.| |\n|\n\n|\u00a0|\u200b|\t| can't|—|😀| Юсупов|“| of".split("|"))


@settings(max_examples=25)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=30)))
def test_tokens_stand_in_the_text_in_order(text):
    found = english.annotate(document(text))
    at = 0
    for i, token in enumerate(found.tokens):
        assert token.i == i
        assert text[token.start : token.end] == token.text != ""
        assert at <= token.start
        at = token.end
        sentence = found.sentences[token.sent]
        assert sentence.first <= i < sentence.stop
        assert sentence.first <= token.head < sentence.stop
        assert sentence.start <= token.start
        assert token.end <= sentence.end
    left = [c for i, c in enumerate(text) if not any(t.start <= i < t.end for t in found.tokens)]
    assert not "".join(left).strip()


@pytest.mark.parametrize("language", [None, "", "xx", "EN", "english"])
def test_a_language_without_an_annotator(language):
    assert annotator(language) is None


def test_the_annotator_of_english_is_installed():
    assert annotator("en") is english.annotate


def test_a_known_name_with_a_full_stop_is_one_word():
    text = english.annotate(document("“Idel.Realii” wrote so, as Sibir.Realii's man did."))
    assert {"Idel.Realii", "Sibir.Realii"} <= {t.text for t in text.tokens}


def test_white_space_between_words_is_no_word_and_hides_no_head():
    text = english.annotate(document("Police  detained\t30  men ."))
    assert [t.text for t in text.tokens] == ["Police", "detained", "30", "men", "."]
    assert all(0 <= t.head < len(text.tokens) for t in text.tokens)
    assert [t.i for t in text.tokens if t.head == t.i]
