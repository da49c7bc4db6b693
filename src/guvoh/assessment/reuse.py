"""Passage reuse: near-equal, contained and closely rewritten passages across documents.

Candidates share a mark of `shingles`; each is then verified on the full shingle sets. Long lists of passages with one
mark are linked to their earliest passage only, so the work grows with the text and not with its square.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from guvoh.assessment.columns import Sets, distinct
from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, Entry
from guvoh.assessment.shingles import Numbers, Shingled, Stretch, shingle, words_of
from guvoh.assessment.times import day_bounds

_LEAST_SHARED = 6  # shingles
_COPY = 0.5  # share of the shorter passage's shingles
_PARAPHRASE = 0.7  # share of the shorter passage's longer words, the numbers being equal
_PARAPHRASE_SHARED = 4
ALL_PAIRS = 24
"""Passages of one mark, up to which all are compared with all; more are compared with the earliest only."""
_LONG = 4  # letters of a word that carries content
_KEPT = 4096  # passages whose words are kept at hand
_AT_ONCE = 1 << 18  # pairs verified at once

Spot = tuple[str, int]
"""A passage: the content key of its document and its first character."""


class Reuse:
    """Which passages are copies of which; passages that copy one another have one root, the earliest."""

    def __init__(self, root: dict[Spot, Spot], passages: Iterable[tuple[str, int, int]]) -> None:
        self._root = root
        self._starts: dict[str, array[int]] = {}
        self._total: dict[str, int] = defaultdict(int)
        self._groups: dict[str, dict[Spot, int]] = {}
        copied_in = {key for key, _ in root}
        for key, start, words in sorted(p for p in passages if p[0] in copied_in):
            self._starts.setdefault(key, array("q")).append(start)
            self._total[key] += words
            if copied := root.get((key, start)):
                held = self._groups.setdefault(key, {})
                held[copied] = held.get(copied, 0) + words

    def root(self, document: str, offset: int) -> Spot | None:
        """The earliest passage of which the one at `offset` is a copy; None when it was not reused."""
        if document not in self._groups:
            return None
        starts = self._starts[document]
        at = bisect_right(starts, offset) - 1
        return self._root.get((document, starts[at])) if at >= 0 else None

    def shared(self, a: str, b: str) -> float:
        """Share (0–1) of the shorter document's telling words that stand in the other one too."""
        groups_a, groups_b = self._groups.get(a), self._groups.get(b)
        if not groups_a or not groups_b or groups_a.keys().isdisjoint(groups_b):
            return 0.0
        common = groups_a.keys() & groups_b.keys()
        return max(
            sum(groups_a[g] for g in common) / self._total[a],
            sum(groups_b[g] for g in common) / self._total[b],
        )


def find_reuse(entries: Sequence[Entry], about: Collection[str] | None = None) -> Reuse:
    """The passage reuse among entries; with `about` (content keys), only what these have from others or others from
    them.
    """
    found = shingle(entries)
    spots = [(entries[s.entry].key, s.start) for s in found.stretches]
    root = {spots[a]: spots[b] for a, b in copies(entries, found, about).items()}
    return Reuse(root, ((key, start, s.words) for (key, start), s in zip(spots, found.stretches, strict=True)))


def copies(entries: Sequence[Entry], found: Shingled, about: Collection[str] | None = None) -> dict[int, int]:
    """For each stretch that is a copy or was copied, the earliest of those that copy one another.

    With `about` (content keys), only two of which one is of these are set beside each other.
    """
    published = [day_bounds(entry.document.published)[0] for entry in entries]
    order = [
        (PUBLISHED_UNKNOWN if (day := published[s.entry]) is None else day, entries[s.entry].key, s.start)
        for s in found.stretches
    ]
    by_order = np.array(sorted(range(len(order)), key=order.__getitem__), dtype=np.int64)
    rank = np.empty(len(order), dtype=np.int64)
    rank[by_order] = np.arange(len(order))
    home = np.array([s.entry for s in found.stretches], dtype=np.int64)
    first, second = _candidates(found, rank, home)
    if about is not None:
        asked = np.array([entries[s.entry].key in about for s in found.stretches], dtype=bool)[by_order]
        wanted = asked[first] | asked[second]
        first, second = first[wanted], second[wanted]
    tree = _Tree()
    for a, b in _verified(entries, found, by_order, first, second):
        tree.join(a, b)
    return {int(by_order[a]): int(by_order[tree.top(a)]) for a in tree.linked()}


