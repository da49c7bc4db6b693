"""Dates told from the date before them: "the next day", "a day earlier", "a year later"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.dates.rule import group
from guvoh.extraction.timewords import calendar, either
from guvoh.model.statement import DateMention, Span

NEAR = 2  # sentences back in which a date may still be meant
_CUE = 60  # letters between a word of reporting and its date
_I = re.IGNORECASE
_ENDS = r"(?=\s*(?:[,.;:!?)”\"’]|$)|\s+(?:and|but|when|while|in|at|as|by|from|with|that|had|has|was|were|after|to)\b)"
_REPORTING = re.compile(
    r"\b(?:said|says|told|tells|reported|announced|wrote|stated|added|confirmed)\b(?:(?!\bthat\b)[^.;:“]){0,40}$", _I
)
"""A word of reporting before the day on which it was reported; what follows "said that" is the day of what is told."""
_REPORTS = re.compile(r",?\s[^.;:“\"\n]{3,80}\b(?:said|says|told|reported|announced|wrote|stated|confirmed)\b", _I)
"""What follows "A day later" that tells the day of a report too, and so is told from the day of a report."""
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
        here = [t for t in before if t.sentence == number]
        opens = not text[sentence[0] : match.start()].strip() and _REPORTS.match(text, match.end()) is not None
        made = _year_meant(match, here, before, number, language) if group(match, "years") else None
        if made is None and not group(match, "years"):
            made = _day_meant(match, day_before(here, before, number, of_report=opens), language)
        if made is not None:
            out.append(DateMention(made[1], "inferred", *match.span(), f"told from {made[0].edtf()}"))
    return out


@cache
def _maybe() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:same|next|following|previous|preceding|before|later|earlier|after|that|evening|nightfall)\b", _I
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    number = rf"(?P<n>{either(calendar(language).numbers)}|\d{{1,3}})"
    part = r"(?:day|morning|afternoon|evening|night)"
    clause = rf"(?:{_ENDS}|(?=\s+(?:he|she|they|we|it|i|you|the|a|an|police|his|her|their|more|[a-z]+ed)\b))"
    on = r"(?:(?:on|in)\s+)?"
    same = rf"(?:the|that)\s+(?:very\s+)?same\s+{part}|(?:later\s+)?that\s+{part}{clause}"
    same += r"|by\s+nightfall|(?-i:By\s+(?:late\s+)?evening)"
    of_day = (
        r"the\s+(?:morning|afternoon|evening|night)\s+of\s+(?:(?:that|the\s+same)|the\s+(?P<on>next|following))\s+day"
    )
    forms = (
        r"(?P<since>since\s+(?:the\s+same|that)\s+(?:date|day))",
        rf"(?P<same>(?:{on}|by\s+|until\s+|till\s+)(?:{of_day}|{same})|(?:on|as\s+of|by)\s+(?:the\s+same|that)\s+date)",
        rf"(?P<next>(?:(?:on|by|until|till)\s+)?the\s+(?:very\s+)?(?:next|following)\s+{part}|(?<!\w\s)next\s+(?:day|morning)"
        rf"|next\s+(?:day|morning){_ENDS})",
        rf"(?P<prior>{on}the\s+(?:(?:previous|preceding)\s+(?:day|night)|(?:day|night)\s+before{_ENDS}))",
        rf"{number}\s+(?P<u>day|week|fortnight)s?\s+(?P<w>later|earlier|(?:after|before|afterwards){_ENDS})",
        rf"(?P<years>the\s+(?:previous|preceding)\s+year|the\s+year\s+before{_ENDS}"
        rf"|{number.replace('<n>', '<n2>')}\s+years?\s+(?P<w2>later|earlier|before{_ENDS}))",
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", _I)


def _day_meant(match: re.Match[str], reference: Partial | None, language: str) -> tuple[Partial, str] | None:
    """The day that a match is told from, and the EDTF of what it means."""
    moved = reference.shifted(_step(match, language)) if reference else None
    opened = "/.." if group(match, "since") else ""
    return (reference, f"{moved.edtf()}{opened}") if reference and moved else None


def _year_meant(
    match: re.Match[str], here: Sequence[Told], before: Sequence[Told], number: int, language: str
) -> tuple[Partial, str] | None:
    """What a match is told from, and the EDTF of the year meant, or of the same months of it after "a year earlier".

    It is told from the year of its sentence, "a year earlier" from the months there too, and "two years later", where
    it opens the sentence, from a year that was told last.
    """
    counted, later = group(match, "n2"), (group(match, "w2") or "").lower() == "later"
    count = _count(counted or "one", language)
    compared = counted is not None and count == 1 and not later
    fit = [t for t in here if _is_year(t) or (compared and _is_stretch(t))]
    opens = later and not here and not match.string[: match.start()].rstrip().endswith((",", ";"))
    if not fit and opens and before and number - before[-1].sentence <= 1 and _is_year(before[-1]):
        fit = [before[-1]]
    if not fit:
        return None
    first, last = fit[-1].first, fit[-1].last
    step = count if later else -count
    then = first.in_year((first.year or 0) + step).edtf()
    return first, f"{then}/{last.in_year((last.year or first.year or 0) + step).edtf()}" if last else then


def _is_year(told: Told) -> bool:
    return told.first.year is not None and told.first.month is None and not told.last and not told.bound


def _is_stretch(told: Told) -> bool:
    """Whether it is a month of a known year or several."""
    return told.first.year is not None and told.first.day is None and not told.bound


def day_before(here: Sequence[Told], before: Sequence[Told], number: int, *, of_report: bool = False) -> Partial | None:
    """The day last told: in the sentence (`here`), else right before it, else the only day of the text so far.

    The day of a report tells another day only where that is one too, in the sentence after it (`of_report`).
    """
    days = [t for t in here if _is_day(t)]
    if days:
        return days[-1].first
    last = next((t for t in reversed(before) if _is_day(t)), None)
    if of_report and last is not None and last.aside and number - last.sentence <= 1:
        return last.first
    near = [t for t in before if _is_day(t) and number - t.sentence <= NEAR and not _printed(t, before)]
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
        onwards = group(match, "next") or group(match, "on")
        return 1 if onwards else 0 if group(match, "same") or group(match, "since") else -1
    count = _count(raw, language) * {"day": 1, "week": 7, "fortnight": 14}[match["u"].lower()]
    return -count if match["w"].lower() in ("earlier", "before") else count


def _count(raw: str, language: str) -> int:
    return int(raw) if raw.isdigit() else calendar(language).numbers.get(" ".join(raw.lower().split()), 0)
