"""Rows in the order of their first day, and those whose days touch a stretch, each from a narrow range of an index.

A range of days cannot be read off one index: what began long before may last into it. Nearly all dates are short, so
only the long ones are looked through from the start; they have an index of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from guvoh.custody.records.browsing.seek import Part

LONG = 31
"""Days; dates wider than this stand in the index of the long ones."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list reads: a table with its index, what the index answers to, and what is tried row by row."""

    table: str
    where: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()
    tests: tuple[str, ...] = ()
    tested: tuple[Any, ...] = ()


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
    source: Source, long: str, opened: str, days: tuple[date | None, date | None], *, down: bool
) -> tuple[Part, ...]:
    """The parts of a list by first day. The source's index begins (after equal columns) with the first day.

    `long` is the table with the index of its long dates, `opened` that of dates without a beginning. Rows with an open
    or unknown beginning come last, whichever way the order runs.
    """
    first, last = days
    more, given = touches(first, last)
    tests, tested = (*source.tests, *more), (*source.tested, *given)
    where, values = source.where, source.values
    undated = Part(source.table, (*where, '"first" IS NULL'), values, ("id",), tests, tested)
    if first or last:  # of these, all that can touch the stretch has an end
        undated = _elsewhere(source, opened, ('"first" IS NULL AND "last" IS NOT NULL',), (), ("id",), tests, tested)
    by = ('"first"', "id")
    until = ('"first" <= %s',) if last else ('"first" IS NOT NULL',)
    end = (last.toordinal(),) if last else ()
    if first is None:
        return (Part(source.table, (*where, *until), (*values, *end), by, tests, tested), undated)
    early = first.toordinal() - LONG
    near = Part(source.table, (*where, '"first" >= %s', *until), (*values, early, *end), by, tests, tested)
    lasting = (f'("last" IS NULL OR "last" - "first" > {LONG})', '"first" < %s')
    before = _elsewhere(source, long, lasting, (early,), by, tests, tested)
    return (near, before, undated) if down else (before, near, undated)


def _elsewhere(
    source: Source, table: str, where: tuple[str, ...], values: tuple[Any, ...], by: tuple[str, ...],
    tests: tuple[str, ...], tested: tuple[Any, ...],
) -> Part:  # fmt: skip
    """A part read from another index than the source's, which then only tests what the source's index answers to."""
    if table == source.table:
        return Part(table, (*source.where, *where), (*source.values, *values), by, tests, tested)
    return Part(table, where, values, by, (*source.where, *tests), (*source.values, *tested))
