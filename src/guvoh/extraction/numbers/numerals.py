"""Reads one numeral at a place in the text: digits, number words, fractions, vague nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from guvoh.extraction.numbers.mention import NumberKind
from guvoh.extraction.numbers.words import Words, either, words

_SPACES = " \u00a0\u202f\u2009"
_DIGITS = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,3}}(?:['’]\d{{3}})+(?!\d)|\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![\d,])(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?(?!\d)"
)
_HALF_SIGN = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """One numeral as read: its span, value (None when vague), and what its form alone says of it."""

    start: int
    end: int
    value: float | None
    kind: NumberKind = NumberKind.COUNT
    vague: bool = False
    about: bool = False
    weak: bool = False
    plain_year: bool = False
    scale: float = 1
    spelled: bool = False


class NumeralReader:
    """Reads numerals of one language. `starts` finds every place where one may begin."""

    def __init__(self, lexicon: Words) -> None:
        self._words = lexicon
        raw = lexicon.raw
        starters = [*lexicon.digits, *lexicon.scales, *lexicon.ordinals, *lexicon.fractions, *lexicon.multipliers]
        starters += [
            *raw["vague"]["nouns"],
            *raw["vague"]["phrases"],
            *raw["vague"]["openers"],
            *raw["zero"]["phrases"],
        ]
        starters += [*raw["join"]["couple"], *raw["join"]["article"]]
        self.starts = re.compile(rf"\d|[½¼¾⅓⅔]|(?<!\w)(?:{either(starters)})(?!\w)", re.IGNORECASE)
        scale = either(lexicon.scales)
        small = either(w for w, v in lexicon.digits.items() if v)
        self._zero = _at(either(raw["zero"]["phrases"]))
        self._vague_phrase = _at(either(raw["vague"]["phrases"]))
        vague_scale = (
            rf"(?:{either([*lexicon.scales, *raw['vague']['nouns']])})(?:\s+of\s+(?:{either(raw['vague']['nouns'])}))*"
        )
        self._vague_opener = _at(rf"(?:{either(raw['vague']['openers'])})\s+(?:{vague_scale})")
        self._vague_noun = _at(rf"(?:{either(raw['vague']['nouns'])})(?:\s+of\s+(?:{either(raw['vague']['nouns'])}))*")
        self._couple = _at(rf"(?:{either(raw['join']['couple'])})(?:\s+(?P<scale>{scale}))?")
        self._half_scale = _at(
            rf"(?:a\s+)?half[\s-]+(?:a|an)[\s-]+(?P<scale>{scale})|half[\s-]+(?P<scale2>dozen|million|billion)"
        )
        self._quarter_scale = _at(
            rf"(?:(?P<n>{small}|a)[\s-]+)?(?P<d>{either(lexicon.fractions)})\s+of\s+(?:a|one)\s+(?P<scale>{scale})"
        )
        self._and_a_half = re.compile(
            rf"\s+and\s+a\s+(?P<f>half|quarter)(?:\s+(?P<scale>{scale}))?(?!\w)", re.IGNORECASE
        )
        self._fraction = _at(
            rf"(?:(?P<n>{small}|a|an)[\s-]+)?(?P<d>{either(lexicon.fractions)})"
            r"(?=\s+(?:of|the|all|their|his|its|an\s+hour|a)\b|\s*[,.;]|\s+\w+ed\b)"
        )
        marks = "|".join(sorted(lexicon.scale_marks, key=len, reverse=True))
        self._scale_after = re.compile(
            rf"(?:[\s-]+(?P<word>{scale})|[\s\u00a0]?(?P<mark>{marks}))(?!\w)", re.IGNORECASE
        )

    def at(self, text: str, pos: int, end: int) -> Numeral | None:
        """The numeral that begins exactly at `pos`, or None."""
        if text[pos].isdigit() or text[pos] in _HALF_SIGN:
            return self._digits(text, pos, end)
        for read in (self._phrases, self._fractions, self._spelled, self._single):
            found = read(text, pos, end)
            if found is not None:
                return found
        return None

    def _digits(self, text: str, pos: int, end: int) -> Numeral | None:
        if text[pos] in _HALF_SIGN:
            return Numeral(pos, pos + 1, _HALF_SIGN[text[pos]], NumberKind.FRACTION)
        match = _DIGITS.match(text, pos, end)
        if match is None:
            return None
        raw, value = match.group(), _value(match.group())
        stop = match.end()
        if stop < end and text[stop] in _HALF_SIGN:
            value, stop = value + _HALF_SIGN[text[stop]], stop + 1
        year = len(raw) == 4 and raw.isdigit() and 1500 <= value <= 2099
        ordinal = re.compile(r"(?:st|nd|rd|th)\b").match(text, stop, end)
        if ordinal:
            return Numeral(pos, ordinal.end(), value, NumberKind.ORDINAL)
        return self._scaled(text, Numeral(pos, stop, value, plain_year=year), end)

    def _scaled(self, text: str, numeral: Numeral, end: int) -> Numeral:
        half = self._and_a_half.match(text, numeral.end, end)
        if half and numeral.value is not None:
            value = numeral.value + (0.5 if half["f"].lower() == "half" else 0.25)
            scale = float(self._words.scales[half["scale"].lower()]) if half["scale"] else 1.0
            return replace(numeral, end=half.end(), value=value * scale, scale=scale, plain_year=False, weak=False)
        match = self._scale_after.match(text, numeral.end, end)
        if match is None or numeral.value is None or (match["mark"] and self._is_metre(text, match, numeral)):
            return numeral
        scale = (
            self._words.scales[match["word"].lower()]
            if match["word"]
            else self._words.scale_marks[match["mark"].lower()]
        )
        scaled = replace(
            numeral,
            end=match.end(),
            value=_tidy(numeral.value * scale),
            scale=float(scale),
            plain_year=False,
            weak=False,
        )
        return self._scaled(text, scaled, end) if match["word"] else scaled

    def _is_metre(self, text: str, mark: re.Match[str], numeral: Numeral) -> bool:
        """Whether "m" after digits is metres: "100m from", "2 m tall", against "1.2m people", "$5m"."""
        if mark["mark"] not in ("m", "mm", "M"):
            return False
        if mark["mark"] == "mm" or mark.group().startswith((" ", "\u00a0")):
            return True
        money = text[max(0, numeral.start - 4) : numeral.start].rstrip().endswith(tuple(self._words.money_before))
        following = _WORD.match(text, mark.end() + 1)
        if money or (following and following.group().lower() in self._words.units):
            return False
        noun = following.group().lower() if following else ""
        plural = noun.endswith("s") or noun in self._words.listed("people", "plurals")
        return not plural

    def _phrases(self, text: str, pos: int, end: int) -> Numeral | None:
        if match := self._zero.match(text, pos, end):
            return Numeral(pos, match.end(), 0.0, spelled=True)
        for pattern in (self._vague_phrase, self._vague_opener):
            if match := pattern.match(text, pos, end):
                stop = match.end() - len(" of") if match.group().lower().endswith(" of") else match.end()
                return Numeral(pos, stop, None, vague=True, spelled=True)
        if match := self._couple.match(text, pos, end):
            scale = self._words.scales[match["scale"].lower()] if match["scale"] else 1
            stop = match.end() - len(" of") if match.group().lower().endswith(" of") else match.end()
            return Numeral(pos, stop, 2.0 * scale, about=True, weak=scale == 1, scale=float(scale), spelled=True)
        if match := self._vague_noun.match(text, pos, end):
            word = match.group().lower()
            sure = word not in ("scores", "tens", "groups") or (
                word == "scores" and text[match.end() : match.end() + 4] == " of "
            )
            return Numeral(pos, match.end(), None, vague=True, spelled=True) if sure else None
        return None

    def _fractions(self, text: str, pos: int, end: int) -> Numeral | None:
        if match := self._half_scale.match(text, pos, end):
            scale = self._words.scales[(match["scale"] or match["scale2"]).lower()]
            return Numeral(pos, match.end(), scale / 2, scale=float(scale), spelled=True)
        if match := self._quarter_scale.match(text, pos, end):
            part = self._small(match["n"]) / self._words.fractions[match["d"].lower()]
            scale = self._words.scales[match["scale"].lower()]
            return Numeral(pos, match.end(), _tidy(part * scale), scale=float(scale), spelled=True)
        match = self._fraction.match(text, pos, end)
        if match is None or (match["n"] is None and match["d"].lower() not in ("half", "quarters")):
            return None
        if match["n"] is None and re.search(
            r"\b(?:first|second|latter|last|other|early|this)\s+$", text[max(0, pos - 12) : pos], re.IGNORECASE
        ):
            return None
        if (
            match["n"]
            and match["d"].lower() != "half"
            and self._small(match["n"]) == 1
            and not self._of(text, match.end())
        ):
            return None
        share = self._small(match["n"]) / self._words.fractions[match["d"].lower()]
        return Numeral(pos, match.end(), round(share, 4), NumberKind.FRACTION, spelled=True)

    def _of(self, text: str, pos: int) -> bool:
        return re.compile(r"\s+of\b").match(text, pos) is not None

    def _small(self, word: str | None) -> int:
        return self._words.digits.get((word or "one").lower(), 1)

    def _spelled(self, text: str, pos: int, end: int) -> Numeral | None:
        """Number words by the usual grammar: "two hundred and fifty thousand", "a dozen", "twenty-one"."""
        total, group, last, stop, big, at = 0.0, 0.0, "", pos, 1e15, pos
        while word := _WORD.match(text, at, end):
            key = word.group().lower()
            if key in ("a", "an") and not last:
                last, group = "article", 1
            elif key == "and" and last in ("hundred", "scale"):
                last = last + " and"
                at = self._next(text, word.end(), end)
                continue
            elif key in self._words.digits and self._fits(self._words.digits[key], last, group):
                group, last = group + self._words.digits[key], "tens" if 20 <= self._words.digits[key] <= 90 else "unit"
                stop = word.end()
            elif (
                key in self._words.scales
                and last in ("article", "unit", "tens", "hundred")
                and self._words.scales[key] < big
            ):
                scale = self._words.scales[key]
                if scale == 100 or key == "dozen":
                    group, last, stop = group * scale, "hundred" if scale == 100 else "dozen", word.end()
                else:
                    total, group, last, big, stop = total + group * scale, 0, "scale", scale, word.end()
            else:
                break
            at = self._next(text, word.end(), end)
            if at < 0:
                break
        if stop == pos:
            return None
        tail = _WORD.match(text, stop + 1, end) if text[stop : stop + 1] == "-" else None
        if tail and tail.group().lower() in self._words.ordinals:
            return Numeral(pos, tail.end(), None, NumberKind.ORDINAL, spelled=True)
        one = text[pos:stop].lower() == "one"
        scale_seen = float(big) if big < 1e15 else (100.0 if last == "hundred" else 1.0)
        return self._scaled(text, Numeral(pos, stop, total + group, weak=one, scale=scale_seen, spelled=True), end)

    def _next(self, text: str, pos: int, end: int) -> int:
        gap = _GAP.match(text, pos, end)
        return gap.end() if gap else -1

    def _fits(self, value: int, last: str, group: float) -> bool:
        if last == "" or last in ("hundred", "scale", "hundred and", "scale and"):
            return value > 0 or (last == "" and group == 0)
        return last == "tens" and 0 < value < 10

    def _single(self, text: str, pos: int, end: int) -> Numeral | None:
        word = _WORD.match(text, pos, end)
        if word is None:
            return None
        key = word.group().lower()
        if key in self._words.ordinals:
            return Numeral(pos, word.end(), None, NumberKind.ORDINAL, spelled=True)
        if key in self._words.multipliers:
            return Numeral(pos, word.end(), float(self._words.multipliers[key]), NumberKind.MULTIPLIER, spelled=True)
        return None


def _at(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)


def _value(raw: str) -> float:
    bare = re.sub(rf"[,'’{_SPACES}]", "", raw)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", bare) or re.fullmatch(r"[1-9]\d{0,2}\.\d00", bare):
        bare = bare.replace(".", "")  # 1.234.567 and 2.500: points between thousands
    return float(bare[:300])


def _tidy(value: float) -> float:
    return round(value, 6)


@cache
def reader(language: str = "en") -> NumeralReader:
    """The reader of a language, made once."""
    return NumeralReader(words(language))
