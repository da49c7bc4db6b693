"""Documents as lists, and the list of what could not be read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from guvoh.custody.browse import DocumentFilter, DocumentItem, DocumentSort, Page, ProblemItem
from guvoh.custody.records.browsing.seek import Listing, Part, ask, count, walk

TABLE = "records_documentcard"
_COLUMNS = "number, sha256, path, title, publisher, published, language, media_type, size, kept_at, statements, waiting"
_PROBLEMS = "read_problems + find_problems"
_DOWN = (DocumentSort.NEWEST, DocumentSort.PUBLISHED, DocumentSort.WAITING)


def document_page(filters: DocumentFilter, sort: DocumentSort, key: str | None, size: int) -> Page[DocumentItem]:
    """One page of documents."""
    listing = _listing(filters, sort)
    found = walk(listing, key, size)
    return Page(items(found.idents), found.next_key, found.previous_key, None if key else count(listing))


def problem_page(key: str | None, size: int) -> Page[ProblemItem]:
    """One page of the documents that were not read whole, newest first."""
    part = Part(f"{TABLE} INDEXED BY card_problems", (f"{_PROBLEMS} > 0",), (), ("number",))
    listing = Listing("problems", (part,), down=True, ident="number")
    found = walk(listing, key, size)
    told = tuple(_problem(item) for item in items(found.idents))
    return Page(told, found.next_key, found.previous_key, None if key else count(listing))


def items(numbers: Sequence[int]) -> tuple[DocumentItem, ...]:
    """The documents of these cards, in this order."""
    return _items("number", numbers)


def by_address(addresses: Sequence[str]) -> dict[str, DocumentItem]:
    """Documents by their SHA-256; those not kept are left out."""
    return {item.sha256: item for item in _items("sha256", addresses)}


def _items(column: str, keys: Sequence[Any]) -> tuple[DocumentItem, ...]:
    if not keys:
        return ()
    marks = ", ".join(["%s"] * len(keys))
    query = f"SELECT {_COLUMNS}, {_PROBLEMS} FROM {TABLE} WHERE {column} IN ({marks})"
    place = {"number": 0, "sha256": 1}[column]
    found = {row[place]: _item(row[1:]) for row in ask(query, keys)}
    return tuple(found[key] for key in keys if key in found)


def _item(row: Sequence[Any]) -> DocumentItem:
    sha256, path, title, publisher, published, language, *rest = row
    return DocumentItem(sha256, path, title or None, publisher or None, published or None, language or None, *rest)


def _problem(item: DocumentItem) -> ProblemItem:
    return ProblemItem(item.sha256, item.path, item.title, item.kept_at, problems_of(item.sha256))


def problems_of(sha256: str) -> tuple[str, ...]:
    """What could not be read of a document, or not be found in it, in words."""
    query = f"""SELECT json_extract(d.metadata, '$.problems'), json_extract(f.body, '$.problems') FROM {TABLE} c
    JOIN records_document d ON d.id = c.document LEFT JOIN records_finding f ON f.document_id = d.id
    WHERE c.sha256 = %s"""
    told = [words for row in ask(query, (sha256,)) for said in row for words in json.loads(said or "[]")]
    return tuple(dict.fromkeys(told))


def _listing(filters: DocumentFilter, sort: DocumentSort) -> Listing:
    where, values = _conditions(filters)
    return Listing(f"documents {sort}", _parts(sort, where, values), sort in _DOWN, "number")


def _parts(sort: DocumentSort, where: tuple[str, ...], values: tuple[Any, ...]) -> tuple[Part, ...]:
    if sort is DocumentSort.WAITING:
        return (Part(f"{TABLE} INDEXED BY card_waiting", where, values, ("waiting", "number")),)
    if sort in (DocumentSort.PUBLISHED, DocumentSort.TITLE):
        column = str(sort)
        source = f"{TABLE} INDEXED BY card_{column}"
        return (
            Part(source, (*where, f"{column} <> ''"), values, (column, "number")),
            Part(source, (*where, f"{column} = ''"), values, ("number",)),
        )
    return (Part(TABLE, where, values, ("number",)),)


def _conditions(filters: DocumentFilter) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    where, values = [], []
    for name in ("language", "publisher"):
        if getattr(filters, name) is not None:
            where.append(f"{name} = %s")
            values.append(getattr(filters, name))
    if filters.waiting is not None:
        where.append("waiting > 0" if filters.waiting else "waiting = 0")
    if filters.problems is not None:
        where.append(f"{_PROBLEMS} > 0" if filters.problems else f"{_PROBLEMS} = 0")
    if filters.first:  # EDTF sorts as text; a month or year counts by its beginning
        where.append("published >= %s")
        values.append(filters.first.isoformat())
    if filters.last:
        where.append("published <> '' AND published <= %s")
        values.append(filters.last.isoformat())
    return tuple(where), tuple(values)
