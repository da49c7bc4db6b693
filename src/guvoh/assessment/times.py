"""When a statement's matter happened, as day numbers, and how two such periods stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from guvoh.model.edtf import bounds

ADJACENT_DAYS = 2
"""Periods at most so many days apart may tell of one happening: "on Friday" and "over the weekend"."""


class TimeRelation(StrEnum):
    """How period a stands to period b."""

    EQUAL = "equal"
    CONTAINS = "contains"
    WITHIN = "within"
    OVERLAPS = "overlaps"
    ADJACENT = "adjacent"
    APART = "apart"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day as proleptic ordinals; None is an open end. `basis` is text, published or inferred.

    `since` says that the source left the end open ("since 22 March") and that `last` is the day of publication.
    """

    first: int | None
    last: int | None
    edtf: str
    basis: str = "text"
    since: bool = False

    @property
    def days(self) -> int | None:
        """How many days it covers; None when an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1


@lru_cache(maxsize=65536)
def day_bounds(edtf: str | None) -> tuple[int | None, int | None]:
    """First and last day of an EDTF value as ordinals; None for an open end, both None without a known year."""
    if edtf is None:
        return None, None
    known = bounds(edtf)
    return (
        known.first.toordinal() if known.first else None,
        known.last.toordinal() if known.last else None,
    )


def period(edtf: str | None, basis: str | None, published: str | None) -> Period | None:
    """The period of a statement. An open end closes on the day of publication: nobody reports what is still to come.

    None when nothing is said, or only a day of an unspecified year.
    """
    first, last = day_bounds(edtf)
    if edtf is None or (first is None and last is None):
        return None
    since = last is None
    if last is None:
        until = day_bounds(published)[1]
        last = until if until is not None and first is not None and until >= first else None
    return Period(first, last, edtf, basis or "text", since)


def relate(a: Period | None, b: Period | None) -> TimeRelation:
    """How period `a` stands to period `b`. Two counts "since" one day are of equal scope, whenever published."""
    if a is None or b is None:
        return TimeRelation.UNKNOWN
    if a.first == b.first and (a.last == b.last or (a.since and b.since)):
        return TimeRelation.EQUAL
    gap = _gap(a, b)
    if gap > 0:
        return TimeRelation.ADJACENT if gap <= ADJACENT_DAYS else TimeRelation.APART
    if _covers(a, b):
        return TimeRelation.CONTAINS
    return TimeRelation.WITHIN if _covers(b, a) else TimeRelation.OVERLAPS


def _gap(a: Period, b: Period) -> int:
    if a.last is not None and b.first is not None and a.last < b.first:
        return b.first - a.last
    if b.last is not None and a.first is not None and b.last < a.first:
        return a.first - b.last
    return 0


def _covers(outer: Period, inner: Period) -> bool:
    starts = outer.first is None or (inner.first is not None and outer.first <= inner.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return starts and ends


def tighter(a: Period | None, b: Period | None) -> Period | None:
    """The one that covers fewer days; a stated period before none."""
    if a is None or b is None:
        return a or b
    return min(a, b, key=lambda p: (p.days is None, p.days or 0, p.first or 0, p.edtf))
