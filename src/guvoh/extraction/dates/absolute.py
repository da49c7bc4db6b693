"""Dates written out: days, months, years, ranges, seasons, halves, quarters, decades, numeric forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from guvoh.extraction.dates.months import month_rules
from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import TO as _TO
from guvoh.extraction.dates.rule import YEAR, YEAR_OPENS, Rule, group, year_of
from guvoh.extraction.dates.stretches import PARTS, part_rules, season_rules, year_rules
from guvoh.extraction.dates.taken import Taken
from guvoh.extraction.timewords import Calendar, calendar, either

_I = re.IGNORECASE
_OF_YEAR = re.compile(rf"{YEAR_OPENS}|[Yy][Ee][Aa][Rr]")
_PLURALS = ("people", "men", "women", "children", "police")


def absolute(text: str, start: int, end: int, language: str = "en") -> list[Raw]:
    """Dates written in `text[start:end]`, in order; where two readings overlap the longer form wins."""
    found: list[Raw] = []
    if not _maybe(language).search(text, start, end):
        return found
    taken = Taken(start, end)
    for rule, match in _matches(text, start, end, language):
        if taken.any_of(*match.span()):
            continue
        raw = rule.build(match, text)
        if raw is not None and text[raw.end - 1] == ".":
            raw = replace(raw, end=raw.end - 1)
        if raw is not None and raw.first.sane() and (raw.last is None or raw.last.sane()):
            found.append(raw)
            taken.take(raw.start, raw.end)
    return sorted(found, key=lambda raw: raw.start)


def _matches(text: str, start: int, end: int, language: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Where the rules match, rule by rule; those that need a month or a year are tried only where one stands."""
    of_year = _OF_YEAR.search(text, start, end) is not None
    for needed, rules in _rules(language):
        if needed is None or needed.search(text, start, end):
            for rule in rules if of_year else (rule for rule in rules if not rule.of_year):
                for match in rule.pattern.finditer(text, start, end):
                    yield rule, match


@cache
def _maybe(language: str) -> re.Pattern[str]:
    """A quick look: most stretches hold no digit, month, season or part of a year."""
    words = calendar(language)
    named = either(words.raw["named_dates"]).replace("'", "['’]")
    parts = rf"{either(words.seasons)}|half|quarter|months\s+of|new\s+year|{named}"
    return re.compile(rf"\d|\b{words.month_pattern}\b|\b(?i:{parts})\b")


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str] | None, tuple[Rule, ...]], ...]:
    """The rules in the order in which they win, each group with what must stand in the text for any of it to match."""
    words = calendar(language)
    year, month = re.compile(YEAR_OPENS), re.compile(rf"\b{words.month_pattern}")
    return (
        (year, tuple(_numeric())),
        (None, tuple(_named_days(words))),
        (month, (*_days(words), *month_rules(words))),
        (None, tuple(season_rules(words))),
        (PARTS, tuple(part_rules(words))),
        (year, tuple(year_rules())),
    )


def _numeric() -> Iterator[Rule]:
    yield Rule(
        re.compile(rf"(?<![\d/-])(?P<y>{YEAR})(?P<s>[-/])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?![\d/-])"),
        lambda m, _: _ymd(m),
    )
    yield Rule(
        re.compile(rf"(?<![\d./-])(?P<a>\d{{1,2}})(?P<s>[./-])(?P<b>\d{{1,2}})(?P=s)(?P<y>{YEAR})(?![\d/-])"), _slashed
    )


def _ymd(match: re.Match[str]) -> Raw:
    return Raw(match.start(), match.end(), Partial(int(match["y"]), int(match["m"]), int(match["d"])))


def _slashed(match: re.Match[str], _: str) -> Raw | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    span = match.span()
    if match["s"] == "." or a > 12 or a == b:
        return Raw(*span, Partial(year, b, a))
    if b > 12:
        return Raw(*span, Partial(year, a, b))
    return Raw(*span, Partial(year), note="day and month cannot be told apart")


