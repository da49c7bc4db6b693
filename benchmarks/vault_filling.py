"""Fills a vault with the findings of a made-up world in bulk: the rows that custody makes, in one transaction.

What weighing reads is all there: readings, findings, statements, and the log with its chain and stamps. Left out, since
no weighing looks at it, are the originals on the disk and the words of the search index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction

from guvoh.assessment.decisions import apply
from guvoh.custody.ledger import START, Action, Head, next_entry, now
from guvoh.custody.records import models, rows
from guvoh.model import Findings

_BATCH = 500
_KEY = b"the log's stamps are not what is measured"


def fill(findings: Sequence[Findings]) -> None:
    """Put the findings, each with its document, into the vault that is open; its next step notes the log's end."""
    with transaction.atomic():
        log = _Log()
        for start in range(0, len(findings), _BATCH):
            some = findings[start : start + _BATCH]
            at = now()
            made = models.Document.objects.bulk_create(_reading(one, at) for one in some)
            bodies = [rows.findings_body(one) for one in some]
            models.Finding.objects.bulk_create(
                models.Finding(document=row, body=body, found_at=at) for row, body in zip(made, bodies, strict=True)
            )
            models.Sighting.objects.bulk_create(_sighting(one, at) for one in some)
            models.StatementRow.objects.bulk_create(_statements(made, some), batch_size=_BATCH)
            for row, body, one in zip(made, bodies, some, strict=True):
                stamp = rows.reading_stamp(_KEY, row)
                log.add(Action.KEPT, row.sha256, {"reading": row.reading_version, "size": row.size, "stamp": stamp}, at)
                told = {"reading": row.reading_version, "statements": len(one.statements)}
                log.add(Action.FOUND, row.sha256, told | {"stamp": rows.findings_stamp(_KEY, body, row)}, at)
            log.write()


def _reading(findings: Findings, at: str) -> models.Document:
    document = findings.document
    return models.Document(
        sha256=document.sha256,
        reading_version=document.reading_version,
        size=len(document.text),
        kept_at=at,
        **rows.columns(document),
    )


def _sighting(findings: Findings, at: str) -> models.Sighting:
    document = findings.document
    return models.Sighting(
        sha256=document.sha256, parent=document.parent or "", seen_at=at, **rows.sighting_columns(document)
    )


def _statements(made: Sequence[models.Document], some: Sequence[Findings]) -> Iterator[models.StatementRow]:
    for row, one in zip(made, some, strict=True):
        yield from rows.statement_rows(row, apply(one, (), two=False))


class _Log:
    """The log's entries, chained as custody chains them."""

    def __init__(self) -> None:
        last = models.LedgerEntry.objects.order_by("-number").first()
        self._head = Head(last.number, last.hash) if last else Head(0, START)
        self._made: list[models.LedgerEntry] = []

    def add(self, action: Action, subject: str, details: Mapping[str, object], at: str) -> None:
        entry = next_entry(self._head, action, subject, details, at)
        self._head = Head(entry.number, entry.hash)
        self._made.append(
            models.LedgerEntry(
                number=entry.number, at=entry.at, action=entry.action, subject=entry.subject, details=entry.details,
                previous=entry.previous, hash=entry.hash,
            )
        )  # fmt: skip

    def write(self) -> None:
        models.LedgerEntry.objects.bulk_create(self._made)
        self._made = []
