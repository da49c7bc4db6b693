"""Whether a verb stands in the passive, also where the parse is odd."""

from dataclasses import replace

import pytest

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.subjects import is_passive
from guvoh.model import Document, Passage, Role


def parsed(text):
    return annotate(Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), Role.BODY),)))


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Forty workers were detained on Friday.", "detained", True),
        ("Police detained forty workers on Friday.", "detained", False),
        ("Forty workers were detained and fined.", "fined", True),
    ],
)
def test_passive(text, verb, expected):
    annotated = parsed(text)
    assert is_passive(annotated, next(t for t in annotated.tokens if t.text == verb)) is expected


def test_a_conjunct_that_heads_itself_is_no_passive_and_ends_the_search():
    annotated = parsed("Forty workers were detained and fined.")
    at = next(t.i for t in annotated.tokens if t.text == "fined")
    tokens = tuple(replace(t, head=at, dep="conj") if t.i == at else t for t in annotated.tokens)
    odd = replace(annotated, tokens=tokens)
    assert is_passive(odd, tokens[at]) is False
