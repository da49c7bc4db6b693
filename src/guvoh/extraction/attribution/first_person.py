"""A witness's own words outside quotation marks: "told the paper how he was held. There were about 60 of us in it"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import roles, speaker_patterns, speaker_words, words_of
from guvoh.extraction.attribution.our_page import QUOTED
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.tellers import MET
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import SourceKind

_PAIRS = (("“", "”"), ("«", "»"))
_WITNESSES = (SourceKind.WITNESS, SourceKind.PERSON)


class FirstPerson:
    """Who says "we" and "I" on a page that does not speak of itself."""

    def __init__(self, passages: Passages) -> None:
        self._annotated = passages.annotated
        self._passages = passages

    def teller(self, sentence: Sentence) -> Voice | None:
        """The witness who spoke last, where a sentence, or one before it in its paragraph, is in the first person.

        He or she spoke in the same paragraph or in the one before, and nobody since. Nobody in office, no lawyer and no
        expert is a witness: behind their words "we" is whoever writes.
        """
        own = self._ours[sentence.i]
        if own is None or self._page_speaks:
            return None
        told = self._passages.told
        at = bisect_left(self._cues, own.start)
        if at == 0 or (at < len(told) and told[at].report.cue[0] < sentence.end):
            return None
        last = told[at - 1]
        near = self._annotated.text[last.report.cue[1] : own.start].count("\n\n") <= 1
        who = last.speaker
        return last if near and who is not None and self._is_witness(who) else None

    def _is_witness(self, who: Identity) -> bool:
        if not who.persona or who.kind not in _WITNESSES:
            return False
        language = self._annotated.language
        words = speaker_words(language)
        office = roles(language).official | roles(language).state | words["in_office"] | words["in_charge"]
        return (office | words["speaks_for_others"]).isdisjoint(words_of(who.role or ""))

    @cached_property
    def _ours(self) -> list[Sentence | None]:
        """For each sentence itself or the nearest one before it in its paragraph that says "we" outside quotations."""
        out: list[Sentence | None] = []
        text, before = self._annotated.text, None
        for one in self._annotated.sentences:
            apart = before is None or before.role is not one.role or "\n" in text[before.end : one.start]
            out.append(one if self._says_we(one) else None if apart else out[-1])
            before = one
        return out

    def _says_we(self, sentence: Sentence) -> bool:
        words = self._annotated.text[sentence.start : sentence.end]
        known = speaker_patterns(self._annotated.language)
        if known["oneself"].search(words) is None or known["of_the_reporter"].search(words) is not None:
            return False
        return QUOTED.search(words) is None and not self._quoted(sentence)

    def _quoted(self, sentence: Sentence) -> bool:
        """Whether a quotation of the paragraph is still open where the sentence begins."""
        text = self._annotated.text
        before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start]
        return before.count('"') % 2 > 0 or any(before.count(opens) > before.count(ends) for opens, ends in _PAIRS)

    @cached_property
    def _page_speaks(self) -> bool:
        """Whether the page tells of its own work, "Our lawyers lodged nine appeals", or of whom its writer met."""
        if any(voice.report.rule == MET for voice in self._passages.told):
            return True
        known, words = speaker_patterns(self._annotated.language), QUOTED.sub("", self._annotated.text)
        return any(known[way].search(words) for way in ("own_account", "own_inquiry"))

    @cached_property
    def _cues(self) -> list[int]:
        return [voice.report.cue[0] for voice in self._passages.told]
