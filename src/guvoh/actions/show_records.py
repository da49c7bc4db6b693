"""Show what a vault holds as rows: documents, statements, figures, events, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guvoh.actions.reviewed_record import reviewed_record
from guvoh.custody import Vault
from guvoh.reporting.csv_export import figures_csv, statements_csv, table_csv
from guvoh.reporting.projection import project
from guvoh.reporting.record import Record, build_record
from guvoh.reporting.tables import Badge, Relation, Row, event_rows, figure_relations, relations_by_row, rows, supports
from guvoh.reporting.words import kind_words

_RELATIONS = 2
"""Relations of a figure that its row tells; the dossier tells all."""

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One view: rows of a few columns for people, objects with every field and CSV for programs.

    As in every output, names of private persons are replaced where a quote does not hold them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    objects: tuple[Mapping[str, Any], ...]
    csv: str


def show_records(vault: Vault, view: str) -> Shown:
    """The view of that name (a key of VIEWS) of everything kept."""
    told = reviewed_record(vault)
    return VIEWS[view](build_record(told.findings, told.weighed, told.kept, told.reviews))


def _documents(record: Record) -> Shown:
    columns = (
        "no",
        "document",
        "title",
        "publisher",
        "published",
        "language",
        "statements",
        "problems",
        "kept",
        "sha256",
    )
    table: list[tuple[Cell, ...]] = []
    objects: list[dict[str, Any]] = []
    for page in record.pages:
        document, found = page.document, len(record.of(page))
        problems = [*document.problems, *page.findings.problems]
        about = (document.title, document.publisher, document.published, document.language)
        table.append((page.number, document.path, *about, found, len(problems), page.kept, document.sha256))
        head = {k: v for k, v in project(document, record.names).items() if k not in ("text", "passages", "problems")}
        objects.append({**head, "statements": found, "kept": page.kept, "problems": problems})
    return Shown(columns[:-1], tuple(row[:-1] for row in table), tuple(objects), _csv(columns, table))


def _statements(record: Record) -> Shown:
    columns = ("no", "what", "figure", "place", "when", "said by", "review", "sentence")
    every = list(rows(record).values())
    table = tuple(
        (r.ref, _what(r), r.figure, r.place, r.when, _said_by(r), r.review.words, r.entry.statement.quote)
        for r in every
    )
    return Shown(columns, table, _as_objects(every, record), statements_csv(every))


def _figures(record: Record) -> Shown:
    columns = ("no", "figure", "of whom", "what", "place", "when", "said by", "support", "beside", "review", "sentence")
    every = rows(record)
    figures = [row for row in every.values() if row.entry.statement.count]
    relations = relations_by_row(figure_relations(record, every))
    support = supports(record)
    table = tuple(
        (
            *(r.ref, r.figure, r.affected, _what(r), r.place, r.when, _said_by(r), _support(r, support)),
            *(_beside(relations.get(r.entry.statement.id, ())), r.review.words, r.entry.statement.quote),
        )
        for r in figures
    )
    return Shown(columns, table, _as_objects(figures, record), figures_csv(figures, relations))


def _events(record: Record) -> Shown:
    columns = ("event", "acts", "place", "when", "stage", "documents", "origins", "independent", "support", "why")
    table = tuple(
        (e.title, e.acts, e.place, e.when, e.stage, *e.counts, e.status.words, "; ".join(e.why))
        for e in event_rows(record, rows(record))
    )  # fmt: skip
    objects = tuple(project(event, record.names) for event in record.weighed.events)
    return Shown(columns, table, objects, _csv(columns, table))


def _sources(record: Record) -> Shown:
    columns = ("source", "kind", "role", "also named", "first said", "passed on")
    table: list[tuple[Cell, ...]] = []
    objects: list[dict[str, Any]] = []
    for source in record.weighed.sources:
        said = sum(origin.origin == source.id for origin in record.weighed.origins)
        passed = sum(source.id in origin.via for origin in record.weighed.origins)
        told = project(source, record.names)
        also = ", ".join(told["aliases"])
        table.append((told["name"], kind_words(source.kind), told["role"], also, said, passed))
        objects.append({**told, "first_said": said, "passed_on": passed})
    return Shown(columns, tuple(table), tuple(objects), _csv(columns, table))


VIEWS: Mapping[str, Callable[[Record], Shown]] = {
    "documents": _documents,
    "statements": _statements,
    "figures": _figures,
    "events": _events,
    "sources": _sources,
}


def _csv(columns: Sequence[str], table: Iterable[Sequence[Cell]]) -> str:
    return table_csv(columns, (dict(zip(columns, row, strict=True)) for row in table))


def _what(row: Row) -> str:
    """The act with what qualifies it: “Expulsion, ordered, alleged”."""
    modality = "" if row.modality.kind == "asserted" else row.modality.words
    return ", ".join(part for part in (row.act, row.stage, modality) if part)


def _support(row: Row, supports: Mapping[str, tuple[str, Badge]]) -> str:
    """How well the event of a figure is supported; nothing for a figure of no event."""
    found = supports.get(row.entry.statement.id)
    return found[1].words if found else ""


def _beside(relations: Sequence[Relation]) -> str:
    """How a figure stands to others, the first of them: “differs from 50 people (2.4)”."""
    told = [f"{r.words} {' + '.join(f'{o.figure} ({o.ref})' for o in r.others)}" for r in relations[:_RELATIONS]]
    more = f"; and {len(relations) - _RELATIONS} more" if len(relations) > _RELATIONS else ""
    return "; ".join(told) + more


def _said_by(row: Row) -> str:
    chain = [voice.name for voice in (row.said_by, *row.through) if voice]
    return " through ".join(chain)


def _as_objects(every: list[Row], record: Record) -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {
            "no": row.ref,
            "path": row.entry.page.document.path,
            **project(row.entry.statement, record.names),
            "review": row.review.state.value,
            "reviewed": row.review.words,
            "credibility": row.review.credibility or None,
        }
        for row in every
    )
