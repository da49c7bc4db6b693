"""Says what a number does: counts, or is a year, an age, money, a distance, a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guvoh.extraction.numbers.hedges import Hedge
from guvoh.extraction.numbers.mention import NumberKind
from guvoh.extraction.numbers.money import money
from guvoh.extraction.numbers.numerals import Numeral
from guvoh.extraction.numbers.words import Words
from guvoh.model.statement import Qualifier, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What a number is, its unit when the words name one, and where a currency sign before it begins."""

    kind: NumberKind
    sign_start: int
    unit: str | None = None
    unit_span: Span | None = None
    weak: bool = False


def classify(
    text: str, numeral: Numeral, partner: Numeral | None, hedge: Hedge, start: int, end: int, lexicon: Words
) -> Reading:
    """The reading of a number (or range) in its context; the first rule that holds wins."""
    stop = partner.end if partner else numeral.end
    if numeral.kind is not NumberKind.COUNT and numeral.kind is not NumberKind.FRACTION:
        return Reading(numeral.kind, numeral.start)
    if (sum_of := money(text, numeral, stop, (start, end), lexicon)) is not None:
        return Reading(NumberKind.MONEY, sum_of.sign_start, sum_of.unit, sum_of.unit_span)
    if numeral.kind is NumberKind.FRACTION and not (unit_after(text, stop, end, lexicon)):
        return Reading(NumberKind.FRACTION, numeral.start)
    if (age := _age(text, numeral, stop, hedge, start, end, lexicon)) is not None:
        return age
    if numeral.plain_year and is_year(text, numeral, stop, hedge, start, end, lexicon):
        return Reading(NumberKind.DATE, numeral.start)
    if (measured := unit_after(text, stop, end, lexicon)) is not None:
        return measured
    if re.compile(r"\s+times\b(?!\s+(?:of|before))").match(text, stop, end):
        return Reading(NumberKind.MULTIPLIER, numeral.start)
    if re.compile(r"-?fold\b").match(text, stop, end):
        return Reading(NumberKind.MULTIPLIER, numeral.start)
    return Reading(NumberKind.COUNT, numeral.start, weak=_adjective(text, stop, numeral, lexicon))


def _adjective(text: str, stop: int, numeral: Numeral, lexicon: Words) -> bool:
    """Whether the number is half of a compound ("12-member council", "two-story") or "one" as a pronoun."""
    if re.compile(r"-[a-z]").match(text, stop) and not re.compile(r"-(?:strong|odd|plus)\b").match(text, stop):
        return True
    if not numeral.weak:
        return False
    before = re.search(r"(\w+)\s+$", text[max(0, numeral.start - 20) : numeral.start])
    return before is not None and before[1].lower() in lexicon.listed("not_one", "before")


def unit_after(text: str, stop: int, end: int, lexicon: Words) -> Reading | None:
    """The unit right after a number: "60 kilometers", "15-day", "17%"."""
    match = lexicon.unit.match(text, stop, end)
    if match is None:
        return None
    word = lexicon.units.get(" ".join(match["word"].lower().split()))
    if (
        word is None
        or word.kind == "money"
        or (len(match["word"]) == 1 and match["gap"] and not match["word"].isalpha())
    ):
        return None
    if match["word"] in ("second", "Second") and not match["gap"].startswith("-"):
        return None
    return Reading(NumberKind(word.kind), stop, word.unit, match.span("word"))


def _age(text: str, numeral: Numeral, stop: int, hedge: Hedge, start: int, end: int, lexicon: Words) -> Reading | None:
    value = numeral.value
    if value is None or value > 120:
        return None
    if after := lexicon.age_after.match(text, stop, end):
        return Reading(NumberKind.AGE, numeral.start, "years_of_age", after.span())
    before = text[max(start, min(hedge.at, numeral.start) - 30) : min(hedge.at, numeral.start)]
    listed = _LISTED.sub("", before)
    if lexicon.age_before.search(before) or (listed != before and lexicon.age_before.search(listed)):
        return Reading(NumberKind.AGE, numeral.start, "years_of_age")
    if _of_somebody(before, value, lexicon) and _no_noun(text, stop, end, lexicon):
        return Reading(NumberKind.AGE, numeral.start, "years_of_age")
    bare = text[max(start, numeral.start - 30) : numeral.start]
    closes = re.compile(r"\s*[,)]").match(text, stop, end) is not None
    named = re.search(r"[A-Z][\w'’-]+(?:,\s|\s\()$", bare) or lexicon.age_of_noun.search(bare)
    if closes and not numeral.spelled and value >= 10 and named:
        return Reading(NumberKind.AGE, numeral.start, "years_of_age")
    bounded = hedge.qualifier in (Qualifier.LESS_THAN, Qualifier.MORE_THAN)
    if bounded and lexicon.age_under.search(before) and _no_noun(text, stop, end, lexicon):
        return Reading(NumberKind.AGE, numeral.start, "years_of_age")
    return None


_LISTED = re.compile(r"(?:\d{1,2}(?:,\s+(?:and\s+)?|\s+(?:and|or|to)\s+))+$")


def _of_somebody(before: str, value: float, lexicon: Words) -> bool:
    """ "A man of 26", "two women of 30 and 35": the age of those named before it."""
    return 1 <= value <= 110 and lexicon.age_of.search(_LISTED.sub("", before)) is not None


def _no_noun(text: str, stop: int, end: int, lexicon: Words) -> bool:
    following = re.compile(r"\s+([a-z]+)").match(text, stop, end)
    return following is None or following[1] in lexicon.listed("age", "no_noun")


def is_year(text: str, numeral: Numeral, stop: int, hedge: Hedge, start: int, end: int, lexicon: Words) -> bool:
    """Whether four plain digits from 1900 to 2099 name a year rather than count.

    They count after a bounding hedge ("more than 2000") and before a unit or a plural noun with no word of
    time or definiteness in front ("2000 migrants were held"); everywhere else they are a year.
    """
    if re.compile(r"\s+levels?\b").match(text, stop, end):
        return True
    if numeral.value is not None and numeral.value < 1900:
        return re.search(
            r"\b(?:in|since|until|from|by|circa|of)\s+$", text[max(start, numeral.start - 8) : numeral.start]
        ) is not None and (re.compile(r"\s*(?:[.,;)]|$|\s(?:and|to|when|by)\b)").match(text, stop, end) is not None)
    if hedge.qualifier is not None and hedge.qualifier.value in lexicon.listed("year", "count_hedges"):
        return False
    following = re.compile(r"\s+([a-z][\w-]*)").match(text, stop, end)
    before = re.search(r"(\w+)['’]?\s*-?\s*$", text[max(start, numeral.start - 20) : numeral.start])
    if following is None:
        return True
    plural = (following[1].endswith("s") and not following[1].endswith(("ss", "was", "has", "is"))) or following[
        1
    ] in lexicon.listed("people", "plurals")
    measured = lexicon.unit.match(text, stop, end) is not None
    if not (plural or measured):
        return True
    if before is not None and before[1].lower() in lexicon.listed("year", "before"):
        return True
    return before is None and numeral.value is not None and numeral.value % 100 != 0