def _verified(
    entries: Sequence[Entry], found: Shingled, by_order: Numbers, first: Numbers, second: Numbers
) -> Iterator[tuple[int, int]]:
    """Those pairs, by rank, of which one copies the other: it shares half of the shorter one's shingles.

    Or it is a close rewriting of it: the same numbers, most of the longer words, and some shingles.
    """
    sets = Sets(found.shingles, found.shingle_ends)
    numbers = np.array([s.numbers for s in found.stretches], dtype=np.int64)
    spelled = lru_cache(_KEPT)(lambda at: _content(entries, found.stretches[at]))
    for at in range(0, len(first), _AT_ONCE):
        ranks = first[at : at + _AT_ONCE], second[at : at + _AT_ONCE]
        a, b = by_order[ranks[0]], by_order[ranks[1]]
        shared = sets.shared(a, b)
        copied = (shared >= _LEAST_SHARED) & (shared >= _COPY * np.minimum(sets.sizes[a], sets.sizes[b]))
        near = ~copied & (shared >= _PARAPHRASE_SHARED) & (numbers[a] == numbers[b])
        for row in np.flatnonzero(copied | near).tolist():
            if copied[row] or _rewritten(spelled(int(a[row])), spelled(int(b[row]))):
                yield int(ranks[0][row]), int(ranks[1][row])


def _rewritten(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _PARAPHRASE


def _content(entries: Sequence[Entry], where: Stretch) -> frozenset[str]:
    found = words_of(entries[where.entry].document.text[where.start : where.end])
    return frozenset(w for w in found if len(w) >= _LONG and not w.isdigit())


def _candidates(found: Shingled, rank: Numbers, home: Numbers) -> tuple[Numbers, Numbers]:
    """The pairs of stretches, by rank, of two documents that share a mark."""
    holders = np.repeat(rank, np.diff(found.mark_ends))
    codes = found.marks.astype(np.uint64) << np.uint64(32) | holders.astype(np.uint64)
    codes.sort()
    marks, holders = codes >> np.uint64(32), (codes & np.uint64(0xFFFFFFFF)).astype(np.int64)
    starts = np.flatnonzero(np.concatenate([[True], marks[1:] != marks[:-1]])) if len(marks) else np.zeros(0, int)
    sizes = np.diff(np.append(starts, len(marks)))
    end, begin = np.repeat(starts + sizes, sizes), np.repeat(starts, sizes)
    at = np.arange(len(marks))
    home_of = np.empty(len(rank), dtype=np.int64)
    home_of[rank] = home
    left, offset = at[(at + 1 < end) & ((end - begin <= ALL_PAIRS) | (at == begin))], 1
    pairs = [np.zeros(0, dtype=np.int64)]
    while len(left):
        a, b = holders[left], holders[left + offset]
        pairs.append((a * len(rank) + b)[home_of[a] != home_of[b]])
        offset += 1
        left = left[left + offset < end[left]]
    first, second = np.divmod(distinct(np.concatenate(pairs)), max(1, len(rank)))
    return first, second


class _Tree:
    """Stretches that copy one another, each under the earliest (the lowest number)."""

    def __init__(self) -> None:
        self._up: dict[int, int] = {}

    def top(self, number: int) -> int:
        """The earliest stretch of its group."""
        while (up := self._up.get(number, number)) != number:
            self._up[number] = self._up.get(up, up)
            number = up
        return number

    def join(self, a: int, b: int) -> None:
        """Make one group of those of two stretches."""
        first, second = sorted((self.top(a), self.top(b)))
        self._up.setdefault(first, first)
        self._up[second] = first

    def linked(self) -> list[int]:
        """Every stretch of a group of two or more."""
        return sorted(self._up)
