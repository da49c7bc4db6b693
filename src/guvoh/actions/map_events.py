"""Draw events on a map and along time: counts by place and date, for whoever may read."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.custody import EventChoice, EventCounts, Vault
from guvoh.model.access import Actor, Right, require
from guvoh.reporting.map_data import MapData, PlaceTally, map_data
from guvoh.reporting.time_data import DateTally, TimeData, time_data

EVERY_DATE = 1_000_000_000
"""More dates than there are: for those who compare weeks, since dates left out would look like calm."""


@dataclass(frozen=True, slots=True)
class MappedEvents:
    """The map and the timeline of the same events. `left_out`: events of dates beyond what one timeline can show."""

    map: MapData
    time: TimeData
    total: int
    placeless: int
    left_out: int
    more_places: int = 0
    """Places beyond the few that were asked for."""


def map_events(
    vault: Vault, by: Actor, choice: EventChoice, *, places: bool = True, dates: bool = True, few: int | None = None
) -> MappedEvents:  # fmt: skip
    """The events that fit `choice`, by place and by date, as last weighed; what is not asked for is empty.

    `few`: only so many of the places told most, without their acts, and of the newest dates.
    """
    require(by, Right.READ)
    counts = vault.tally_events(choice, places=places, dates=dates, few=few)
    return MappedEvents(
        map_data(PlaceTally(told.place, told.count, dict(told.acts)) for told in counts.places[:few]),
        time_data(_dates(counts)),
        counts.total,
        counts.placeless,
        counts.left_out,
        len(counts.places[few:]) if few else 0,
    )


def _dates(counts: EventCounts) -> list[DateTally]:
    return [DateTally(d.when, d.act, d.count, d.planned, d.events if d.count == 1 else ()) for d in counts.dates]
