"""The pairs of statements that may be one happening, with how likely they are.

Pairs that share a block are judged by the strict rules of `scoring`. Two documents of which a pair is one happening by
those, or that have rare names and numbers in common, are of one matter: all their statements are then set beside each
other, as those of one document always are, and judged by `likeness`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from guvoh.assessment.blocking import Block, blocks, candidates
from guvoh.assessment.columns import Numbers, distinct
from guvoh.assessment.corpus import Told
from guvoh.assessment.likeness import APART, LEAST, Likeness
from guvoh.assessment.marks import Marked, mark, marked
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.strict import Columns

_CHUNK = 1 << 18  # pairs judged at once
_STRETCH = 1000  # statements of one document that a statement is set beside, so that a long list costs no square
Seat = Iterable[tuple[Block, bool]]
"""The blocks of a statement, and whether it is broad in each."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs (i < j) of the statements of documents of one matter, as i·many + j in order, with their log-odds.

    `odds` are in hundredths. Pairs that are not there are of documents of two matters, or of acts of two families.
    """

    many: int
    codes: Numbers
    odds: Numbers

    def joining(self) -> tuple[Numbers, Numbers, Numbers]:
        """Those that are likely enough one happening (`LEAST`): both statements and the log-odds."""
        may = self.odds >= LEAST
        first, second = np.divmod(self.codes[may], max(1, self.many))
        return first, second, self.odds[may]

    def mean(self, some: Sequence[int], others: Sequence[int]) -> float:
        """The mean log-odds of each of some statements with each of others; a pair that is not there is of two matters.

        One call for each two clusters that may join, so it does little.
        """
        if not len(self.codes):
            return APART
        asked = np.array([i * self.many + j if i < j else j * self.many + i for i in some for j in others])
        at = self.codes.searchsorted(asked)
        at[at == len(self.codes)] = 0
        there = self.codes[at] == asked
        odds = self.odds[at][there]
        return (int(odds.sum()) + APART * (len(asked) - len(odds))) / len(asked)


@dataclass(frozen=True, slots=True)
class Near:
    """Pairs of documents of one matter: places in `documents`, their content keys; each is also of one with itself."""

    documents: Sequence[str]
    first: Numbers
    second: Numbers


def joins(statements: Sequence[Told], reuse: Reuse, together: Collection[tuple[str, str]] = ()) -> Pairs:
    """The pairs of statements, in canonical order, that documents of one matter make; those of `together` are too."""
    columns = Columns(statements, reuse, is_whole=True)
    seats = (blocks(told, reuse, named) for told, named in zip(statements, columns.named, strict=True))
    documents = {told.entry.key: told.entry for told in statements}
    found = near(statements, columns, seats, [mark(e) for e in documents.values()])
    return _alike(statements, columns, _with(found, together))


def _with(found: Near, together: Collection[tuple[str, str]]) -> Near:
    at = {key: n for n, key in enumerate(found.documents)}
    more = [(at[a], at[b]) for a, b in together if a in at and b in at]
    if not more:
        return found
    first, second = np.array(more, dtype=np.int64).T
    many = len(found.documents)
    codes = np.concatenate([found.first, first]) * many + np.concatenate([found.second, second])
    return Near(found.documents, *np.divmod(distinct(codes), many))


def joins_of(statements: Sequence[Told], reuse: Reuse, known: Near, about: Collection[str] | None = None) -> Pairs:
    """The same of a few statements, where it is known which documents are of one matter.

    With `about` (ids), only the pairs of which one is of these.
    """
    return _alike(statements, Columns(statements, reuse, is_whole=False), known, about)


def near_of(known: Sequence[Marked], met: Sequence[tuple[Told, Seat]], reuse: Reuse, about: Collection[str]) -> Near:
    """Which of some documents are of one matter with one of `about` (content keys); `met`: the statements in blocks."""
    statements = [told for told, _ in met]
    return near(statements, Columns(statements, reuse, is_whole=False), [seat for _, seat in met], known, about)


def near(
    statements: Sequence[Told],
    columns: Columns,
    seats: Iterable[Seat],
    known: Sequence[Marked],
    about: Collection[str] | None = None,
) -> Near:
    """The pairs of documents of which two statements, in a block of both, are one happening by the strict rules.

    Those, too, that have marks enough in common: `known` are the documents, those of the statements among them.
    """
    marks = {one.key: one for one in known}
    documents = list(dict.fromkeys((*(told.entry.key for told in statements), *marks)))
    asked = None if about is None else np.array([key in about for key in documents], dtype=bool)
    many, found = len(statements), [np.zeros(0, dtype=np.int64)]
    for first, second in candidates(statements, seats):
        one, other = columns.entry[first], columns.entry[second]
        wanted = one != other if asked is None else (one != other) & (asked[one] | asked[other])
        a, b = np.divmod(distinct(first[wanted] * many + second[wanted]), max(1, many))
        a, b, _ = columns.joining(a, b)
        found.append(distinct(columns.entry[a] * len(documents) + columns.entry[b]))
    first, second = marked([marks[key] for key in documents], about)
    found.append(first * len(documents) + second)
    return Near(documents, *np.divmod(distinct(np.concatenate(found)), max(1, len(documents))))


def _alike(statements: Sequence[Told], columns: Columns, known: Near, about: Collection[str] | None = None) -> Pairs:
    own = {key: n for n, key in enumerate(dict.fromkeys(told.entry.key for told in statements))}
    place = np.array([own.get(key, -1) for key in known.documents], dtype=np.int64)
    one, other = place[known.first], place[known.second]
    there, each = (one >= 0) & (other >= 0), np.arange(len(own))
    low, high = np.minimum(one, other)[there], np.maximum(one, other)[there]
    asked = None if about is None else np.array([t.id in about for t in statements], dtype=bool)
    likeness, found = Likeness(statements, columns), []
    for a, b in _beside(np.concatenate([each, low]), np.concatenate([each, high]), columns.entry):
        may = likeness.may_meet(a, b) if asked is None else likeness.may_meet(a, b) & (asked[a] | asked[b])
        a, b = a[may], b[may]  # noqa: PLW2901
        odds = likeness.of(a, b).astype(np.int16)
        kept = odds > APART  # what is not there counts as that
        found.append(((a * len(statements) + b)[kept], odds[kept]))
    return Pairs(len(statements), *_sorted(found))


def _beside(first: Numbers, second: Numbers, entry: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Each two statements (i < j) of each two documents, in chunks; the statements of a document stand together.

    In one document a statement is set beside the `_STRETCH` that follow it.
    """
    sizes = np.bincount(entry)
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    row = np.repeat(np.arange(len(first)), sizes[first])  # one for each statement of the first beside all of the second
    left = starts[first][row] + np.arange(len(row)) - np.repeat(np.cumsum(sizes[first]) - sizes[first], sizes[first])
    is_own = (first == second)[row]
    begin = np.where(is_own, left + 1, starts[second][row])
    ends = (starts + sizes)[second][row]
    width = np.where(is_own, np.minimum(ends, begin + _STRETCH), ends) - begin
    upto = np.cumsum(width)
    at = 0
    while at < len(row):
        to = max(at + 1, int(np.searchsorted(upto, (upto[at - 1] if at else 0) + _CHUNK, side="right")))
        wide = width[at:to]
        offset = np.arange(wide.sum()) - np.repeat(np.cumsum(wide) - wide, wide)
        yield np.repeat(left[at:to], wide), np.repeat(begin[at:to], wide) + offset
        at = to


def _sorted(found: list[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    codes = np.concatenate([np.zeros(0, dtype=np.int64), *(codes for codes, _ in found)])
    odds = np.concatenate([np.zeros(0, dtype=np.int16), *(odds for _, odds in found)])
    order = np.argsort(codes)
    return codes[order], odds[order]
