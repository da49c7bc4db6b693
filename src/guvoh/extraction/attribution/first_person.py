"""A witness's own words outside quotation marks: "told the paper how he was held. There were about 60 of us in it"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.tellers import MET
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import SourceKind

_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?")
_PAIRS = (("“", "”"), ("«", "»"))
_WITNESSES = (SourceKind.WITNESS, SourceKind.PERSON)


class FirstPerson:
    """Who says "we" and "I" on a page that does not speak of itself."""

    def __init__(self, passages: Passages) -> None:
        self._annotated = passages.annotated
        self._passages = passages

    def teller(self, sentence: Sentence) -> Voice | None:
        """The witness who spoke last, where a sentence, or one before it in its paragraph, is in the first person.

        He or she spoke in the same paragraph or in the one before, and nobody since.
        """
        own = self._in_first_person(sentence)
        if own is None or self._page_speaks:
            return None
        told = self._passages.told
        at = bisect_left(self._cues, own.start)
        if at == 0 or (at < len(told) and told[at].report.cue[0] < sentence.end):
            return None
        last = told[at - 1]
        near = self._annotated.text[last.report.cue[1] : own.start].count("\n\n") <= 1
        who = last.speaker
        return last if near and who is not None and who.persona and who.kind in _WITNESSES else None

    def _in_first_person(self, sentence: Sentence) -> Sentence | None:
        """The sentence itself or the nearest one before it in the paragraph that says "we" outside quotations."""
        text, sentences = self._annotated.text, self._annotated.sentences
        for i in range(sentence.i, -1, -1):
            one = sentences[i]
            if one.role is not sentence.role or "\n" in text[one.end : sentence.start]:
                return None
            if self._says_we(one):
                return one
        return None

    def _says_we(self, sentence: Sentence) -> bool:
        text = self._annotated.text
        words = text[sentence.start : sentence.end]
        if _QUOTED.search(words) or self._quoted(sentence):
            return False
        known = speaker_patterns(self._annotated.language)
        return known["oneself"].search(words) is not None and known["of_the_reporter"].search(words) is None

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
        known, words = speaker_patterns(self._annotated.language), _QUOTED.sub("", self._annotated.text)
        return any(known[way].search(words) for way in ("own_account", "own_inquiry"))

    @cached_property
    def _cues(self) -> list[int]:
        return [voice.report.cue[0] for voice in self._passages.told]
