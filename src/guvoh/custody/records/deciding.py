"""Persons' decisions in the records: each one row, one log entry, and the queryable rows brought into step with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from guvoh.assessment.decisions import Applied, apply, by_document
from guvoh.custody.browse import Page
from guvoh.custody.ledger import Action, canonical, now
from guvoh.custody.records import indexing, models, rows
from guvoh.custody.records.base import Base
from guvoh.custody.records.browsing import counting, history
from guvoh.custody.stored import Decided
from guvoh.custody.tallies import Counted, FigureChoice
from guvoh.model import Findings
from guvoh.model.access import Actor
from guvoh.model.decisions import Decision, DecisionKind, Review, Selector, standing
from guvoh.model.errors import ChangedMeanwhile, NotThere
from guvoh.model.identity import framed_hash

TWO_REVIEWERS = "two_reviewers"
"""Setting: two persons must agree before a statement counts as accepted, corrected or added ("yes" or "no")."""

_BATCH = 500
"""Rows asked for at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it is recorded. `values` as model.decisions says; `seen` is the newest decision shown.

    `seen` is the number of the newest decision on these subjects that the person had before them: 0 for none, None to
    decide whatever was decided meanwhile.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    values: dict[str, Any]
    selectors: tuple[Selector, ...] = ()
    note: str = ""
    seen: int | None = None


