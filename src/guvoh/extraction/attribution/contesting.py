"""Who on a page denies what it tells, or will not speak of it: no number is put in their mouth without a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.keeping_silent import keeps_silent
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import saying_words, speaker_words, words_of
from guvoh.extraction.attribution.own_work import counts_own_work
from guvoh.extraction.attribution.parts_of_page import is_subject, words_of_name
from guvoh.extraction.attribution.voices import Voice
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import SourceKind

_OPENING = 5
"""Words at the head of what somebody tells among which "it had not", "nobody was" denies it."""
_NOTHING = saying_words()["nothing"]


class Contesting:
    """The denials of one document; `spoken` are the voices that have a speaker."""

    def __init__(self, annotated: Annotated, spoken: Sequence[Voice]) -> None:
        self._annotated = annotated
        self._spoken = spoken

    def denies(self, voice: Voice) -> bool:
        """Whether a report is a denial, by its verb or by the head of its words: "it had not", "nobody was"."""
        return voice.report.flag == "denial" or any(self._opens_with_no(start) for start, _ in voice.content)

    def contests(self, voice: Voice) -> bool:
        """Whether nothing is told without a cue after `voice`: it denies, or its speaker does anywhere on the page.

        Of an office that counts its own work the last words alone decide; "they had no lawyer" is no denial of a lawyer
        or a rights group.
        """
        who, language = voice.speaker, self._annotated.language
        if who is None or voice.report.flag == "denial":
            return True
        if _for_people(who, language):
            return False
        return self.denies(voice) if counts_own_work(who, language) else id(who) in self._deny

    @cached_property
    def _deny(self) -> frozenset[int]:
        """Who denies something or is told to keep silent, by identity."""
        return frozenset(
            id(v.speaker)
            for v in self._spoken
            if v.speaker is not None and (self.denies(v) or self._is_silent(v.speaker))
        )

    def _is_silent(self, who: Identity) -> bool:
        return who.persona and not self._silent.isdisjoint(words_of_name(who))

    @cached_property
    def _silent(self) -> frozenset[str]:
        """The words of who is silent in the sentences that tell of nothing else."""
        return frozenset(self._words_of_silence())

    def _words_of_silence(self) -> Iterator[str]:
        text = self._annotated
        for sentence in text.sentences:
            if keeps_silent(text, sentence.i):
                subjects = [t for t in text.of(sentence) if is_subject(t)]
                yield from (t.lower for one in subjects for t in (one, *text.children(one)))

    def _opens_with_no(self, start: int) -> bool:
        text, known = self._annotated, classes(self._annotated.language)
        opens = text.token_at(start)
        told = text.tokens[opens.i : opens.i + _OPENING + 1] if opens is not None else ()
        head = [t for t in told if t.text not in MARKS][:_OPENING]
        if any(t.lower in known["nobody"] for t in head[:1]):
            return True
        no = known["negation"] | _NOTHING
        return any(t.pos == "PRON" for t in head[:1]) and any(t.lower in no for t in head)


def _for_people(who: Identity, language: str) -> bool:
    """Whether somebody speaks for those to whom it was done: a rights group, a lawyer."""
    known = speaker_words(language)["for_people"] | saying_words(language)["helpers"]
    return who.kind is SourceKind.NGO or not known.isdisjoint(words_of(who.role or ""))
