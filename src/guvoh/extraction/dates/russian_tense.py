"""Tense and aspect beside a Russian date: whether what is told lies behind or ahead, and whether it was done once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from guvoh.extraction.annotate.tokens import Annotated, Sentence, Token
from guvoh.extraction.timewords import calendar
from guvoh.model.statement import Span


class Verbs:
    """The verbs of one sentence of a text, and its numbers."""

    def __init__(self, text: Annotated, sentence: Sentence) -> None:
        self._text = text
        self._sentence = sentence

    def tense(self, span: Span) -> str | None:
        """ "past" or "future" by the verb nearest to a date at `span`; None without one."""
        verb = _nearest(self._tensed, span)
        return self._by_token[verb.i] if verb is not None else None

    def happens_once(self, span: Span) -> bool:
        """Whether the verb nearest to a date tells of one thing done, counting nothing: "с понедельника сняли всех"."""
        verb = _nearest(self._finite, span)
        return verb is not None and "Aspect=Perf" in verb.morph and not self.counts(span)

    def counts(self, span: Span) -> bool:
        """Whether the sentence holds a number beside the date at `span`."""
        return any(t.end <= span[0] or t.start >= span[1] for t in self._numbers)

    @cached_property
    def _finite(self) -> list[Token]:
        return [t for t in self._text.of(self._sentence) if _is_finite(t)]

    @cached_property
    def _numbers(self) -> list[Token]:
        return [t for t in self._text.of(self._sentence) if t.pos == "NUM"]

    @cached_property
    def _tensed(self) -> list[Token]:
        return [verb for verb, _ in self._tenses]

    @cached_property
    def _by_token(self) -> dict[int, str]:
        return {verb.i: tense for verb, tense in self._tenses}

    @cached_property
    def _tenses(self) -> list[tuple[Token, str]]:
        return list(_tenses(self._text, self._sentence))


def _nearest(tokens: Sequence[Token], span: Span) -> Token | None:
    at = bisect_left(tokens, span[0], key=lambda t: t.start)
    around = tokens[max(0, at - 1) : at + 2]  # one before, two after: the first of these may lie within the date
    return min(around, key=lambda t: max(t.start - span[1], span[0] - t.end, 0), default=None)


def _is_finite(token: Token) -> bool:
    return "VerbForm=Fin" in token.morph or token.tag.startswith("PRTS")


def _tenses(text: Annotated, sentence: Sentence) -> Iterator[tuple[Token, str]]:
    ahead = calendar("ru").raw["ahead"]
    for token in text.of(sentence):
        if token.lemma in ahead and "Tense=Past" not in token.morph:
            tense = "future"
        elif "Tense=Past" in token.morph and _is_finite(token):
            tense = "past"
        elif "Tense=Fut" in token.morph or ("Tense=Pres" in token.morph and "Person=1" in token.morph):
            tense = "future"  # "в понедельник подаём жалобу"
        else:
            continue
        if not _in_passing(text, sentence, token):
            yield token, tense


def _in_passing(text: Annotated, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb only says who tells it: "с сентября, как объявило министерство, въезд закроют", "напомним, …"."""
    before = text.tokens[max(sentence.first, verb.i - 3) : verb.i]
    reminds = "Person=1" in verb.morph and "Tense=Fut" in verb.morph and verb.i == sentence.first
    return reminds or any(t.lower == "как" for t in before)
