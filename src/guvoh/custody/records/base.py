"""What every part of the gate stands on: the open database, one transaction for a step, and its log entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet

from guvoh.custody.ledger import START, Action, Head, next_entry
from guvoh.custody.records import keyholder, models, rows
from guvoh.custody.records.accounts import Accounts
from guvoh.custody.records.migrating import upgrade
from guvoh.custody.records.tokens import Tokens
from guvoh.custody.records.translating import asking
from guvoh.model import Findings
from guvoh.model.errors import VaultError

_BATCH = 100
"""Documents read at once."""


class Base:
    """The records of the open vault. `ledger_key` ties each record to its log entry."""

    def __init__(self, database: Path, key: bytes, ledger_key: bytes) -> None:
        self._held = keyholder.hold(database, key)
        self._key = ledger_key
        self.accounts = Accounts(self._asking, self._changing, self._log)
        self.tokens = Tokens(self._asking, self._changing, self._log)
        try:
            upgrade()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the connection and forget the key; a second call does nothing."""
        if not keyholder.is_open(self._held):
            return
        try:
            with asking():
                keyholder.disconnect()
        finally:
            keyholder.release()

    @contextmanager
    def _asking(self) -> Iterator[None]:
        with asking():
            if not keyholder.is_open(self._held):  # else a closed vault would answer from the one opened after it
                raise VaultError("The vault was closed while work on it went on.", "Open it again.")
            yield

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._asking(), transaction.atomic():
            yield

    def _log(self, action: Action, subject: str, details: Mapping[str, object], at: str) -> None:
        entry = next_entry(self._head(), action, subject, details, at)
        models.LedgerEntry.objects.create(
            number=entry.number,
            at=entry.at,
            action=entry.action,
            subject=entry.subject,
            details=entry.details,
            previous=entry.previous,
            hash=entry.hash,
        )

    @staticmethod
    def _head() -> Head:
        last = models.LedgerEntry.objects.order_by("-number").first()
        return Head(last.number, last.hash) if last else Head(0, START)

    @staticmethod
    def _readings(sha256: str) -> QuerySet:
        return models.Document.objects.filter(sha256=sha256)

    def _newest(self) -> list[tuple[int, str]]:
        """Row of the newest reading and time first kept, for each document in the order first kept."""
        newest: dict[str, tuple[int, int]] = {}
        kept: dict[str, str] = {}
        with self._asking():
            listed = models.Document.objects.order_by("id").values_list("sha256", "reading_version", "id", "kept_at")
            for sha256, version, number, at in listed:
                kept.setdefault(sha256, at)
                newest[sha256] = max(newest.get(sha256, (-1, 0)), (version, number))
        return [(newest[sha256][1], at) for sha256, at in kept.items()]

    def _newest_findings(self) -> Iterator[Findings]:
        """The findings of every document's newest reading that has any, in the order first kept."""
        numbers = [number for number, _ in self._newest()]
        for start in range(0, len(numbers), _BATCH):
            some = numbers[start : start + _BATCH]
            with self._asking():
                asked = models.Finding.objects.select_related("document").filter(document__in=some)
                held = {row.document_id: row for row in asked}
            for number in some:
                if number in held:
                    with self._asking():
                        found = rows.findings_of(held.pop(number))
                    yield found
