"""What the sources say together, kept in derived tables that change only where the weighing changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import Count, Max

from guvoh.assessment.shelf import Change, Gone
from guvoh.custody.ledger import Action, now
from guvoh.custody.records import models
from guvoh.custody.records import weighed_rows as rows
from guvoh.custody.records.base import Base
from guvoh.custody.records.bulk import delete, upsert
from guvoh.custody.records.marking import marked_at_once
from guvoh.custody.records.rows import decision_of
from guvoh.custody.records.shelving import TableShelf
from guvoh.custody.records.weighed_writing import (
    addresses_of,
    changed,
    chunks,
    count_heard,
    put_events,
    put_figures,
    rows_of,
)
from guvoh.custody.stored import WeighedAt
from guvoh.model import Modality
from guvoh.model.decisions import Decision, DecisionKind, Review
from guvoh.model.errors import NotThere
from guvoh.model.weighing import DocumentRelation, FigureRelation, Source, SupportStatus, Weighed

_SEEN = (Action.FOUND, Action.DESCRIBED, Action.READ_AGAIN)
"""What the log tells that weighing sees."""
_PERSONS = frozenset({"reliability", "said", "passed"})
"""Columns of a source that do not come from what weighing says of it alone."""


class Weighing(Base):
    """The part of the gate that keeps what weighing made."""

    def keep_weighed(self, weighed: Weighed, at: WeighedAt, grades: Mapping[str, str]) -> None:
        """Bring the tables to what the weighing of the whole vault says. `grades`: reliability by source id."""
        with self._joining():
            change = self._difference(weighed) if _holds_any() else Change(Gone(), weighed)
            with marked_at_once():
                self._put(change, grades)
            self._note(at, weighed.problems)

    def change_weighed(self, change: Change, at: WeighedAt, grades: Mapping[str, str]) -> None:
        """Take in what weighing one more document changed."""
        with self._joining():
            self._put(change, grades)
            self._note(at, change.now.problems)

    def note_weighed(self, at: WeighedAt) -> None:
        """Note that nothing of the tables changed since."""
        with self._joining():
            self._note(at, None)

    def document_count(self) -> int:
        """How many readings of documents are kept."""
        with self._asking():
            return int(models.Document.objects.count())

    def weighed_at(self) -> WeighedAt | None:
        """At what state of the vault the tables were weighed; None: never."""
        with self._asking():
            row = models.WeighState.objects.first()
            return WeighedAt(row.entry, row.decision, row.version) if row else None

    def latest(self, version: str) -> WeighedAt:
        """The state of the vault now, as far as weighing sees it: what was found or described, and what was decided."""
        with self._asking():
            kinds = [kind for kind in DecisionKind if kind is not DecisionKind.ACCEPT]
            entry = max(_newest(models.LedgerEntry.objects.filter(action=action)) for action in _SEEN)
            decision = max(_newest(models.Decision.objects.filter(kind=kind)) for kind in kinds)
            return WeighedAt(entry, decision, version)

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

    def homes(self, statements: Collection[str]) -> dict[str, str]:
        """The event of each of these statements that has one."""
        with self._asking():
            found = (models.EventStatement.objects.filter(statement__in=some) for some in chunks(statements))
            return {s: e for some in found for s, e in some.values_list("statement", "event")}

    def sizes(self, events: Collection[str]) -> dict[str, int]:
        """How many statements each of these events has; those that there are."""
        with self._asking():
            held = (models.EventStatement.objects.filter(event__in=some).values("event") for some in chunks(events))
            return {row["event"]: row["of"] for some in held for row in some.annotate(of=Count("id"))}

    def repeats(self, documents: Collection[str]) -> set[tuple[str, str]]:
        """The pairs of these documents, by content address, of which one repeats the other."""
        known = frozenset(documents)
        repeating = models.DocumentRelationRow.objects.filter(relation=DocumentRelation.REPEATS)
        with self._asking():
            found = (repeating.filter(a_sha256__in=some) for some in chunks(sorted(known)))
            pairs = {pair for some in found for pair in some.values_list("a_sha256", "b_sha256")}
        return {(a, b) for a, b in pairs if b in known and a != b}

    def denied(self, events: Collection[str]) -> dict[str, list[str]]:
        """For each of these events that stands as denied or contested, and of which a statement denies something, all
        its statements; none rejected."""
        disputed = (SupportStatus.DENIED.value, SupportStatus.CONTESTED.value)
        standing = models.StatementRow.objects.exclude(review=Review.REJECTED)
        denying = standing.filter(modality=Modality.DENIED, status__in=disputed)
        found: dict[str, list[str]] = {}
        with self._asking():
            denied = {
                e for some in chunks(events) for e in denying.filter(event__in=some).values_list("event", flat=True)
            }
            for some in chunks(denied):
                rows = standing.filter(event__in=some).order_by("statement").values_list("event", "statement")
                for event, statement in rows:
                    found.setdefault(event, []).append(statement)
        return found

    def conflicts(self, figures: Collection[str]) -> dict[str, list[str]]:
        """For each of these figures (statement ids) those with which it is in conflict."""
        held = models.FigureMember.objects.filter(relation__relation=FigureRelation.CONFLICT.value)
        found: dict[str, list[str]] = {}
        with self._asking():
            for some in chunks(figures):
                both = held.filter(statement__in=some).order_by("id")
                for one, a, b in both.values_list("statement", "relation__a", "relation__b"):
                    found.setdefault(one, []).append(b if one == a else a)
        return found

    def changed_since(self, at: WeighedAt) -> tuple[list[str], list[Decision]]:
        """The documents found, described or decided on after a weighing, and the decisions made after it."""
        with self._asking():
            log = models.LedgerEntry.objects.filter(number__gt=at.entry, action__in=_SEEN).order_by("number")
            documents = list(log.values_list("subject", flat=True))
            made = models.Decision.objects.filter(number__gt=at.decision).order_by("number")
            touched = models.DecisionSubject.objects.filter(decision__gt=at.decision).exclude(sha256="")
            documents += touched.order_by("decision").values_list("sha256", flat=True)
            return list(dict.fromkeys(documents)), list(map(decision_of, made))

    @contextmanager
    def one_step(self) -> Iterator[TableShelf]:
        """One transaction around all that is done with the shelf, which it gives, and with the tables."""
        with self._changing():
            yield TableShelf(self._asking)

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

    def grade_of(self, source: str) -> str | None:
        """How reliable persons hold a source to be, A to F, or None."""
        with self._asking():
            row = models.SourceRow.objects.filter(ident=source).first()
            return str(row.reliability) or None if row else None

    # ---- writing

    @contextmanager
    def _joining(self) -> Iterator[None]:
        """A transaction, or the one around it without a savepoint: while one is open, SQLite goes through all that was
        changed since at each statement with a trigger, so that a weighing would take the square of its size."""
        with self._asking(), transaction.atomic(savepoint=False):
            yield

    def _difference(self, weighed: Weighed) -> Change:
        """What the tables lack or hold otherwise."""
        sources = changed(models.SourceRow, map(rows.source_row, weighed.sources), but=_PERSONS)
        origins = changed(models.OriginRow, map(rows.origin_row, weighed.origins), "statement")
        events = changed(models.EventRow, map(rows.event_row, weighed.events))
        named = {rows.hashed(*rows.figure_key(f)): f for f in weighed.figures}
        figures = changed(models.FigureRelationRow, map(rows.figure_row, weighed.figures))
        told = {rows.hashed(p.a, p.b): p for p in weighed.documents}
        addresses = addresses_of(weighed.documents)
        documents = changed(models.DocumentRelationRow, (rows.document_row(p, addresses) for p in weighed.documents))
        gone = Gone(
            sources[1],
            frozenset((statement, "") for statement in origins[1]),
            frozenset((row.a, row.b) for row in rows_of(models.DocumentRelationRow, documents[1])),
            events[1],
            frozenset(rows.figure_key(rows.figure_of(row)) for row in rows_of(models.FigureRelationRow, figures[1])),
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
        delete(models.SourceRow, "ident", gone.sources - {s.id for s in told.sources})
        upsert(
            models.SourceRow, (rows.source_row(s, grades.get(s.id, "")) for s in told.sources), but={"said", "passed"}
        )
        count_heard(gone, told.origins)
        delete(models.OriginRow, "statement", {s for s, _ in gone.origins} - {o.statement for o in told.origins})
        upsert(models.OriginRow, map(rows.origin_row, told.origins), key="statement")
        put_events(gone.events, told.events)
        put_figures(change)
        delete(models.DocumentRelationRow, "ident", {rows.hashed(a, b) for a, b in gone.documents})
        addresses = addresses_of(told.documents)
        upsert(models.DocumentRelationRow, (rows.document_row(p, addresses) for p in told.documents))

    @staticmethod
    def _note(at: WeighedAt, problems: Collection[str] | None) -> None:
        said = {} if problems is None else {"problems": json.dumps(list(problems))}
        state = {"at": now(), "entry": at.entry, "decision": at.decision, "version": at.version}
        models.WeighState.objects.update_or_create(
            id=1, defaults=state | said, create_defaults={"problems": "[]"} | state | said
        )


def _newest(rows: Any) -> int:  # noqa: ANN401
    """The greatest number of the rows of one kind, off the end of an index; several kinds would be sorted."""
    return int(rows.aggregate(newest=Max("number"))["newest"] or 0)


def _holds_any() -> bool:
    """Whether the tables hold anything to set the weighing beside."""
    tables = (models.SourceRow, models.OriginRow, models.EventRow, models.FigureRelationRow, models.DocumentRelationRow)
    return any(table.objects.exists() for table in tables)
