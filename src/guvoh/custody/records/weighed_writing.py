"""Writing the tables of what the sources say together: only rows that differ, each in its old place."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import F, Model

from guvoh.assessment.shelf import Change, Gone
from guvoh.custody.ledger import now
from guvoh.custody.records import models
from guvoh.custody.records import weighed_rows as rows
from guvoh.model.weighing import DocumentPair, Event, Origin

_BATCH = 500
"""Rows written or asked for at once."""


def changed(
    model: type[Model], fresh: Mapping[str, Model], key: str, but: frozenset[str] = frozenset()
) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of rows that are new or differ from those kept, and of those kept that are no more."""
    held = {getattr(row, key): hash(tuple(rows.values(row, but).values())) for row in model.objects.iterator(2000)}
    differing = {k for k, row in fresh.items() if held.get(k) != hash(tuple(rows.values(row, but).values()))}
    return frozenset(differing), frozenset(held.keys() - fresh.keys())


def rows_of(model: type[Model], idents: Iterable[str]) -> Iterator[Any]:
    """The rows of these idents."""
    for some in chunks(idents):
        yield from model.objects.filter(ident__in=some)


def delete(model: type[Model], column: str, keys: Iterable[str]) -> None:
    """Delete the rows whose column has one of the keys."""
    for some in chunks(keys):
        model.objects.filter(**{f"{column}__in": some}).delete()


def upsert(model: type[Model], made: Iterable[Model], key: str = "ident", but: Collection[str] = ()) -> None:
    """Write rows, those of a known key in their old place, so that lists keep their order."""
    made = list(made)
    if made:
        columns = [name for name in rows.values(made[0]) if name != key and name not in but]
        model.objects.bulk_create(
            made, batch_size=_BATCH, update_conflicts=True, unique_fields=[key], update_fields=columns
        )  # fmt: skip


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
    for ident in said.keys() | passed.keys():
        if said[ident] or passed[ident]:
            models.SourceRow.objects.filter(ident=ident).update(
                said=F("said") + said[ident], passed=F("passed") + passed[ident]
            )  # fmt: skip


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
    members = (models.EventStatement(event=e.id, statement=s) for e in events for s in e.statements)
    models.EventStatement.objects.bulk_create(members, batch_size=_BATCH)
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
    now_idents = {rows.hashed(*rows.figure_key(f)): f for f in change.now.figures}
    delete(models.FigureRelationRow, "ident", {rows.hashed(*key) for key in change.gone.figures} - now_idents.keys())
    upsert(models.FigureRelationRow, map(rows.figure_row, now_idents.values()))
    for some in chunks(now_idents):
        numbers = dict(models.FigureRelationRow.objects.filter(ident__in=some).values_list("ident", "id"))
        models.FigureMember.objects.filter(relation__in=numbers.values()).delete()
        models.FigureMember.objects.bulk_create(
            models.FigureMember(relation_id=numbers[ident], statement=statement)
            for ident in some
            for statement in rows.figure_key(now_idents[ident])
        )


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
