"""What may be asked of the events of a vault for a map and a timeline, and the counts that come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guvoh.custody.browse import DayCount, PlaceCount
from guvoh.model import Place, SourceKind
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
