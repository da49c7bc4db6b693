"""Two numerals that are one number: ranges ("30 to 60", "between 15 and 20") and shares ("one in three")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from guvoh.extraction.numbers.masks import Mask
from guvoh.extraction.numbers.mention import NumberKind
from guvoh.extraction.numbers.numerals import Numeral, reader
from guvoh.extraction.numbers.words import Words, either, words

_TO = re.compile(r"\s*[-–—−]\s*|\s+(?:to|or|and)\s+", re.IGNORECASE)
_SIGN = r"(?:[$€£₽]\s?)?"
_BETWEEN = re.compile(rf"\bbetween\s+{_SIGN}(?:\w+\s+)?$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s+(?:\w+\s+){{0,2}}{_SIGN}$", re.IGNORECASE)
_OPENER = re.compile(rf"\b(?:from|between)\s+{_SIGN}$", re.IGNORECASE)


def share(text: str, numeral: Numeral, end: int, lexicon: Words) -> Numeral | None:
    """ "one in three", "nine out of ten" as one fraction; None when the second number is no larger."""
    if numeral.value is None or numeral.kind is not NumberKind.COUNT or not 1 <= numeral.value <= 100:
        return None
    joint = _in_of(lexicon.language).match(text, numeral.end, end)
    if joint is None or joint.end() >= end:
        return None
    second = _numeral(text, joint.end(), end, lexicon)
    if second is None or second.value is None or second.plain_year or second.value <= numeral.value:
        return None
    words_between = joint.group().split()
    if words_between == ["of"] and (second.value > 20 or re.compile(r"\s+[a-z]").match(text, second.end)):
        return None
    measured = lexicon.unit.match(text, second.end, end) is not None
    if second.kind is not NumberKind.COUNT or (measured and words_between == ["in"]):
        return None
    part = round(numeral.value / second.value, 4)
    return replace(numeral, end=second.end, value=part, kind=NumberKind.FRACTION, weak=False)


@cache
def _in_of(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(words(language).raw['join']['in_of'])})\s+(?=\S)", re.IGNORECASE)


def _numeral(text: str, pos: int, end: int, lexicon: Words) -> Numeral | None:
    read = reader(lexicon.language)
    return read.at(text, pos, end) if pos < end and read.starts.match(text, pos) else None


def partner(text: str, numeral: Numeral, end: int, lexicon: Words, hidden: Sequence[Mask]) -> Numeral | None:
    """The upper number of a range that opens with `numeral`, also over a repeated unit ("20% and 30%")."""
    if numeral.vague or numeral.kind is not NumberKind.COUNT:
        return None
    unit = lexicon.unit.match(text, numeral.end, end)
    for at in {numeral.end, unit.end() if unit else numeral.end}:
        joint = _TO.match(text, at, end)
        if joint is None or (numeral.weak and joint.group().strip() == "and"):
            continue
        word = joint.group().strip().lower()
        if word == "and" and not _BETWEEN.search(text[max(0, numeral.start - 20) : numeral.start]):
            continue
        second = _second(text, joint.end(), end, lexicon, hidden)
        if second is not None and (word != "or" or at == numeral.end) and _pairs(numeral, second, word):
            return second
    return None


def _second(text: str, pos: int, end: int, lexicon: Words, hidden: Sequence[Mask]) -> Numeral | None:
    while pos < end and text[pos] in "$€£₽":
        pos += 1
    if any(a <= pos < b for a, b, _ in hidden):
        return None
    return _numeral(text, pos, end, lexicon)


def _pairs(first: Numeral, second: Numeral, word: str) -> bool:
    if second.kind is not NumberKind.COUNT or second.value is None or first.value is None or second.about:
        return False
    low = lower_value(first, second)
    if word == "or":
        return low < second.value <= low * 3 and not second.weak
    return low < second.value or (low > second.value and word == "to")


def lower_value(first: Numeral, second: Numeral) -> float:
    """The lower value, with the scale that only the upper number carries ("2-3 million")."""
    value = first.value or 0.0
    if first.scale == 1 < second.scale and second.value is not None and value < second.value / second.scale:
        return value * second.scale
    return value


def is_change(text: str, first: Numeral, second: Numeral, start: int, lexicon: Words) -> bool:
    """Whether "from 30 to 60" tells a change (rose, fell, cut …) and so is two numbers, not a range."""
    if first.value is not None and second.value is not None and first.value > second.value:
        return True
    before = text[max(start, first.start - 60) : first.start]
    if not _FROM.search(before):
        return False
    clause = re.split(r"[.;]", before)[-1].lower()
    return any(word in lexicon.listed("join", "change") for word in re.findall(r"\w+", clause))


def opener(text: str, pos: int, start: int) -> int | None:
    """Where "from" or "between" right before a range begins, or None."""
    begin = max(start, pos - 12)
    found = _OPENER.search(text[begin:pos])
    return begin + found.start() if found else None
