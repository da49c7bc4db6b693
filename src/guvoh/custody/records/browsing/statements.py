"""Statements and figures as lists: which index leads, and the rows as they are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from guvoh.custody.browse import Page, StatementFilter, StatementItem, StatementSort, Total
from guvoh.custody.records.browsing.seek import COUNTED as ALL_COUNTED
from guvoh.custody.records.browsing.seek import Listing, Part, ask, count, walk
from guvoh.custody.records.browsing.spans import Source, by_day, touches
from guvoh.model import Kind, Modality, Place, Stage
from guvoh.model.decisions import Review
from guvoh.model.weighing import FigureRelation, SupportStatus

Condition = tuple[str, tuple[Any, ...]]
TABLE = "records_statementrow"
WAITS = "review IN ('suggested', 'awaiting')"
COUNTED = "unit <> ''"
_EQUAL = "source place admin1 unit act country review status stage modality kind".split()
_LEADS = ("source", "place", "admin1", "act", "country", "review")
_MARKED = ("act", "country", "admin1", "place", "source", "stage", "modality", "review", "kind", "status")
_TIED = f"""id IN (SELECT s.id FROM records_figurerelationrow r JOIN records_figuremember m ON m.relation_id = r.id
JOIN {TABLE} s ON s.statement = m.statement WHERE r.relation = %s)"""
_COUNT_MARKED = "SELECT count(*) FROM (SELECT 1 FROM statement_marks WHERE statement_marks MATCH %s LIMIT %s)"
_AT_ONCE = 500
_FEW = 2_000
"""Rows that are read and sorted faster than a long list is looked through for them."""
_PLAIN = re.compile(r"[\w:.-]+")
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


_OF_FIGURES = ("value", "place", "source")
"""Orders that list figures only."""


def statement_page(filters: StatementFilter, sort: StatementSort, key: str | None, size: int) -> Page[StatementItem]:
    """One page of statements."""
    listing = statement_listing(filters, sort)
    found = walk(listing, key, size)
    total = None if key else _total(filters, sort, listing)
    return Page(items(found.idents), found.next_key, found.previous_key, total)


def _total(filters: StatementFilter, sort: StatementSort, listing: Listing) -> Total:
    """How many there are: counted by marks alone, where these are all that is asked for and all are listed."""
    match = _match(filters)
    beside = replace(filters, waiting=None, **dict.fromkeys(_MARKED))
    if match is None or beside != StatementFilter() or sort.strip("-") in _OF_FIGURES:
        return count(listing)
    found = ask(_COUNT_MARKED, (match, ALL_COUNTED + 1))[0][0]
    return Total(min(found, ALL_COUNTED), found <= ALL_COUNTED)


def statement_listing(filters: StatementFilter, sort: StatementSort) -> Listing:
    """The list of statements that pass the filters, in that order."""
    down = sort in _DOWN
    asked = conditions(filters)
    if sort in (StatementSort.DATE, StatementSort.DATE_DOWN):
        few = _few(filters, asked)
        source = few or _ordered(filters, asked, "list", "first" if not filters.counted else None)
        long, opened = (f"{TABLE} INDEXED BY {name}_statement" for name in ("long", "open"))
        if few:
            long = opened = few.table
        parts = by_day(source, long, opened, (filters.first, filters.last), down=down)
    else:
        more, given = touches(filters.first, filters.last)
        asked |= {f"days {n}": condition for n, condition in enumerate(_paired(more, given))}
        if sort is StatementSort.REVIEW:
            source = _few(filters, asked) or _ordered(filters, asked, "queue", "document")
            parts = (_part(source, "document_id", '"start"'),)
        else:
            parts = _by_column(sort, asked, _few(filters, asked))
    return Listing(f"statements {sort}", parts, down)


def conditions(filters: StatementFilter) -> dict[str, Condition]:
    """What the filters ask of a row, by the filter's name, but for the days."""
    asked: dict[str, Condition] = {}
    for name in _EQUAL:
        wanted = getattr(filters, name)
        if wanted is not None:
            asked[name] = (f"{name} = %s", (str(wanted),))
    if filters.event is not None:
        asked["event"] = ("event = %s AND event <> ''", (filters.event,))
    if filters.document is not None:
        found = "(SELECT document FROM records_documentcard WHERE sha256 = %s)"
        asked["document"] = (f"document_id = coalesce({found}, -1)", (filters.document,))
    if filters.waiting is not None:
        asked["waiting"] = (WAITS if filters.waiting else f"NOT {WAITS}", ())
    if filters.counted is not None:
        asked["counted"] = (COUNTED if filters.counted else f"NOT {COUNTED}", ())
    if filters.relation is not None:
        tied = "SELECT 1 FROM records_figuremember m JOIN records_figurerelationrow r ON r.id = m.relation_id"
        same = f"m.statement = {TABLE}.statement AND r.relation = %s"
        asked["relation"] = (f"EXISTS ({tied} WHERE {same})", (str(filters.relation),))
    return asked


