"""Dates as Russian writes them: days, months, years, ranges and lists, seasons, halves and quarters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import YEAR, year_of
from guvoh.extraction.dates.russian_rule import OF_YEAR, Build, RussianRule, raw_of, year_after, year_words
from guvoh.extraction.dates.russian_stretches import russian_parts, russian_seasons, russian_years
from guvoh.extraction.timewords import Calendar, calendar, either

_I = re.IGNORECASE
_DAY = r"(?<![\d.,:/№–-])(?P<d>\d{1,2})(?:-?(?:го|ого|е|ое|му))?"
_DAY2 = r"(?P<d2>\d{1,2})(?:-?(?:го|ого|е|ое|му))?"
_TO = r"(?:\s?[–—-]\s?|\s+(?:по|до|на)\s+)"
_OF_LAW = re.compile(
    rf"\bот\s+\d{{1,2}}[.\s][\w.]{{2,9}}[.\s]{YEAR}\s*(?:года|г\.)?\s*(?:№|N\s?\d)", _I
)  # the day of a law


def written(text: str, start: int, end: int) -> list[Raw]:
    """Dates written in `text[start:end]`, in order; where two readings overlap the one that says more wins."""
    out: list[Raw] = []
    taken = bytearray(end - start)
    for match in _OF_LAW.finditer(text, start, end):
        taken[match.start() - start : match.end() - start] = b"\1" * len(match.group())
    for rule in _rules():
        for match in rule.pattern.finditer(text, start, end):
            within = slice(match.start() - start, match.end() - start)
            made = [] if any(taken[within]) else rule.build(match)
            if made:  # "31 февраля" is no date, nor is the February in it
                taken[within] = b"\1" * len(match.group())
                out += [r for r in made if r.first.sane() and (r.last is None or r.last.sane())]
    return sorted(out, key=lambda raw: raw.start)


@cache
def _rules() -> tuple[RussianRule, ...]:
    words = calendar("ru")
    return (
        *_numeric(),
        *_new_year(),
        *_days(words),
        *_months(words),
        *russian_seasons(words),
        *russian_parts(words),
        *russian_years(),
    )


def _numeric() -> Iterator[RussianRule]:
    one, two = (rf"(?P<d{n}>\d{{1,2}})\.(?P<m{n}>\d{{1,2}})\.(?P<y{n}>{YEAR})" for n in (1, 2))
    yield RussianRule(re.compile(rf"(?<![\d./-]){one}(?:\s?г(?:ода|\.))?{_TO}{two}(?![\d/])", _I), _dotted_range)
    yield RussianRule(
        re.compile(rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
        lambda m: [Raw(*m.span(), Partial(int(m["y"]), int(m["m"]), int(m["d"])))],
    )
    yield RussianRule(
        re.compile(
            rf"(?<![\d./-])(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>{YEAR}|\d\d)(?![\d/])(?:\s?г\.?(?!\w))?"
        ),
        _dotted,
    )


def _dotted_range(match: re.Match[str]) -> list[Raw]:
    one, two = (Partial(int(match[f"y{n}"]), int(match[f"m{n}"]), int(match[f"d{n}"])) for n in (1, 2))
    in_order = one.sane() and two.sane() and one.first() < two.first()
    return [Raw(*match.span(), one, two)] if in_order else []


def _dotted(match: re.Match[str]) -> list[Raw]:
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    return [Raw(*match.span(), Partial(year, int(match["m"]), int(match["d"])))]


def _new_year() -> Iterator[RussianRule]:
    """ "До Нового года", "после Нового года": before the coming first day of a year, after the last one."""
    pattern = r"\b(?P<lead>до|к|под|после|с|на)\s+(?P<begin>)Нов(?:ого|ому|ый)\s+год[ау]?\b"
    yield RussianRule(re.compile(pattern, _I), _turn_of_year)


def _turn_of_year(match: re.Match[str]) -> list[Raw]:
    coming = match["lead"].lower() in ("до", "к", "под")
    return [Raw(match.start("begin"), match.end(), Partial(None, 1, 1), year_word="next" if coming else "this")]


def _days(words: Calendar) -> Iterator[RussianRule]:
    month, month2 = (rf"(?P<{name}>{either(words.months)})\b\.?" for name in ("m", "m2"))
    weekday = rf"(?:\b(?:{either(words.weekdays)}),?\s+)?"
    year = year_after()
    yield RussianRule(
        re.compile(rf"{_DAY}\s+{month}(?:\s+(?P<y1>{YEAR})(?:{OF_YEAR})?)?{_TO}{_DAY2}\s+{month2}{year}", _I),
        _across(words),
    )
    yield RussianRule(re.compile(rf"{_DAY}{_TO}{_DAY2}\s+{month}{year}", _I), _range(words))
    listed = r"(?<![\d.,:/№-])(?P<days>\d{1,2}(?:-?го)?(?:,\s*\d{1,2}(?:-?го)?)*,?\s+и\s+\d{1,2}(?:-?го)?)"
    yield RussianRule(re.compile(rf"{listed}\s+{month}{year}", _I), _list(words))
    yield RussianRule(re.compile(rf"[«\"“](?P<d>\d{{1,2}})[»\"”]\s+{month}{year}", _I), _day(words))
    yield RussianRule(re.compile(rf"{weekday}{_DAY}\s+{month}{year}", _I), _day(words))


def _across(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        one, two = words.months[match["m"].lower()], words.months[match["m2"].lower()]
        year = year_of(match)
        before = year_of(match, "y1") or (year if year is None or one <= two else year - 1)
        if (one, int(match["d"])) == (two, int(match["d2"])):
            return []
        return [raw_of(match, Partial(before, one, int(match["d"])), Partial(year, two, int(match["d2"])))]

    return build


def _range(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        month, year, one, two = words.months[match["m"].lower()], year_of(match), int(match["d"]), int(match["d2"])
        return [raw_of(match, Partial(year, month, one), Partial(year, month, two))] if one < two else []

    return build


def _list(words: Calendar) -> Build:
    """Days of one month: two that follow each other are a range, others stand each for itself."""

    def build(match: re.Match[str]) -> list[Raw]:
        month, year = words.months[match["m"].lower()], year_of(match)
        places = list(re.finditer(r"\d{1,2}", match["days"]))
        days = [int(place.group()) for place in places]
        whole = raw_of(match, Partial(year, month, days[-1]))
        if len(days) == 2 and days[1] == days[0] + 1:
            return [replace(whole, first=Partial(year, month, days[0]), last=Partial(year, month, days[1]))]
        spans = [(match.start("days") + p.start(), match.start("days") + p.end()) for p in places]
        out = [
            replace(whole, start=a, end=b, first=Partial(year, month, day))
            for (a, b), day in zip(spans, days, strict=True)
        ]
        return [*out[:-1], replace(out[-1], end=whole.end)]

    return build


def _day(words: Calendar) -> Build:
    return lambda m: [raw_of(m, Partial(year_of(m), words.months[m["m"].lower()], int(m["d"])))]


def _months(words: Calendar) -> Iterator[RussianRule]:
    full = either(form for forms in words.raw["months"] for form in forms if len(form) > 4 or form[:2] in ("ма", "ию"))
    month, month2 = rf"(?<![\w-])(?P<m>{full})(?![\w])", rf"(?P<m2>{full})(?![\w])"
    year = year_after()
    to = r"(?:\s?[–—-]\s?|\s+(?:по|до)\s+)"
    yield RussianRule(
        re.compile(rf"{month}(?:\s+(?P<y1>{YEAR})(?:{OF_YEAR})?)?{to}{month2}{year}", _I), _month_range(words)
    )
    yield RussianRule(re.compile(rf"{month}\s+и\s+{month2}{year}", _I), _two_months(words))
    yield RussianRule(re.compile(rf"(?:\b(?:{year_words()})\s+)(?P<m>{full})(?!\w)", _I), _month(words, "month"))
    yield RussianRule(re.compile(rf"{month}{year_after(need=True)}", _I), _month(words))
    yield RussianRule(re.compile(rf"(?<![\w-])(?P<m>{full})(?![\w-])"), _month(words))


def _month_range(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        one, two, year = words.months[match["m"].lower()], words.months[match["m2"].lower()], year_of(match)
        if one == two or (one > two and year is None):
            return []
        first = year_of(match, "y1") or (year if year is None or one < two else year - 1)
        return [raw_of(match, Partial(first, one), Partial(year, two))]

    return build


def _two_months(words: Calendar) -> Build:
    """ "В марте и апреле 2024 года": two months of one year."""

    def build(match: re.Match[str]) -> list[Raw]:
        year = year_of(match)
        one = raw_of(match, Partial(year, words.months[match["m"].lower()]))
        two = replace(one, first=Partial(year, words.months[match["m2"].lower()]), start=match.start("m2"))
        return [replace(one, end=match.end("m")), two]

    return build


def _month(words: Calendar, unit: str = "year") -> Build:
    return lambda match: [raw_of(match, Partial(year_of(match), words.months[match["m"].lower()]), unit=unit)]
