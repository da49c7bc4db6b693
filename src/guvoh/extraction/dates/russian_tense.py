"""Tense and aspect beside a Russian date: whether what is told lies behind or ahead, and whether it went on."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate.tokens import Annotated, Sentence, Token
from guvoh.extraction.timewords import calendar
from guvoh.model.statement import Span


def tense_beside(text: Annotated, sentence: Sentence, span: Span) -> str | None:
    """ "past" or "future" by the verb nearest to a date in its sentence; None without one."""
    told = min(_verbs(text, sentence), key=lambda v: _gap(v[0], span), default=None)
    return told[1] if told is not None else None


def happens_once(text: Annotated, sentence: Sentence, span: Span) -> bool:
    """Whether the verb nearest to a date tells of one thing done, counting nothing: "с понедельника сняли всех"."""
    verbs = [t for t in text.of(sentence) if "VerbForm=Fin" in t.morph or t.tag.startswith("PRTS")]
    nearest = min(verbs, key=lambda t: _gap(t, span), default=None)
    if nearest is None or "Aspect=Perf" not in nearest.morph:
        return False
    return not any(t.pos == "NUM" for t in text.of(sentence) if t.end <= span[0] or t.start >= span[1])


def _gap(token: Token, span: Span) -> int:
    return max(token.start - span[1], span[0] - token.end, 0)


def _verbs(text: Annotated, sentence: Sentence) -> Iterator[tuple[Token, str]]:
    ahead = calendar("ru").raw["ahead"]
    for token in text.of(sentence):
        if token.lemma in ahead and "Tense=Past" not in token.morph:
            yield token, "future"
        elif "Tense=Past" in token.morph and ("VerbForm=Fin" in token.morph or token.tag.startswith("PRTS")):
            yield token, "past"
        elif "Tense=Fut" in token.morph:
            yield token, "future"
