"""Numbers between two passages of the one official or body on whose words a page mostly rests."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.conferences import at_new_place, who_acts
from guvoh.extraction.attribution.identities import PRESS, Identity
from guvoh.extraction.attribution.lexicon import speaker_patterns, speaker_words
from guvoh.extraction.attribution.own_work import OwnWork, answers_for_office
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import Role, SourceKind

_OFTEN, _MOSTLY = 3, 0.5  # times that one speaks on a page, and its part in all that is told there
_APART = 3  # paragraphs to the passage before and to the one behind


class MostlyOne:
    """Whose account a page mostly is. `spoken` are its voices that have a speaker."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice]) -> None:
        self._annotated = annotated
        self._spoken = [v for v in spoken if not v.report.in_quote and not v.report.weak]
        self._work = OwnWork(annotated)

    def teller(self, sentence: Sentence) -> Voice | None:
        """The last words before the sentence of who tells the page, where the next words are theirs too.

        "The chief said that 40 officers searched.¶ A total of 142 ran away.¶ “They cut the wire,” he said."
        """
        text = self._annotated
        last = max((v for v in self._told if v.report.cue[1] <= sentence.start), key=_cue, default=None)
        following = min((v for v in self._told if v.report.cue[0] >= sentence.start), key=_cue, default=None)
        if last is None or following is None or following.report.cue[0] < sentence.end:
            return None
        who, begun = last.speaker, text.at(last.report.cue[0])
        if who is None or following.speaker is not who or begun is None or begun.role is not sentence.role:
            return None
        gaps = (text.text[last.report.cue[1] : sentence.start], text.text[sentence.end : following.report.cue[0]])
        near = all(gap.count("\n\n") <= _APART for gap in gaps)
        if answers_for_office(who, text.language) and self._work.abuse_named(text.of(sentence)):
            return None  # "Twelve complaints of torture have been lodged" amid what the police chief says
        return last if near and self._tells_the_page(who) and self._may_be_told(sentence) else None

    def _tells_the_page(self, who: Identity) -> bool:
        """Whether a source with an office or of a body speaks often here, and the rest together no oftener."""
        times = sum(v.speaker is who for v in self._told)
        in_office = who.kind is SourceKind.OFFICIAL or who.role is not None or not who.persona
        known = who.named and in_office and not who.private and who.kind not in PRESS
        return known and times >= _OFTEN and times >= _MOSTLY * len(self._told)

    def _may_be_told(self, sentence: Sentence) -> bool:
        """Whether a sentence stays with the account: no other time, no "we", nobody who acts but those counted."""
        text = self._annotated
        asks = text.text[sentence.end - 1 : sentence.end] == "?"
        ours = any(t.lower in speaker_words(text.language)["ourselves"] for t in text.of(sentence))
        if asks or ours or speaker_patterns(text.language)["turns_away"].match(text.text, sentence.start):
            return False
        acting = who_acts(text, sentence)
        counted = all(any(k.pos == "NUM" for k in text.children(t)) for t in acting)  # "54 officers took part"
        return not acting or (counted and not at_new_place(text, sentence))

    @cached_property
    def _told(self) -> list[Voice]:
        """The voices in the text itself, outside its title."""
        told = []
        for voice in self._spoken:
            at = self._annotated.at(voice.report.cue[0])
            if at is not None and at.role is not Role.TITLE:
                told.append(voice)
        return told


def _cue(voice: Voice) -> tuple[int, int]:
    return voice.report.cue
