"""Rows in the order of their first day, and those whose days touch a stretch, each from a narrow range of an index.

A range of days cannot be read off one index: what began long before may last into it. Nearly all dates are short, so
only the long ones are looked through from the start; they have an index of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from guvoh.custody.records.browsing.seek import Part

LONG = 31
"""Days; dates wider than this stand in the index of the long ones."""


def touches(first: date | None, last: date | None) -> tuple[list[str], list[Any]]:
    """Conditions for days that touch the stretch; an open end reaches on, a row without any day is out."""
    where, values = [], []
    if first or last:
        where.append('("first" IS NOT NULL OR "last" IS NOT NULL)')
    if first:
        where.append('("last" IS NULL OR "last" >= %s)')
        values.append(first.toordinal())
    if last:
        where.append('("first" IS NULL OR "first" <= %s)')
        values.append(last.toordinal())
    return where, values


def by_day(
    table: str, index: str, long: str, where: Sequence[str], values: Sequence[Any],
    days: tuple[date | None, date | None], *, down: bool,
) -> tuple[Part, ...]:  # fmt: skip
    """The parts of a list by first day. `index` begins (after equal columns) with the first day; `long` is its partner.

    Rows with an open or unknown beginning come last, whichever way the order runs.
    """
    source, first, last = f"{table} INDEXED BY {index}", *days
    more, given = touches(first, last)
    where, values = (*where, *more), (*values, *given)
    undated = Part(source, (*where, '"first" IS NULL'), values, ("id",))
    if first is None:
        return (Part(source, (*where, '"first" IS NOT NULL'), values, ('"first"', "id")), undated)
    early = first.toordinal() - LONG
    near = Part(source, (*where, '"first" >= %s'), (*values, early), ('"first"', "id"))
    lasting = f'"first" < %s AND ("last" IS NULL OR "last" - "first" > {LONG})'
    before = Part(f"{table} INDEXED BY {long}", (*where, lasting), (*values, early), ('"first"', "id"))
    return (near, before, undated) if down else (before, near, undated)
