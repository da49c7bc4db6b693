"""Sentences of a report on a press conference that stand between two passages of the one who gave it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.lexicon import organisations, roles, singular, speaker_patterns
from guvoh.extraction.attribution.own_work import OwnWork, answers_for_office
from guvoh.extraction.attribution.passages import Passages
from guvoh.extraction.attribution.voices import Voice

_SOURCES = 3  # more speakers than these make more than a report on one of them
_SO_FEW, _SO_OFTEN = 2, 3  # speakers, and times that one of them speaks, which make a report on that one
_APART = 2  # paragraphs to the passage before and to the one behind


class Conferences:
    """Who gave the press conference that a page reports."""

    def __init__(self, passages: Passages, work: OwnWork) -> None:
        self._passages, self._work = passages, work

    def teller(self, sentence: Sentence) -> Voice | None:
        """The last words before the sentence of who gave the conference, where the next words are his or hers too."""
        found = self._passages.around(sentence, _APART) if self._hosts else None
        if found is None:
            return None
        text, last = self._passages.annotated, found[0]
        if last.speaker is None or id(last.speaker) not in self._hosts:
            return None
        if answers_for_office(last.speaker, text.language) and self._work.abuse_named(text.of(sentence)):
            return None
        between = text.sentences[last.report.sentence + 1 : sentence.i + 1]
        return last if all(self._may_be_told(s) for s in between) else None

    def _may_be_told(self, sentence: Sentence) -> bool:
        """Whether a sentence stays with the conference: no other time, no new place, nobody else who acts in it."""
        text = self._passages.annotated
        if speaker_patterns(text.language)["turns_away"].match(text.text, sentence.start):
            return False
        return not (at_new_place(text, sentence) or who_acts(text, sentence))

    @cached_property
    def _hosts(self) -> frozenset[int]:
        """Who gave a conference on a page of few speakers; where there was none, whoever of two speaks often."""
        told = self._passages.told
        speakers = {id(v.speaker): v.speaker for v in told}
        if not 0 < len(speakers) <= _SOURCES:
            return frozenset()
        hosts = {id(v.speaker) for v in told if self._at_conference(v)}
        if not hosts and len(speakers) <= _SO_FEW:
            often = Counter(id(v.speaker) for v in told)
            hosts = {who for who, times in often.items() if times >= _SO_OFTEN}
        elif len(hosts) != 1:
            return frozenset()
        return frozenset(
            who for who in hosts if (one := speakers[who]) and one.persona and one.named and not one.private
        )

    def _at_conference(self, voice: Voice) -> bool:
        sentence = self._passages.annotated.at(voice.report.cue[0])
        if sentence is None:
            return False
        pattern = speaker_patterns(self._passages.annotated.language)["conference"]
        return pattern.search(self._passages.annotated.text, sentence.start, sentence.end) is not None


def at_new_place(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence names a place of which nothing was told before it."""
    places = speaker_patterns(text.language)["somewhere"].finditer(text.text, sentence.start, sentence.end)
    return any(place[1] not in text.text[: sentence.start] for place in places)


def who_acts(text: Annotated, sentence: Sentence) -> list[Token]:
    """The people and bodies that act in a sentence: "Police detained 14 men".

    The root may be one too, where the parse took its verb for a participle: "Some 300 protesters gathered".
    """
    return [t for t in text.of(sentence) if t.dep in ("nsubj", "ROOT") and _acts(text, t)]


def _acts(text: Annotated, subject: Token) -> bool:
    known = roles(text.language)
    if text.child(text.head(subject), "cop") is not None or subject.pos == "VERB":
        return False
    word = subject.lower
    people = known.human | known.collective | known.state | known.media | organisations(text.language).heads.keys()
    return subject.pos == "PROPN" or word in people or singular(word) in people
