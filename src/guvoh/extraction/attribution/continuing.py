"""Whether a sentence without a cue goes on with what the speaker before it says, or begins something else."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.lexicon import singular

_PAGE = frozenset({"i", "we", "our", "us", "my", "me"})
_OWNED = frozenset({"his", "her", "its", "their"})
_OWNERS = frozenset({"'s", "’s", "'", "’"})


def breaks_off(text: Annotated, sentence: Sentence, told: str, people: frozenset[str]) -> bool:
    """Whether the page itself or somebody new takes over in `sentence`.

    The page does when it says "we" or asks; somebody new does who is the subject of an active verb, is a name or one
    of the nouns for `people` and bodies, and does not occur in `told`, the text since the speaker began (lower case).
    """
    tokens = text.of(sentence)
    if text.text[sentence.end - 1 : sentence.end] == "?" or any(t.lower in _PAGE for t in tokens):
        return True
    subject = next((t for t in tokens if t.dep == "nsubj" and t.pos != "PRON"), None)
    if tokens[:1] and tokens[0].lower == "there":
        return False
    if subject is None or subject.lower in told or singular(subject.lower) in told:
        return False
    if any(t.lower in _OWNED for t in tokens if subject.i - 3 <= t.i < subject.i):
        return False
    return _somebody(text, subject, people) or _background(text, subject)


def _background(text: Annotated, subject: Token) -> bool:
    """Whether a new thing is told of in the present tense, as pages give background: "The country has 90 camps"."""
    verb = text.head(subject)
    group = text.children(verb, "aux", "cop", "aux:pass") or [verb]
    present = any(t.tag in ("VBZ", "VBP") for t in group)
    return present and subject.pos == "NOUN" and not any(t.pos == "NUM" for t in text.children(subject, "nummod"))


def _somebody(text: Annotated, subject: Token, people: frozenset[str]) -> bool:
    if subject.pos == "PROPN" or {subject.lower, singular(subject.lower)} & people:
        return True
    before = text.tokens[max(0, subject.i - 2) : subject.i]
    return any(t.text in _OWNERS for t in before)
