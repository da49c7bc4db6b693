"""What a sentence of speech tells of its own speaker: "said X, who has appealed in 31 cases"."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.attribution.voices import Voice

_PARTS = frozenset({",", ";", ":", "“", "”", '"'})
_BESIDE = frozenset({"appos", "flat", "compound", "conj", "nmod"})
"""Relations by which the noun before "who" stands inside or beside the words that name the speaker."""


def told_of(text: Annotated, voices: Sequence[Voice], start: int) -> Voice | None:
    """Who speaks in the sentence of `start` and is told of there in a clause with "who".

    What somebody has done or is busy with, whoever is introduced so told it: "said X, a lawyer who was called by three
    of the wives". None where no such clause holds `start`, or where it tells of somebody else.
    """
    token = text.token_at(start)
    if token is None:
        return None
    whom = _antecedent(text, token)
    sentence = text.sentences[token.sent]
    here = [
        v
        for v in voices
        if v.report.source is not None and sentence.start <= v.report.cue[0] < sentence.end and not v.report.in_quote
    ]
    return next((v for v in here if _follows(text, v, token) or (whom is not None and _names(text, v, whom))), None)


def _antecedent(text: Annotated, token: Token) -> Token | None:
    """The noun of which the innermost clause with the subject "who" around the token tells."""
    for t in (token, *text.ancestors(token)):
        if t.dep == "acl:relcl":
            subject = text.child(t, "nsubj", "nsubj:pass")
            return text.head(t) if subject is not None and subject.lower == "who" else None
    return None


def _follows(text: Annotated, voice: Voice, token: Token) -> bool:
    """Whether "who" stands right behind the speaker's name, and nothing parts it from the token."""
    source = voice.report.source
    begin = source.last + 1 if source is not None else 0
    begin += begin < len(text.tokens) and text.tokens[begin].text == ","
    if source is None or begin >= token.i or text.tokens[begin].lower not in ("who", "whose"):
        return False
    return not any(t.text in _PARTS for t in text.tokens[begin : token.i])


def _names(text: Annotated, voice: Voice, whom: Token) -> bool:
    source = voice.report.source
    if source is None:
        return False
    near = [whom]
    for t in text.ancestors(whom):
        if near[-1].relation not in _BESIDE:
            break
        near.append(t)
    return any(source.first <= t.i <= source.last for t in near)
