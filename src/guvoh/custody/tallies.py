"""What may be asked of events for a map and a timeline and of figures for a tally, and what comes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from guvoh.custody.browse import DayCount, PlaceCount
from guvoh.model import Document, Place, SourceKind, Statement
from guvoh.model.decisions import Review
from guvoh.model.weighing import SupportStatus


@dataclass(frozen=True, slots=True)
class EventChoice:
    """Which events: all that fit every part that is given.

    `place` is a gazetteer id or part of a name. `since` and `until`: any day that the event may mean lies between them;
    an event without a known date fits neither.
    """

    act: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    kind: SourceKind | None = None
    support: SupportStatus | None = None
    stage: str | None = None
    within: Place | None = None
    """An area: events of it and of all places in it."""
    waiting: bool | None = None
    """With statements to review, or with none."""
    conflict: bool | None = None
    """With figures that conflict, or with none."""
    happened: bool = False
    """Leave out what was only planned, and what is denied."""


@dataclass(frozen=True, slots=True)
class EventCounts:
    """All counts of a choice. `placeless` counts events without a place; `left_out` those of dates beyond the cap."""

    places: tuple[PlaceCount, ...]
    dates: tuple[DayCount, ...]
    total: int
    placeless: int
    left_out: int


@dataclass(frozen=True, slots=True)
class FigureChoice:
    """Which figures: of these acts and units, of the country or of no known one, of days that may touch the stretch.

    `first` and `last` are ordinals, None for an open end. A figure without a day is in, whatever day its event has.
    """

    acts: Collection[str]
    units: Collection[str]
    country: str | None = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as persons left it, with its event, that event's day and its origin; "" for none.

    `statement` has what a tally reads, without its quote and attribution, and `document` is without its text.
    `is_shared`: another statement of its document may be told with the very same number.
    """

    statement: Statement
    document: Document
    review: Review
    event: str
    when: str
    origin: str
    is_shared: bool = False
