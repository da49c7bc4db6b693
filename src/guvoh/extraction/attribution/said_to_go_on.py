"""Sentences that only keep a distance ("reportedly", "allegedly"): what the source just named goes on to tell."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Role, SourceKind

_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PUBLISHER, SourceKind.DOCUMENT})
_PASSED_ON = saying_words()["distanced_by"]
_FEW = 3
"""Sources beside the press, of which a page may have so many that it is clear who reports."""


class SaidToGoOn:
    """Who tells the sentences of one page that keep a distance and name nobody."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice]) -> None:
        self._annotated = annotated
        told = (v for v in spoken if not v.report.in_quote and not v.report.weak)
        self._spoken = [v for v in told if v.speaker is not None and v.speaker.kind not in _PRESS]

    def teller(self, sentence: Sentence) -> Voice | None:
        """The named source that spoke last, at most one paragraph before, on a page of few sources."""
        text = self._annotated
        if not any(t.lower in _PASSED_ON for t in text.of(sentence)):
            return None
        told = [v for v in self._spoken if (at := text.at(v.report.cue[0])) is not None and at.role is not Role.TITLE]
        before = [v for v in told if v.report.cue[1] <= sentence.start]
        if not before or len({id(v.speaker) for v in told}) > _FEW:
            return None
        last = max(before, key=lambda v: v.report.cue)
        near = text.text[last.report.cue[1] : sentence.start].count("\n\n") <= 1
        return last if near and last.speaker is not None and last.speaker.named else None
