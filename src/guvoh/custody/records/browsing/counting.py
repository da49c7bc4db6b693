"""The figures that may count in a tally, from their rows alone: reading whole documents would take minutes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import connection

from guvoh.assessment.counted import OPERATION
from guvoh.custody.records.browsing.statements import TABLE, place_of
from guvoh.custody.tallies import Counted, FigureChoice
from guvoh.model import Count, Document, Kind, Modality, Party, Qualifier, Stage, Statement
from guvoh.model.decisions import Review

_AT_ONCE = 1_000
_REACH = 2_000  # characters: no sentence is longer, and a document of many thousand rows is looked through in no time
# one act after the other, each by the index that also holds the other filters
_ROWS = f"""SELECT s.statement, s."start", s."end", s.kind, s.act, s.stage, s.modality, s.unit, s.low, s.best, s.high,
s.words, s.qualifier, s.affected, s.nations, s.place, s.place_name, s.country, s.admin1, s.lat, s.lon, s.precision,
s.disputed, s."when", s.when_basis, s.review, s.event, s.source, c.sha256, c.path, c.media_type, c.published,
CASE WHEN s."first" IS NULL AND s."last" IS NULL
THEN (SELECT e."when" FROM records_eventrow e WHERE e.ident = s.event) END,
EXISTS (SELECT 1 FROM {TABLE} o WHERE o.document_id = s.document_id AND o."start" < s."end" AND o."end" > s."start"
AND o."start" > s."start" - {_REACH} AND o.words = s.words AND o.act <> ''
AND o.statement <> s.statement AND (o.act = s.act OR s.act = '{OPERATION}'))
FROM {TABLE} s INDEXED BY list_act CROSS JOIN records_documentcard c ON c.document = s.document_id
WHERE s.act = %s AND s.review <> '{Review.REJECTED}' AND s.event <> ''"""


def figures(choice: FigureChoice) -> tuple[list[Counted], dict[str, Counted]]:
    """The figures of a choice; beside them by id those whose rows do not hold all that a tally reads."""
    known, unread = [], {}
    for row in _rows(choice):
        counted = _counted(row)
        if row[12] is None:
            unread[counted.statement.id] = counted
        else:
            known.append(counted)
    return known, unread


def _rows(choice: FigureChoice) -> Iterator[Sequence[Any]]:
    conditions, values = [_ROWS, _among("s.unit", choice.units)], list[Any](choice.units)
    if choice.country:
        conditions.append("s.country IN ('', %s)")
        values.append(choice.country)
    if choice.last is not None:
        conditions.append('(s."first" IS NULL OR s."first" <= %s)')
        values.append(choice.last)
    if choice.first is not None:
        conditions.append('(s."last" IS NULL OR s."last" >= %s)')
        values.append(choice.first)
    for act in sorted(choice.acts):
        with connection.cursor() as cursor:
            cursor.execute(" AND ".join(conditions), [act, *values])
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows


def _among(column: str, values: Collection[str]) -> str:
    return f"{column} IN ({', '.join(['%s'] * len(values))})"


def _counted(row: Sequence[Any]) -> Counted:
    ident, start, end, kind, act, stage, modality, unit, low, best, high, words, qualifier, *row = row
    affected, nations, *row = row
    *place, when, basis, review, event, origin, sha256, path, media_type, published, event_when, is_shared = row
    count = Count(Qualifier(qualifier or Qualifier.EXACT), words, unit, start, end, low, best, high)
    statement = Statement(
        ident, start, end, "", Kind(kind), "", 0.0, (), act, count, Stage(stage) if stage else None,
        affected=Party(affected, start, end, nationality=tuple(nations.split())) if affected or nations else None,
        place=place_of(*place), when=when or None, when_basis=basis or None, modality=Modality(modality),
    )  # fmt: skip
    document = Document(path, sha256, media_type, "", published=published or None)
    return Counted(statement, document, Review(review), event, event_when or "", origin, bool(is_shared))
