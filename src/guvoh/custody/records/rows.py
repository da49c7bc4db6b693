"""Between rows and the frozen dataclasses that leave the room."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from guvoh.custody.ledger import Entry, canonical, stamp
from guvoh.custody.records import models
from guvoh.custody.stored import Sighting
from guvoh.model import Document, Findings, plain
from guvoh.model.errors import InputError
from guvoh.model.findings import build

_COLUMNS = ("sha256", "reading_version", "media_type", "text", "passages")
_METADATA = tuple(f.name for f in fields(Document) if f.name not in _COLUMNS)
_BODY = tuple(f.name for f in fields(Findings) if f.name != "document")


def storable(document: Document) -> Document:
    """The document with half characters in its metadata (file names of other encodings) spelled out.

    Raises InputError when the reading text has any: changing it would shift every offset.
    """
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            "A reading text holds half a character; the reader should have replaced it.", "Report this as a fault."
        ) from error
    changed = {name: _spelled(getattr(document, name)) for name in ("media_type", *_METADATA)}
    return replace(document, **changed)


def _spelled(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    return tuple(_spelled(item) for item in value) if isinstance(value, tuple) else value


def columns(document: Document) -> dict[str, Any]:
    """The columns of a reading."""
    return {
        "media_type": document.media_type,
        "text": document.text,
        "passages": [[p.start, p.end, p.role.value] for p in document.passages],
        "metadata": {name: plain(getattr(document, name)) for name in _METADATA},
    }


def document_of(row: models.Document) -> Document:
    """The document that a row holds."""
    passages = [{"start": start, "end": end, "role": role} for start, end, role in row.passages]
    data = {name: getattr(row, name) for name in _COLUMNS} | row.metadata | {"passages": passages}
    document: Document = build(Document, data)
    return document


def sighting_columns(document: Document) -> dict[str, str]:
    """What tells one sighting of the same bytes from another."""
    return {"path": document.path, "url": document.url or "", "publisher": document.publisher or ""}


def sighting_of(row: models.Sighting) -> Sighting:
    """The sighting that a row holds."""
    return Sighting(row.path, row.seen_at, row.parent or None, row.url or None, row.publisher or None)


def findings_body(findings: Findings) -> str:
    """The findings without their document, as canonical JSON."""
    return canonical({name: plain(getattr(findings, name)) for name in _BODY})


def findings_of(row: models.Finding) -> Findings:
    """The findings that a row holds, of the document as stored."""
    body: Mapping[str, Any] = json.loads(row.body)
    findings: Findings = build(Findings, body, document=document_of(row.document))
    return findings


def statement_rows(row: models.Document, findings: Findings) -> list[models.StatementRow]:
    """The queryable rows of all statements."""
    return [
        models.StatementRow(
            document=row,
            statement=s.id,
            start=s.start,
            end=s.end,
            kind=s.kind,
            act=s.act or "",
            stage=s.stage or "",
            modality=s.modality,
            unit=s.count.unit if s.count else "",
            low=s.count.low if s.count else None,
            best=s.count.best if s.count else None,
            high=s.count.high if s.count else None,
            place=(s.place.id if s.place else None) or "",
            country=(s.place.country if s.place else None) or "",
            admin1=(s.place.admin1 if s.place else None) or "",
            when=s.when or "",
        )
        for s in findings.statements
    ]


def entry_of(row: models.LedgerEntry) -> Entry:
    """The log entry that a row holds."""
    return Entry(row.number, row.at, row.action, row.subject, row.details, row.previous, row.hash)


def reading_stamp(key: bytes, row: models.Document) -> str:
    """Ties a reading, whole, to its log entry."""
    said = canonical({name: getattr(row, name) for name in (*_COLUMNS, "metadata", "size", "kept_at")})
    return stamp(key, "reading", said)


def sighting_stamp(key: bytes, row: models.Sighting) -> str:
    """Ties a sighting to its log entry; the log itself holds no path, since paths can name people."""
    return stamp(key, "sighting", row.sha256, row.path, row.parent, row.url, row.publisher, row.seen_at)


def findings_stamp(key: bytes, body: str, document: models.Document) -> str:
    """Ties the findings of a reading to their log entry."""
    return stamp(key, "findings", document.sha256, str(document.reading_version), body)
