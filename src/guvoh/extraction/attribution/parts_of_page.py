"""What one source tells of a page, by the places of its sentences, so that many can be asked for quickly."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.voices import Voice

FAR = 12
"""Sentences: so far or farther."""
_SHORTEST = 4  # letters of a word of a name that is known again
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Part:
    """The words of one source on a page: where its cues stand and which sentences hold its words, in order.

    `numbered` tells how many of these hold a number. Places are those of the sentences among all of the text.
    """

    who: Identity
    voices: list[Voice] = field(default_factory=list)
    cues: list[int] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)
    numbered: int = 0
    words: frozenset[str] = frozenset()

    def close(self, covered: Iterable[int], numbered: AbstractSet[int]) -> None:
        """Note the sentences that hold its words, and the words by which its name is known again."""
        self.covered = sorted(set(covered))
        self.numbered = sum(n in numbered for n in self.covered)
        self.words = words_of_name(self.who)

    def is_near(self, at: int) -> bool:
        """Whether it speaks less than `FAR` sentences away."""
        return any(n is not None and abs(n - at) < FAR for n in (*beside(self.cues, at), *beside(self.covered, at)))

    def last_before(self, start: int) -> Voice:
        """Its last words that begin before `start`, else its first."""
        before = bisect_left(self.voices, start, key=lambda voice: voice.report.cue[0])
        return self.voices[max(before - 1, 0)]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence and those among them that are its subjects, in small letters."""

    every: frozenset[str]
    subjects: frozenset[str]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Words:
        """Those of the tokens of a sentence."""
        return cls(frozenset(t.lower for t in tokens), frozenset(t.lower for t in tokens if is_subject(t)))

    def name(self, part: Part) -> bool:
        """Whether the sentence names the source."""
        return not self.every.isdisjoint(part.words)

    def have_for_subject(self, part: Part) -> bool:
        """Whether the source, by a word of its name or its noun, is a subject of the sentence."""
        return part.who.head.lower() in self.subjects or not self.subjects.isdisjoint(part.words)


def words_of_name(who: Identity) -> frozenset[str]:
    """The words of a name, in small letters, by which it is known again."""
    return frozenset(word for word in _WORD.findall(who.name.lower()) if len(word) >= _SHORTEST)


def beside(places: Sequence[int], at: int) -> tuple[int | None, int | None]:
    """The nearest of `places`, which stand in order, before `at` and behind it; None for none."""
    before, behind = bisect_left(places, at), bisect_right(places, at)
    return (places[before - 1] if before else None), (places[behind] if behind < len(places) else None)


def holds(places: Sequence[int], at: int) -> bool:
    """Whether `at` is one of `places`, which stand in order."""
    return bisect_left(places, at) < bisect_right(places, at)


def is_subject(token: Token) -> bool:
    """Whether a token is the subject of a clause, of a passive one too."""
    return token.relation.startswith("nsubj")
