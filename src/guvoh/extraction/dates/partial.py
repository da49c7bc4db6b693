"""Dates as far as words give them, and their EDTF."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Partial:
    """A date with what is known of it: year, month, day may each be None (but no day without a month)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str:
        """The value as EDTF, `XXXX` for an unknown year."""
        out = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is not None:
            out += f"-{self.month:02d}"
        if self.day is not None:
            out += f"-{self.day:02d}"
        return out

    def sane(self) -> bool:
        """Whether such a date exists."""
        if self.month is None:
            return self.year is not None
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year or 2000, self.month)[1]

    def first(self) -> date:
        """Its first day. The year must be known."""
        return date(self.year or 0, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Its last day. The year must be known."""
        month = self.month or 12
        return date(self.year or 0, month, self.day or calendar.monthrange(self.year or 2000, month)[1])

    def in_year(self, year: int | None) -> Partial:
        """The same month and day in another year."""
        return replace(self, year=year)

    def shifted(self, days: int) -> Partial | None:
        """The day so many days on; None without a day, or when an unknown year would turn."""
        if self.day is None or self.month is None:
            return None
        start = date(self.year or 2001, self.month, self.day) if self.sane() else None
        if start is None:
            return None
        moved = start + timedelta(days=days)
        if self.year is None and moved.year != 2001:
            return None
        return Partial(moved.year if self.year is not None else None, moved.month, moved.day)


def of_day(day: date) -> Partial:
    """The full date of a day."""
    return Partial(day.year, day.month, day.day)


def months_back(day: date, months: int) -> date:
    """The same day so many months earlier (the month's last day where it has none such)."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Raw:
    """A date as written, before its year is settled.

    `last` ends an interval. `bound` is "since", "before" or "after" when such a word stands before it.
    `year_word` is "last", "this" or "next" for "March of last year". `note` says in words what was read.
    """

    start: int
    end: int
    first: Partial
    last: Partial | None = None
    bound: str = ""
    year_word: str = ""
    note: str = ""
    approximate: bool = False
