"""What a text only asks: a question or a request to tell ("please tell us where he was held") tells no act."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import exact_words

_ASKING = frozenset("who whom whose what which where when why how".split())
_INVERTED = frozenset("do does did is are was were has have had will would can could should may".split())
_BREAKS = frozenset({",", ";", ":", "—", "–", "-", "--"})
_OPENERS = frozenset({"ADP", "CCONJ", "NUM", "PUNCT", "X", "SYM", "INTJ"})


def asked(text: Annotated, head: Token) -> bool:
    """Whether what is told at a word is only asked about, directly or in a request to tell."""
    sentence = text.sentences[head.sent]
    after = text.tokens[head.i + 1 : sentence.stop]
    mark = next((t for t in after if t.text.startswith("?") or t.text in ".!"), None)
    if mark is not None and mark.text.startswith("?"):
        return not any(k < mark.i for k in _turns_to_ask(text, head))
    return _requested(text, head, sentence.first)


def _turns_to_ask(text: Annotated, head: Token) -> Iterator[int]:
    """ "They detained 40 people, and for what?": where a question begins only after the word."""
    broken = False
    for token in text.tokens[head.i + 1 : text.sentences[head.sent].stop]:
        if token.text in _BREAKS:
            broken = True
        elif broken and token.lower in _ASKING | _INVERTED:
            yield token.i
        elif token.pos not in ("ADP", "CCONJ"):
            broken = False


def _requested(text: Annotated, head: Token, first: int) -> bool:
    """ "Please tell us where he was detained", "Explain on what ground he was held"."""
    before = text.tokens[first : head.i]
    opens = next((t for t in before if t.pos not in _OPENERS and t.lower not in ("please", "kindly")), None)
    polite = any(t.lower in ("please", "kindly") for t in before)
    for token in before:
        bare = text.child(token, "nsubj", "mark") is None and token.tag in ("VB", "VBP")
        if bare and token.lemma in exact_words(text.language)["letting_know"] and (polite or token is opens):
            return any(t.lower in _ASKING or t.lower in ("whether", "if") for t in before[token.i + 1 - first :])
    return False
