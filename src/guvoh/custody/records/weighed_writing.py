"""Writing the tables of what the sources say together: only rows that differ, each in its old place."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db import connection
from django.db.models import Model

from guvoh.assessment.shelf import Change, Gone
from guvoh.custody.ledger import now
from guvoh.custody.records import models
from guvoh.custody.records import weighed_rows as rows
from guvoh.custody.records.bulk import delete, numbers, upsert, write
from guvoh.model.weighing import DocumentPair, Event, Origin

_BATCH = 500
"""Rows asked for at once."""


def changed(
    model: type[Model], fresh: Iterable[Mapping[str, Any]], key: str = "ident", but: frozenset[str] = frozenset()
) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of rows that are new or differ from those kept, and of those kept that are no more."""
    columns: tuple[str, ...] = ()
    due: dict[str, int] = {}
    for row in fresh:
        columns = columns or tuple(name for name in row if name not in but)
        due[row[key]] = hash(tuple(row[name] for name in columns))
    kept = model.objects.values_list(key, *(columns or (key,))).iterator(2000)
    held = {ident: hash(tuple(values)) for ident, *values in kept}
    return frozenset(k for k, it in due.items() if held.get(k) != it), frozenset(held.keys() - due.keys())


def rows_of(model: type[Model], idents: Iterable[str]) -> Iterator[Any]:
    """The rows of these idents."""
    for some in chunks(idents):
        yield from model.objects.filter(ident__in=some)


def count_heard(gone: Gone, origins: Collection[Origin]) -> None:
    """Count how often each source is an origin, and how often it passed something on; before origins are written."""
    said: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for some in chunks({s for s, _ in gone.origins} | {o.statement for o in origins}):
        for row in models.OriginRow.objects.filter(statement__in=some):
            said[row.source] -= 1
            passed.subtract(json.loads(row.via))
    for origin in origins:
        said[origin.origin] += 1
        passed.update(origin.via)
    more = [(said[ident], passed[ident], ident) for ident in sorted(said.keys() | passed.keys())]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE records_sourcerow SET said = said + %s, passed = passed + %s WHERE ident = %s",
            [row for row in more if row[0] or row[1]],
        )


def put_events(gone: Collection[str], events: Collection[Event]) -> None:
    """Take events away and put others, with their statements; what is no more leads to what it became."""
    changed = {e.id for e in events}
    former = defaultdict(list)
    for some in chunks(set(gone) - changed):
        for event, statement in models.EventStatement.objects.filter(event__in=some).values_list("event", "statement"):
            former[event].append(statement)
    delete(models.EventRow, "ident", set(gone) - changed)
    delete(models.EventStatement, "event", set(gone) | changed)
    upsert(models.EventRow, map(rows.event_row, events))
    write(models.EventStatement, ("event", "statement"), ((e.id, s) for e in events for s in e.statements))
    delete(models.EventPast, "ident", changed)
    _remember(former)


def _remember(former: Mapping[str, list[str]]) -> None:
    """Note for each event that is no more what most of its statements became."""
    at = now()
    for event, statements in former.items():
        became: Counter[str] = Counter()
        for some in chunks(statements):
            became.update(models.EventStatement.objects.filter(statement__in=some).values_list("event", flat=True))
        if became:
            heir = min(became, key=lambda ident: (-became[ident], ident))
            models.EventPast.objects.filter(became=event).update(became=heir)
            models.EventPast.objects.update_or_create(ident=event, defaults={"became": heir, "at": at})


def put_figures(change: Change) -> None:
    """Take relations of figures away and put others, found by every figure in them."""
    told = {rows.hashed(*rows.figure_key(f)): f for f in change.now.figures}
    gone = {rows.hashed(*key) for key in change.gone.figures} - told.keys()
    for some in chunks(gone):
        numbered = models.FigureRelationRow.objects.filter(ident__in=some).values_list("id", flat=True)
        delete(models.FigureMember, "relation_id", list(numbered))
    delete(models.FigureRelationRow, "ident", gone)
    at, held = numbers(models.FigureRelationRow.objects, "ident", told)
    upsert(models.FigureRelationRow, ({"id": at[ident]} | rows.figure_row(f) for ident, f in told.items()))
    delete(models.FigureMember, "relation_id", held)
    members = ((at[ident], statement) for ident, f in told.items() for statement in rows.figure_key(f))
    write(models.FigureMember, ("relation_id", "statement"), members)


def addresses_of(pairs: Iterable[DocumentPair]) -> dict[str, str]:
    """Content addresses by path, of paths that only one document has."""
    at: dict[str, set[str]] = defaultdict(set)
    for some in chunks({path for pair in pairs for path in (pair.a, pair.b)}):
        for path, sha256 in models.Sighting.objects.filter(path__in=some).values_list("path", "sha256"):
            at[path].add(sha256)
    return {path: next(iter(found)) for path, found in at.items() if len(found) == 1}


def chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    """The keys in order, so many at a time as one statement takes."""
    every = sorted(keys)
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]
