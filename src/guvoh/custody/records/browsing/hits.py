"""Which rows of a search index answer to a query: ranked where they are few enough, else newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from guvoh.custody.browse import Total
from guvoh.custody.records.browsing.seek import ask
from guvoh.custody.records.wording import near, ways, widened, widest
from guvoh.model.errors import UsageError

RANKED = 20_000
"""Hits beyond which ranking would take longer than a person should wait."""
_LOOKED_AT = 20_000
"""Hits of a common word that are tried against filters for one page."""


@dataclass(frozen=True, slots=True)
class Index:
    """An FTS5 table: its ranking, and how its rows lead to those that filters are asked of (`t`)."""

    table: str
    rank: str
    join: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Filters of a search: FTS5 terms that every hit must have, and conditions on `t` with their values."""

    terms: str = ""
    where: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one page of hits. `answers` are the words that count as found, for marking."""

    numbers: tuple[int, ...]
    total: Total
    ranked: bool
    next_key: str | None
    answers: tuple[str, ...]
    spelled: tuple[str, ...]


def look(index: Index, asked: Sequence[str], by: Narrowed, key: str | None, size: int) -> Rows:
    """One page of the rows that have all the words. Raises UsageError for a key that is not of this search."""
    ranked, start = _start(key)
    count = _count(index, _match(widest(asked), by))
    if not ranked or count > RANKED:
        return _newest(index, asked, by, start if not ranked else None, size, count)
    found, also = _ranked(index, asked, by, start + size + 1)
    page, more = found[start : start + size], len(found) > start + size
    total = Total(count, exact=True) if not by.where and not any(also) else Total(len(found), not more)
    spelled = tuple(word for others in also for word in others)
    return Rows(tuple(page), total, True, f"r{start + size}" if more else None, (*asked, *spelled), spelled)


def _ranked(
    index: Index, asked: Sequence[str], by: Narrowed, wanted: int
) -> tuple[list[int], tuple[tuple[str, ...], ...]]:
    """The best rows by each way in turn; words spelled nearly alike are tried only where the others find nothing."""
    found: dict[int, None] = {}
    for way in ways(asked):
        if len(found) < wanted:
            found |= dict.fromkeys(_best(index, _match(way, by), by, wanted))
    if found:
        return list(found)[:wanted], ()
    also = tuple(near(word) for word in asked)
    if any(also):
        found |= dict.fromkeys(_best(index, _match(widened(asked, also), by), by, wanted))
    return list(found)[:wanted], also if found else ()


def _best(index: Index, match: str, by: Narrowed, wanted: int) -> list[int]:
    where = " AND ".join((f"{index.table} MATCH %s", *by.where))
    query = (
        f"SELECT f.rowid FROM {index.table} f {_join(index, by)} WHERE {where} ORDER BY {index.rank}, f.rowid LIMIT %s"
    )
    return [number for (number,) in ask(query, (match, *by.values, wanted))]


def _newest(index: Index, asked: Sequence[str], by: Narrowed, before: int | None, size: int, count: int) -> Rows:
    """The newest rows; where filters are asked too, only so many hits are tried for a page, and the next goes on."""
    tried = ask(
        f"SELECT rowid FROM {index.table} WHERE {index.table} MATCH %s AND rowid < %s ORDER BY rowid DESC LIMIT %s",
        (_match(widest(asked), by), before or 1 << 62, _LOOKED_AT if by.where else size + 1),
    )
    numbers = list(_passing(index, [number for (number,) in tried], by, size + 1))
    page, more = numbers[:size], len(numbers) > size
    after = page[-1] if more else tried[-1][0] if by.where and len(tried) == _LOOKED_AT else None
    total = Total(min(count, RANKED), exact=False) if not by.where else Total(len(page), after is None)
    return Rows(tuple(page), total, False, f"n{after}" if after else None, tuple(asked), ())


def _passing(index: Index, numbers: Sequence[int], by: Narrowed, wanted: int) -> Iterator[int]:
    """The rows that pass the filters, in order, as many as are wanted."""
    left, step = wanted, 200
    for start in range(0, len(numbers), step):
        some, passing = numbers[start : start + step], set(numbers[start : start + step])
        if by.where:
            listed = "(SELECT value AS rowid FROM json_each(%s)) f"
            query = f"SELECT f.rowid FROM {listed} {index.join} WHERE {' AND '.join(by.where)}"
            passing = {number for (number,) in ask(query, (json.dumps(some), *by.values))}
        for number in some:
            if number in passing and left > 0:
                left -= 1
                yield number
        if left <= 0:
            return


def _count(index: Index, match: str) -> int:
    """How many rows match, counted up to one more than can be ranked."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {index.table} WHERE {index.table} MATCH %s LIMIT %s)"
    return int(ask(query, (match, RANKED + 1))[0][0])


def _match(way: str, by: Narrowed) -> str:
    return f"({way}) AND {by.terms}" if by.terms else way


def _join(index: Index, by: Narrowed) -> str:
    return index.join if by.where else ""


def _start(key: str | None) -> tuple[bool, int]:
    if key is None:
        return True, 0
    kind, number = key[:1], key[1:]
    if kind not in ("r", "n") or not (number.isascii() and number.isdigit()) or len(number) > 18:
        raise UsageError("That place among the hits is not known.", "Search again from the first page.")
    if kind == "r" and int(number) > RANKED:
        raise UsageError("That place among the hits is not known.", "Search again from the first page.")
    return kind == "r", int(number)
