"""What the sources say together, kept in derived tables that change only where the weighing changed."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db.models import F, Model

from guvoh.assessment.shelf import Change, Gone
from guvoh.custody.ledger import Action, now
from guvoh.custody.records import models
from guvoh.custody.records import weighed_rows as rows
from guvoh.custody.records.base import Base
from guvoh.custody.stored import WeighedAt
from guvoh.model.decisions import DecisionKind
from guvoh.model.errors import NotThere
from guvoh.model.weighing import DocumentPair, Event, Origin, Source, Weighed

_BATCH = 500
"""Rows written or asked for at once."""
_PERSONS = frozenset({"reliability", "said", "passed"})
"""Columns of a source that do not come from what weighing says of it alone."""


class Weighing(Base):
    """The part of the gate that keeps what weighing made."""

    def keep_weighed(self, weighed: Weighed, at: WeighedAt, grades: Mapping[str, str]) -> None:
        """Bring the tables to what the weighing of the whole vault says. `grades`: reliability by source id."""
        with self._changing():
            self._put(self._difference(weighed), grades)
            self._note(at, weighed.problems)

    def change_weighed(self, change: Change, at: WeighedAt, grades: Mapping[str, str]) -> None:
        """Take in what weighing one more document changed."""
        with self._changing():
            self._put(change, grades)
            self._note(at, None)

    def weighed_at(self) -> WeighedAt | None:
        """At what state of the vault the tables were weighed; None: never."""
        with self._asking():
            row = models.WeighState.objects.first()
            return WeighedAt(row.entry, row.decision, row.version) if row else None

    def latest(self, version: str) -> WeighedAt:
        """The state of the vault now, as far as weighing sees it: what was found or described, and what was decided."""
        seen = (Action.FOUND, Action.DESCRIBED, Action.READ_AGAIN)
        with self._asking():
            entry = models.LedgerEntry.objects.filter(action__in=seen).order_by("-number").first()
            kinds = [kind for kind in DecisionKind if kind is not DecisionKind.ACCEPT]
            decision = models.Decision.objects.filter(kind__in=kinds).order_by("-number").first()
            return WeighedAt(entry.number if entry else 0, decision.number if decision else 0, version)

    def weighed(self) -> Weighed:
        """All that the tables hold, in the order that weighing gives."""
        with self._asking():
            state = models.WeighState.objects.first()
            pairs = map(rows.figure_of, models.FigureRelationRow.objects.filter(parts="[]").order_by("a", "b"))
            sums = map(rows.figure_of, models.FigureRelationRow.objects.exclude(parts="[]").order_by("id"))
            return Weighed(
                tuple(map(rows.source_of, models.SourceRow.objects.order_by("ident"))),
                tuple(map(rows.origin_of, models.OriginRow.objects.order_by("path", "id"))),
                tuple(map(rows.document_pair_of, models.DocumentRelationRow.objects.order_by("a", "b"))),
                tuple(map(rows.event_of, models.EventRow.objects.order_by("ident"))),
                (*pairs, *sums),
                tuple(json.loads(state.problems)) if state else (),
            )

    def events_of_statements(self) -> dict[str, str]:
        """The event of each statement as last weighed."""
        with self._asking():
            return dict(models.EventStatement.objects.values_list("statement", "event"))

    def event_members(self, event: str) -> tuple[str, ...]:
        """The statements of an event. Raises NotThere."""
        with self._asking():
            held = models.EventStatement.objects.filter(event=event).order_by("statement")
            members = tuple(held.values_list("statement", flat=True))
        if not members:
            raise NotThere("There is no such event, or it was grouped anew.", "Look at the events again.")
        return members

    def event_now(self, event: str) -> str | None:
        """The event that one of that id is now: itself, what it was merged into, or None where it never was."""
        with self._asking():
            if models.EventRow.objects.filter(ident=event).exists():
                return event
            past = models.EventPast.objects.filter(ident=event).first()
            return str(past.became) if past else None

    def source(self, ident: str) -> Source:
        """A source by its id. Raises NotThere."""
        with self._asking():
            row = models.SourceRow.objects.filter(ident=ident).first()
        if row is None:
            raise NotThere("There is no such source, or it was joined to another.", "Look at the sources again.")
        return rows.source_of(row)

    # ---- writing

    def _difference(self, weighed: Weighed) -> Change:
        """What the tables lack or hold otherwise."""
        sources = _changed(models.SourceRow, {s.id: rows.source_row(s) for s in weighed.sources}, "ident", _PERSONS)
        origins = _changed(models.OriginRow, {o.statement: rows.origin_row(o) for o in weighed.origins}, "statement")
        events = _changed(models.EventRow, {e.id: rows.event_row(e) for e in weighed.events}, "ident")
        named = {rows.hashed(*rows.figure_key(f)): f for f in weighed.figures}
        figures = _changed(models.FigureRelationRow, {k: rows.figure_row(f) for k, f in named.items()}, "ident")
        told = {rows.hashed(p.a, p.b): p for p in weighed.documents}
        addresses = _addresses(weighed.documents)
        pairs = {k: rows.document_row(p, addresses) for k, p in told.items()}
        documents = _changed(models.DocumentRelationRow, pairs, "ident")
        gone = Gone(
            sources[1],
            frozenset((statement, "") for statement in origins[1]),
            frozenset((row.a, row.b) for row in _rows(models.DocumentRelationRow, documents[1])),
            events[1],
            frozenset(rows.figure_key(rows.figure_of(row)) for row in _rows(models.FigureRelationRow, figures[1])),
        )
        return Change(
            gone,
            Weighed(
                tuple(s for s in weighed.sources if s.id in sources[0]),
                tuple(o for o in weighed.origins if o.statement in origins[0]),
                tuple(told[k] for k in told if k in documents[0]),
                tuple(e for e in weighed.events if e.id in events[0]),
                tuple(named[k] for k in named if k in figures[0]),
            ),
        )

    def _put(self, change: Change, grades: Mapping[str, str]) -> None:
        gone, told = change.gone, change.now
        _delete(models.SourceRow, "ident", gone.sources - {s.id for s in told.sources})
        _upsert(
            models.SourceRow, [rows.source_row(s, grades.get(s.id, "")) for s in told.sources], but={"said", "passed"}
        )
        _count_heard(gone, told.origins)
        _delete(models.OriginRow, "statement", {s for s, _ in gone.origins} - {o.statement for o in told.origins})
        _upsert(models.OriginRow, map(rows.origin_row, told.origins), key="statement")
        _put_events(gone.events, told.events)
        _put_figures(change)
        _delete(models.DocumentRelationRow, "ident", {rows.hashed(a, b) for a, b in gone.documents})
        addresses = _addresses(told.documents)
        _upsert(models.DocumentRelationRow, [rows.document_row(p, addresses) for p in told.documents])

    @staticmethod
    def _note(at: WeighedAt, problems: Collection[str] | None) -> None:
        said = {} if problems is None else {"problems": json.dumps(list(problems))}
        state = {"at": now(), "entry": at.entry, "decision": at.decision, "version": at.version}
        models.WeighState.objects.update_or_create(
            id=1, defaults=state | said, create_defaults={"problems": "[]"} | state | said
        )


def _changed(
    model: type[Model], fresh: Mapping[str, Model], key: str, but: frozenset[str] = frozenset()
) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of rows that are new or differ from those kept, and of those kept that are no more."""
    held = {getattr(row, key): hash(tuple(rows.values(row, but).values())) for row in model.objects.iterator(2000)}
    differing = {k for k, row in fresh.items() if held.get(k) != hash(tuple(rows.values(row, but).values()))}
    return frozenset(differing), frozenset(held.keys() - fresh.keys())


