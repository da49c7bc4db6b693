"""Which rows of a search index answer to a query: ranked where they are few enough, else newest first.

Hits come in tiers, narrow to wide: the words themselves, words that begin so, stems; no row stands in two. Each tier is
ranked or newest first by its own size, so that the few with the very word stand before the many with another form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guvoh.custody.browse import Total
from guvoh.custody.records.browsing.seek import ask
from guvoh.custody.records.wording import near, tiers_of, widened, widest
from guvoh.model.errors import UsageError

RANKED = 20_000
"""Hits beyond which ranking would take longer than a person should wait."""
_LOOKED_AT = 5_000
"""Hits of a common word that are tried against filters for one page."""
_STRETCH = 2_048
"""Row numbers among which the newest hits are looked for first."""
_SLIPS = 3
"""The tier of words spelled nearly alike, after those of `tiers_of`."""
_KEY = re.compile(r"(?P<kind>[rn])(?P<tier>[0-3])-(?P<at>[0-9]{1,18})")


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
class _Place:
    """A place among the hits: `at` rows into a tier by rank, or before the row `at` where the newest come first."""

    tier: int
    at: int = 0
    newest: bool = False
    row: int = 0

    def key(self) -> str:
        """The key that leads on from here."""
        return f"{'n' if self.newest else 'r'}{self.tier}-{self.at}"


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Rows for a page. `onward` leads on where looking stopped before the page was full."""

    places: list[_Place]
    ranked: bool
    onward: str | None


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
    start, wanted = _start(key), size + 1
    held = _count(index, _match(widest(asked), by))
    tiers = {number: _match(way, by) for number, way in enumerate(tiers_of(asked)) if held and number >= start.tier}
    found = _gathered(index, tiers, by, start, wanted, held)
    also: tuple[tuple[str, ...], ...] = ()
    if not found.places and (start.tier == _SLIPS or key is None) and any(near_ones := tuple(map(near, asked))):
        slips = {_SLIPS: _match(widened(asked, near_ones), by)}
        found = _gathered(index, slips, by, start if start.tier == _SLIPS else _Place(_SLIPS), wanted, RANKED)
        also = near_ones if found.places else ()
    page, more = found.places[:size], len(found.places) > size
    onward = page[-1].key() if more else found.onward
    total = Total(min(held, RANKED), held <= RANKED) if not by.where and not also else Total(len(page), not onward)
    spelled = tuple(word for others in also for word in others)
    numbers = tuple(place.row for place in page)
    return Rows(numbers, total, found.ranked, onward, (*asked, *spelled), spelled)


def _gathered(
    index: Index, tiers: Mapping[int, str], by: Narrowed, start: _Place, wanted: int, held: int
) -> _Gathered:  # fmt: skip
    """Rows of one tier after the other until there are enough; `held` rows at most are in all tiers together."""
    places: list[_Place] = []
    ranked, onward = True, None
    for number, match in tiers.items():
        place = start if start.tier == number else _Place(number)
        left = wanted - len(places)
        if left <= 0 or (not by.where and len(places) >= held):
            break
        if not place.newest and (held <= RANKED or _count(index, match) <= RANKED):
            places += _best(index, match, by, place, left)
            continue
        ranked = False
        passed, onward = _newest(index, match, by, place, left)
        places += passed
        if onward:
            break
    return _Gathered(places, ranked, onward)


def _best(index: Index, match: str, by: Narrowed, after: _Place, wanted: int) -> list[_Place]:
    where = " AND ".join((f"{index.table} MATCH %s", *by.where))
    rows = ask(
        f"SELECT f.rowid FROM {index.table} f {index.join if by.where else ''} WHERE {where} "
        f"ORDER BY {index.rank}, f.rowid LIMIT %s OFFSET %s",
        (match, *by.values, wanted, after.at),
    )
    return [replace(after, at=after.at + n, row=number) for n, (number,) in enumerate(rows, 1)]


def _newest(
    index: Index, match: str, by: Narrowed, after: _Place, wanted: int
) -> tuple[list[_Place], str | None]:  # fmt: skip
    """The newest rows; where filters are asked too, only so many hits are tried, and the key leads on from there.

    A stretch of numbers is read upwards and turned round: downwards, FTS5 goes through words that begin alike slowly.
    """
    top = after.at if after.newest else 1 + int(ask(f"SELECT coalesce(max(id), 0) FROM {index.table}_docsize")[0][0])
    found: list[int] = []
    tried, width = 0, _STRETCH
    query = (
        f"SELECT rowid FROM {index.table} WHERE {index.table} MATCH %s AND rowid >= %s AND rowid < %s ORDER BY rowid"
    )
    while len(found) < wanted and top > 1 and tried < _LOOKED_AT:
        low = max(1, top - width)
        numbers = [number for (number,) in reversed(ask(query, (match, low, top)))]
        found += _passing(index, numbers, by, wanted - len(found))
        tried, top, width = tried + len(numbers), low, width * 8
    places = [_Place(after.tier, number, newest=True, row=number) for number in found]
    rest = _Place(after.tier, top, newest=True).key() if len(found) < wanted and top > 1 else None
    return places, rest


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


def _start(key: str | None) -> _Place:
    """The place that a key names: its tier, then how many were shown of it or, newest first, the last row shown."""
    if key is None:
        return _Place(0)
    said = _KEY.fullmatch(key)
    if not said or (said["kind"] == "r" and int(said["at"]) > RANKED):
        raise UsageError("That place among the hits is not known.", "Search again from the first page.")
    return _Place(int(said["tier"]), int(said["at"]), newest=said["kind"] == "n")
