"""Passage reuse: near-equal, contained and closely rewritten passages across documents.

Candidates come from winnowed word shingles (Schleimer, Wilkerson and Aiken 2003), which find every shared run of
`_SHINGLE + _WINDOW - 1` words; each candidate is then verified on the full shingle sets. Long posting lists are linked
to their earliest passage only, so the work grows with the text and not with its square.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from guvoh.assessment.corpus import Entry
from guvoh.assessment.times import day_bounds
from guvoh.model import TELLING_ROLES, Passage, Role

_SHINGLE = 3  # words
_WINDOW = 4  # shingles
_LEAST_WORDS = 8
_LEAST_SHARED = 6  # shingles
_COPY = 0.5  # share of the shorter passage's shingles
_PARAPHRASE = 0.7  # share of the shorter passage's longer words, the numbers being equal
_PARAPHRASE_SHARED = 4
_ALL_PAIRS = 24  # posting lists up to this length are compared all with all

_WORD = re.compile(r"[^\W_]+")
_LONG = 4  # letters of a word that carries content

Spot = tuple[str, int]
"""A passage: the content key of its document and its first character."""


@dataclass(frozen=True, slots=True)
class _Piece:
    spot: Spot
    order: tuple[int, str, int]
    words: int
    shingles: frozenset[int]
    content: frozenset[str]
    numbers: frozenset[str]
    marks: tuple[int, ...]


class Reuse:
    """Which passages are copies of which; passages that copy one another have one root, the earliest."""

    def __init__(self, root: dict[Spot, Spot], pieces: Sequence[_Piece]) -> None:
        self._root = root
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._total: dict[str, int] = defaultdict(int)
        self._groups: dict[str, dict[Spot, int]] = defaultdict(lambda: defaultdict(int))
        for piece in sorted(pieces, key=lambda p: p.spot):
            key = piece.spot[0]
            self._starts[key].append(piece.spot[1])
            self._total[key] += piece.words
            if piece.spot in root:
                self._groups[key][root[piece.spot]] += piece.words

    def root(self, document: str, offset: int) -> Spot | None:
        """The earliest passage of which the one at `offset` is a copy; None when it was not reused."""
        starts = self._starts.get(document, [])
        at = bisect_right(starts, offset) - 1
        return self._root.get((document, starts[at])) if at >= 0 else None

    def shared(self, a: str, b: str) -> float:
        """Share (0–1) of the shorter document's telling words that stand in the other one too."""
        groups_a, groups_b = self._groups.get(a, {}), self._groups.get(b, {})
        common = groups_a.keys() & groups_b.keys()
        if not common:
            return 0.0
        return max(
            sum(groups_a[g] for g in common) / self._total[a],
            sum(groups_b[g] for g in common) / self._total[b],
        )


def find_reuse(entries: Sequence[Entry]) -> Reuse:
    """The passage reuse among entries."""
    pieces = [piece for entry in entries for piece in _pieces(entry)]
    parent: dict[Spot, Spot] = {}
    by_spot = {piece.spot: piece for piece in pieces}
    for a, b in sorted(_candidates(pieces)):
        if _copies(by_spot[a], by_spot[b]):
            _join(parent, by_spot, a, b)
    linked = sorted(parent)
    return Reuse({spot: _find(parent, spot) for spot in linked}, pieces)


def _pieces(entry: Entry) -> Iterator[_Piece]:
    text = entry.document.text
    published = day_bounds(entry.document.published)[0]
    for passage in entry.document.passages or (Passage(0, len(text), Role.BODY),):
        if passage.role not in TELLING_ROLES:
            continue
        stretch = text[passage.start : passage.end]
        found = _WORD.findall(unicodedata.normalize("NFKC", stretch).casefold())
        if len(found) < _LEAST_WORDS:
            continue
        rows = [zlib.crc32(" ".join(found[i : i + _SHINGLE]).encode()) for i in range(len(found) - _SHINGLE + 1)]
        yield _Piece(
            (entry.key, passage.start),
            (10**7 if published is None else published, entry.key, passage.start),
            len(found),
            frozenset(rows),
            frozenset(w for w in found if len(w) >= _LONG and not w.isdigit()),
            frozenset(w for w in found if w.isdigit()),
            tuple(sorted({min(rows[i : i + _WINDOW]) for i in range(max(1, len(rows) - _WINDOW + 1))})),
        )


def _candidates(pieces: Sequence[_Piece]) -> set[tuple[Spot, Spot]]:
    postings: dict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        for mark in piece.marks:
            postings[mark].append(piece)
    pairs: set[tuple[Spot, Spot]] = set()
    for found in postings.values():
        found.sort(key=lambda p: p.order)
        linked = combinations(found, 2) if len(found) <= _ALL_PAIRS else ((found[0], other) for other in found[1:])
        pairs.update((a.spot, b.spot) for a, b in linked if a.spot[0] != b.spot[0])
    return pairs


def _copies(a: _Piece, b: _Piece) -> bool:
    shared = len(a.shingles & b.shingles)
    if shared >= _LEAST_SHARED and shared / min(len(a.shingles), len(b.shingles)) >= _COPY:
        return True
    if shared < _PARAPHRASE_SHARED or a.numbers != b.numbers or not (a.content and b.content):
        return False
    return len(a.content & b.content) / min(len(a.content), len(b.content)) >= _PARAPHRASE


def _find(parent: dict[Spot, Spot], spot: Spot) -> Spot:
    while (up := parent.setdefault(spot, spot)) != spot:
        parent[spot] = parent.setdefault(up, up)
        spot = up
    return spot


def _join(parent: dict[Spot, Spot], by_spot: dict[Spot, _Piece], a: Spot, b: Spot) -> None:
    first, second = sorted((_find(parent, a), _find(parent, b)), key=lambda s: by_spot[s].order)
    parent[second] = first
