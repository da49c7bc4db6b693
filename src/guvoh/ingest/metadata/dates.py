"""The date published, from a line that is nothing but a date; never from running text, a list or the clock."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

_LABEL = (
    r"(?P<label>(?:first |originally )?(?:publish(?:ed)?(?: date)?|publication date|date of publication|posted|date|"
    r"dated|created|issued|released|опубликовано|дата|"
    r"дата публикации|жарыяланды|e.lon qilindi|нашр шуд)(?: on| at)?[:\s]+)?"
)
_UPDATED = re.compile(r"(last )?(updated|modified|edited|revised)|обновлен[оа]|изменен[оа]", re.IGNORECASE)
_CLOCK = (
    r"(?:(?:at |в |\| ?|- |– |[А-Я][а-я]+ое время:? )?"
    r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"
    r"(?: ?(?:\(?(?:[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|мск|МСК)\)?|[+-]\d\d:?\d\d))?(?: ?ч\.?)?)"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|понедельник|вторник|среда|четверг|пятница|суббота|"
    r"воскресенье|пн|вт|ср|чт|пт|сб|вс)\.?,? +"
)
_BEHIND = r"(?:,? +\(?(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)\b\)?)?"
_CITY = r"(?:[A-ZА-ЯЁӢӮҒҚҲҶЎ][\w.’'-]+(?: [A-ZА-ЯЁ][\w.’'-]+){0,2}, +)?"
_YEAR = re.compile(r"(?:19|20)\d\d")
_EXCHANGEABLE = re.compile(r"\d([/-])\d\d?\1\d{4}")  # day and month are told apart only by their numbers
_MONTHS = 12
_OF_YEAR = re.compile(r"\.?(?: \d{1,2},)?,? (?:of )?(?P<year>(?:19|20)\d\d)\b")
_SPLIT = re.compile(r"\s+[|•·–—/]\s+|\s+-\s+|\s*[|•·]\s*")
_CITY_BEHIND = re.compile(r"(?<=\d), [A-ZА-ЯЁӢӮҒҚҲҶЎ][\w.’'-]+(?: [A-ZА-ЯЁ][\w.’'-]+){0,2}$")


@cache
def _months() -> dict[str, int]:
    raw = tomllib.loads((files("guvoh.ingest.metadata") / "months.toml").read_text(encoding="utf-8"))
    return {name: number for language in raw.values() for number, names in enumerate(language, 1) for name in names}


def _forms() -> tuple[str, ...]:
    month = "(?P<m>" + "|".join(sorted(map(re.escape, _months()), key=len, reverse=True)) + r")\.?"
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    year = r"(?P<y>(?:19|20)\d\d)"
    tail = r"(?:[ -]?(?:г(?:ода|\.)?|год|жыл\w*|yil\w*|сол\w*))?\.?"
    return (
        rf"{day}(?: of)?[ .,-]{{1,2}}{month},?[ -]{year}{tail}",
        rf"{month} {day},? {year}{tail}",
        rf"{year},? {month} {day}",
        rf"{year}[ -]?(?:жылдын|йил|yil|соли)?\w*,? {day}[ -]?\w{{0,3}}[ -]{month}\w{{0,3}}",
        rf"{year}-(?P<n>\d\d?)-{day}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{day}\.(?P<n>\d\d)\.{year}{tail}",
        rf"{day}/(?P<n>\d\d?)/{year}",
        rf"{day}-(?P<n>\d\d)-{year}",
        rf"{year}/(?P<n>\d\d)/{day}",
    )


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            rf"{_LABEL}{_CITY}(?:{_CLOCK}[ ,]+)?(?:{_WEEKDAY})?{form}{_BEHIND}(?:[ ,|–-]*{_CLOCK})?[.,]?", re.IGNORECASE
        )
        for form in _forms()
    )


@cache
def _within() -> tuple[re.Pattern[str], ...]:
    lead, tail = rf"(?:{_CLOCK}[ ,]+)?(?:{_WEEKDAY})?", rf"{_BEHIND}(?:[ ,|–-]*{_CLOCK})?"
    return tuple(re.compile(rf"(?<![\w–/.-]){lead}{form}{tail}(?![\w/])", re.IGNORECASE) for form in _forms())


def days_in(line: str) -> list[tuple[int, int, str]]:
    """Every full date inside `line` with its start and end (clock time and weekday included) and its day (EDTF)."""
    found: list[tuple[int, int, str]] = []
    for form in _within():
        for match in form.finditer(line):
            day = _edtf(match)
            if day and not any(match.start() < end and start < match.end() for start, end, _ in found):
                found.append((*match.span(), day))
    return sorted(found)


def month_line(line: str) -> str | None:
    """The month (EDTF) of a line that is nothing but a month and its year, such as "June 2023"."""
    match = re.fullmatch(r"([^\W\d_]+)\.? ((?:19|20)\d\d)", line.strip(" ()[]"))
    number = _months().get(match[1].casefold()) if match else None
    return f"{match[2]}-{number:02d}" if match and number else None


def date_line(line: str) -> str | None:
    """The day (EDTF) that `line` states when it is nothing but a date, with a clock time, label or town or not.

    Parts of a line between bars are tried one by one; what is labelled as an update gives nothing.
    12/03/2024 and 12-03-2024 give nothing, since day and month cannot be told apart.
    """
    if len(line) > 160 or not _YEAR.search(line):
        return None
    for part in (line, *_SPLIT.split(line)):
        if _UPDATED.search(part):
            continue
        plain = part.strip(" ()[]")
        found = _whole(plain) or (_whole(_CITY_BEHIND.sub("", plain)) if has_clock(plain) else None)
        if found:
            return found
    return None


def is_labelled(line: str) -> bool:
    """Whether a date line says itself that it is the date of publication."""
    return any((match := form.fullmatch(line.strip())) and match["label"] for form in _lines())


def has_clock(line: str) -> bool:
    """Whether the line shows a time of day, as lists of news do."""
    return re.search(r"\b\d{1,2}[:.]\d\d\b(?!\.\d{4})", line) is not None


def _whole(text: str) -> str | None:
    for form in _lines():
        match = form.fullmatch(text)
        if match:
            return _edtf(match)
    return None


def _edtf(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = int(groups["n"]) if groups.get("n") else _months()[match["m"].casefold()]
    day = int(match["d"])
    if _EXCHANGEABLE.search(match[0]):
        if max(day, month) <= _MONTHS and day != month:
            return None
        day, month = max(day, month), min(day, month)
    return valid_day(int(match["y"]), month, day)


def valid_day(year: int, month: int, day: int) -> str | None:
    """The day as EDTF, None where no calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def names_month(text: str, year: int, month: int) -> bool:
    """Whether `text` names that month by a word, in any language, alone or with its year and not with another one."""
    years = (_OF_YEAR.match(text, match.end()) for match in _named()[month - 1].finditer(text))
    return any(said is None or int(said["year"]) == year for said in years)


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """For each month its names; those in Latin letters with a capital, since "may" and "march" are verbs too."""
    names = [[name for name, number in _months().items() if number == month] for month in range(1, _MONTHS + 1)]
    return tuple(
        re.compile(rf"(?<!\w)(?:{'|'.join(n.capitalize() if n.isascii() else n for n in of_month)})(?!\w)")
        for of_month in names
    )


def stated_day(value: str) -> str | None:
    """The day (EDTF) of a machine-readable date such as "2024-03-26T23:44:00-04:00", as printed there.

    A month or year alone stays what it is. Anything else gives None.
    """
    match = re.match(r"\s*((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T\s])", value)
    if not match:
        return date_line(value.strip())
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)
