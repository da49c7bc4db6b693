"""Between rows and the frozen dataclasses that leave the room."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import zip_longest
from typing import Any

from guvoh.assessment.decisions import Applied
from guvoh.custody.ledger import Entry, canonical, stamp
from guvoh.custody.records import models
from guvoh.custody.stored import Sighting
from guvoh.model import Document, Findings, Statement, plain
from guvoh.model.decisions import Decision, DecisionKind, Review
from guvoh.model.edtf import bounds
from guvoh.model.errors import InputError
from guvoh.model.findings import build

_COLUMNS = ("sha256", "reading_version", "media_type", "text", "passages")
_METADATA = tuple(f.name for f in fields(Document) if f.name not in _COLUMNS)
_WEIGHED = ("source", "source_name", "event", "status")
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


def statement_rows(row: models.Document, applied: Applied) -> list[models.StatementRow]:
    """The queryable rows of all statements as persons left them."""
    return [
        models.StatementRow(
            document=row,
            review=applied.reviews.get(s.id, Review.SUGGESTED),
            credibility=applied.credibility.get(s.id, ""),
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
            **days(s.when),
            **listed(s),
        )
        for s in applied.findings.statements
    ]


def listed(s: Statement) -> dict[str, Any]:
    """The columns of a statement that only lists and tallies read."""
    place, count = s.place, s.count
    numbers = (count.best, count.low, count.high) if count else ()
    return {
        "value": next((number for number in numbers if number is not None), None),
        "words": count.words if count else "",
        "actor": s.actor.name if s.actor else "",
        "affected": s.affected.name if s.affected else "",
        "place_name": place.name if place else "",
        "precision": (place.precision if place else None) or "",
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "disputed": " ".join(place.disputed) if place else "",
        "qualifier": count.qualifier.value if count else None,
        "when_basis": s.when_basis or "",
        "nations": " ".join(s.affected.nationality) if s.affected else "",
    }


def days(when: str | None) -> dict[str, int | None]:
    """The first and last day of an EDTF value as ordinals, to order and filter by; None where open or not known."""
    found = bounds(when) if when else None
    return {
        "first": found.first.toordinal() if found and found.first else None,
        "last": found.last.toordinal() if found and found.last else None,
    }


def differs(old: models.StatementRow, new: models.StatementRow) -> bool:
    """Whether a statement's values are no longer those in its row, whose weighed columns `new` takes over."""
    for name in _WEIGHED:
        setattr(new, name, getattr(old, name))
    return any(getattr(old, name) != getattr(new, name) for name in vars(new) if name not in ("id", "_state"))


def decision_columns(decision: Decision) -> dict[str, Any]:
    """The columns of a decision."""
    return {
        "number": decision.number,
        "ident": decision.id,
        "at": decision.at,
        "by": decision.by,
        "by_name": decision.by_name,
        "kind": decision.kind.value,
        "subjects": json.dumps(decision.subjects),
        "values": decision.values,
        "note": decision.note,
        "selectors": json.dumps(plain(decision.selectors)),
    }


def decision_of(row: models.Decision) -> Decision:
    """The decision that a row holds."""
    data = {
        "id": row.ident,
        "subjects": json.loads(row.subjects),
        "selectors": json.loads(row.selectors),
        **{name: getattr(row, name) for name in ("number", "at", "by", "by_name", "kind", "values", "note")},
    }
    decision: Decision = build(Decision, data)
    return decision


def subjects_of(decision: Decision) -> Iterator[tuple[str, str]]:
    """What a decision is found by: each subject and piece, with the document that it stands in or ""."""
    for subject, where in zip_longest(decision.subjects, decision.selectors):
        if subject is not None:
            yield subject, where.sha256 if where else ""
    if decision.kind is DecisionKind.SPLIT:
        for piece in decision.value("into"):
            yield piece["id"], decision.selectors[0].sha256
    if decision.kind in (DecisionKind.GROUP, DecisionKind.SEPARATE) and decision.value("event"):
        yield decision.value("event"), ""


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


def decision_stamp(key: bytes, decision: Decision) -> str:
    """Ties a decision, whole, to its log entry."""
    return stamp(key, "decision", canonical(decision_columns(decision)))


def setting_stamp(key: bytes, name: str, value: str) -> str:
    """Ties a setting to its log entry."""
    return stamp(key, "setting", name, value)
