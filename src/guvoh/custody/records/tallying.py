"""Counts of events by place and by date for a choice of a person, so that a map of many events stays fast."""

from __future__ import annotations

from typing import Any, Final

from guvoh.custody.browse import EventFilter
from guvoh.custody.records import models
from guvoh.custody.records.base import Base
from guvoh.custody.records.browsing.tallies import Asked, day_counts, place_counts, total
from guvoh.custody.tallies import EventChoice, EventCounts
from guvoh.model import Place, Stage
from guvoh.model.weighing import SupportStatus

_LIKE: Final = str.maketrans({char: f"\\{char}" for char in "\\%_"})


class Tallying(Base):
    """The part of the gate that counts events."""

    def tally_events(
        self, choice: EventChoice, *, places: bool, dates: bool, few: int | None = None
    ) -> EventCounts:  # fmt: skip
        """The events of a choice by place and act, and by date and act; what is not asked for is empty.

        `few`: only so many of the newest dates, and places without their acts.
        """
        with self._asking():
            asked = _asked(choice)
            every = total(asked)
            placed, dated = (
                place_counts(asked, acts=few is None) if places else (),
                day_counts(asked, few) if dates else (),
            )
            placeless = every - sum(p.count for p in placed) if places else 0
            left_out = every - sum(d.count for d in dated) if dates else 0
            return EventCounts(placed, dated, every, placeless, left_out)


def _asked(choice: EventChoice) -> Asked:
    filters = EventFilter(
        act=choice.act, place=_known(choice.place), first=choice.since, last=choice.until, source_kind=choice.kind,
        status=choice.support, stage=Stage(choice.stage) if choice.stage else None, waiting=choice.waiting,
        conflict=choice.conflict,
    )  # fmt: skip
    where: list[str] = []
    values: list[Any] = []
    if choice.place and filters.place is None:
        where.append("place_name LIKE %s ESCAPE '\\'")
        values.append(f"%{choice.place.translate(_LIKE)}%")
    if choice.within:
        condition, given = _inside(choice.within)
        where.append(condition)
        values += given
    if choice.happened:
        where.append("stage <> %s AND status <> %s")
        values += [Stage.PLANNED.value, SupportStatus.DENIED.value]
    return Asked(filters, tuple(where), tuple(values))


def _known(place: str | None) -> str | None:
    """The place, if it is the id of one that an event has; else it is part of a name."""
    return place if place and models.EventRow.objects.filter(place=place).exists() else None


def _inside(area: Place) -> tuple[str, list[str]]:
    own, ident = "place = %s", area.id or "-"
    if area.precision == "country" and area.country:
        return f"({own} OR country = %s)", [ident, area.country]
    if area.precision == "admin1" and area.admin1:
        return f"({own} OR country = %s AND admin1 = %s)", [ident, area.country or "", area.admin1]
    return own, [ident]
