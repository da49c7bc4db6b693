"""Numbers between two passages of the one official or body on whose words a page mostly rests."""

from __future__ import annotations

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.conferences import at_new_place, who_acts
from guvoh.extraction.attribution.identities import PRESS, Identity
from guvoh.extraction.attribution.lexicon import speaker_patterns, speaker_words
from guvoh.extraction.attribution.own_work import OwnWork, answers_for_office
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.voices import Voice
from guvoh.model import SourceKind

_OFTEN, _MOSTLY = 3, 0.5  # times that one speaks on a page, and its part in all that is told there
_APART = 3  # paragraphs to the passage before and to the one behind


class MostlyOne:
    """Whose account a page mostly is."""

    def __init__(self, passages: Passages, work: OwnWork) -> None:
        self._passages, self._work = passages, work

    def teller(self, sentence: Sentence) -> Voice | None:
        """The last words before the sentence of who tells the page, where the next words are theirs too.

        "The chief said that 40 officers searched.¶ A total of 142 ran away.¶ “They cut the wire,” he said."
        """
        text = self._passages.annotated
        found = self._passages.around(sentence, _APART)
        if found is None:
            return None
        last, who = found[0], found[0].speaker
        begun = text.at(last.report.cue[0])
        if who is None or begun is None or begun.role is not sentence.role:
            return None
        if answers_for_office(who, text.language) and self._work.abuse_named(text.of(sentence)):
            return None  # "Twelve complaints of torture have been lodged" amid what the police chief says
        return last if self._tells_the_page(who) and self._may_be_told(sentence) else None

    def _tells_the_page(self, who: Identity) -> bool:
        """Whether a source with an office or of a body speaks often here, and the rest together no oftener."""
        times = sum(v.speaker is who for v in self._passages.told)
        in_office = who.kind is SourceKind.OFFICIAL or who.role is not None or not who.persona
        known = who.named and in_office and not who.private and who.kind not in PRESS
        return known and times >= _OFTEN and times >= _MOSTLY * len(self._passages.told)

    def _may_be_told(self, sentence: Sentence) -> bool:
        """Whether a sentence stays with the account: no other time, no "we", nobody who acts but those counted."""
        text = self._passages.annotated
        asks = text.text[sentence.end - 1 : sentence.end] == "?"
        ours = any(t.lower in speaker_words(text.language)["ourselves"] for t in text.of(sentence))
        if asks or ours or speaker_patterns(text.language)["turns_away"].match(text.text, sentence.start):
            return False
        acting = who_acts(text, sentence)
        counted = all(any(k.pos == "NUM" for k in text.children(t)) for t in acting)  # "54 officers took part"
        return not acting or (counted and not at_new_place(text, sentence))
