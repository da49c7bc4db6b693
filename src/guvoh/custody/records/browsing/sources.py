"""Sources as lists."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from guvoh.custody.browse import Page, SourceFilter, SourceItem, SourceSort
from guvoh.custody.records.browsing.seek import Listing, Part, ask, count, walk
from guvoh.model import SourceKind

TABLE = "records_sourcerow"
_ITEM = f"SELECT id, ident, name, kind, role, aliases, said, passed, reliability FROM {TABLE} WHERE "


def source_page(filters: SourceFilter, sort: SourceSort, key: str | None, size: int) -> Page[SourceItem]:
    """One page of sources."""
    column = str(sort)
    where, values = _conditions(filters)
    source = f"{TABLE} INDEXED BY source_kind_{column}" if filters.kind else TABLE
    listing = Listing(f"sources {sort}", (Part(source, where, values, (column, "id")),), sort is SourceSort.SAID)
    found = walk(listing, key, size)
    return Page(items(found.idents), found.next_key, found.previous_key, None if key else count(listing))


def _conditions(filters: SourceFilter) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    where: list[str] = []
    values: list[Any] = []
    for name in ("kind", "reliability"):
        if getattr(filters, name) is not None:
            where.append(f"{name} = %s")
            values.append(str(getattr(filters, name)))
    if filters.said_least is not None:
        where.append("said >= %s")
        values.append(filters.said_least)
    return tuple(where), tuple(values)


def items(numbers: Sequence[int]) -> tuple[SourceItem, ...]:
    """The sources of these rows, in this order."""
    found = _found("id", numbers)
    return tuple(found[number] for number in numbers if number in found)


def by_ident(idents: Sequence[str]) -> dict[str, SourceItem]:
    """Sources by their ids; those no longer there are left out."""
    return {item.id: item for item in _found("ident", idents).values()}


def _found(column: str, keys: Sequence[Any]) -> dict[int, SourceItem]:
    if not keys:
        return {}
    marks = ", ".join(["%s"] * len(keys))
    return {row[0]: _item(row[1:]) for row in ask(f"{_ITEM} {column} IN ({marks})", keys)}


def _item(row: Sequence[Any]) -> SourceItem:
    ident, name, kind, role, aliases, said, passed, reliability = row
    told = tuple(json.loads(aliases))
    return SourceItem(ident, name, SourceKind(kind), role or None, told, said, passed, reliability or None)
