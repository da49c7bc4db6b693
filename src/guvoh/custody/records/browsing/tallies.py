"""Events counted by place and by time, for the map and the timeline, as lists filter them.

Rows are read from one index and counted here: in SQL, grouping by text sorts them all first. Counts by place and act of
all events are kept by triggers (migration 0011).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from django.db import connection

from guvoh.custody.browse import DayCount, EventFilter, EventSort, PlaceCount, WeekCount
from guvoh.custody.records.browsing.events import TABLE, event_listing
from guvoh.custody.records.browsing.seek import Part, ask
from guvoh.model import Place, Stage

MOST_DATES = 2_000
"""Dates with their acts that one timeline gets, the newest: a drawing of more could not be read."""
_NAMED = 500
"""Dates, the newest, of which an event is named."""
_AT_ONCE = 1_000
_KEPT = ("place", "admin1", "country", "act")
"""Filters that the counts kept by triggers answer to."""
_SPOTS = "records_eventspotact JOIN records_eventspot ON id = spot"
_DAY = f"\"when\", act, stage = '{Stage.PLANNED}'"
_WEEK = 'CASE WHEN ("first" - 1) / 7 = ("last" - 1) / 7 THEN ("first" - 1) / 7 END'
_ALL_WEEKS = f"""SELECT {_WEEK} AS week, count(*) FROM {TABLE} INDEXED BY event_week WHERE {_WEEK} IS NOT NULL
GROUP BY week"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events: those that pass the filters and meet further conditions of their rows."""

    filters: EventFilter
    where: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place as some events tell it; `key` is the same for all ways to tell of one place."""

    key: str
    place: Place


def total(asked: Asked) -> int:
    """How many events there are."""
    if asked == Asked(EventFilter()):
        return int(ask(f"SELECT count(*) FROM {TABLE}")[0][0])
    return sum(int(number) for part in _parts(asked) for (number,) in _read(part, "count(*)"))


def place_counts(asked: Asked, *, acts: bool = True) -> tuple[PlaceCount, ...]:
    """Events by place and act, most told first. A place stands as most of its events tell it: no finer.

    Without `acts` all are counted under "", which is quicker.
    """
    spots = _spots()
    places = {spot.key: spot.place for spot in spots.values()}
    counts: dict[str, dict[str, int]] = {}
    for key, told in _kept(asked, spots, acts=acts) if _is_kept(asked) else _read_places(asked, acts=acts):
        counts[key] = dict(Counter(counts[key]) + Counter(told)) if key in counts else told
    made = [PlaceCount(places[key], sum(told.values()), _most_first(told)) for key, told in counts.items()]
    return tuple(sorted(made, key=lambda one: (-one.count, one.place.name, one.place.id or "")))


def _most_first(acts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(sorted(acts.items()), key=itemgetter(1), reverse=True))


def _is_kept(asked: Asked) -> bool:
    return not asked.where and replace(asked.filters, **dict.fromkeys(_KEPT)) == EventFilter()


def _kept(asked: Asked, spots: Mapping[int, _Spot], *, acts: bool) -> Iterator[tuple[str, dict[str, int]]]:
    """Counts by act of one place after the other, each as one value: tens of thousands of rows take twice as long."""
    wanted = [(name, value) for name in _KEPT if (value := getattr(asked.filters, name)) is not None]
    where = " AND ".join(f"{name} = %s" for name, _ in wanted)
    chosen = f"WHERE (spot, act) IN (SELECT spot, act FROM {_SPOTS} WHERE {where})" if where else ""
    told = "json_group_object(act, number)" if acts else "sum(number)"
    query = f"SELECT spot, {told} FROM records_eventspotact {chosen} GROUP BY spot"
    for spot, found in ask(query, [value for _, value in wanted]):
        yield spots[spot].key, json.loads(found) if acts else {"": found}


def _read_places(asked: Asked, *, acts: bool) -> Iterator[tuple[str, dict[str, int]]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for part in _parts(asked):
        for place, name, act in _read(part, "place, place_name, act", "place_name <> ''"):
            counts[_key(place, name)][act if acts else ""] += 1
    yield from counts.items()


def _key(place: str, name: str) -> str:
    return place or f"|{name}"


def _spots() -> dict[int, _Spot]:
    """Every place that events have; of one told in several ways, that of most events comes last."""
    query = """SELECT id, place, place_name, country, admin1, precision, lat, lon, disputed FROM records_eventspot
    ORDER BY number, id"""
    found = {}
    for number, ident, name, country, admin1, precision, lat, lon, disputed in ask(query):
        claims = tuple(json.loads(disputed)) if disputed not in ("", "[]") else ()
        where = (lat if lat != "" else None, lon if lon != "" else None)
        place = Place(name, ident or None, 0, 0, country or None, admin1 or None, *where, precision or None, claims)
        found[number] = _Spot(_key(ident, name), place)
    return found


def day_counts(asked: Asked, most: int | None = None) -> tuple[DayCount, ...]:
    """Events by date as told and act, in the order of dates; those without a date under "".

    The newest `most` (MOST_DATES) are told, and all without a first day; of the newest _NAMED one event each is named.
    """
    *dated, undated = _parts(asked)
    counts: dict[tuple[str, str, int], int] = {}
    newest: dict[tuple[str, str, int], int] = {}
    latest: int | None = None
    for when, act, planned, first, number in _days(dated):
        key = (when, act, planned)
        if key in counts:
            counts[key] += 1
        elif len(counts) < (most or MOST_DATES):
            counts[key], newest[key], latest = 1, number, first  # of one date, the newest come first
        elif first != latest:  # else dates told already may follow
            break
    for when, act, planned, number, count in _read(undated, f"{_DAY}, max(id), count(*)", order="GROUP BY 1, 2, 3"):
        key = (when, act, planned)
        counts[key], newest[key] = counts.get(key, 0) + count, number
    named = _named(list(newest.values())[:_NAMED])
    return tuple(
        DayCount(*key[:2], counts[key], bool(key[2]), (named[newest[key]],) if newest[key] in named else ())
        for key in sorted(counts)
    )


def _days(parts: Sequence[Part]) -> Iterator[tuple[Any, ...]]:
    """Date, act, whether planned, first day and row of each event, the newest first."""
    for part in parts:
        order = f"ORDER BY {', '.join(f'{name} DESC' for name in part.by)}"
        yield from _read(part, f'{_DAY}, "first", id', order=order)


def _named(numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    marks = ", ".join(["%s"] * len(numbers))
    rows = ask(f"SELECT id, ident, title FROM {TABLE} WHERE id IN ({marks})", numbers)
    return {number: (ident, title) for number, ident, title in rows}


def week_counts(asked: Asked) -> tuple[WeekCount, ...]:
    """Events that fall wholly into a week, by its Monday; those of wider dates are in none."""
    counts: Counter[int] = Counter()
    if asked == Asked(EventFilter()):
        counts.update(dict(ask(_ALL_WEEKS)))
    else:
        for part in _parts(asked):
            counts.update(week for (week,) in _read(part, _WEEK, f"{_WEEK} IS NOT NULL"))
    # day 1 was a Monday
    return tuple(WeekCount(date.fromordinal(week * 7 + 1), number) for week, number in sorted(counts.items()))


def _parts(asked: Asked) -> tuple[Part, ...]:
    return event_listing(asked.filters, EventSort.DATE_DOWN, (asked.where, asked.values)).parts


def _read(part: Part, columns: str, also: str = "1", order: str = "") -> Iterator[tuple[Any, ...]]:
    where = " AND ".join((*part.where, *part.tests, also))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {part.source} WHERE {where} {order}", [*part.values, *part.tested])
        while rows := cursor.fetchmany(_AT_ONCE):  # row by row, Django's cursor takes twice as long
            yield from rows
