"""Events counted by place and by time, for the map and the timeline; both take the filters of the list of events."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from guvoh.custody.browse import DayCount, EventFilter, PlaceCount, WeekCount
from guvoh.custody.records.browsing.events import TABLE, conditions
from guvoh.custody.records.browsing.seek import ask
from guvoh.custody.records.browsing.spans import touches
from guvoh.model import Place, Stage

_CHUNK = 500


def place_counts(filters: EventFilter) -> tuple[PlaceCount, ...]:
    """Events by place and act, most told first. A place stands as its first event tells it: no finer, disputes kept."""
    where, values = _where(filters)
    rows = ask(
        f"SELECT place, place_name, act, count(*), min(id) FROM {_table(filters)} "
        f"WHERE place_name <> '' AND {where} GROUP BY place, place_name, act",
        values,
    )
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    told_by: dict[str, int] = {}
    for place, name, act, number, first in rows:
        key = place or f"|{name}"
        counts[key][act] += number
        told_by[key] = min(first, told_by.get(key, first))
    places = _places(list(told_by.values()))
    made = [
        PlaceCount(places[told_by[key]], sum(acts.values()), tuple(sorted(acts.items(), key=lambda a: (-a[1], a[0]))))
        for key, acts in counts.items()
    ]
    return tuple(sorted(made, key=lambda one: (-one.count, one.place.name, one.place.id or "")))


def _places(numbers: Sequence[int]) -> dict[int, Place]:
    found: dict[int, Place] = {}
    for start in range(0, len(numbers), _CHUNK):
        some = numbers[start : start + _CHUNK]
        marks = ", ".join(["%s"] * len(some))
        query = f"SELECT id, json_extract(body, '$.place') FROM {TABLE} WHERE id IN ({marks})"
        found |= {number: _place(place) for number, place in ask(query, some)}
    return found


def _place(said: str) -> Place:
    """A place out of an event's JSON, which weighing wrote: without the checks that what comes from outside needs."""
    told: dict[str, Any] = json.loads(said)
    return Place(**(told | {"disputed": tuple(told.get("disputed", ()))}))


def day_counts(filters: EventFilter) -> tuple[DayCount, ...]:
    """Events by date as told and act, those without a date under "". Of each, one or two are named."""
    where, values = _where(filters)
    rows = ask(
        f'SELECT "when", act, stage = %s AS planned, count(*), min(id), max(id) FROM {_table(filters)} '
        f'WHERE {where} GROUP BY "when", act, planned ORDER BY "when", act, planned',
        (str(Stage.PLANNED), *values),
    )
    named = _named(sorted({number for row in rows for number in row[4:]}))
    return tuple(
        DayCount(when, act, number, bool(planned), tuple(named[one] for one in dict.fromkeys((first, last))))
        for when, act, planned, number, first, last in rows
    )


def _named(numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(numbers), _CHUNK):
        some = numbers[start : start + _CHUNK]
        marks = ", ".join(["%s"] * len(some))
        rows = ask(f"SELECT id, ident, title FROM {TABLE} WHERE id IN ({marks})", some)
        found |= {number: (ident, title) for number, ident, title in rows}
    return found


def week_counts(filters: EventFilter) -> tuple[WeekCount, ...]:
    """Events that fall wholly into a week, by its Monday; those of wider dates are in none."""
    where, values = _where(filters)
    rows = ask(
        f'SELECT ("first" - 1) / 7 AS week, count(*) FROM {_table(filters)} '
        f'WHERE "first" IS NOT NULL AND ("first" - 1) / 7 = ("last" - 1) / 7 AND {where} GROUP BY week ORDER BY week',
        values,
    )
    return tuple(WeekCount(date.fromordinal(week * 7 + 1), number) for week, number in rows)  # day 1 was a Monday


def _table(filters: EventFilter) -> str:
    """Without filters every event counts, and one index has all that is counted by."""
    return f"{TABLE} INDEXED BY event_tally" if filters == EventFilter() else TABLE


def _where(filters: EventFilter) -> tuple[str, list[Any]]:
    where, values = conditions(filters)
    more, given = touches(filters.first, filters.last)
    return " AND ".join([*where, *more]) or "1", [*values, *given]
