"""The way in to the records: dataclasses in, dataclasses out, one transaction for a step and its log entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from guvoh.custody.ledger import Action, Entry, Head, now
from guvoh.custody.records import indexing, models, rows
from guvoh.custody.records.base import Base
from guvoh.custody.records.browsing import Browsing
from guvoh.custody.records.copying import copy_database
from guvoh.custody.records.deciding import Deciding
from guvoh.custody.records.tallying import Tallying
from guvoh.custody.records.weighing import Weighing
from guvoh.custody.stored import Hit, StoredDocument
from guvoh.model import Document, Findings
from guvoh.model.errors import InputError


class Records(Deciding, Tallying, Weighing, Base):
    """The records of the open vault. `ledger_key` ties each record to its log entry."""

    # ---- keeping

    def begin(self, details: Mapping[str, object]) -> None:
        """Write the log's first entry."""
        with self._changing():
            self._log(Action.CREATED, "", details, now())

    def keep(self, document: Document, size: int, *, restored: bool = False) -> bool:
        """Record a document whose original of `size` bytes is on the disk; whether its bytes are new.

        A reading of a version not yet there is added beside the others. A reading text once made stays,
        unless it was empty; what is said about the document follows the path first seen.
        """
        document = rows.storable(document)
        with self._changing():
            at = now()
            new = not self._readings(document.sha256).exists()
            if new:
                self._add_reading(document, size, at, Action.KEPT, sighting=self._sight(document, at))
                return True
            if restored:
                self._log(Action.RESTORED, document.sha256, {"size": size}, at)
            self._read_again(document, size, at)
            sighting = self._sight(document, at)
            if sighting is not None:
                self._log(Action.SIGHTED, document.sha256, {"sighting": sighting}, at)
            return False

    def keep_findings(self, findings: Findings) -> None:
        """Put findings of a stored reading in the place of earlier ones; the same again changes nothing."""
        body = rows.findings_body(findings)
        with self._changing():
            row = self._readings(findings.document.sha256).filter(
                reading_version=findings.document.reading_version
            ).first()  # fmt: skip
            if row is None or row.text != findings.document.text:
                raise InputError(
                    "The findings are not of a reading that the vault keeps.",
                    "Keep the document, then find in it as the vault gives it out.",
                )
            if models.Finding.objects.filter(document=row, body=body).exists():
                return
            at = now()
            models.Finding.objects.update_or_create(document=row, defaults={"found_at": at, "body": body})
            self._sync_reading(row)
            details = {
                "reading": row.reading_version,
                "statements": len(findings.statements),
                "stamp": rows.findings_stamp(self._key, body, row),
            }
            self._log(Action.FOUND, row.sha256, details, at)

    def _add_reading(self, document: Document, size: int, at: str, action: Action, **more: object) -> None:
        row = models.Document.objects.create(
            sha256=document.sha256,
            reading_version=document.reading_version,
            size=size,
            kept_at=at,
            **rows.columns(document),
        )
        self._log_reading(row, action, at, **more)

    def _read_again(self, document: Document, size: int, at: str) -> None:
        row = self._readings(document.sha256).filter(reading_version=document.reading_version).first()
        if row is None:
            self._add_reading(document, size, at, Action.READ_AGAIN)
            return
        stored = rows.document_of(row)
        filled = not stored.text and bool(document.text)
        described = stored.text == document.text and stored.path == document.path and stored != document
        if filled or described:
            for name, value in rows.columns(document).items():
                setattr(row, name, value)
            row.save()
            self._log_reading(row, Action.READ_AGAIN if filled else Action.DESCRIBED, at)

    def _log_reading(self, row: models.Document, action: Action, at: str, **more: object) -> None:
        newest = self._readings(row.sha256).order_by("-reading_version").first()
        if newest.id == row.id:
            indexing.index(row)
            models.StatementRow.objects.filter(document__sha256=row.sha256).exclude(document=row).delete()
        details = {"reading": row.reading_version, "size": row.size, "stamp": rows.reading_stamp(self._key, row)}
        self._log(action, row.sha256, details | more, at)

    def _sight(self, document: Document, at: str) -> str | None:
        """Add the sighting and give its stamp, or None when the same place was seen before."""
        row, new = models.Sighting.objects.get_or_create(
            sha256=document.sha256,
            **rows.sighting_columns(document),
            defaults={"parent": document.parent or "", "seen_at": at},
        )
        return rows.sighting_stamp(self._key, row) if new else None

    # ---- giving out

    @property
    def browse(self) -> Browsing:
        """Lists, single records and search, as people see them."""
        return Browsing(self._asking, self.decided)

    def has(self, sha256: str) -> bool:
        """Whether the document is kept."""
        with self._asking():
            return bool(self._readings(sha256).exists())

    def documents(self) -> Iterator[StoredDocument]:
        """Every document in its newest reading, in the order first kept."""
        for number, kept_at in self._newest():
            with self._asking():
                row = models.Document.objects.get(id=number)
                seen = tuple(map(rows.sighting_of, models.Sighting.objects.filter(sha256=row.sha256).order_by("id")))
                stored = StoredDocument(rows.document_of(row), seen, kept_at)
            yield stored

    def findings(self) -> Iterator[Findings]:
        """The findings of every document's newest reading that has any, in the order first kept."""
        yield from self._newest_findings()

    def addresses(self) -> list[str]:
        """The SHA-256 of every document, in the order first kept."""
        with self._asking():
            listed = models.Document.objects.order_by("id").values_list("sha256", flat=True)
            return list(dict.fromkeys(listed))

    def search(self, query: str, limit: int) -> list[Hit]:
        """See indexing.search."""
        with self._asking():
            return indexing.search(query, limit)

    def ledger(self) -> Iterator[Entry]:
        """Every log entry, oldest first."""
        number = 0
        while True:
            with self._asking():
                following = models.LedgerEntry.objects.filter(number__gt=number).order_by("number")
                page = [rows.entry_of(row) for row in following[:1000]]
            if not page:
                return
            yield from page
            number = page[-1].number

    def copy(self, target: Path) -> Head:
        """Copy the database into a new file; the newest log entry that the copy holds."""
        with self._asking():
            return copy_database(target)

    def head(self) -> Head:
        """Number and hash of the newest log entry."""
        with self._asking():
            return self._head()

    def entry(self, number: int) -> Entry | None:
        """One log entry, or None."""
        with self._asking():
            row = models.LedgerEntry.objects.filter(number=number).first()
            return rows.entry_of(row) if row else None
