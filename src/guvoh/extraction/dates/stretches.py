"""Dates wider than a month: seasons, halves, quarters, decades, years and their ranges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import YEAR, Rule, group, year_of
from guvoh.extraction.timewords import Calendar, either

_I = re.IGNORECASE
_MONTHS = 12


def season_rules(words: Calendar) -> Iterator[Rule]:
    """Seasons with a year, and "last summer"."""
    names = either(words.seasons)
    part = r"(?:(?:early|mid|late)[\s-])?"
    pattern = rf"\b(?:the\s+)?{part}(?P<s>{names})(?:\s+of|,)?\s+(?P<y>{YEAR})(?:\s?[-–/]\s?(?P<y2>\d\d(?:\d\d)?))?\b"
    yield Rule(re.compile(pattern, _I), _season(words), of_year=True)
    yield Rule(re.compile(rf"\b(?P<w>last|this|next)\s+(?P<s>{names})\b", _I), _season(words))


def _season(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], _: str) -> Raw | None:
        one, two = words.seasons[match["s"].lower()]
        year = year_of(match)
        turn = 1 if two < one and year is not None else 0
        word = group(match, "w")
        first = Partial(year, one)
        last = Partial(None if year is None else year + turn, two)
        return Raw(
            match.start(),
            match.end(),
            first,
            last,
            year_word=f"{word.lower()} season" if word else "",
            note="season of the northern hemisphere",
        )

    return build


_ORDER = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "latter": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 4,
    "final": 4,
}
_OF_YEAR = rf"(?:(?P<y>{YEAR})|(?P<w>the|this|last|next)\s+(?:(?:current|same)\s+)?year)\b"

PARTS = re.compile(r"half|quarter|months|q[1-4]", _I)
"""What stands in every part of a year."""


def part_rules(words: Calendar) -> Iterator[Rule]:
    """Halves, quarters and the first months of a year."""
    numbers = either([*words.numbers, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"])
    yield Rule(
        re.compile(rf"\b(?:the\s+)?(?P<o>first|second|latter)\s+half\s+of\s+{_OF_YEAR}", _I),
        lambda m, _: _stretch(m, 6),
        of_year=True,
    )
    yield Rule(
        re.compile(
            rf"\b(?:the\s+)?(?P<o>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+quarter\s+of\s+{_OF_YEAR}", _I
        ),
        lambda m, _: _stretch(m, 3),
        of_year=True,
    )
    yield Rule(
        re.compile(
            r"\b(?:in|during|over)\s+(?:the\s+)?(?P<o>first|second|third|fourth)\s+quarter\b"
            r"(?!\s+(?:of|running|in a row))",
            _I,
        ),
        lambda m, _: _stretch(m, 3),
    )
    yield Rule(re.compile(rf"\bQ(?P<q>[1-4])\s+(?:of\s+)?(?P<y>{YEAR})\b"), lambda m, _: _stretch(m, 3), of_year=True)
    for which in (r"\b(?:the\s+)?(?P<o>first|last|final)", r"\b(?:in|over|during|for|within|across)(?:\s+the)?(?P<o>)"):
        yield Rule(
            re.compile(rf"{which}\s+(?P<n>{numbers})\s+months\s+of\s+{_OF_YEAR}", _I),
            lambda m, _: _months(m, words),
            of_year=True,
        )


def _stretch(match: re.Match[str], months: int) -> Raw:
    number = int(group(match, "q") or _ORDER[(group(match, "o") or "first").lower()])
    begin = (number - 1) * months + 1
    return _within_year(match, Partial(year_of(match), begin), Partial(year_of(match), begin + months - 1))


def _months(match: re.Match[str], words: Calendar) -> Raw | None:
    """The first months of a year, or the last; "in ten months of 2024" are its first ten."""
    count = int(match["n"]) if match["n"].isdigit() else words.numbers.get(match["n"].lower(), 0)
    if not 1 < count < _MONTHS:
        return None
    year, ends = year_of(match), match["o"].lower() in ("last", "final")
    first, last = (_MONTHS - count + 1, _MONTHS) if ends else (1, count)
    return _within_year(match, Partial(year, first), Partial(year, last))


def _within_year(match: re.Match[str], first: Partial, last: Partial) -> Raw:
    word = (group(match, "w") or "").lower().replace("the", "this")
    return Raw(match.start(), match.end(), first, last, year_word=f"{word} year" if word else "")


def year_rules() -> Iterator[Rule]:
    """Decades, ranges of years, parts of years and bare years."""
    yield Rule(re.compile(r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-])?(?P<y>(?:19|20)\d0)['’]?s\b"), _decade)
    edge = r"(?<![\w./,–-])"
    yield Rule(re.compile(rf"{edge}(?P<y>{YEAR})\s?[-–—/]\s?(?P<y2>(?:{YEAR}|\d\d))(?![\w/-]|[.,]\d)"), _year_range)
    yield Rule(
        re.compile(rf"\b(?i:from|between)\s+(?P<y>{YEAR})\s+(?:to|and|until|through)\s+(?P<y2>{YEAR})\b"), _year_range
    )
    yield Rule(re.compile(rf"{edge}(?P<y>{YEAR})\s+(?:to|through|until)\s+(?P<y2>{YEAR})\b"), _year_range)
    part = r"(?:early|mid|late)[\s-]|(?:the\s+)?(?:beginning|start|end|middle)\s+of\s+"
    yield Rule(re.compile(rf"\b(?P<part>{part})(?P<y>{YEAR})\b", _I), _part_of_year)
    yield Rule(
        re.compile(rf"(?:{edge}|(?<=\w[–-])(?<=pre-)|(?<=post-))(?P<y>{YEAR})(?![\w/–-]|[.,]\d|\s(?:hours|hrs)\b)"),
        lambda m, _: None if _of_law(m) else Raw(*m.span(), Partial(int(m["y"]))),
    )


_LAW = re.compile(
    r"\b(?:Act|Ordinance|Code|Regulations?|Rules|Bill|Directive|Resolution|Order|Decree|Convention|Protocol),?\s+"
    r"(?:No\.?\s+)?$"
)


def _of_law(match: re.Match[str]) -> bool:
    """Whether a year belongs to the name of a law ("Immigration Act 1971"), so that nothing is dated by it."""
    return _LAW.search(match.string, max(0, match.start() - 24), match.start()) is not None


def _decade(match: re.Match[str], _: str) -> Raw:
    return Raw(*match.span(), Partial(int(match["y"])), Partial(int(match["y"]) + 9))


def _year_range(match: re.Match[str], _: str) -> Raw | None:
    if _of_law(match):
        return None
    one, raw = int(match["y"]), match["y2"]
    two = int(raw) if len(raw) == 4 else one // 100 * 100 + int(raw)
    return Raw(match.start("y"), match.end(), Partial(one), Partial(two)) if one < two <= one + 60 else None


def _part_of_year(match: re.Match[str], _: str) -> Raw:
    """The year: what was "at the end of 2022" may have been in November, so that no month is told."""
    return Raw(*match.span(), Partial(int(match["y"])), note=match["part"].strip(" -") + ": only the year is kept")
