"""EDTF (ISO 8601-2) as far as the contract uses it: days, months, years, XXXX years, intervals, open ends."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from guvoh.model.errors import BadTerm

_POINT = re.compile(r"(?P<y>[0-9]{4}|XXXX)(?:-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?)?")
_LEAP = 2000  # a leap year, so that XXXX-02-29 is a day


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day that a value may mean; None for an open or unknown end.

    `year_known` is False for values of an unspecified year (XXXX-03-22): such values have no bounds.
    """

    first: date | None
    last: date | None
    year_known: bool = True


def is_edtf(value: str) -> bool:
    """Whether `value` is of the contract's EDTF subset."""
    try:
        bounds(value)
    except BadTerm:
        return False
    return True


@lru_cache(4096)
def bounds(value: str) -> Bounds:
    """The days that an EDTF value covers. Raises BadTerm when it is not of the contract's subset."""
    start, slash, end = value.partition("/")
    if not slash:
        first, last, known = _point(value, value)
        return Bounds(first, last, known)
    if start in ("", "..") and end in ("", ".."):
        raise _bad(value)
    first, _, a = (None, None, True) if start in ("", "..") else _point(start, value)
    _, last, b = (None, None, True) if end in ("", "..") else _point(end, value)
    if first and last and last < first:
        raise _bad(value)
    return Bounds(first, last, a and b)


def _point(text: str, whole: str) -> tuple[date | None, date | None, bool]:
    match = _POINT.fullmatch(text)
    if not match:
        raise _bad(whole)
    year, month, day = match["y"], match["m"], match["d"]
    number = _LEAP if year == "XXXX" else int(year)
    try:
        first = date(number, int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = date(number, last_month, int(day or calendar.monthrange(number, last_month)[1]))
    except ValueError as error:
        raise _bad(whole) from error
    return (None, None, False) if year == "XXXX" else (first, last, True)


def _bad(value: str) -> BadTerm:
    return BadTerm(
        f"“{value[:40]}” is not a date in EDTF form.",
        "Write 2024-03-22, 2024-03, 2024, XXXX-03-22 or an interval such as 2024-03-22/2024-03-24 or 2024-03-22/..",
    )


def lies_within(inner: str, outer: str) -> bool:
    """Whether all days of one EDTF value, which has both ends, lie in the other."""
    a, b = bounds(inner), bounds(outer)
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return b.first <= a.first and a.last <= b.last


def overlaps(a: str, b: str) -> bool | None:
    """Whether two EDTF values share a day; None when one of them has no known year."""
    x, y = bounds(a), bounds(b)
    if not (x.year_known and y.year_known):
        return None
    return (x.first is None or y.last is None or x.first <= y.last) and (
        y.first is None or x.last is None or y.first <= x.last
    )


def contains(outer: str, inner: str) -> bool | None:
    """Whether `outer` covers every day of `inner`; None when one of them has no known year."""
    x, y = bounds(outer), bounds(inner)
    if not (x.year_known and y.year_known):
        return None
    starts = x.first is None or (y.first is not None and x.first <= y.first)
    ends = x.last is None or (y.last is not None and y.last <= x.last)
    return starts and ends