def _days(words: Calendar) -> Iterator[Rule]:
    month, weekday = words.month_pattern, words.weekday_pattern
    short = either(w.capitalize() for forms in words.raw["weekdays"] for w in forms)
    lead = rf"(?:\b(?:{weekday}|{short})\.?,?\s+(?:the\s+)?)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:])"
    year = rf"(?:,?\s+(?:of\s+)?(?P<y>{YEAR})\b(?![-–]\d))?"
    word_year = r"(?:,?\s+(?:of\s+)?(?P<w>last|this|next)\s+year\b)?"
    tail = rf"(?:{year}){word_year}(?![,.]\d)"
    first = rf"(?P<m>{month})\.?\s+(?P<d>{day})"
    mid_year = rf"(?:,?\s+(?P<y1>{YEAR}))?"
    span2 = rf"\b{first}{mid_year},?(?P<to>{_TO})(?:{weekday},?\s+)?(?P<m2>{month})\.?\s+(?P<d2>{day}){tail}"
    span1 = rf"{lead}\b{first}(?P<to>{_TO})(?P<d2>{day}){tail}"
    opening = rf"(?<![\d:.])\b(?P<d>{day})(?:\s+(?:of\s+)?(?P<m>{month})\b\.?{mid_year})?"
    span3 = rf"{opening}(?P<to>{_TO})(?:the\s+)?(?P<d2>{day})\s+(?:of\s+)?(?P<m2>{month})\b\.?{tail}"
    for pattern in (span2, span1, span3):
        yield Rule(re.compile(pattern), _day_range(words))
    yield Rule(re.compile(rf"{lead}\b(?P<m>{month})\.?\s+(?:the\s+)?(?P<d>{day}){tail}"), _one_day(words))
    yield Rule(re.compile(rf"{lead}(?<![\d:.])\b(?P<d>{day})\s+(?:of\s+)?(?P<m>{month})\b\.?{tail}"), _one_day(words))


def _named_days(words: Calendar) -> Iterator[Rule]:
    """Days with names: "New Year's Eve"; "before the New Year" is before its first day."""
    days: dict[str, list[int]] = words.raw["named_dates"]
    named = either(days).replace("'", "['’]")
    yield Rule(re.compile(rf"\b(?P<named>{named})\b(?:,?\s+(?P<y>{YEAR})\b)?", _I), _named_day(days))
    turn = (
        r"\b(?P<lead>before|until|by|since|after)\s+(?:the\s+)?(?P<new>New\s+Year|(?<=the\s)new\s+year)\b(?!['’]?s\b)"
    )
    yield Rule(re.compile(turn), _new_year)


def _named_day(days: dict[str, list[int]]) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], _: str) -> Raw | None:
        month, day = days[" ".join(match["named"].lower().replace("’", "'").split())]
        return Raw(match.start(), match.end(), Partial(year_of(match), month, day))

    return build


def _new_year(match: re.Match[str], _: str) -> Raw | None:
    ahead = match["lead"] in ("before", "until", "by")
    return Raw(match.start("new"), match.end(), Partial(None, 1, 1), year_word="next" if ahead else "this")


def _day_of(text: str | None) -> int:
    return int(re.sub(r"\D", "", text or "0") or 0)


def _one_day(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], text: str) -> Raw | None:
        if _counts(match, text):
            return None
        month = words.months[match["m"].lower()]
        first = Partial(year_of(match), month, _day_of(match["d"]))
        return Raw(match.start(), match.end(), first, year_word=group(match, "w") or "")

    return build


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether the day is a count: "In May 30 people …", "March 5 percent"."""
    following = re.compile(r"\s*(%|[a-z]+)").match(text, match.end())
    word = following[1] if following else ""
    if word in ("%", "percent", "per"):
        return True
    plain = match["y"] is None and re.fullmatch(r"[^\W\d_]+\.?\s+\d{1,2}", match.group()) is not None
    before_in = re.search(r"\b[Ii]n\s+$", text[max(0, match.start() - 4) : match.start()]) is not None
    return (
        plain
        and before_in
        and (word in _PLURALS or (word.endswith("s") and word not in ("was", "is", "has", "this", "as")))
    )


def _day_range(words: Calendar) -> Callable[[re.Match[str], str], Raw | None]:
    def build(match: re.Match[str], text: str) -> Raw | None:
        month = group(match, "m") or match["m2"]
        one, two = words.months[month.lower()], words.months[(group(match, "m2") or month).lower()]
        year = year_of(match)
        year1 = year_of(match, "y1") or (year if year is None or one <= two else year - 1)
        first, last = Partial(year1, one, _day_of(match["d"])), Partial(year, two, _day_of(match["d2"]))
        if (one, first.day) >= (two, last.day) and not (one > two and (year or year1)):
            return None
        joined_by_and = match["to"].strip() == "and"
        between = re.search(r"\bbetween\s+(?:the\s+)?$", text[max(0, match.start() - 12) : match.start()], _I)
        if joined_by_and and not between and not (one == two and _day_of(match["d2"]) == _day_of(match["d"]) + 1):
            return None
        return Raw(match.start(), match.end(), first, last, year_word=group(match, "w") or "")

    return build
