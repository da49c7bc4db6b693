"""Events as lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from guvoh.custody.browse import EventFilter, EventItem, EventSort, Page
from guvoh.custody.records.browsing.seek import Listing, Part, ask, count, walk
from guvoh.custody.records.browsing.spans import Source, by_day, touches
from guvoh.custody.records.browsing.statements import TABLE as STATEMENTS
from guvoh.custody.records.browsing.statements import WAITS
from guvoh.model import SourceKind, Stage
from guvoh.model.findings import build
from guvoh.model.statement import Place
from guvoh.model.weighing import SupportStatus

TABLE = "records_eventrow"
_EQUAL = "place admin1 act country status stage part_of".split()
_BY_DAY = ("place", "admin1", "act", "country", "status")
_ITEM = f"""SELECT e.id, e.ident, e.title, e.acts, json_extract(e.body, '$.place'), e."when", e.stage, e.status,
e.documents, e.origins, e.independent, e.kinds, e.part_of,
(SELECT count(*) FROM records_eventstatement m WHERE m.event = e.ident),
(SELECT count(*) FROM {STATEMENTS} s INDEXED BY list_waiting_event
 WHERE s.event = e.ident AND s.event <> '' AND s.{WAITS})
FROM {TABLE} e WHERE """
_WAITING = f"EXISTS (SELECT 1 FROM {STATEMENTS} s WHERE s.event = {TABLE}.ident AND s.event <> '' AND s.{WAITS})"
_ALSO = "SELECT event FROM records_eventact WHERE act = %s"
_OF_ACT = f"(act = %s OR id IN ({_ALSO}))"
_FEW_OF_ACT = f"id IN (SELECT id FROM {TABLE} INDEXED BY event_act_first WHERE act = %s UNION ALL {_ALSO})"
_FEW = 5_000
_FEW_WAITING = f"""ident IN (SELECT DISTINCT event FROM {STATEMENTS} INDEXED BY list_waiting_event
WHERE {WAITS} AND event <> '')"""


def event_page(filters: EventFilter, sort: EventSort, key: str | None, size: int) -> Page[EventItem]:
    """One page of events; an act finds every event of which some statement tells it."""
    listing = event_listing(filters, sort, every_act=True)
    found = walk(listing, key, size)
    return Page(items(found.idents), found.next_key, found.previous_key, None if key else count(listing))


def event_listing(
    filters: EventFilter,
    sort: EventSort,
    also: tuple[tuple[str, ...], tuple[Any, ...]] = ((), ()),
    *,
    every_act: bool = False,
) -> Listing:
    """The list of events that pass the filters, and further conditions with their values, in that order.

    `every_act`: the act may be any that the event's statements tell; else it is its first, as counts have it.
    """
    few = False
    if every_act and filters.act and ask(f"{_ALSO} LIMIT 1", (filters.act,)):
        few = _is_rare(filters.act)
        also = ((*also[0], _FEW_OF_ACT if few else _OF_ACT), (*also[1], filters.act, filters.act))
        filters = replace(filters, act=None)
    where, values = conditions(filters)
    where, values = [*where, *also[0]], [*values, *also[1]]
    down = sort is not EventSort.DATE
    if sort in (EventSort.DATE, EventSort.DATE_DOWN):
        lead = next((name for name in _BY_DAY if _wanted(filters, name) is not None), None)
        index = f" INDEXED BY {f'event_{lead}_first' if lead else 'event_first'}"
        table = TABLE if few else TABLE + index
        where_led, led = ((f"{lead} = %s",), (_wanted(filters, lead),)) if lead else ((), ())
        source = Source(table, where_led, led, tuple(where), tuple(values))
        parts = by_day(
            source,
            f"{TABLE} INDEXED BY long_event",
            f"{TABLE} INDEXED BY open_event",
            (filters.first, filters.last),
            down=down,
        )
    else:
        more, given = touches(filters.first, filters.last)
        column = "independent" if sort is EventSort.SUPPORT else "documents"
        index = " INDEXED BY " + ("event_support" if sort is EventSort.SUPPORT else "event_documents")
        table = TABLE if few else TABLE + index
        parts = (Part(table, (), (), (column, "id"), (*where, *more), (*values, *given)),)
    return Listing(f"events {sort}", parts, down)


def _is_rare(act: str) -> bool:
    """Whether so few events tell of the act that they are found one by one and sorted."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {TABLE} INDEXED BY event_act_first WHERE act = %s LIMIT %s)"
    also = f"SELECT count(*) FROM ({_ALSO} LIMIT %s)"
    return bool(ask(query, (act, _FEW))[0][0] + ask(also, (act, _FEW))[0][0] < _FEW)


def _wanted(filters: EventFilter, name: str) -> str | None:
    """A column's value; a conflict is what makes an event contested."""
    if name == "status" and filters.conflict and filters.status is None:
        return SupportStatus.CONTESTED
    value: str | None = getattr(filters, name)
    return value


def conditions(filters: EventFilter) -> tuple[list[str], list[Any]]:
    """What the filters ask of a row, but for the days."""
    where, values = [], []
    for name in _EQUAL:
        wanted = _wanted(filters, name)
        if wanted is not None:
            where.append(f"{name} = %s")
            values.append(str(wanted))
    if filters.conflict is not None:
        where.append(f"status {'=' if filters.conflict else '<>'} %s")
        values.append(str(SupportStatus.CONTESTED))
    if filters.source_kind is not None:
        where.append("instr(kinds, %s) > 0")
        values.append(json.dumps(str(filters.source_kind)))
    if filters.waiting is not None:
        where.append(_waiting() if filters.waiting else f"NOT {_WAITING}")
    return where, values


def _waiting() -> str:
    """Where few statements wait, go from them to their events; where many do, events that have one are near at hand."""
    query = f"""SELECT count(*) FROM (SELECT 1 FROM {STATEMENTS} INDEXED BY list_waiting_event
    WHERE {WAITS} AND event <> '' LIMIT %s)"""
    return _FEW_WAITING if ask(query, (_FEW,))[0][0] < _FEW else _WAITING


def items(numbers: Sequence[int]) -> tuple[EventItem, ...]:
    """The events of these rows, in this order."""
    if not numbers:
        return ()
    marks = ", ".join(["%s"] * len(numbers))
    found = {row[0]: _item(row[1:]) for row in ask(f"{_ITEM} e.id IN ({marks})", numbers)}
    return tuple(found[number] for number in numbers if number in found)


def by_ident(idents: Sequence[str]) -> dict[str, EventItem]:
    """Events by their ids; those no longer there are left out."""
    if not idents:
        return {}
    marks = ", ".join(["%s"] * len(idents))
    return {row[1]: _item(row[1:]) for row in ask(f"{_ITEM} e.ident IN ({marks})", idents)}


def _item(row: Sequence[Any]) -> EventItem:
    ident, title, acts, place, when, stage, status, documents, origins, independent, kinds, part_of, *counts = row
    where: Place | None = build(Place, json.loads(place)) if place else None
    return EventItem(
        ident, title, tuple(json.loads(acts)), where, when or None, Stage(stage) if stage else None,
        SupportStatus(status), documents, origins, independent, tuple(map(SourceKind, json.loads(kinds))),
        part_of or None, *counts,
    )  # fmt: skip
