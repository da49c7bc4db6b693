"""Sums of money: a sign or code before, a sign or name after, or a sum whose currency was told just before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from guvoh.extraction.numbers.numerals import Numeral
from guvoh.extraction.numbers.words import Words, either, words
from guvoh.model.statement import Span

_SIGN = 6  # characters that a sign or code before a sum may take
_REACH = 400  # characters back in which the currency of a bare sum may stand
_LEAST_BARE = 1_000


@dataclass(frozen=True, slots=True)
class Sum:
    """A number that is money: where it begins with its sign, its currency (ISO 4217, or a name), the words for it."""

    sign_start: int
    unit: str
    unit_span: Span | None = None


def money(text: str, numeral: Numeral, stop: int, scope: Span, lexicon: Words) -> Sum | None:
    """The sum that a number (or range up to `stop`) is, None where it is none."""
    begin, end = numeral.start, scope[1]
    before = lexicon.money_sign.search(text[max(0, begin - _SIGN) : begin])
    if before and not _is_code(before["sign"], text, numeral):
        at = max(0, begin - _SIGN) + before.start("sign")
        return Sum(at, lexicon.money_before[before["sign"]], (at, at + len(before["sign"])))
    sign = lexicon.money_sign_after.match(text, stop, end)
    if sign:
        return Sum(begin, lexicon.money_after[sign["sign"]], sign.span("sign"))
    match = lexicon.unit.match(text, stop, end)
    word = lexicon.units.get(" ".join(match["word"].lower().split())) if match else None
    if match is not None and word is not None and word.kind == "money":
        return Sum(begin, word.unit, match.span("word"))
    return _in_context(text, numeral, stop, scope, lexicon)


def _is_code(sign: str, text: str, numeral: Numeral) -> bool:
    """Whether "R" before digits may as well name a road or form: only "R350,000" and "R12m" are sums."""
    return sign == "R" and not (numeral.scale > 1 or "," in text[numeral.start : numeral.end])


def _in_context(text: str, numeral: Numeral, stop: int, scope: Span, lexicon: Words) -> Sum | None:
    """ "He had asked for 2 million." where the only currency told shortly before is the rouble."""
    if numeral.value is None or numeral.value < _LEAST_BARE or numeral.plain_year:
        return None
    asked, sums, closes = _patterns(lexicon.language)
    if not closes.match(text, stop, scope[1]) or not asked.search(
        text[max(scope[0], numeral.start - 40) : numeral.start]
    ):
        return None
    told = text[max(0, numeral.start - _REACH) : numeral.start].rpartition("\n\n")[2]
    units = {_unit(match, lexicon) for match in sums.finditer(told)}
    unit = units.pop() if len(units) == 1 else None
    return Sum(numeral.start, unit) if unit else None


def _unit(match: re.Match[str], lexicon: Words) -> str:
    if match["sign"]:
        return lexicon.money_before[match["sign"]]
    return lexicon.units[" ".join(match["name"].lower().split())].unit


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lexicon = words(language)
    asked = rf"\b(?:{either(lexicon.raw['money_context']['before'])})\s+(?:[\w-]+\s+){{0,3}}$"
    names = either(form for form, unit in lexicon.units.items() if unit.kind == "money" and len(form) > 1)
    scales = either(lexicon.scales)
    sums = (
        rf"(?<!\w)(?P<sign>{either(s for s in lexicon.money_before if s != 'R')})\s?\d"
        rf"|\d(?:\s(?:{scales}))?\s(?i:(?P<name>{names}))(?!\w)"
    )
    return (
        re.compile(asked, re.IGNORECASE),
        re.compile(sums),
        re.compile(r"\s*(?:[.,;:!?)”\"’]|$|\n)|\s+(?:and|but|or)\b"),
    )
