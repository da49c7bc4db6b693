"""The date published from stamps of day and hour: in a title, at the foot of a page, with a year of two digits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.ingest.metadata.dates import date_line, has_clock, is_labelled, names_month, valid_day
from guvoh.ingest.metadata.published import credit_day, updated_day

_PLACE = r"(?:[^\W\d_a-zа-яё][\w.’'-]+(?: [^\W\d_a-zа-яё][\w.’'-]+){0,2}, )?"
_SHORT = re.compile(
    rf"{_PLACE}(?P<stamp>(?P<one>\d\d)(?P<mark>[/.])(?P<two>\d\d)(?P=mark)(?P<year>\d\d),? (?:[01]?\d|2[0-3]):[0-5]\d)"
    r"(?=,? [^\W\d_a-zа-яё]|,? ?[/–—-]|$)"
)
_LABELLED = re.compile(r"date:? (?P<day>(?:19|20)\d\d-\d\d-\d\d)\b", re.IGNORECASE)
_CLOSING = re.compile(r"[^\W\d_] (?P<day>\d\d?([/.-])\d\d?\2(?:19|20)\d\d),? \d\d?:\d\d(?::\d\d)?$")
_EITHER = re.compile(
    r"(?<![\d/.-])(?P<one>\d\d?)(?P<mark>[/-])(?P<two>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_SIGNED = re.compile(
    r"(?:(?:[Ff]irst )?[Pp]ublished in )?"
    r"[^\W\d_a-zа-яё][\w.’'-]+(?: [^\W\d_a-zа-яё][\w.’'-]+){0,3}, (?=\d|[^\W\d_a-z]\w* \d)"
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CENTURY = 2000


def stamped_day(line: str) -> str | None:
    """The day (EDTF) of a title or head line that a machine's stamp opens or closes.

    "date 2023-03-06 River towns go on" and "214 sent home 29/08/2022 08:11:40" give it, "Blast on 3 May 2021" not.
    """
    match = _LABELLED.match(line) or _CLOSING.search(line.strip())
    return date_line(match["day"]) if match else None


def short_stamp(line: str, page: str) -> tuple[int, int, str] | None:
    """Start, end and day (EDTF) of a stamp such as "08/06/17 11:18, Osh", where the rest of the `page` bears it out.

    The latest year that the page writes must be that of the stamp or the one before; where it writes none, it must
    name the month. Day and month come in this order where there are dots between them; with slashes where the numbers
    allow no other, or the page names the one month and not the other.
    """
    match = _SHORT.match(line)
    if match is None:
        return None
    year, years = _CENTURY + int(match["year"]), [int(said) for said in _YEARS.findall(page)]
    one, two = int(match["one"]), int(match["two"])
    read = {valid_day(year, two, one), valid_day(year, one, two) if match["mark"] == "/" else None} - {None}
    if len(read) > 1 or not years:
        read = {day for day in read if day and names_month(page, year, int(day[5:7]))}
    day = read.pop() if len(read) == 1 and (not years or max(years) in (year, year - 1)) else None
    return (*match.span("stamp"), day) if day else None


def borne_out_day(line: str, page: str) -> str | None:
    """The day (EDTF) of a head line whose numbers allow two, where the `page` names the month of one and not the other.

    "09/12/2024 | Mountain Gazette" is 9 December beside "on the night of December 7", unless September is named too.
    """
    match = _EITHER.search(line)
    if match is None:
        return None
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    days = {valid_day(year, two, one), valid_day(year, one, two)} - {None}
    named = [day for day in days if day and names_month(page, year, int(day[5:7]))]
    if len(days) < 2 or len(named) != 1:
        return None
    told = f"{line[: match.start()]}{named[0]}{line[match.end() :]}"
    return named[0] if named[0] in (date_line(told), credit_day(told)) else None


def signed_day(line: str) -> str | None:
    """The day (EDTF) of a line that is a name or a place and a date: "Mountain Gazette, 3 May 2021".

    "Published in The Valley Mail, May 3rd, 2021" is one too.
    """
    match = _SIGNED.match(line.strip())
    return date_line(line.strip()[match.end() :]) if match else None


def foot_day(lines: Sequence[str], *, end_page: bool) -> str | None:
    """The day (EDTF) that the `lines` right below a text give, where they give only one.

    That is what is labelled as the day published, what says at which hour the page was changed, a day with an hour
    that stands last where the lines `end_page`, and the first line where it is a name and a day.
    """
    labelled = {date_line(line) for line in lines if is_labelled(line)}
    updated = {updated_day(line) for line in lines if has_clock(line)}
    closing = {date_line(line) for line in lines if has_clock(line)} if end_page and date_line(lines[-1]) else set()
    signed = {signed_day(line) for line in lines[:1]}
    for days in (labelled - {None}, updated - {None}, closing - {None}, signed - {None}):
        if days:
            return days.pop() if len(days) == 1 else None
    return None