class Deciding(Base):
    """The part of the gate that keeps decisions."""

    def decide(self, draft: Draft, by: Actor) -> Decision:
        """Record a decision. Raises ChangedMeanwhile when another on the same was recorded after `draft.seen`."""
        with self._changing():
            if draft.seen is not None and self._last_on(draft) > draft.seen:
                raise ChangedMeanwhile(
                    "Another decision was made on this after it was shown to you; nothing was changed.",
                    "Look at it again, then decide.",
                )
            decision = self._number(draft, by)
            models.Decision.objects.create(**rows.decision_columns(decision))
            touched = self._list_subjects(decision)
            details = {"number": decision.number, "stamp": rows.decision_stamp(self._key, decision)}
            self._log(Action.DECIDED, decision.id, details, decision.at)
            self._sync(touched)
            self._grade(decision)
            return decision

    @staticmethod
    def _number(draft: Draft, by: Actor) -> Decision:
        last = models.Decision.objects.order_by("-number").first()
        number, at, values = (last.number if last else 0) + 1, now(), canonical(draft.values)
        ident = framed_hash("decision", str(number), at, by.id, draft.kind, *draft.subjects, values)[:32]
        return Decision(
            ident, number, at, by.id, by.name, draft.kind, draft.subjects, values, draft.note, draft.selectors
        )

    @staticmethod
    def _last_on(draft: Draft) -> int:
        subjects: Any = draft.subjects
        if draft.kind is DecisionKind.UNDO:
            undone = models.DecisionSubject.objects.filter(decision__ident=draft.values["decision"])
            subjects = undone.values_list("subject", flat=True)
        last = models.DecisionSubject.objects.filter(subject__in=subjects).order_by("-decision").first()
        return last.decision_id if last else 0

    @staticmethod
    def _list_subjects(decision: Decision) -> set[str]:
        """Write what the decision is found by; the documents that it touches."""
        listed = list(rows.subjects_of(decision))
        if decision.kind is DecisionKind.UNDO:
            undone = models.Decision.objects.filter(ident=decision.value("decision")).first()
            if undone is None:
                raise NotThere("The decision to undo is not in the vault.", "Look at the history again.")
            same = models.DecisionSubject.objects.filter(decision=undone)
            listed += list(same.values_list("subject", "sha256"))
        models.DecisionSubject.objects.bulk_create(
            models.DecisionSubject(decision_id=decision.number, subject=subject, sha256=sha256)
            for subject, sha256 in dict.fromkeys(listed)
        )
        return {sha256 for _, sha256 in listed if sha256}

    def _grade(self, decision: Decision) -> None:
        """Bring the grade of a source into its row."""
        about = models.DecisionSubject.objects.filter(decision=decision.number, sha256="")
        for subject in about.values_list("subject", flat=True):
            grades = [d for d in standing(tuple(self._on(subject))) if d.kind is DecisionKind.GRADE]
            given = grades[-1].value("reliability") if grades else None
            models.SourceRow.objects.filter(ident=subject).update(reliability=given or "")

    # ---- giving out

    def decisions(self, *kinds: DecisionKind) -> list[Decision]:
        """Every decision, or those of the kinds, in order."""
        with self._asking():
            asked = models.Decision.objects.order_by("number")
            asked = asked.filter(kind__in=kinds) if kinds else asked
            return [rows.decision_of(row) for row in asked.iterator(1000)]

    def decisions_on(self, subject: str) -> list[Decision]:
        """Every decision on a statement, event or source, those undone and their undoings included, in order."""
        with self._asking():
            return self._on(subject)

    def _on(self, subject: str) -> list[Decision]:
        return self._found(models.DecisionSubject.objects.filter(subject=subject))

    def adrift(self, key: str | None, size: int, *, noting: bool) -> Page[Decision]:
        """A page of the decisions that stand but found no place, newest first; the first ask may look for them.

        What it finds is kept for the next ask only with `noting`, since a damaged vault is to be left as it is.
        """
        with self._changing():
            if not models.AdriftRow.objects.filter(decision=0).exists():
                self._find_adrift()
            page = history.adrift_page(key, size)
            if not noting:
                transaction.set_rollback(True)
            return page

    def _find_adrift(self) -> None:
        decided = models.DecisionSubject.objects.exclude(sha256="").values_list("sha256", flat=True).distinct()
        for sha256 in sorted(decided):
            row = self._readings(sha256).order_by("-reading_version").first()
            if row and (applied := self._applied(row)):
                self._note_adrift(sha256, applied)
        models.AdriftRow.objects.create(sha256="", decision=0)

    @staticmethod
    def _note_adrift(sha256: str, applied: Applied) -> None:
        models.AdriftRow.objects.filter(sha256=sha256).delete()
        lost = models.Decision.objects.filter(ident__in=applied.adrift).values_list("number", flat=True)
        if applied.adrift:
            models.AdriftRow.objects.bulk_create(models.AdriftRow(sha256=sha256, decision=number) for number in lost)

    def decision(self, ident: str) -> Decision | None:
        """The decision of that id, or None."""
        with self._asking():
            row = models.Decision.objects.filter(ident=ident).first()
            return rows.decision_of(row) if row else None

    @staticmethod
    def _found(subjects: Any) -> list[Decision]:  # noqa: ANN401
        numbers = subjects.values_list("decision", flat=True)
        return [rows.decision_of(row) for row in models.Decision.objects.filter(number__in=numbers).order_by("number")]

    def applied(self, sha256: str) -> Applied | None:
        """The findings of a document's newest reading as persons left them; None where there are none."""
        with self._asking():
            row = self._readings(sha256).order_by("-reading_version").first()
            return self._applied(row) if row else None

    def found(self, sha256: str) -> Findings | None:
        """What the machine found in the newest reading, whatever people decided; None where it did not look."""
        with self._asking():
            row = self._readings(sha256).order_by("-reading_version").first()
            held = models.Finding.objects.select_related("document").filter(document=row).first() if row else None
            return rows.findings_of(held) if held else None

    def all_applied(self) -> Iterator[Applied]:
        """The same for every document, in the order first kept."""
        touching = by_document(self.decisions())
        two = self.setting(TWO_REVIEWERS) == "yes"
        for found in self._newest_findings():
            yield apply(found, touching.get(found.document.sha256, ()), two=two)

    def counted(self, choice: FigureChoice) -> list[Counted]:
        """The figures of a choice that stand in an event, none rejected, in no order.

        One whose document was found anew meanwhile, so that it is there no more, is left out.
        """
        with self._asking():
            known, unread = counting.figures(choice)
            whole = self._whole(unread)
        return [*known, *(replace(one, statement=whole[key].statement) for key, one in unread.items() if key in whole)]

    def decided_of(self, statements: Collection[str]) -> dict[str, Decided]:
        """Statements by id as persons left them; those that are not there are left out."""
        with self._asking():
            return self._whole(statements)

    def _whole(self, statements: Collection[str]) -> dict[str, Decided]:
        """Statements read with their documents, each document once."""
        every, within = sorted(statements), set[int]()
        for start in range(0, len(every), _BATCH):
            some = models.StatementRow.objects.filter(statement__in=every[start : start + _BATCH])
            within.update(some.values_list("document", flat=True))
        out = {}
        for number in sorted(within):
            applied = self._applied(models.Document.objects.get(id=number))
            for one in applied.findings.statements if applied else ():
                if applied and one.id in statements:
                    review = applied.reviews.get(one.id, Review.SUGGESTED)
                    out[one.id] = Decided(applied.findings.document, one, review)
        return out

    def decided(self, statement: str) -> Decided:
        """The statement of that id. Raises NotThere."""
        found = self.decided_of([statement]).get(statement)
        if found is None:
            raise NotThere("No statement of that id is in the vault, or no longer.", "Look at the document again.")
        return found

    def setting(self, name: str) -> str | None:
        """The value of a setting, or None when it was never set."""
        with self._asking():
            row = models.Setting.objects.filter(name=name).first()
            return str(row.value) if row else None

    def set(self, name: str, value: str, by: Actor) -> None:
        """Change a setting; the same again changes nothing."""
        if self.setting(name) == value:
            return
        with self._changing():
            models.Setting.objects.update_or_create(name=name, defaults={"value": value})
            details = {"by": by.id, "stamp": rows.setting_stamp(self._key, name, value)}
            self._log(Action.SET, name, details, now())
            if name == TWO_REVIEWERS:
                decided = models.DecisionSubject.objects.exclude(sha256="").values_list("sha256", flat=True)
                self._sync(set(decided))

    # ---- the queryable rows

    def _applied(self, row: models.Document) -> Applied | None:
        found = models.Finding.objects.select_related("document").filter(document=row).first()
        if found is None:
            return None
        decisions = self._found(models.DecisionSubject.objects.filter(sha256=row.sha256))
        return apply(rows.findings_of(found), decisions, two=self._two())

    @staticmethod
    def _two() -> bool:
        row = models.Setting.objects.filter(name=TWO_REVIEWERS).first()
        return row is not None and row.value == "yes"

    def _sync(self, documents: Iterable[str]) -> None:
        """Bring the rows of the documents' newest readings into step with the decisions; a row that stays is kept."""
        for sha256 in sorted(documents):
            row = self._readings(sha256).order_by("-reading_version").first()
            if row is not None:
                self._sync_reading(row)

    def _sync_reading(self, row: models.Document) -> None:
        applied = self._applied(row)
        newer = self._readings(row.sha256).filter(reading_version__gt=row.reading_version)
        if applied is None or newer.exists():
            return
        self._note_adrift(row.sha256, applied)
        held = {old.statement: old for old in models.StatementRow.objects.filter(document=row)}
        made, changed = [], []
        for new in rows.statement_rows(row, applied):
            old = held.pop(new.statement, None)
            if old is None:
                made.append(new)
            elif rows.differs(old, new):
                new.id = old.id
                new.save(force_update=True)
                changed.append(new)
        models.StatementRow.objects.filter(id__in=[old.id for old in held.values()]).delete()
        indexing.index_statements([*changed, *models.StatementRow.objects.bulk_create(made)], row.text)
