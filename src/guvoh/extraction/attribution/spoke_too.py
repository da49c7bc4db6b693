"""Numbers between two passages of one official, the second of which "also" tells something: they are his or hers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.identities import PRESS
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns
from guvoh.extraction.attribution.own_work import OwnWork
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Role

_APART = 6  # paragraphs from the passage before, and to the one behind
_SERVED = saying_words()["served"]


class SpokeToo:
    """The rule over the voices of one document that have a speaker."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice]) -> None:
        self._annotated = annotated
        self._spoken = [v for v in spoken if not v.report.in_quote and not v.report.weak]
        self._work = OwnWork(annotated)

    def teller(self, sentence: Sentence) -> Voice | None:
        """The last words before the sentence of the official who goes on behind it, where it counts work of offices."""
        found = self._around(sentence)
        if found is None:
            return None
        before, behind = found
        text = self._annotated
        run = text.sentences[before.report.sentence + 1 : behind.report.sentence]
        upto = [one for one in run if one.i <= sentence.i]
        if any(self._work.abuse(text.of(one)) for one in upto) or not any(self._serves(one) for one in upto):
            return None
        return before

    def _around(self, sentence: Sentence) -> tuple[Voice, Voice] | None:
        """The passages before and behind of one named official of a page; nobody else speaks between."""
        before = max((v for v in self._told if v.report.cue[1] <= sentence.start), key=_cue, default=None)
        behind = min((v for v in self._told if v.report.cue[0] >= sentence.end), key=_cue, default=None)
        if before is None or behind is None or before.speaker is not behind.speaker:
            return None
        who = before.speaker
        if who is None or not (who.persona and who.named) or who.private or who.kind in PRESS:
            return None
        text = self._annotated.text
        gaps = (text[before.report.cue[1] : sentence.start], text[sentence.end : behind.report.cue[0]])
        near = all(gap.count("\n\n") <= _APART for gap in gaps)
        return (before, behind) if near and self._too(behind) else None

    def _serves(self, sentence: Sentence) -> bool:
        """Whether offices did something for people who are counted: "missions handled 46,000 requests"."""
        tokens = self._annotated.of(sentence)
        numbers = any(t.pos == "NUM" for t in tokens)
        return numbers and any(t.pos == "VERB" and t.lemma.lower() in _SERVED for t in tokens)

    def _too(self, voice: Voice) -> bool:
        """Whether the verb of telling has "also" beside it: "X also spoke of", "X added"."""
        first, last = voice.report.cue
        near = self._annotated.text[max(0, first - 12) : last + 8]
        return speaker_patterns()["links_back"].search(near) is not None

    @cached_property
    def _told(self) -> list[Voice]:
        """The voices in the text itself, in order."""
        own = (v for v in self._spoken if (at := self._annotated.at(v.report.cue[0])) and at.role is not Role.TITLE)
        return sorted(own, key=_cue)


def _cue(voice: Voice) -> tuple[int, int]:
    return voice.report.cue
