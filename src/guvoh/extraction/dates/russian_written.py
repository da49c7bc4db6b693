"""Dates as Russian writes them: days, months, years, ranges and lists, seasons, halves and quarters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import YEAR, group, year_of
from guvoh.extraction.timewords import Calendar, calendar, either

_I = re.IGNORECASE
_DAY = r"(?<![\d.,:/№–-])(?P<d>\d{1,2})(?:-?(?:го|ого|е|ое|му))?"
_DAY2 = r"(?P<d2>\d{1,2})(?:-?(?:го|ого|е|ое|му))?"
_TO = r"(?:\s?[–—-]\s?|\s+(?:по|до|на)\s+)"
_OF = r"(?:-?(?:й|м|го|е|му))?\s*(?:год[а-я]*|г\b\.?|гг\b\.?)"
_OF_LAW = re.compile(
    rf"\bот\s+\d{{1,2}}[.\s][\w.]{{2,9}}[.\s]{YEAR}\s*(?:года|г\.)?\s*(?:№|N\s?\d)", _I
)  # the day of a law
Build = Callable[[re.Match[str]], list[Raw]]


@dataclass(frozen=True, slots=True)
class RussianRule:
    """A pattern and what makes raw dates of its match (none when it is no date)."""

    pattern: re.Pattern[str]
    build: Build


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
    return (*_numeric(), *_new_year(), *_days(words), *_months(words), *_seasons(words), *_parts(words), *_years())


def year_words() -> str:
    """A pattern for "прошлого", "этом", "следующий" and their like, in groups `last`, `this` and `next`."""
    raw = calendar("ru").raw
    return "|".join(rf"(?P<{step}>(?:{either(raw[step])})\w*)" for step in ("last", "this", "next"))


def step_of(match: re.Match[str]) -> str:
    """Which of "last", "this" and "next" a match of `year_words` says; empty for none."""
    return next((step for step in ("last", "this", "next") if group(match, step)), "")


def _year_after(*, need: bool = False) -> str:
    told = rf"(?:,?\s+(?P<y>{YEAR})(?![\d–-]\d)(?:{_OF}(?![а-я]))?)"
    either_way = rf"(?:{told}|\s+(?:{year_words()})\s+года?\b)"
    return either_way if need else f"{either_way}?"


def _raw(match: re.Match[str], first: Partial, last: Partial | None = None, unit: str = "year") -> Raw:
    word = step_of(match)
    end = match.end() - (match.group().endswith(".") and not re.search(r"г\.$", match.group()))
    start = match.start("begin") if group(match, "begin") is not None else match.start()
    return Raw(start, end, first, last, year_word=f"{word} {unit}" if word else "")


def _numeric() -> Iterator[RussianRule]:
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
    year = _year_after()
    yield RussianRule(
        re.compile(rf"{_DAY}\s+{month}(?:\s+(?P<y1>{YEAR})(?:{_OF})?)?{_TO}{_DAY2}\s+{month2}{year}", _I),
        _across(words),
    )
    yield RussianRule(re.compile(rf"{_DAY}{_TO}{_DAY2}\s+{month}{year}", _I), _range(words))
    listed = r"(?<![\d.,:/№-])(?P<days>\d{1,2}(?:-?го)?(?:,\s*\d{1,2}(?:-?го)?)*,?\s+и\s+\d{1,2}(?:-?го)?)"
    yield RussianRule(re.compile(rf"{listed}\s+{month}{year}", _I), _list(words))
    yield RussianRule(re.compile(rf"{weekday}{_DAY}\s+{month}{year}", _I), _day(words))


def _across(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        one, two = words.months[match["m"].lower()], words.months[match["m2"].lower()]
        year = year_of(match)
        before = year_of(match, "y1") or (year if year is None or one <= two else year - 1)
        if (one, int(match["d"])) == (two, int(match["d2"])):
            return []
        return [_raw(match, Partial(before, one, int(match["d"])), Partial(year, two, int(match["d2"])))]

    return build


def _range(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        month, year, one, two = words.months[match["m"].lower()], year_of(match), int(match["d"]), int(match["d2"])
        return [_raw(match, Partial(year, month, one), Partial(year, month, two))] if one < two else []

    return build


def _list(words: Calendar) -> Build:
    """Days of one month: two that follow each other are a range, others stand each for itself."""

    def build(match: re.Match[str]) -> list[Raw]:
        month, year = words.months[match["m"].lower()], year_of(match)
        places = list(re.finditer(r"\d{1,2}", match["days"]))
        days = [int(place.group()) for place in places]
        whole = _raw(match, Partial(year, month, days[-1]))
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
    return lambda m: [_raw(m, Partial(year_of(m), words.months[m["m"].lower()], int(m["d"])))]


def _months(words: Calendar) -> Iterator[RussianRule]:
    full = either(form for forms in words.raw["months"] for form in forms if len(form) > 4 or form[:2] in ("ма", "ию"))
    month, month2 = rf"(?<![\w-])(?P<m>{full})(?![\w])", rf"(?P<m2>{full})(?![\w])"
    year = _year_after()
    to = r"(?:\s?[–—-]\s?|\s+(?:по|до)\s+)"
    yield RussianRule(
        re.compile(rf"{month}(?:\s+(?P<y1>{YEAR})(?:{_OF})?)?{to}{month2}{year}", _I), _month_range(words)
    )
    yield RussianRule(re.compile(rf"{month}\s+и\s+{month2}{year}", _I), _two_months(words))
    yield RussianRule(re.compile(rf"(?:\b(?:{year_words()})\s+)(?P<m>{full})(?!\w)", _I), _month(words, "month"))
    yield RussianRule(re.compile(rf"{month}{_year_after(need=True)}", _I), _month(words))
    yield RussianRule(re.compile(rf"(?<![\w-])(?P<m>{full})(?![\w-])"), _month(words))


def _month_range(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        one, two, year = words.months[match["m"].lower()], words.months[match["m2"].lower()], year_of(match)
        if one == two or (one > two and year is None):
            return []
        first = year_of(match, "y1") or (year if year is None or one < two else year - 1)
        return [_raw(match, Partial(first, one), Partial(year, two))]

    return build


def _two_months(words: Calendar) -> Build:
    """ "В марте и апреле 2024 года": two months of one year."""

    def build(match: re.Match[str]) -> list[Raw]:
        year = year_of(match)
        one = _raw(match, Partial(year, words.months[match["m"].lower()]))
        two = replace(one, first=Partial(year, words.months[match["m2"].lower()]), start=match.start("m2"))
        return [replace(one, end=match.end("m")), two]

    return build


def _month(words: Calendar, unit: str = "year") -> Build:
    return lambda match: [_raw(match, Partial(year_of(match), words.months[match["m"].lower()]), unit=unit)]


def _seasons(words: Calendar) -> Iterator[RussianRule]:
    name = rf"(?<!\w)(?P<s>{either(words.seasons)})(?!\w)"
    year = rf"(?:,?\s+(?P<y>{YEAR})(?:\s?[–—/-]\s?\d{{2,4}})?(?:{_OF})?(?![а-я])|\s+(?:{year_words()})\s+года?\b)"
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
        return [replace(_raw(match, Partial(year, one), last, unit), note="season of the northern hemisphere")]

    return build


def _parts(words: Calendar) -> Iterator[RussianRule]:
    order = rf"(?P<o>{either(words.raw['orders'])})(?:-?[а-я]+)?"
    year, needed = _year_after(), _year_after(need=True)
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
        raw = replace(_raw(match, Partial(year, begin), Partial(year, begin + months - 1)), note="part of a year")
        return [replace(raw, year_word="this year") if group(match, "of") else raw]

    return build


def _first_months(words: Calendar) -> Build:
    def build(match: re.Match[str]) -> list[Raw]:
        told = match["n"].lower()
        count = int(told) if told.isdigit() else words.numbers[told]
        return [_raw(match, Partial(year_of(match), 1), Partial(year_of(match), count))] if 1 < count < 12 else []

    return build


def _years() -> Iterator[RussianRule]:
    edge = r"(?<![\w./,–-])"
    to = r"(?:\s?[–—-]\s?|\s+(?:по|до)\s+)"
    yield RussianRule(re.compile(rf"{edge}(?P<y>(?:19|20)\d0)-[ех]\w*(?:\s+год[а-я]+)?", _I), _decade)
    yield RussianRule(
        re.compile(rf"{edge}(?P<y>{YEAR})(?:-?[йго]{{1,2}})?{to}(?P<y2>{YEAR})(?:{_OF}|(?![\w-]))", _I), _year_range
    )
    listed = rf"(?P<years>{YEAR}(?:,\s*{YEAR})*\s+и\s+{YEAR})"
    yield RussianRule(re.compile(rf"{edge}{listed}{_OF}", _I), _year_list)
    yield RussianRule(re.compile(rf"{edge}(?P<y>{YEAR}){_OF}(?![а-я])", _I), _year)
    yield RussianRule(re.compile(rf"{edge}(?P<y>{YEAR})-(?:м|го|й)(?!\w)", _I), _year)
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
