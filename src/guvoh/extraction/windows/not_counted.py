"""Numerals that count nothing: labels, telephones, dates, clock times, room for how many, distances and classes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guvoh.extraction.numbers.masks import phones
from guvoh.extraction.vocabulary.load import WordSet
from guvoh.extraction.windows.houses import parts_house
from guvoh.extraction.windows.numerals import Numeral
from guvoh.extraction.windows.words import Numbers, Word
from guvoh.model import Qualifier

_YEARS = range(1900, 2101)
_ORDINAL = re.compile(r"\d+-?(?:й|я|м|го|му|ый|ая|ом)")


class NotCounted:
    """Asks of one sentence's numerals whether they count anything."""

    def __init__(self, text: str, words: Sequence[Word], known: Numbers, classes: Mapping[str, WordSet]) -> None:
        self.text = text
        self.words = words
        self.known = known
        self.classes = classes
        self.phones = phones(text, words[0].token.start, words[-1].token.end) if words else []

    def holds(self, number: Numeral) -> bool:
        """Whether a numeral is a label, of a telephone number, a date, a clock time or a room's capacity."""
        checks = (
            self._is_slashed,
            self._is_house,
            self._is_phone,
            self._is_label,
            self._is_date,
            self._is_clock,
            self._is_capacity,
            self._is_ordinal,
        )
        return any(check(number) for check in checks)

    def _is_slashed(self, number: Numeral) -> bool:
        """ "15/09/2024", an address on the web."""
        start, end = self.words[number.first].token.start, self.words[number.stop - 1].token.end
        return number.figures and "/" in (self.text[max(0, start - 1) : start], self.text[end : end + 1])

    def _is_house(self, number: Numeral) -> bool:
        return number.figures and number.first > 0 and parts_house(self.words, number.first - 1)

    def _is_phone(self, number: Numeral) -> bool:
        at = self.words[number.first].token.start
        return any(start <= at < end for start, end in self.phones)

    def _word(self, i: int) -> Word | None:
        return self.words[i] if 0 <= i < len(self.words) else None

    def _is_label(self, number: Numeral) -> bool:
        before = self._word(number.first - 1)
        if not number.figures:
            return False
        if re.match(r"[.]\w", self.text[self.words[number.stop - 1].token.end :][:2]):
            return True  # "59.ru"
        if before is None:
            return False
        label, signs = self.known.words["label"], self.known.words["signs"]
        second = self._word(number.first - 2)
        dotted = before.form == "." and second is not None and second.among(label)
        if before.form in signs or dotted:
            return True
        named = before.token.pos == "PROPN" and before.token.end < self.words[number.first].token.start
        after = self._word(number.stop)
        return (before.among(label) and before.has("Number=Sing")) or (
            named and (after is None or after.token.pos in ("PUNCT", "X"))
        )

    def _is_date(self, number: Numeral) -> bool:
        after, months = self._word(number.stop), self.known.words["months"]
        if after is not None and after.lemma in months:
            return True
        joined = after is not None and after.form in ("и", ",", "или", "по", "–", "—", "-")
        if joined and number.value is not None and number.value <= 31:
            then = self._word(number.stop + 2)
            if then is not None and then.lemma in months:
                return True
        whole = number.value is not None and number.value in _YEARS and number.figures and not number.upper
        if whole and after is not None and after.lemma == "год" and after.has("Number=Sing"):
            return True  # "до 2030 года"
        if whole and number.qualifier is Qualifier.EXACT and number.stop - number.first == 1:
            return after is None or after.lemma in ("год", "гг", "г") or after.token.pos != "NOUN"
        return False

    def _is_clock(self, number: Numeral) -> bool:
        part = self.known.words["day_part"]
        near = [self._word(number.stop), self._word(number.stop + 1)]
        first, second = near
        if first is not None and first.lemma in part and number.value is not None and number.value <= 24:
            return first.has("Case=Gen")
        return first is not None and first.lemma == "час" and second is not None and second.lemma in part

    def _is_capacity(self, number: Numeral) -> bool:
        """ "В камере на шестерых", "барак на 40 коек": how many fit in, no count of people or places."""
        last, room = self._word(number.begin - 1), self._word(number.begin - 2)
        return last is not None and last.form == "на" and room is not None and room.among(self.classes["rooms"])

    def _is_ordinal(self, number: Numeral) -> bool:
        """ "В 7, 15 и 78-й отделы": the first of a list of ordinals, of which only the last shows it; "17 по счёту"."""
        at = number.stop
        if tuple(w.form for w in self.words[at : at + 2]) == ("по", "счету"):
            return number.figures
        while at + 1 < len(self.words) and self.words[at].form in (",", "и") and self.words[at + 1].form[0].isdigit():
            if _ORDINAL.fullmatch(self.words[at + 1].form):
                return number.figures
            at += 2
        return False

    def measures(self, number: Numeral) -> bool:
        """Whether a numeral is one of a length, weight, floor or the like."""
        after = self._word(number.stop)
        kinds = self.known.kinds
        if after is None:
            return False
        aside = self.known.words["not_counted"] | kinds["distance"] | kinds["other_measure"]
        return after.among(aside) or (after.form == "ноль" and number.single)
