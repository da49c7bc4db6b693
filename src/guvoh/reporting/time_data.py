"""What the desk's timeline draws: dates in lanes by act, weeks with what falls wholly into them, before and after."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from guvoh.model.edtf import Bounds, bounds, is_edtf

OTHER: Final = "other"
"""The lane of acts that have none of their own."""
_LANES: Final = 6
_LISTED: Final = 5
_WEEK: Final = 7  # days, as ordinals: a date near either end of the calendar must not overflow


class DateKind(StrEnum):
    """How a date is drawn."""

    DAY = "day"
    WITHIN = "within"
    """Some day of a month or year: a bar with soft ends."""
    SPAN = "span"
    """From a day to a day, as told."""
    FROM = "from"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class DateTally:
    """How many events are told of one date (EDTF, empty: none) and act (term, empty: none named); some of them."""

    when: str
    act: str
    count: int
    planned: bool = False
    events: tuple[tuple[str, str], ...] = ()
    """Ids and titles."""


@dataclass(frozen=True, slots=True)
class Item:
    """A tally as it is drawn. `first` and `last` are None at an open end."""

    tally: DateTally
    kind: DateKind
    lane: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class TimeData:
    """The drawing's items and lanes (act term, count); what has no year, what no date; full weeks by their Monday.

    `loose` counts the events whose date is wider than a week, so that no bar can hold them.
    """

    items: tuple[Item, ...]
    lanes: tuple[tuple[str, int], ...]
    yearless: tuple[DateTally, ...]
    undated: int
    weeks: Mapping[date, int]
    loose: int


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Events told of the `weeks` before a day and from it on. `across`: their date may be either."""

    day: date
    weeks: int
    before: int
    after: int
    across: int


def time_data(tallies: Iterable[DateTally]) -> TimeData:
    """The timeline of these tallies, the same in any order."""
    ordered = sorted(_merged(tallies), key=lambda t: (t.when, t.act, t.planned))
    dated = [(t, bounds(t.when)) for t in ordered if t.when and is_edtf(t.when)]
    known = [(t, b) for t, b in dated if b.year_known]
    lanes = _lanes(t for t, _ in known)
    own = {act for act, _ in lanes}
    items = tuple(Item(t, _kind(t.when, b), t.act if t.act in own else OTHER, b.first, b.last) for t, b in known)
    weeks, loose = _weeks(items)
    return TimeData(
        items,
        lanes,
        tuple(t for t, b in dated if not b.year_known),
        sum(t.count for t in ordered) - sum(t.count for t, _ in dated),
        weeks,
        loose,
    )


def before_after(items: Iterable[Item], day: date, weeks: int) -> BeforeAfter:
    """What is told of so many weeks on either side of `day`; a date counts on a side only if all of it lies there."""
    middle = day.toordinal()
    start, end = middle - _WEEK * weeks, middle + _WEEK * weeks
    before = after = across = 0
    for item in items:
        first, last = (item.first or date.min).toordinal(), (item.last or date.max).toordinal()
        if start <= first and last < middle:
            before += item.tally.count
        elif middle <= first and last < end:
            after += item.tally.count
        elif first < end and last >= start:
            across += item.tally.count
    return BeforeAfter(day, weeks, before, after, across)


def _merged(tallies: Iterable[DateTally]) -> Iterable[DateTally]:
    groups: dict[tuple[str, str, bool], list[DateTally]] = defaultdict(list)
    for tally in tallies:
        groups[tally.when, tally.act, tally.planned].append(tally)
    for (when, act, planned), same in groups.items():
        if len(same) == 1 and len(same[0].events) < 2:
            yield same[0]  # as nearly all are: adding up takes longer than all else
            continue
        events = sorted({event for tally in same for event in tally.events}, key=lambda event: (event[1], event[0]))
        yield DateTally(when, act, sum(t.count for t in same), planned, tuple(events[:_LISTED]))


def _kind(when: str, days: Bounds) -> DateKind:
    if days.first is None:
        return DateKind.UNTIL
    if days.last is None:
        return DateKind.FROM
    if days.first == days.last:
        return DateKind.DAY
    return DateKind.SPAN if "/" in when else DateKind.WITHIN


def _lanes(tallies: Iterable[DateTally]) -> tuple[tuple[str, int], ...]:
    """A lane for each of the acts told most, then one for the others, then one for events without an act."""
    counts: Counter[str] = Counter()
    for tally in tallies:
        counts[tally.act] += tally.count
    unnamed = counts.pop("", 0)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rest = sum(n for _, n in ordered[_LANES:])
    tail = [(OTHER, rest)] * bool(rest) + [("", unnamed)] * bool(unnamed)
    return (*ordered[:_LANES], *tail)


def _weeks(items: Sequence[Item]) -> tuple[dict[date, int], int]:
    weeks: Counter[date] = Counter()
    loose = 0
    for item in items:
        monday = item.first.toordinal() - item.first.weekday() if item.first else 0
        if monday > 0 and item.last and item.last.toordinal() < monday + _WEEK:
            weeks[date.fromordinal(monday)] += item.tally.count
        else:
            loose += item.tally.count
    return dict(sorted(weeks.items())), loose
