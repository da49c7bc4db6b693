"""Draw events on a map and along time: counts by place and date, for whoever may read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from guvoh.custody import EventChoice, EventCounts, Vault
from guvoh.model import Place, Stage
from guvoh.model.access import Actor, Right, require
from guvoh.reporting.map_data import MapData, PlaceTally, key_of, map_data
from guvoh.reporting.time_data import DateTally, TimeData, time_data


@dataclass(frozen=True, slots=True)
class MappedEvents:
    """The map and the timeline of the same events. `left_out`: events of dates beyond what one timeline can show."""

    map: MapData
    time: TimeData
    total: int
    placeless: int
    left_out: int


def map_events(vault: Vault, by: Actor, choice: EventChoice) -> MappedEvents:
    """The events that fit `choice`, by place and by date, as last weighed."""
    require(by, Right.READ)
    counts = vault.tally_events(choice)
    return MappedEvents(
        map_data(_places(counts)), time_data(_dates(counts)), counts.total, counts.placeless, counts.left_out
    )


def _places(counts: EventCounts) -> list[PlaceTally]:
    acts: dict[str, dict[str, int]] = defaultdict(dict)
    places: dict[str, Place] = {}
    for group in counts.places:
        key = key_of(group.place)
        places.setdefault(key, group.place)
        acts[key][group.act] = acts[key].get(group.act, 0) + group.count
    return [PlaceTally(places[key], sum(told.values()), told) for key, told in acts.items()]


def _dates(counts: EventCounts) -> list[DateTally]:
    return [
        DateTally(d.when, d.act, d.count, d.stage == Stage.PLANNED, ((d.event, d.title),) if d.count == 1 else ())
        for d in counts.dates
    ]