def _rows(model: type[Model], idents: Iterable[str]) -> Iterator[Any]:
    for some in _chunks(idents):
        yield from model.objects.filter(ident__in=some)


def _delete(model: type[Model], column: str, keys: Iterable[str]) -> None:
    for some in _chunks(keys):
        model.objects.filter(**{f"{column}__in": some}).delete()


def _upsert(model: type[Model], made: Iterable[Model], key: str = "ident", but: Collection[str] = ()) -> None:
    """Write rows, those of a known key in their old place, so that lists keep their order."""
    made = list(made)
    if made:
        columns = [name for name in rows.values(made[0]) if name != key and name not in but]
        model.objects.bulk_create(
            made, batch_size=_BATCH, update_conflicts=True, unique_fields=[key], update_fields=columns
        )  # fmt: skip


def _count_heard(gone: Gone, origins: Collection[Origin]) -> None:
    """Count how often each source is an origin, and how often it passed something on; before origins are written."""
    said: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for some in _chunks({s for s, _ in gone.origins} | {o.statement for o in origins}):
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


def _put_events(gone: Collection[str], events: Collection[Event]) -> None:
    changed = {e.id for e in events}
    former = defaultdict(list)
    for some in _chunks(set(gone) - changed):
        for event, statement in models.EventStatement.objects.filter(event__in=some).values_list("event", "statement"):
            former[event].append(statement)
    _delete(models.EventRow, "ident", set(gone) - changed)
    _delete(models.EventStatement, "event", set(gone) | changed)
    _upsert(models.EventRow, map(rows.event_row, events))
    members = (models.EventStatement(event=e.id, statement=s) for e in events for s in e.statements)
    models.EventStatement.objects.bulk_create(members, batch_size=_BATCH)
    _delete(models.EventPast, "ident", changed)
    _remember(former)


def _remember(former: Mapping[str, list[str]]) -> None:
    """Note for each event that is no more what most of its statements became."""
    at = now()
    for event, statements in former.items():
        became: Counter[str] = Counter()
        for some in _chunks(statements):
            became.update(models.EventStatement.objects.filter(statement__in=some).values_list("event", flat=True))
        if became:
            heir = min(became, key=lambda ident: (-became[ident], ident))
            models.EventPast.objects.filter(became=event).update(became=heir)
            models.EventPast.objects.update_or_create(ident=event, defaults={"became": heir, "at": at})


def _put_figures(change: Change) -> None:
    now_idents = {rows.hashed(*rows.figure_key(f)): f for f in change.now.figures}
    _delete(models.FigureRelationRow, "ident", {rows.hashed(*key) for key in change.gone.figures} - now_idents.keys())
    _upsert(models.FigureRelationRow, map(rows.figure_row, now_idents.values()))
    for some in _chunks(now_idents):
        numbers = dict(models.FigureRelationRow.objects.filter(ident__in=some).values_list("ident", "id"))
        models.FigureMember.objects.filter(relation__in=numbers.values()).delete()
        models.FigureMember.objects.bulk_create(
            models.FigureMember(relation_id=numbers[ident], statement=statement)
            for ident in some
            for statement in rows.figure_key(now_idents[ident])
        )


def _addresses(pairs: Iterable[DocumentPair]) -> dict[str, str]:
    """Content addresses by path, of paths that only one document has."""
    at: dict[str, set[str]] = defaultdict(set)
    for some in _chunks({path for pair in pairs for path in (pair.a, pair.b)}):
        for path, sha256 in models.Sighting.objects.filter(path__in=some).values_list("path", "sha256"):
            at[path].add(sha256)
    return {path: next(iter(found)) for path, found in at.items() if len(found) == 1}


def _chunks(keys: Iterable[str]) -> Iterator[list[str]]:
    every = sorted(keys)
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]
