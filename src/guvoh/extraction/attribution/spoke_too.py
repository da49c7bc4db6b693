"""Numbers between two passages of one official, the second of which "also" tells something: they are his or hers."""

from __future__ import annotations

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.identities import PRESS
from guvoh.extraction.attribution.lexicon import saying_words, speaker_patterns
from guvoh.extraction.attribution.own_work import OwnWork
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.voices import Voice

_APART = 6  # paragraphs from the passage before, and to the one behind
_SERVED = saying_words()["served"]


class SpokeToo:
    """The rule over the passages of one document."""

    def __init__(self, passages: Passages, work: OwnWork) -> None:
        self._passages, self._work = passages, work

    def teller(self, sentence: Sentence) -> Voice | None:
        """The last words before the sentence of the official who goes on behind it, where it counts work of offices."""
        found = self._passages.around(sentence, _APART)
        if found is None:
            return None
        before, behind = found
        who, text = before.speaker, self._passages.annotated
        if who is None or not (who.persona and who.named) or who.private or who.kind in PRESS or not self._too(behind):
            return None
        run = text.sentences[before.report.sentence + 1 : behind.report.sentence]
        upto = [one for one in run if one.i <= sentence.i]
        if any(self._work.abuse(text.of(one)) for one in upto) or not any(self._serves(one) for one in upto):
            return None
        return before

    def _serves(self, sentence: Sentence) -> bool:
        """Whether offices did something for people who are counted: "missions handled 46,000 requests"."""
        tokens = self._passages.annotated.of(sentence)
        numbers = any(t.pos == "NUM" for t in tokens)
        return numbers and any(t.pos == "VERB" and t.lemma.lower() in _SERVED for t in tokens)

    def _too(self, voice: Voice) -> bool:
        """Whether the verb of telling has "also" beside it: "X also spoke of", "X added"."""
        first, last = voice.report.cue
        near = self._passages.annotated.text[max(0, first - 12) : last + 8]
        return speaker_patterns()["links_back"].search(near) is not None
