"""Dates told from the date before them: "the next day", "a day earlier", "the same month of 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.dates.rule import YEAR, group
from guvoh.extraction.timewords import calendar, either
from guvoh.model.statement import DateMention, Span

_NEAR = 2  # sentences back in which a date may still be meant
_CUE = 60  # letters between a word of reporting and its date
_I = re.IGNORECASE
_ENDS = r"(?=\s*(?:[,.;:!?)”\"’]|$)|\s+(?:and|but|when|while|in|at|as|by|from|with|that|had|has|was|were|after|to)\b)"
_REPORTING = re.compile(
    r"\b(?:said|says|told|tells|reported|announced|wrote|stated|added|confirmed)\b(?:(?!\bthat\b)[^.;:“]){0,40}$", _I
)
"""A word of reporting before the day on which it was reported; what follows "said that" is the day of what is told."""
_HEAD = re.compile(
    r"[^.!?\n]{0,30}\d{4},?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\b[^.!?\n]{0,20}(?:\b[A-Z\d][\w.]*[^\n]{0,80})?(?<![.!?])"
)
"""The head of a page: a day with the hour, then who printed it: "9 April 2024, 11:48, Bishkek - 24.KG news agency"."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has told: where, in which sentence by number, its first day and last, what bounds it.

    `aside` marks the date of a report or a dateline, which no "next day" is told from.
    """

    at: int
    sentence: int
    first: Partial
    last: Partial | None = None
    bound: str = ""
    aside: bool = False


def is_aside(text: str, sentence: Span, at: int) -> bool:
    """Whether a date is when something was reported or printed, rather than when it happened."""
    line = text[slice(*sentence)]
    printed = len(line.split(maxsplit=9)) <= 8 and line.rstrip()[-1:] not in '.!?”"'
    told = _REPORTING.search(text, max(sentence[0], at - _CUE), at) is not None
    return printed or told or _HEAD.fullmatch(line.strip()) is not None


def narrated(text: str, sentence: Span, number: int, told: Sequence[Told], language: str = "en") -> list[DateMention]:
    """Mentions of a sentence that are told from a date before them; none where it is unclear from which.

    `told` are the dates of this sentence, whose number is `number`, and of those before it, in order.
    """
    out: list[DateMention] = []
    if not _maybe().search(text, *sentence):
        return out
    for match in _pattern(language).finditer(text, *sentence):
        before = [t for t in told if t.at < match.start()]
        made = _meant(match, [t for t in before if t.sentence == number], before, number, language)
        if made is not None:
            reference, edtf = made
            why = f"told from {reference.edtf()}"
            out.append(DateMention(edtf, "inferred", match.start(), match.end(), why))
    return out


@cache
def _maybe() -> re.Pattern[str]:
    return re.compile(r"\b(?:same|next|following|previous|preceding|before|later|earlier|after|that|nightfall)\b", _I)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    number = rf"(?P<n>{either(calendar(language).numbers)}|\d{{1,3}})"
    part = r"(?:day|morning|afternoon|evening|night)"
    clause = rf"(?:{_ENDS}|(?=\s+(?:he|she|they|we|it|i|you|the|a|an|police|his|her|their|more|[a-z]+ed)\b))"
    on = r"(?:(?:on|in)\s+)?"
    forms = (
        r"(?P<since>since\s+(?:the\s+same|that)\s+(?:date|day))",
        rf"(?P<same>{on}(?:(?:the|that)\s+(?:very\s+)?same\s+{part}|(?:later\s+)?that\s+{part}{clause}|by\s+nightfall))",
        rf"(?P<next>{on}the\s+(?:next|following)\s+(?:day|morning))",
        rf"(?P<prior>{on}the\s+(?:(?:previous|preceding)\s+(?:day|night)|(?:day|night)\s+before{_ENDS}))",
        rf"{number}\s+(?P<u>day|week|fortnight)s?\s+(?P<w>later|earlier|(?:after|before|afterwards){_ENDS})",
        rf"the\s+same\s+(?P<unit>month|period|day)\s+(?:of|in)\s+(?P<y>{YEAR})",
        r"the\s+same\s+(?P<unit2>month|day)\s+(?:last\s+year|(?:a|one)\s+year\s+(?:earlier|before|ago))",
        rf"(?P<year>the\s+(?:previous|preceding)\s+year|the\s+year\s+before{_ENDS}|(?:a|one)\s+year\s+earlier)",
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", _I)


def _meant(
    match: re.Match[str], here: Sequence[Told], before: Sequence[Told], number: int, language: str
) -> tuple[Partial, str] | None:
    """The date that a match is told from, and the EDTF of what it means."""
    if match["y"] or match["unit2"]:
        near = [t for t in before if number - t.sentence <= _NEAR and not t.aside]
        return _in_year(match, here) or _in_year(match, near)
    if match["year"]:
        years = [t.first for t in here if t.first.year and not t.first.day and not t.last and not t.bound]
        first = years[-1] if years else None
        return (first, first.in_year((first.year or 0) - 1).edtf()) if first else None
    reference = day_before(here, before, number)
    moved = reference.shifted(_step(match, language)) if reference else None
    opened = "/.." if group(match, "since") else ""
    return (reference, f"{moved.edtf()}{opened}") if reference and moved else None


def _in_year(match: re.Match[str], here: Sequence[Told]) -> tuple[Partial, str] | None:
    unit = (match["unit"] or match["unit2"]).lower()
    fit = [t for t in here if t.first.month and not t.bound and (unit == "period") >= bool(t.last)]
    fit = [t for t in fit if (t.first.day is not None) == (unit == "day") or unit == "period"]
    if not fit:
        return None
    first, last = fit[-1].first, fit[-1].last
    year = int(match["y"]) if match["y"] else (first.year - 1 if first.year else None)
    if year is None or not first.in_year(year).sane():
        return None
    if last is None:
        return first, first.in_year(year).edtf()
    turned = int((last.month or 0) < (first.month or 0))
    return first, f"{first.in_year(year).edtf()}/{last.in_year(year + turned).edtf()}"


def day_before(here: Sequence[Told], before: Sequence[Told], number: int) -> Partial | None:
    """The day last told: in the sentence (`here`), else right before it, else the only day of the text so far."""
    days = [t for t in here if _is_day(t)]
    if days:
        return days[-1].first
    near = [t for t in before if _is_day(t) and number - t.sentence <= _NEAR and not _printed(t, before)]
    if near:
        return None if near[-1].aside else near[-1].first
    only = {t.first for t in before if _is_day(t) and not t.aside}
    return only.pop() if len(only) == 1 else None


def _is_day(told: Told) -> bool:
    return told.first.day is not None and told.last is None and not told.bound


def _printed(told: Told, before: Sequence[Told]) -> bool:
    """Whether it is the date of the head of the page, which comes before every other."""
    return told.aside and told is before[0]


def _step(match: re.Match[str], language: str) -> int:
    raw = group(match, "n")
    if raw is None:
        return 0 if match["same"] or match["since"] else (1 if match["next"] else -1)
    count = int(raw) if raw.isdigit() else calendar(language).numbers.get(" ".join(raw.lower().split()), 0)
    count *= {"day": 1, "week": 7, "fortnight": 14}[match["u"].lower()]
    return -count if match["w"].lower() in ("earlier", "before") else count
