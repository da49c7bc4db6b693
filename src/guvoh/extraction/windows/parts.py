"""Numbers that are a part of one told before: "112 из них", "в том числе 12 женщин"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.numerals import Numeral
from guvoh.extraction.windows.words import Word

AMONG = frozenset({"из", "среди"})
"""Before the whole of which a number is a part."""
_LEADS = ("в том числе", "включая", "в их числе", "среди них")


class Parts:
    """Reads which numbers of a sentence are parts. `classes` are the word classes of its language."""

    def __init__(self, words: Sequence[Word], classes: Mapping[str, WordSet]) -> None:
        self.words = words
        self.classes = classes

    def told_with(self, number: Numeral, stop: int) -> bool:
        """Whether the number is a part of one before it: "112 из них", "из них 98", "в том числе 12 женщин"."""
        if self.of_them(stop) or self.of_them(number.end) or self.of_them(stop - 2):
            return True
        if any(w.lemma in self.classes["remaining"] for w in self.words[max(0, number.begin - 4) : stop + 2]):
            return True  # "одиннадцать человек остались в отделе": of those told of before
        back = [w.form for w in self.words[max(0, number.begin - 6) : number.begin]]
        said = " ".join(back)
        among = any(a in AMONG and b in self.classes["those_told"] for a, b in pairwise(back))
        return among or any(said.endswith(lead) or f"{lead} " in f"{said} " for lead in _LEADS)

    def of_them(self, at: int) -> bool:
        """Whether "из них", "из задержанных" stands at a place."""
        if not 0 <= at < len(self.words) - 1:
            return False
        first, second = self.words[at], self.words[at + 1]
        return first.form == "из" and second.form in self.classes["those_told"]
