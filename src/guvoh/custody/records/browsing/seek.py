"""Paging by keyset: a page begins where the last one ended, whatever was added meanwhile, at any depth for one price.

A list is one or more parts, each an indexed stretch in an order of its own (rows without a date have no place among
those with one). A key names part and values of the row it leads away from; keys are checked, not trusted.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from guvoh.custody.browse import Total
from guvoh.model.errors import UsageError

COUNTED = 10_000
"""Where counting stops."""
_TRIED = 2_000
"""Rows that are tried against filters in order to count: each may stand on a page of its own, to be decrypted."""
_TRIED_DEARLY = 400
"""The same where other tables must be asked about each row."""
_MOST = 500
_SCALARS = (str, int, float)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list: rows of `source` (a table, with the index it must use) that meet all of `where` and `tests`.

    The index answers to `where`; `tests` are tried row by row. `by` are the columns of its order, all one way, the last
    of them unique; none of them is ever null here.
    """

    source: str
    where: tuple[str, ...]
    values: tuple[Any, ...]
    by: tuple[str, ...]
    tests: tuple[str, ...] = ()
    tested: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its parts in the order shown; `name` tells its keys from those of other lists and orders."""

    name: str
    parts: tuple[Part, ...]
    down: bool = False
    ident: str = "id"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The idents of one page, and the keys that lead on and back."""

    idents: tuple[Any, ...]
    next_key: str | None
    previous_key: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands: its part, and its values there."""

    part: int
    values: tuple[Any, ...]


def walk(listing: Listing, key: str | None, size: int) -> Stretch:
    """The page that `key` leads to, of `size` rows at most; None: the first. Raises UsageError for a key not ours."""
    size = min(max(size, 1), _MOST)
    back, start = _read(listing, key) if key else (False, None)
    found = list(islice(_rows(listing, start, size + 1, back=back), size + 1))
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
        if not found:  # what stood before is gone: begin anew
            return walk(listing, None, size)
    if not found:
        return Stretch((), None, _write(listing, start, back=True) if start else None)
    idents = tuple(ident for ident, _ in found)
    on = _write(listing, found[-1][1], back=False) if back or more else None
    before = _write(listing, found[0][1], back=True) if (more if back else start is not None) else None
    return Stretch(idents, on, before)


def count(listing: Listing) -> Total:
    """How many rows the list has, counted up to COUNTED, and in each part among the first rows only."""
    found, exact = 0, True
    for part in listing.parts:
        test = " AND ".join(part.tests) or "1"
        tried = f"SELECT ({test}) AS passes FROM {part.source} {_where(part.where)} LIMIT %s"
        dear = any("EXISTS" in condition for condition in part.tests)
        limit = (_TRIED_DEARLY if dear else _TRIED) if part.tests else COUNTED + 1
        query = f"SELECT coalesce(sum(passes), 0), count(*) FROM ({tried})"
        passing, seen = ask(query, (*part.tested, *part.values, limit))[0]
        found, exact = found + passing, exact and seen < limit
    return Total(min(found, COUNTED), exact and found <= COUNTED)


def ask(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows that a query gives."""
    with connection.cursor() as cursor:
        cursor.execute(query, list(values))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def middle(listing: Listing, *, back: bool) -> str | None:
    """A key to the middle of the list's first part, however far that is: for measuring, since it counts its way."""
    part = listing.parts[0]
    every = f"SELECT count(*) FROM {part.source} {_where((*part.where, *part.tests))}"
    number = ask(every, (*part.values, *part.tested))[0][0]
    query, values = _query(part, listing.ident, None, down=listing.down)
    found = ask(f"{query} OFFSET %s", (*values, 1, number // 2))
    return _write(listing, _Place(0, found[0][1:]), back=back) if found else None


def plans(listing: Listing) -> list[str]:
    """How the database reads each part of a list, as EXPLAIN QUERY PLAN says."""
    asked = (_query(part, listing.ident, None, down=listing.down) for part in listing.parts)
    return [row[3] for query, values in asked for row in ask(f"EXPLAIN QUERY PLAN {query}", (*values, 1))]


def _rows(listing: Listing, start: _Place | None, limit: int, *, back: bool) -> Iterator[tuple[Any, _Place]]:
    """Ident and place of up to `limit` rows of each part after the start, in the order walked."""
    numbers = range(len(listing.parts))
    for number in reversed(numbers) if back else numbers:
        if start and (number > start.part if back else number < start.part):
            continue
        after = start.values if start and number == start.part else None
        part = listing.parts[number]
        query, values = _query(part, listing.ident, after, down=listing.down != back)
        for ident, *place in ask(query, (*values, limit)):
            yield ident, _Place(number, tuple(place))


def _query(part: Part, ident: str, after: tuple[Any, ...] | None, *, down: bool) -> tuple[str, tuple[Any, ...]]:
    where, values = (*part.where, *part.tests), (*part.values, *part.tested)
    if after is not None:
        marks = ", ".join(["%s"] * len(after))
        where = (*where, f"({', '.join(part.by)}) {'<' if down else '>'} ({marks})")
        values = (*values, *after)
    order = ", ".join(f"{column} {'DESC' if down else 'ASC'}" for column in part.by)
    columns = ", ".join((ident, *part.by))
    # the pieces are this package's own words, never a person's
    return f"SELECT {columns} FROM {part.source} {_where(where)} ORDER BY {order} LIMIT %s", values


def _where(conditions: Sequence[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def _write(listing: Listing, place: _Place, *, back: bool) -> str:
    said = json.dumps([listing.name, int(back), place.part, *place.values], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")


def _read(listing: Listing, key: str) -> tuple[bool, _Place]:
    try:
        said = json.loads(base64.urlsafe_b64decode(key + "=" * (-len(key) % 4)))
        name, back, part, *values = said
        known = name == listing.name and back in (0, 1) and isinstance(part, int) and 0 <= part < len(listing.parts)
        fits = known and len(values) == len(listing.parts[part].by)
        fits = fits and all(isinstance(value, _SCALARS) for value in values)
    except (ValueError, TypeError, binascii.Error, RecursionError):
        fits = False
    if not fits:
        raise UsageError("That place in the list is not known.", "Begin at the first page of the list.")
    return bool(back), _Place(part, tuple(values))
