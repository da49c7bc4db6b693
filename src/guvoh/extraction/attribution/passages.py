"""What stands before and behind a sentence without a cue: two passages of one speaker, with nobody between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Role


class Passages:
    """The voices of one document that stand in the text itself: not in its title, within a quotation, or weak.

    `spoken` are the voices that have a speaker.
    """

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice]) -> None:
        self.annotated = annotated
        self._spoken = spoken

    @cached_property
    def told(self) -> list[Voice]:
        """These voices in the order of their cues."""
        return sorted(self._in_the_text(), key=lambda voice: voice.report.cue)

    def around(self, sentence: Sentence, paragraphs: int) -> tuple[Voice, Voice] | None:
        """The passages before and behind of one speaker, each at most so many paragraphs away; else None."""
        at = bisect_left(self._starts, sentence.start)
        before = next((v for v in reversed(self.told[:at]) if v.report.cue[1] <= sentence.start), None)
        if before is None or at == len(self.told):
            return None
        behind = self.told[at]
        if behind.report.cue[0] < sentence.end or before.speaker is not behind.speaker:
            return None
        text = self.annotated.text
        gaps = text[before.report.cue[1] : sentence.start], text[sentence.end : behind.report.cue[0]]
        return (before, behind) if all(gap.count("\n\n") <= paragraphs for gap in gaps) else None

    @cached_property
    def _starts(self) -> list[int]:
        return [voice.report.cue[0] for voice in self.told]

    def _in_the_text(self) -> Iterator[Voice]:
        for voice in self._spoken:
            at = self.annotated.at(voice.report.cue[0])
            if not (voice.report.in_quote or voice.report.weak) and at is not None and at.role is not Role.TITLE:
                yield voice
