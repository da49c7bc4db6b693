"""Statements and figures as CSV (RFC 4180) that opens in a spreadsheet without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from guvoh.reporting.tables import Relation, Row

_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\x00", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection; ASVS 1.2.10), full-width forms as well."""

Cell = str | float | None


def cells(row: Row) -> dict[str, Cell]:
    """One statement by column name: every column that goes out.

    Coordinates do not: a list of points is the easiest thing to misuse, and `place_id` leads to them.
    """
    s, document = row.entry.statement, row.entry.page.document
    return {
        "ref": row.ref,
        "id": s.id,
        "document": document.path,
        "document_sha256": document.sha256,
        "document_title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "kind": s.kind.value,
        "act": s.act,
        "act_words": row.act,
        "modality": s.modality.value,
        "stage": s.stage.value if s.stage else None,
        **_figure_cells(row),
        "actor": row.actor,
        "affected": row.affected,
        **_place_cells(row),
        "place_basis": s.place_basis,
        "when": s.when,
        "when_basis": s.when_basis,
        "said_by": row.said_by.name if row.said_by else None,
        "said_by_role": row.said_by.told if row.said_by else None,
        "through": " > ".join(v.name for v in row.through),
        "private": "yes" if s.private else "no",
        "quote": s.quote,
        "start": s.start,
        "end": s.end,
        "finder": s.finder,
        "score": s.score,
        "why": " | ".join(row.why),
        "review": row.review.words,
    }


def _figure_cells(row: Row) -> dict[str, Cell]:
    count = row.entry.statement.count
    return {
        "figure": row.figure,
        "qualifier": count.qualifier.value if count else None,
        "low": count.low if count else None,
        "best": count.best if count else None,
        "high": count.high if count else None,
        "unit": count.unit if count else None,
        "figure_as_written": count.words if count else None,
    }


def _place_cells(row: Row) -> dict[str, Cell]:
    place = row.entry.statement.place
    return {
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "country": place.country if place else None,
        "disputed": " ".join(place.disputed) if place else None,
        "admin1": place.admin1 if place else None,
        "precision": place.precision if place else None,
    }


COLUMNS: Final = (
    "ref",
    "id",
    "document",
    "document_sha256",
    "document_title",
    "publisher",
    "published",
    "kind",
    "act",
    "act_words",
    "modality",
    "stage",
    "figure",
    "qualifier",
    "low",
    "best",
    "high",
    "unit",
    "figure_as_written",
    "actor",
    "affected",
    "place",
    "place_id",
    "country",
    "disputed",
    "admin1",
    "precision",
    "place_basis",
    "when",
    "when_basis",
    "said_by",
    "said_by_role",
    "through",
    "private",
    "quote",
    "start",
    "end",
    "finder",
    "score",
    "why",
    "review",
)
"""The columns of a table without rows as well: programs that read it know what to expect."""


def statements_csv(rows: Iterable[Row]) -> str:
    """All statements, one row each, in the order of the documents."""
    return table_csv(COLUMNS, (cells(r) for r in rows))


def figures_csv(rows: Iterable[Row], relations: Mapping[str, Sequence[Relation]]) -> str:
    """The statements that hold a number, with how each stands to the others."""
    figures = (r for r in rows if r.entry.statement.count)
    return table_csv(
        (*COLUMNS, "other_figures"),
        (cells(r) | {"other_figures": _told(relations.get(r.entry.statement.id, ()))} for r in figures),
    )


def _told(relations: Iterable[Relation]) -> str:
    return "; ".join(f"{r.words} {' + '.join(f'{o.figure} ({o.ref})' for o in r.others)}" for r in relations)


def table_csv(names: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """A table as CSV with defused cells and a byte-order mark, which spreadsheets need to read it as UTF-8."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([defused(row[name]) for name in names] for row in rows)
    return out.getvalue()


def defused(cell: Cell) -> str:
    """A cell as text that no spreadsheet takes for a formula; our own numbers stay numbers."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:.10g}"
    text = cell.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if cell.startswith(_ACTIVE) or text.lstrip().startswith(_ACTIVE) else text
