"""Sentences that only keep a distance ("reportedly", "allegedly"): what the source just named goes on to tell."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.contesting import Contesting
from guvoh.extraction.attribution.identities import PRESS
from guvoh.extraction.attribution.lexicon import roles, saying_words, speaker_patterns
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Role, SourceKind

_PASSED_ON = saying_words()["distanced_by"]
_FEW = 3
"""Sources beside the press, of which a page may have so many that it is clear who reports."""


class SaidToGoOn:
    """Who tells the sentences of one page that keep a distance and name nobody."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice], contesting: Contesting) -> None:
        self._annotated = annotated
        self._contesting = contesting
        told = (v for v in spoken if not v.report.in_quote and not v.report.weak)
        self._spoken = [v for v in told if v.speaker is not None and v.speaker.kind not in PRESS]

    def teller(self, sentence: Sentence) -> Voice | None:
        """The named source that spoke last, at most one paragraph before, on a page of few sources."""
        text = self._annotated
        if not self._distanced(sentence):
            return None
        told = [v for v in self._spoken if (at := text.at(v.report.cue[0])) is not None and at.role is not Role.TITLE]
        before = [v for v in told if v.report.cue[1] <= sentence.start]
        if not before or len({id(v.speaker) for v in told}) > _FEW:
            return None
        last = max(before, key=lambda v: v.report.cue)
        near = text.text[last.report.cue[1] : sentence.start].count("\n\n") <= 1
        named = last.speaker is not None and (last.speaker.named or self._witness_beside(sentence, last))
        return last if near and named and not self.barred(sentence, last) else None

    def _witness_beside(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether one who is no official spoke in the sentence before, of the same paragraph, without a name."""
        who, text = voice.speaker, self._annotated
        apart = voice.report.sentence != sentence.i - 1 or "\n" in text.text[voice.report.cue[1] : sentence.start]
        return not apart and who is not None and who.persona and who.kind is not SourceKind.OFFICIAL

    def barred(self, sentence: Sentence, voice: Voice) -> bool:
        """Whether a sentence that keeps a distance is not told by `voice`: one that denies, or the accused."""
        if not self._distanced(sentence):
            return False
        return self._contesting.denies(voice) or (_of_the_state(voice) and self._accuses_officials(sentence))

    def _distanced(self, sentence: Sentence) -> bool:
        return any(t.lower in _PASSED_ON for t in self._annotated.of(sentence))

    def _accuses_officials(self, sentence: Sentence) -> bool:
        """Whether those who act in the sentence are police or officials: "Officers reportedly broke …"."""
        known = roles(self._annotated.language)
        state = known.official | known.state
        return any(t.dep == "nsubj" and t.lower in state for t in self._annotated.of(sentence))


def _of_the_state(voice: Voice) -> bool:
    """Whether an office tells it that does not speak for citizens abroad, who may accuse another state's."""
    who = voice.speaker
    if who is None or who.kind is not SourceKind.OFFICIAL:
        return False
    return speaker_patterns()["for_citizens"].search(who.name) is None
