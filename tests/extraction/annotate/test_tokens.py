"""Walks over a dependency tree that is written out by hand, and lookups by offset."""

import pytest

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.model import Role

TEXT = "Police, quickly, detained 30 men. Nobody spoke"
# word, lemma, class, relation, index of the head
ROWS = [
    ("Police", "police", "NOUN", "nsubj", 4),
    (",", ",", "PUNCT", "punct", 4),
    ("quickly", "quickly", "ADV", "advmod", 4),
    (",", ",", "PUNCT", "punct", 2),
    ("detained", "detain", "VERB", "root", 4),
    ("30", "30", "NUM", "nummod", 6),
    ("men", "man", "NOUN", "obj", 4),
    (".", ".", "PUNCT", "punct", 4),
    ("Nobody", "nobody", "PRON", "nsubj:outer", 9),
    ("spoke", "speak", "VERB", "root", 9),
]


def tree():
    tokens, at = [], 0
    for i, (word, lemma, pos, dep, head) in enumerate(ROWS):
        at = TEXT.index(word, at)
        tokens.append(Token(i, at, at + len(word), word, lemma, pos, "", "", dep, head, int(i > 7)))
        at += len(word)
    sentences = (Sentence(0, 0, 33, 0, 8, Role.BODY, True), Sentence(1, 34, 46, 8, 10, Role.BODY, True))
    return Annotated(TEXT, tuple(tokens), sentences)


A = tree()
VERB = A.tokens[4]


def words(tokens):
    return [t.text for t in tokens]


def test_tokens_of_a_sentence():
    assert words(A.of(A.sentences[1])) == ["Nobody", "spoke"]


def test_children_by_relation_with_and_without_subtype():
    assert words(A.children(VERB)) == ["Police", ",", "quickly", "men", "."]
    assert words(A.children(VERB, "nsubj", "obj")) == ["Police", "men"]
    assert words(A.children(A.tokens[9], "nsubj")) == ["Nobody"]
    assert words(A.children(A.tokens[9], "nsubj:outer")) == ["Nobody"]
    assert A.children(A.tokens[9], "nsubj:pass") == []
    assert A.child(VERB, "iobj") is None


def test_the_way_up_ends_at_the_root():
    assert words(A.ancestors(A.tokens[5])) == ["men", "detained"]
    assert list(A.ancestors(VERB)) == []
    assert A.head(VERB) is VERB


def test_a_circle_of_heads_ends_too():
    a, b = (Token(i, i, i + 1, "x", "x", "X", "", "", "dep", 1 - i, 0) for i in (0, 1))
    text = Annotated("xx", (a, b), (Sentence(0, 0, 2, 0, 2, Role.BODY, True),))
    assert 0 < len(list(text.ancestors(a))) <= 500


def test_a_subtree_in_text_order_with_branches_cut_off():
    assert words(A.subtree(A.tokens[6])) == ["30", "men"]
    assert words(A.subtree(VERB, frozenset({"punct", "advmod"}))) == ["Police", "detained", "30", "men"]


def test_a_span_leaves_marks_at_its_edges_off():
    assert A.words(VERB) == "Police, quickly, detained 30 men"
    assert A.words(A.tokens[2]) == "quickly"
    assert A.span(A.tokens[1]) == (6, 7)


@pytest.mark.parametrize(
    ("offset", "sentence", "word"),
    [
        (0, 0, "Police"),
        (5, 0, "Police"),
        (6, 0, ","),
        (7, 0, None),
        (32, 0, "."),
        (33, None, None),
        (34, 1, "Nobody"),
        (45, 1, "spoke"),
        (46, None, None),
        (99, None, None),
    ],
)
def test_lookup_by_offset(offset, sentence, word):
    found, token = A.at(offset), A.token_at(offset)
    assert (found and found.i) == sentence
    assert (token and token.text) == word


def test_tokens_between_two_offsets():
    assert words(A.between(30, 36)) == ["men", ".", "Nobody"]
    assert A.between(33, 34) == []
    assert A.between(46, 99) == []


def test_relation_and_lower_case():
    assert A.tokens[8].relation == "nsubj"
    assert A.tokens[8].lower == "nobody"


@pytest.mark.parametrize("offset", range(len(TEXT) + 2))
def test_a_token_is_looked_up_as_by_trying_each(offset):
    assert A.token_at(offset) == next((t for t in A.tokens if t.start <= offset < t.end), None)


def test_a_token_can_be_a_key():
    assert {VERB: 1}[tree().tokens[4]] == 1
