"""What verification asks of the database: its pages, its guards, and each record against its log entry."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection

from guvoh.assessment.decisions import apply, by_document
from guvoh.custody.ledger import Action, Entry
from guvoh.custody.records import models, rows
from guvoh.custody.records.translating import DATABASE_ERRORS, asking, translated
from guvoh.model.decisions import Decision

_GUARDS = {
    "ledger_never_changes",
    "ledger_never_shrinks",
    "ledger_grows_in_order",
    "decisions_never_change",
    "decisions_never_shrink",
    "decision_subjects_never_change",
    "decision_subjects_never_shrink",
}
_INDEXES = (
    ("passage_words", models.SearchPassage, "passages"),
    ("statement_words", models.StatementRow, "statements"),
    ("source_words", models.SourceRow, "sources"),
)
_SHOWN = 12
_READING_ACTIONS = {Action.KEPT, Action.READ_AGAIN, Action.DESCRIBED}


def database_faults() -> list[str]:
    """What is wrong with the database file: pages, trees, references, the search index, the log's guards."""
    with asking(), connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # so that the main file holds all that is checked
    faults = [*_pragma("cipher_integrity_check", "A page of the database was changed"), *_search_index()]
    faults += [*_pragma("integrity_check", "The database is out of order", fine="ok")]
    faults += [*_pragma("foreign_key_check", "A record refers to one that is missing")]
    with asking(), connection.cursor() as cursor:
        found = {name for (name,) in cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    faults += [f"The guard {name} was removed." for name in sorted(_GUARDS - found)]
    return faults


def _pragma(name: str, meaning: str, fine: str = "") -> Iterator[str]:
    try:
        with connection.cursor() as cursor:
            answers = [str(row[0]) for row in cursor.execute(f"PRAGMA {name}").fetchall()]
    except DATABASE_ERRORS as error:
        yield f"{meaning}: {translated(error).message}"
        return
    bad = [answer for answer in answers if answer != fine]
    if bad:
        yield f"{meaning} ({name}: {len(bad)} faults)."


def _search_index() -> Iterator[str]:
    for table, model, called in _INDEXES:
        try:
            with connection.cursor() as cursor:
                cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608
                words = cursor.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()[0]  # noqa: S608
            held = model.objects.count()
        except DATABASE_ERRORS as error:
            yield f"The search index is damaged: {translated(error).message}"
            return
        if words != held:
            yield f"The search index holds {words} {called}, the records {held}."


@dataclass(slots=True)
class Told:
    """What the log tells that the records must hold."""

    kept: dict[str, int] = field(default_factory=dict)
    readings: dict[tuple[str, int], str] = field(default_factory=dict)
    findings: dict[tuple[str, int], str] = field(default_factory=dict)
    sightings: set[tuple[str, str]] = field(default_factory=set)
    decisions: dict[str, str] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def hear(self, entry: Entry) -> None:
        """Take in one entry. Raises ValueError, KeyError or TypeError on details that are not ours."""
        details = json.loads(entry.details)
        if entry.action == Action.KEPT:
            self.kept[entry.subject] = self.kept.get(entry.subject, 0) + 1
        if entry.action in _READING_ACTIONS:
            self.readings[entry.subject, details["reading"]] = details["stamp"]
        if entry.action == Action.FOUND:
            self.findings[entry.subject, details["reading"]] = details["stamp"]
        if entry.action == Action.DECIDED:
            self.decisions[entry.subject] = details["stamp"]
        if entry.action == Action.SET:
            self.settings[entry.subject] = details["stamp"]
        if details.get("sighting"):
            self.sightings.add((entry.subject, details["sighting"]))


def told_by(entries: list[Entry], faults: list[str]) -> Told:
    """What the whole log tells; entries that cannot be read are added to the faults."""
    told = Told()
    for entry in entries:
        try:
            told.hear(entry)
        except (ValueError, KeyError, TypeError, AttributeError):
            faults.append(f"Log entry {entry.number} cannot be read.")
    return told


def record_faults(told: Told, key: bytes) -> list[str]:
    """Every record that differs from what the log tells, is missing, or is not in the log. `key`: the ledger key."""
    try:
        return [
            *_reading_faults(told, key),
            *_finding_faults(told, key),
            *_sighting_faults(told, key),
            *_decision_faults(told, key),
            *_setting_faults(told, key),
        ]
    except DATABASE_ERRORS as error:
        return [f"The records cannot be read through: {translated(error).message}"]


def _reading_faults(told: Told, key: bytes) -> Iterator[str]:
    missing = dict(told.readings)
    held: set[str] = set()
    for row in models.Document.objects.order_by("id").iterator(100):
        held.add(row.sha256)
        noted = missing.pop((row.sha256, row.reading_version), None)
        if noted != rows.reading_stamp(key, row):
            yield f"Document {row.sha256[:_SHOWN]}: its record is not what the log says was kept."
    yield from (
        f"Document {sha256[:_SHOWN]}: reading {n} is in the log, its record is missing." for sha256, n in missing
    )
    for sha256 in sorted(held | set(told.kept)):
        entries = told.kept.get(sha256, 0)
        if entries != 1:
            yield f"Document {sha256[:_SHOWN]} has {entries} log entries that say it was kept; it must have one."


def _finding_faults(told: Told, key: bytes) -> Iterator[str]:
    missing = dict(told.findings)
    touching = by_document(map(rows.decision_of, models.Decision.objects.order_by("number")))
    for row in models.Finding.objects.select_related("document").order_by("id").iterator(100):
        document = row.document
        noted = missing.pop((document.sha256, document.reading_version), None)
        if noted != rows.findings_stamp(key, row.body, document):
            yield f"Document {document.sha256[:_SHOWN]}: its findings are not those in the log."
            continue
        yield from _table_faults(row, touching.get(document.sha256, []))
    yield from (f"Document {sha256[:_SHOWN]}: findings of reading {n} are missing." for sha256, n in missing)


def _table_faults(row: models.Finding, decisions: list[Decision]) -> Iterator[str]:
    document = row.document
    same = models.Document.objects.filter(sha256=document.sha256)
    if same.filter(reading_version__gt=document.reading_version).exists():
        return  # only the newest reading has a table
    try:
        said = len(apply(rows.findings_of(row), decisions).findings.statements)
    except (KeyError, TypeError, ValueError):
        return  # the document's own record was changed, which is told of it
    if models.StatementRow.objects.filter(document=document).count() != said:
        yield f"Document {document.sha256[:_SHOWN]}: its table of statements is not complete."


def _sighting_faults(told: Told, key: bytes) -> Iterator[str]:
    missing = set(told.sightings)
    for row in models.Sighting.objects.order_by("id").iterator(100):
        seen = (row.sha256, rows.sighting_stamp(key, row))
        if seen not in missing:
            yield f"Document {row.sha256[:_SHOWN]}: a sighting is not what the log says."
        missing.discard(seen)
    yield from (f"Document {sha256[:_SHOWN]}: a sighting in the log is missing." for sha256, _ in sorted(missing))


def _decision_faults(told: Told, key: bytes) -> Iterator[str]:
    missing = dict(told.decisions)
    listed: set[tuple[int, str]] = set(models.DecisionSubject.objects.values_list("decision", "subject"))
    for row in models.Decision.objects.order_by("number").iterator(1000):
        decision = rows.decision_of(row)
        if missing.pop(decision.id, None) != rows.decision_stamp(key, decision):
            yield f"Decision {decision.number}: its record is not what the log says was decided."
        if any((decision.number, subject) not in listed for subject, _ in rows.subjects_of(decision)):
            yield f"Decision {decision.number}: it is not listed under all that it decides."
    yield from (f"Decision {ident[:_SHOWN]} is in the log, its record is missing." for ident in missing)


def _setting_faults(told: Told, key: bytes) -> Iterator[str]:
    missing = dict(told.settings)
    for row in models.Setting.objects.order_by("name"):
        if missing.pop(row.name, None) != rows.setting_stamp(key, row.name, row.value):
            yield f"The setting {row.name} is not what the log says."
    yield from (f"The setting {name} is in the log, its record is missing." for name in missing)
