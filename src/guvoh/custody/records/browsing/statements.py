"""Statements and figures as lists: which index leads, and the rows as they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guvoh.custody.browse import Page, StatementFilter, StatementItem, StatementSort
from guvoh.custody.records.browsing.seek import Listing, Part, ask, count, walk
from guvoh.custody.records.browsing.spans import by_day, touches
from guvoh.model import Kind, Modality, Place, Stage
from guvoh.model.decisions import Review
from guvoh.model.weighing import SupportStatus

TABLE = "records_statementrow"
WAITS = "review IN ('suggested', 'awaiting')"
COUNTED = "unit <> ''"
_EQUAL = "source place admin1 unit act country review status stage modality kind".split()
_BY_DAY = ("event", "source", "place", "admin1", "act", "country", "review")
_BY_REVIEW = ("source", "place", "act", "country", "review")
_FIGURES = {
    StatementSort.VALUE: ("figure_value", "value"),
    StatementSort.VALUE_DOWN: ("figure_value", "value"),
    StatementSort.PLACE: ("figure_place", "place_name"),
    StatementSort.SOURCE: ("figure_source", "source_name"),
}
_DOWN = (StatementSort.DATE_DOWN, StatementSort.VALUE_DOWN)
_ITEM = f"""SELECT s.id, s.statement, c.sha256, c.path, c.title, c.publisher, s."start", s."end",
substr(d.text, s."start" + 1, s."end" - s."start"), s.kind, s.act, s.stage, s.modality, s.unit, s.low, s.best, s.high,
s.words, s.actor, s.affected, s.place, s.place_name, s.country, s.admin1, s.lat, s.lon, s.precision, s.disputed,
s."when", s.review, s.credibility, s.source, s.source_name, s.event, s.status
FROM {TABLE} s JOIN records_document d ON d.id = s.document_id JOIN records_documentcard c ON c.document = d.id
WHERE s.id IN """


def statement_page(filters: StatementFilter, sort: StatementSort, key: str | None, size: int) -> Page[StatementItem]:
    """One page of statements."""
    listing = statement_listing(filters, sort)
    found = walk(listing, key, size)
    total = None if key else count(listing)
    return Page(items(found.idents), found.next_key, found.previous_key, total)


def statement_listing(filters: StatementFilter, sort: StatementSort) -> Listing:
    """The list of statements that pass the filters, in that order."""
    where, values = conditions(filters)
    down = sort in _DOWN
    if sort in (StatementSort.DATE, StatementSort.DATE_DOWN):
        parts = _by_day(filters, where, values, down=down)
    else:
        more, given = touches(filters.first, filters.last)
        where, values = [*where, *more], [*values, *given]
        parts = _in_review(filters, where, values) if sort is StatementSort.REVIEW else _by_column(sort, where, values)
    return Listing(f"statements {sort}", parts, down)


def conditions(filters: StatementFilter) -> tuple[list[str], list[Any]]:
    """What the filters ask of a row, but for the days."""
    where, values = [], []
    for name in _EQUAL:
        wanted = getattr(filters, name)
        if wanted is not None:
            where.append(f"{name} = %s")
            values.append(str(wanted))
    if filters.event is not None:
        where.append("event = %s AND event <> ''")
        values.append(filters.event)
    if filters.document is not None:
        where.append("document_id = coalesce((SELECT document FROM records_documentcard WHERE sha256 = %s), -1)")
        values.append(filters.document)
    if filters.waiting is not None:
        where.append(WAITS if filters.waiting else f"NOT {WAITS}")
    if filters.counted is not None:
        where.append(COUNTED if filters.counted else f"NOT {COUNTED}")
    if filters.relation is not None:
        where.append(
            f"EXISTS (SELECT 1 FROM records_figuremember m JOIN records_figurerelationrow r ON r.id = m.relation_id "
            f"WHERE m.statement = {TABLE}.statement AND r.relation = %s)"
        )
        values.append(str(filters.relation))
    return where, values


def _lead(filters: StatementFilter, columns: Sequence[str]) -> str | None:
    return next((name for name in columns if getattr(filters, name) is not None), None)


def _by_day(filters: StatementFilter, where: list[str], values: list[Any], *, down: bool) -> tuple[Part, ...]:
    days = (filters.first, filters.last)
    if filters.document is not None:
        return by_day(TABLE, "list_document", "list_document", where, values, days, down=down)
    lead = _lead(filters, _BY_DAY)
    if lead:
        return by_day(TABLE, f"list_{lead}", f"list_{lead}", where, values, days, down=down)
    if filters.counted or filters.relation:
        return by_day(TABLE, "figure_first", "figure_first", [*where, COUNTED], values, days, down=down)
    return by_day(TABLE, "list_first", "list_long", where, values, days, down=down)


def _in_review(filters: StatementFilter, where: list[str], values: list[Any]) -> tuple[Part, ...]:
    lead = None if filters.document is not None else _lead(filters, _BY_REVIEW)
    index = f"queue_{lead}" if lead else "list_waiting" if filters.waiting else "list_document"
    return (Part(f"{TABLE} INDEXED BY {index}", tuple(where), tuple(values), ("document_id", '"start"', "id")),)


def _by_column(sort: StatementSort, where: list[str], values: list[Any]) -> tuple[Part, ...]:
    """Figures by value, place or source; those without come last."""
    index, column = _FIGURES[sort]
    source, given = f"{TABLE} INDEXED BY {index}", tuple(values)
    has, lacks = (f"{column} <> ''", f"{column} = ''") if column != "value" else ("value IS NOT NULL", "value IS NULL")
    return (
        Part(source, (*where, COUNTED, has), given, (column, "id")),
        Part(source, (*where, COUNTED, lacks), given, ("id",)),
    )


def items(numbers: Sequence[int]) -> tuple[StatementItem, ...]:
    """The statements of these rows, in this order."""
    if not numbers:
        return ()
    marks = ", ".join(["%s"] * len(numbers))
    found = {row[0]: _item(row[1:]) for row in ask(f"{_ITEM} ({marks})", numbers)}
    return tuple(found[number] for number in numbers if number in found)


def by_ident(idents: Sequence[str]) -> dict[str, StatementItem]:
    """Statements by their ids; those no longer there are left out."""
    if not idents:
        return {}
    marks = ", ".join(["%s"] * len(idents))
    rows = ask(f"SELECT id FROM {TABLE} WHERE statement IN ({marks})", idents)
    return {item.id: item for item in items([number for (number,) in rows])}


def _item(row: Sequence[Any]) -> StatementItem:
    ident, sha256, path, title, publisher, start, end, quote, kind, act, stage, modality, *row = row
    unit, low, best, high, words, actor, affected, *place, when, review, credibility, source, name, event, status = row
    return StatementItem(
        ident, sha256, path, title or None, publisher or None, start, end, quote, Kind(kind), act or None,
        Stage(stage) if stage else None, Modality(modality), unit or None, low, best, high, words or None,
        actor or None, affected or None, place_of(*place), when or None, Review(review), credibility or None,
        source or None, name or None, event or None, SupportStatus(status) if status else None,
    )  # fmt: skip


def place_of(
    ident: str, name: str, country: str, admin1: str, lat: float | None, lon: float | None, precision: str,
    disputed: str,
) -> Place | None:  # fmt: skip
    """The place that a row's columns tell of, without a span."""
    if not (ident or name):
        return None
    claims = tuple(disputed.split())
    return Place(name, ident or None, 0, 0, country or None, admin1 or None, lat, lon, precision or None, claims)
