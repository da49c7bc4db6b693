"""Which larger event each event is part of, after some events have come, gone or changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from guvoh.assessment.events import Happening, part_keys, tell, whole_keys, wholes
from guvoh.assessment.known import hashed, period_of, written
from guvoh.assessment.packing import packed, unpacked
from guvoh.assessment.shelf import Row, Shelf
from guvoh.model.weighing import Event, Support, SupportStatus

KIND = "event"


@dataclass(frozen=True, slots=True)
class Standing:
    """An event in words beside its place in time."""

    event: Event
    happening: Happening

    def row(self) -> Row:
        """The event as the shelf keeps it."""
        keys = {hashed("whole", *key) for key in whole_keys(self.happening)}
        keys |= {hashed("part", *key) for key in part_keys(self.happening)}
        data = [packed(self.event), written(self.happening.period), self.happening.family]
        return Row(KIND, self.event.id, tuple(sorted(keys)), json.dumps(data))

    @property
    def may_conflict(self) -> bool:
        """Whether figures of it may be in conflict: its status says so, or that of a denial may hide it."""
        return self.event.support.status in (SupportStatus.CONTESTED, SupportStatus.DENIED)


def standing(shelf: Shelf, events: Iterable[str]) -> dict[str, Standing]:
    """Those of the events that the shelf holds."""
    return {row.id: _read(row) for row in shelf.with_ids(KIND, sorted(events))}


def _read(row: Row) -> Standing:
    told, period, family = json.loads(row.data)
    event: Event = unpacked(Event, told)
    return Standing(event, Happening(event.id, (), event.place, period_of(period), family))


def retold(
    shelf: Shelf,
    gone: Collection[str],
    told: Mapping[str, tuple[Happening, Support]],
    kept: Mapping[str, Standing],
) -> tuple[list[Standing], set[str]]:
    """The events that are new or tell something new, with what they are part of; and those of `gone` that were there.

    `told` are the events that may have changed, `gone` the ids of those that are no more; `kept` are those of both that
    the shelf holds, and others.
    """
    was = {i: kept[i] for i in (*gone, *told) if i in kept}
    now = {i: Happening(i, (), h.place, h.period, h.family) for i, (h, _) in told.items()}
    moved = [*now.values(), *(s.happening for s in was.values())]
    out = {*gone, *told}
    around = _others(shelf, [hashed("part", *key) for h in moved for key in whole_keys(h)], out)
    parts = [*now.values(), *(s.happening for s in around.values())]
    larger = _others(shelf, [hashed("whole", *key) for h in parts for key in part_keys(h)], out)
    every = {h.id: h for h in (*parts, *(s.happening for s in larger.values()))}
    whole = wholes(list(every.values()))
    fresh = [Standing(tell(h, whole.get(i), support), now[i]) for i, (h, support) in told.items()]
    fresh = [s for s in fresh if s.event.id not in was or was[s.event.id].event != s.event]
    fresh += [
        Standing(replace(s.event, part_of=whole.get(i)), s.happening)
        for i, s in around.items()
        if s.event.part_of != whole.get(i)
    ]
    return fresh, {i for i in gone if i in was}


def _others(shelf: Shelf, keys: Iterable[str], known: Collection[str]) -> dict[str, Standing]:
    """The events that the shelf holds under the keys, without the known ones."""
    rows = shelf.with_keys(KIND, sorted(set(keys)))
    return {row.id: _read(row) for row in rows if row.id not in known}
