"""Between what weighing says and the rows of its tables: written by column, read as models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from guvoh.assessment.families import act_family
from guvoh.custody.folding import keyed
from guvoh.custody.ledger import canonical
from guvoh.custody.records import models
from guvoh.custody.records.rows import days
from guvoh.model import plain
from guvoh.model.findings import build
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import DocumentPair, Event, FigurePair, FigureSum, Origin, Source


def source_row(source: Source, reliability: str = "") -> dict[str, Any]:
    """The row of a source; how often it is heard is counted apart."""
    return {
        "ident": source.id,
        "name": source.name,
        "folded": " ".join(keyed(name) for name in (source.name, *source.aliases)),
        "kind": source.kind,
        "role": source.role or "",
        "aliases": json.dumps(source.aliases),
        "reliability": reliability,
        "said": 0,
        "passed": 0,
    }


def source_of(row: models.SourceRow) -> Source:
    """The source that a row holds."""
    data = {"id": row.ident, "role": row.role or None, "aliases": json.loads(row.aliases)}
    source: Source = build(Source, data | {"name": row.name, "kind": row.kind})
    return source


def origin_row(origin: Origin) -> dict[str, Any]:
    """The row of an origin."""
    via, why = json.dumps(origin.via), json.dumps(origin.why)
    return {"statement": origin.statement, "path": origin.path, "source": origin.origin, "via": via, "why": why}


def origin_of(row: models.OriginRow) -> Origin:
    """The origin that a row holds."""
    return Origin(row.statement, row.path, row.source, tuple(json.loads(row.via)), tuple(json.loads(row.why)))


def event_row(event: Event) -> dict[str, Any]:
    """The row of an event; its statements have rows of their own."""
    place, act = event.place, event.acts[0] if event.acts else ""
    return {
        "ident": event.id,
        "title": event.title,
        "act": act,
        "acts": json.dumps(event.acts),
        "family": act_family(act),
        "place": (place.id if place else None) or "",
        "place_name": place.name if place else "",
        "country": (place.country if place else None) or "",
        "admin1": (place.admin1 if place else None) or "",
        "precision": (place.precision if place else None) or "",
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "when": event.when or "",
        **days(event.when),
        "stage": event.stage or "",
        "status": event.support.status,
        "documents": event.support.documents,
        "origins": event.support.origins,
        "independent": event.support.independent,
        "kinds": json.dumps(event.support.kinds),
        "part_of": event.part_of or "",
        "body": canonical(plain(event)),
    }


def event_of(row: models.EventRow) -> Event:
    """The event that a row holds."""
    event: Event = build(Event, json.loads(row.body))
    return event


def figure_key(figure: FigurePair | FigureSum) -> tuple[str, ...]:
    """What identifies a relation: (a, b), or (total, *parts) of a sum; statement ids."""
    return (figure.a, figure.b) if isinstance(figure, FigurePair) else (figure.total, *figure.sum)


def hashed(*key: str) -> str:
    """The ident of a relation's row."""
    return framed_hash(*key)[:32]


def figure_row(figure: FigurePair | FigureSum) -> dict[str, Any]:
    """The row of a relation of figures."""
    is_sum = isinstance(figure, FigureSum)
    return {
        "ident": hashed(*figure_key(figure)),
        "a": figure.sum[0] if isinstance(figure, FigureSum) else figure.a,
        "b": figure.total if isinstance(figure, FigureSum) else figure.b,
        "relation": figure.relation,
        "parts": json.dumps(figure.sum if isinstance(figure, FigureSum) else ()) if is_sum else "[]",
        "why": json.dumps(figure.why),
    }


def figure_of(row: models.FigureRelationRow) -> FigurePair | FigureSum:
    """The relation that a row holds."""
    parts, why = tuple(json.loads(row.parts)), tuple(json.loads(row.why))
    if parts:
        return FigureSum(parts, row.b, why)
    pair: FigurePair = build(FigurePair, {"a": row.a, "b": row.b, "relation": row.relation, "why": why})
    return pair


def document_row(pair: DocumentPair, addresses: Mapping[str, str]) -> dict[str, Any]:
    """The row of two documents; `addresses` are content addresses by path."""
    return {
        "ident": hashed(pair.a, pair.b),
        "a": pair.a,
        "b": pair.b,
        "a_sha256": addresses.get(pair.a, ""),
        "b_sha256": addresses.get(pair.b, ""),
        "relation": pair.relation,
        "direction": pair.direction or "",
        "why": json.dumps(pair.why),
    }


def document_pair_of(row: models.DocumentRelationRow) -> DocumentPair:
    """The relation of documents that a row holds."""
    data = {name: getattr(row, name) for name in ("a", "b", "relation")}
    pair: DocumentPair = build(DocumentPair, data | {"direction": row.direction or None, "why": json.loads(row.why)})
    return pair