def _paired(where: Sequence[str], values: Sequence[Any]) -> list[Condition]:
    left = list(values)
    return [(condition, tuple(left.pop(0) for _ in range(condition.count("%s")))) for condition in where]


def _source(table: str, asked: dict[str, Condition], *leads: str) -> Source:
    """A source whose index answers to the leading conditions; the others are tried row by row."""
    first = [asked[name] for name in leads if name in asked]
    then = [condition for name, condition in asked.items() if name not in leads]
    return Source(
        table, tuple(c for c, _ in first), tuple(v for _, given in first for v in given),
        tuple(c for c, _ in then), tuple(v for _, given in then for v in given),
    )  # fmt: skip


def _few(filters: StatementFilter, asked: dict[str, Condition]) -> Source | None:
    """Where few rows can pass, those rows: of one document or event, or of all the marks asked for."""
    for name in ("document", "event"):
        if name in asked:
            return _source(f"{TABLE} INDEXED BY list_{name}", asked, name)
    if filters.relation is not None and _tied_are_few(filters.relation):
        return _source(f"{TABLE} NOT INDEXED", {"tied": (_TIED, (str(filters.relation),)), **asked}, "tied")
    match = _match(filters)
    if match is None:
        return None
    if ask(_COUNT_MARKED, (match, _FEW + 1))[0][0] > _FEW:
        return None
    marked = ("id IN (SELECT rowid FROM statement_marks WHERE statement_marks MATCH %s)", (match,))
    return _source(f"{TABLE} NOT INDEXED", {"marked": marked, **asked}, "marked")


def _tied_are_few(relation: FigureRelation) -> bool:
    found = "SELECT count(*) FROM (SELECT 1 FROM records_figurerelationrow WHERE relation = %s LIMIT %s)"
    return bool(ask(found, (str(relation), _FEW + 1))[0][0] <= _FEW)


def _match(filters: StatementFilter) -> str | None:
    """The marks that the filters ask for; None where there are none, or one of them cannot be written as a mark."""
    given = {name: str(getattr(filters, name)) for name in _MARKED if getattr(filters, name) is not None}
    terms = [f'"{name}:{value}"' for name, value in given.items() if _PLAIN.fullmatch(value)]
    if filters.waiting is not None:
        terms.append(f'"waiting:{"yes" if filters.waiting else "no"}"')
    return " AND ".join(terms) or None


def _ordered(filters: StatementFilter, asked: dict[str, Condition], kind: str, plain: str | None) -> Source:
    """The index that has the rows in order, led by the narrowest filter; `plain` is that without any."""
    lead = next((name for name in _LEADS if getattr(filters, name) is not None), None)
    if lead:
        return _source(f"{TABLE} INDEXED BY {kind}_{lead}", asked, lead)
    if kind == "queue" and filters.waiting:
        return _source(f"{TABLE} INDEXED BY list_waiting", asked, "waiting")
    if plain is None:
        return _source(f"{TABLE} INDEXED BY figure_first", asked, "counted")
    return _source(f"{TABLE} INDEXED BY list_{plain}", asked)


def _part(source: Source, *by: str, also: Sequence[str] = ()) -> Part:
    return Part(source.table, (*source.where, *also), source.values, (*by, "id"), source.tests, source.tested)


def _by_column(sort: StatementSort, asked: dict[str, Condition], few: Source | None) -> tuple[Part, ...]:
    """Figures by value, place or source; those without come last."""
    index, column = _FIGURES[sort]
    source = few or _source(f"{TABLE} INDEXED BY {index}", asked, "counted")
    has, lacks = (f"{column} <> ''", f"{column} = ''") if column != "value" else ("value IS NOT NULL", "value IS NULL")
    return _part(source, column, also=(COUNTED, has)), _part(source, also=(COUNTED, lacks))


def items(numbers: Sequence[int]) -> tuple[StatementItem, ...]:
    """The statements of these rows, in this order."""
    if not numbers:
        return ()
    marks = ", ".join(["%s"] * len(numbers))
    found = {row[0]: _item(row[1:]) for row in ask(f"{_ITEM} ({marks})", numbers)}
    return tuple(found[number] for number in numbers if number in found)


def by_ident(idents: Sequence[str]) -> dict[str, StatementItem]:
    """Statements by their ids; those no longer there are left out."""
    found: dict[str, StatementItem] = {}
    for start in range(0, len(idents), _AT_ONCE):
        some = idents[start : start + _AT_ONCE]
        marks = ", ".join(["%s"] * len(some))
        rows = ask(f"SELECT id FROM {TABLE} WHERE statement IN ({marks})", some)
        found |= {item.id: item for item in items([number for (number,) in rows])}
    return found


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
