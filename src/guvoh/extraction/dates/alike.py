"""Dates told as those before them: "the same period of last year", "over the same days", "that October"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from guvoh.extraction.dates.narrated import NEAR, Told
from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.dates.rule import YEAR
from guvoh.extraction.timewords import Calendar, calendar, either
from guvoh.model.statement import DateMention, Span

_I = re.IGNORECASE
_MONTHS = 12
_EDGE = re.compile(r"(?:the\s+)?(?:beginning|start|end|middle)\b", _I)  # no stretch of which another one is the like
Made = tuple[Partial, str]  # the date that words are told from, and the EDTF of what they mean


def alike(text: str, sentence: Span, number: int, told: Sequence[Told], language: str = "en") -> list[DateMention]:
    """Mentions of a sentence that name the like of a date before them; none where it is unclear of which.

    `told` are the dates of this sentence, whose number is `number`, and of those before it, in order. How far "since
    January" reaches is not said, so that no period of another year is told from it.
    """
    out: list[DateMention] = []
    if not _maybe().search(text, *sentence):
        return out
    for match in _pattern(language).finditer(text, *sentence):
        near = [t for t in told if t.at < match.start() and number - t.sentence <= NEAR and not t.aside]
        near = [t for t in near if _EDGE.match(text, t.at) is None]
        here = [t for t in near if t.sentence == number]
        bounded = any(t.bound for t in here)
        made = next((made for of in (here, () if bounded else near) if (made := _made(match, of, language))), None)
        if made is not None:
            out.append(DateMention(made[1], "inferred", *match.span(), f"told from {made[0].edtf()}"))
    return out


@cache
def _maybe() -> re.Pattern[str]:
    return re.compile(r"\b(?:same|corresponding|analogous|analogical|similar|comparable|that)\b", _I)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = calendar(language)
    back = r"last\s+year|the\s+(?:previous|preceding|past)\s+year|the\s+year\s+before"
    back += r"|(?:a|one)\s+year\s+(?:earlier|before|ago)"
    same = r"the\s+(?:same|corresponding|analogous|analogical|similar|comparable)"
    plain = r"(?!\s+(?:of|in|last|as|that|when|a|one|the)\b)"
    months = either(forms[0].capitalize() for forms in words.raw["months"])
    forms = (
        rf"{same}\s+(?P<unit>months?|periods?|days?|quarter|half)(?:,?\s+(?:of|in))?\s+(?:(?P<y>{YEAR})|(?P<back>{back}))",
        rf"(?:over|during|in|for|on)\s+(?:the|that)\s+same\s+(?P<again>period|time|days|weeks|months)\b{plain}",
        rf"(?:in|during)\s+(?:the|that)\s+same\s+(?P<whole>month|year)\b{plain}",
        rf"that\s+(?:same\s+)?(?P<month>(?-i:{months}))\b(?!\s+(?:\d|[a-z]+\s+(?:attack|raid)))",
        rf"that\s+(?:same\s+)?(?P<season>{either(words.seasons)})\b",
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", _I)


def _made(match: re.Match[str], of: Sequence[Told], language: str) -> Made | None:
    if match["unit"]:
        return _in_another_year(match, of)
    if match["again"]:
        return _again(of)
    if match["whole"]:
        return _whole(match["whole"].lower(), of)
    return _of_that_year(match, of, calendar(language))


def _in_another_year(match: re.Match[str], of: Sequence[Told]) -> Made | None:
    """The same days, months or day of another year: of the stretch told last, where words mean one and there is one."""
    unit = match["unit"].lower()
    fit = [t for t in of if t.first.month and not t.bound]
    if unit in ("month", "day"):
        fit = [t for t in fit if not t.last and (t.first.day is not None) == (unit == "day")]
    else:
        fit = [t for t in fit if t.last] or [t for t in fit if t.first.day is None]
    if not fit:
        return None
    first, last = fit[-1].first, fit[-1].last
    year = int(match["y"]) if match["y"] else (first.year - 1 if first.year else None)
    moved = first.in_year(year)
    if year is None or not moved.sane():
        return None
    if last is None:
        return first, moved.edtf()
    turned = (last.year - first.year) if last.year and first.year else int((last.month or 0) < (first.month or 0))
    return first, f"{moved.edtf()}/{last.in_year(year + turned).edtf()}"


def _again(of: Sequence[Told]) -> Made | None:
    """The stretch told last once more."""
    stretches = [t for t in of if t.last or t.bound == "since"]
    if not stretches:
        return None
    first, last = stretches[-1].first, stretches[-1].last
    return first, f"{first.edtf()}/{last.edtf() if last else '..'}"


def _whole(unit: str, of: Sequence[Told]) -> Made | None:
    """The month or the year of the date told last."""
    if not of or of[-1].last or of[-1].first.year is None or (unit == "month" and of[-1].first.month is None):
        return None
    first = of[-1].first
    return first, Partial(first.year, first.month if unit == "month" else None).edtf()


def _of_that_year(match: re.Match[str], of: Sequence[Told], words: Calendar) -> Made | None:
    """A month or season of the year told last, which comes no earlier in it than what is told there."""
    if not of or (of[-1].last or of[-1].first).year is None:
        return None
    told = of[-1].last or of[-1].first
    year, month = told.year or 0, told.month or 1
    if match["month"]:
        meant = words.months[match["month"].lower()]
        return (told, Partial(year, meant).edtf()) if meant >= month else None
    first, last = words.seasons[match["season"].lower()]
    turn = int(last < first)
    if turn and told.month and told.month <= last:
        year -= 1
    elif month > (_MONTHS if turn else last):
        return None
    return told, f"{Partial(year, first).edtf()}/{Partial(year + turn, last).edtf()}"
