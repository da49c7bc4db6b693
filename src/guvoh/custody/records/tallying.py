"""Counts of events by place and by date, added up in the database, so that a map of many events stays fast."""

from __future__ import annotations

import json
from typing import Any, Final

from django.db.models import Count, Max, Q, QuerySet

from guvoh.custody.records import models
from guvoh.custody.records.base import Base
from guvoh.custody.tallies import DateCount, EventChoice, EventCounts, PlaceCount
from guvoh.model import Place, Stage
from guvoh.model.findings import build
from guvoh.model.weighing import Event, SupportStatus

_MOST_DATES: Final = 4000
"""Dates with their acts that one timeline gets, the newest: a drawing of more could not be read."""
_BATCH: Final = 500
_PLACE: Final = ("place", "place_name", "country", "admin1", "precision", "lat", "lon")


class Tallying(Base):
    """The part of the gate that counts events."""

    def tally_events(self, choice: EventChoice) -> EventCounts:
        """The events of a choice by place and act, and by date and act."""
        with self._asking():
            chosen = _chosen(choice)
            total = chosen.count()
            dates = _dates(chosen)
            return EventCounts(
                _places(chosen),
                dates,
                total,
                chosen.filter(place_name="").count(),
                total - sum(d.count for d in dates),
            )


def _chosen(choice: EventChoice) -> QuerySet:
    found = models.EventRow.objects.all()
    if choice.act is not None:
        found = found.filter(act=choice.act)
    if choice.place:
        found = found.filter(Q(place=choice.place) | Q(place_name__icontains=choice.place))
    if choice.within:
        found = found.filter(_inside(choice.within))
    if choice.happened:
        found = found.exclude(stage=Stage.PLANNED).exclude(status=SupportStatus.DENIED)
    if choice.since or choice.until:
        found = found.filter(Q(first__isnull=False) | Q(last__isnull=False))
    if choice.since:
        found = found.filter(Q(last__isnull=True) | Q(last__gte=choice.since.toordinal()))
    if choice.until:
        found = found.filter(Q(first__isnull=True) | Q(first__lte=choice.until.toordinal()))
    if choice.kind:
        found = found.filter(kinds__contains=f'"{choice.kind.value}"')
    if choice.support:
        found = found.filter(status=choice.support.value)
    if choice.stage:
        found = found.filter(stage=choice.stage)
    return found


def _inside(area: Place) -> Q:
    own = Q(place=area.id or "-")
    if area.precision == "country" and area.country:
        return own | Q(country=area.country)
    return own | Q(country=area.country, admin1=area.admin1) if area.precision == "admin1" and area.admin1 else own


def _places(chosen: QuerySet) -> tuple[PlaceCount, ...]:
    named = chosen.exclude(place_name="")
    groups = list(named.values(*_PLACE, "act").annotate(count=Count("id"), one=Max("id")).order_by(*_PLACE, "act"))
    disputed = _claimants([g["one"] for g in groups if not g["country"]])
    return tuple(PlaceCount(_place(g, disputed.get(g["one"], ())), g["act"], g["count"]) for g in groups)


def _claimants(numbers: list[int]) -> dict[int, tuple[str, ...]]:
    """Who claims the place of each of these events; the columns hold no such list."""
    found = {}
    for start in range(0, len(numbers), _BATCH):
        rows = models.EventRow.objects.filter(id__in=numbers[start : start + _BATCH]).values_list("id", "body")
        for number, body in rows:
            event: Event = build(Event, json.loads(body))
            found[number] = event.place.disputed if event.place else ()
    return found


def _place(group: dict[str, Any], disputed: tuple[str, ...]) -> Place:
    return Place(
        group["place_name"],
        group["place"] or None,
        0,
        0,
        country=group["country"] or None,
        admin1=group["admin1"] or None,
        lat=group["lat"],
        lon=group["lon"],
        precision=group["precision"] or None,
        disputed=disputed,
    )


def _dates(chosen: QuerySet) -> tuple[DateCount, ...]:
    groups = chosen.values("when", "act", "stage").annotate(count=Count("id"), one=Max("id"), latest=Max("first"))
    cut = list(groups.order_by("-latest", "when", "act", "stage")[:_MOST_DATES])
    named = {}
    for start in range(0, len(cut), _BATCH):
        numbers = [g["one"] for g in cut[start : start + _BATCH]]
        some = models.EventRow.objects.filter(id__in=numbers).values_list("id", "ident", "title")
        named.update({number: (ident, title) for number, ident, title in some})
    return tuple(DateCount(g["when"], g["act"], g["stage"], g["count"], *named[g["one"]]) for g in cut)
