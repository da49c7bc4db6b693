"""Russian dates wider than a month: seasons, halves, quarters, decades, years and their ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import YEAR, group, year_of
from guvoh.extraction.dates.russian_rule import OF_YEAR, Build, RussianRule, raw_of, year_after, year_words
from guvoh.extraction.timewords import Calendar, either

_I = re.IGNORECASE
_TURN = 50  # two digits below this are a year of this century


def russian_seasons(words: Calendar) -> Iterator[RussianRule]:
    """Seasons with a year, without one, and "прошлым летом"."""
    name = rf"(?<!\w)(?P<s>{either(words.seasons)})(?!\w)"
    year = rf"(?:,?\s+(?P<y>{YEAR})(?:\s?[–—/-]\s?\d{{2,4}})?(?:{OF_YEAR})?(?![а-я])|\s+(?:{year_words()})\s+года?\b)"
    yield RussianRule(re.compile(rf"{name}{year}", _I), _season(words))
    yield RussianRule(re.compile(rf"\b(?:{year_words()})\s+{name}", _I), _season(words, "season"))
    yield RussianRule(re.compile(r"(?<!\w)(?P<s>весной|летом|осенью|зимой)(?!\w)", _I), _season(words))
    edge = rf"(?:с|до|к|за|{either(words.raw['edges'])})"
    bent = r"(?P<begin>)(?P<s>весны|весне|весну|лета|лето|осени|осень|зимы|зиме|зиму)"
    yield RussianRule(re.compile(rf"(?<!\w){edge}\s+{bent}(?!\w)", _I), _season(words))


def _season(words: Calendar, unit: str = "year") -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        one, two = words.seasons[match["s"].lower()]
        year = year_of(match)
        last = Partial(None if year is None else year + (two < one), two)
        return [replace(raw_of(match, Partial(year, one), last, unit), note="season of the northern hemisphere")]

    return build


def russian_parts(words: Calendar) -> Iterator[RussianRule]:
    """Halves, quarters and the first months of a year."""
    order = rf"(?P<o>{either(words.raw['orders'])})(?:-?[а-я]+)?"
    year, needed = year_after(), year_after(need=True)
    yield RussianRule(re.compile(rf"(?<!\w){order}\s+полугоди[а-я]+{year}", _I), _part(words, 6))
    yield RussianRule(re.compile(rf"(?<!\w){order}\s+половин[а-я]+(?:{needed}|\s+(?P<of>года)\b)", _I), _part(words, 6))
    yield RussianRule(re.compile(rf"(?<!\w){order}\s+квартал[а-я]*{year}", _I), _part(words, 3))
    number = rf"(?P<n>{either(words.numbers)}|\d{{1,2}})"
    yield RussianRule(
        re.compile(rf"(?<!\w)(?:перв[а-я]+\s+)?{number}\s+месяц(?:а|ев){needed}", _I), _first_months(words)
    )


def _part(words: Calendar, months: int) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        number = words.raw["orders"][match["o"].lower()]
        if number * months > 12:
            number = 12 // months  # "в последней половине"
        begin, year = (number - 1) * months + 1, year_of(match)
        raw = replace(raw_of(match, Partial(year, begin), Partial(year, begin + months - 1)), note="part of a year")
        return [replace(raw, year_word="this year") if group(match, "of") else raw]

    return build


def _first_months(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        told = match["n"].lower()
        count = int(told) if told.isdigit() else words.numbers[told]
        return [raw_of(match, Partial(year_of(match), 1), Partial(year_of(match), count))] if 1 < count < 12 else []

    return build


def russian_years() -> Iterator[RussianRule]:
    """Decades, ranges and lists of years, and years."""
    edge = r"(?<![\w./,–-])"
    to = r"(?:\s?[–—-]\s?|\s+(?:по|до)\s+)"
    yield RussianRule(re.compile(rf"{edge}(?P<y>(?:19|20)\d0)-[ех]\w*(?:\s+год[а-я]+)?", _I), _decade)
    yield RussianRule(
        re.compile(rf"{edge}(?P<y>{YEAR})(?:-?[йго]{{1,2}})?{to}(?P<y2>{YEAR})(?:{OF_YEAR}|(?![\w-]))", _I), _year_range
    )
    listed = rf"(?P<years>{YEAR}(?:,\s*{YEAR})*\s+и\s+{YEAR})"
    yield RussianRule(re.compile(rf"{edge}{listed}{OF_YEAR}", _I), _year_list)
    yield RussianRule(re.compile(rf"{edge}(?P<y>{YEAR}){OF_YEAR}(?![а-я])", _I), _year)
    yield RussianRule(re.compile(rf"{edge}(?P<y>{YEAR})-(?:м|ом|го|ого|й)(?!\w)", _I), _year)
    yield RussianRule(re.compile(rf"{edge}(?P<short>\d\d)-(?:м|ом|го|й)\s+год[а-я]*", _I), _short_year)
    yield RussianRule(re.compile(rf"(?<=\()(?P<y>{YEAR})(?=\))"), _year)


def _decade(match: re.Match[str]) -> list[Raw]:
    return [Raw(*match.span(), Partial(int(match["y"])), Partial(int(match["y"]) + 9))]


def _year_range(match: re.Match[str]) -> list[Raw]:
    one, two = int(match["y"]), int(match["y2"])
    return [Raw(*match.span(), Partial(one), Partial(two))] if one < two <= one + 60 else []


def _year_list(match: re.Match[str]) -> list[Raw]:
    places = [(match.start("years") + p.start(), p.group()) for p in re.finditer(YEAR, match["years"])]
    return [Raw(start, start + 4, Partial(int(year))) for start, year in places]


def _year(match: re.Match[str]) -> list[Raw]:
    return [Raw(*match.span(), Partial(int(match["y"])))]


def _short_year(match: re.Match[str]) -> list[Raw]:
    """ "В 22-м году": of this century, but for the years that lie ahead."""
    year = int(match["short"])
    return [Raw(*match.span(), Partial(year + (2000 if year < _TURN else 1900)))]
