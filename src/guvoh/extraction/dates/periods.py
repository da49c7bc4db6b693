"""The period that a heading sets for what stands below it: "Week in the regions: 3–9 February 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from guvoh.extraction.dates.context import Reference
from guvoh.extraction.dates.partial import Partial
from guvoh.extraction.dates.settling import Settled
from guvoh.extraction.timewords import calendar
from guvoh.model.statement import Span

_WORDS = 14  # words that a heading may have
_WEEK = 7  # days in which a weekday stands once
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last` of which a page or a part of it tells."""

    first: date
    last: date

    def weekday(self, number: int) -> date | None:
        """The one day of that weekday (Monday 0) in the period; None where it has several or none."""
        days = [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]
        fit = [day for day in days if day.weekday() == number]
        return fit[0] if len(fit) == 1 and len(days) <= _WEEK else None

    @property
    def month(self) -> Partial | None:
        """Its month, where all of it lies in one."""
        one = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return Partial(self.first.year, self.first.month) if one else None

    @property
    def reference(self) -> Reference:
        """Its last day, from which years are told on a page without a date published."""
        return Reference(Partial(self.last.year, self.last.month, self.last.day))

    @property
    def soon_after(self) -> Reference:
        """A month after its end, by when the page that tells of it was written: "10 марта" below "3–9 марта 2025"."""
        later = self.last + timedelta(days=_LONGEST)
        return Reference(Partial(later.year, later.month, later.day))


def period_of(text: str, sentence: Span, settled: Sequence[Settled]) -> Period | None:
    """The period of a heading: a short line without a full stop whose only date is a stretch of days or a month."""
    line = text[slice(*sentence)].strip()
    heading = len(line.split()) <= _WORDS and line[-1:] not in '.!?”";,'
    if not heading or len(settled) != 1:
        return None
    first, last = settled[0].first, settled[0].raw.last
    if first.year is None or first.month is None or (first.day is not None and last is None):
        return None
    end = (last.in_year(last.year or first.year) if last else first).last()
    period = Period(first.first(), end)
    return period if 0 < (end - period.first).days <= _LONGEST else None


def weekday_in(period: Period, text: str, start: int, end: int, language: str) -> str | None:
    """The day of the period that the words "on Tuesday" at `start:end` mean; None after "last" or "next"."""
    said = re.match(r"[^\W\d_]+", text[start:end])
    number = calendar(language).weekdays.get(said.group().lower()) if said else None
    day = period.weekday(number) if number is not None else None
    return day.isoformat() if day else None
