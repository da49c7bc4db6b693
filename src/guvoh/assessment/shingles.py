"""Passages as winnowed word shingles (Schleimer, Wilkerson and Aiken 2003), many at once.

Two passages that share a run of `SHINGLE + WINDOW - 1` words share a mark.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from guvoh.assessment.corpus import Entry
from guvoh.model import TELLING_ROLES, Passage, Role

SHINGLE = 3
"""Words to a shingle."""
WINDOW = 4
"""Shingles to a window, of which the least is a mark."""
_LEAST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans({sign: sign.lower() if sign.isalnum() else " " for sign in map(chr, range(128))})
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)

Numbers = NDArray[Any]
_One = Callable[[Sequence[Numbers]], Numbers]


class Stretch(NamedTuple):
    """A passage long enough to be compared: its document's number, where it stands, how many words it has.

    `numbers` stands for the set of numbers that it gives: equal for equal sets.
    """

    entry: int
    start: int
    end: int
    words: int
    numbers: int


@dataclass(frozen=True, slots=True)
class Shingled:
    """Stretches with their shingles and marks: those of stretch n are at `ends[n]` to `ends[n + 1]`, sorted."""

    stretches: tuple[Stretch, ...]
    shingles: Numbers
    shingle_ends: Numbers
    marks: Numbers
    mark_ends: Numbers


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    if text.isascii():
        return text.translate(_PLAIN).split()  # the same, in two thirds of the time
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def shingle(entries: Sequence[Entry]) -> Shingled:
    """The telling passages of the entries that have words enough, with their shingles and marks."""
    known = _Marks()
    stretches, spelled = [], array("L" if array("L").itemsize == 4 else "I")
    for number, entry in enumerate(entries):
        for passage, words in _passages(entry):
            spelled.extend(map(known.__getitem__, words))
            stretches.append(_stretch(number, passage, words, known.numbers))
    sizes = np.array([s.words for s in stretches], dtype=np.int64)
    rows, ends = _runs(np.asarray(spelled, dtype=np.uint32), sizes, SHINGLE, _mixed)
    rows >>= np.uint32(1)  # fits the signed numbers of a sparse matrix
    marks, mark_ends = _runs(rows, np.diff(ends), WINDOW, _least)
    return Shingled(tuple(stretches), *_distinct(rows, ends), *_distinct(marks, mark_ends))


class _Marks(dict[str, int]):
    """A number for each word, reckoned when it is first met; `numbers` are those of the words that are digits."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: set[str] = set()

    def __missing__(self, word: str) -> int:
        if word.isdigit():
            self.numbers.add(word)
        mark = self[word] = zlib.crc32(word.encode())
        return mark


def _stretch(entry: int, passage: Passage, words: Sequence[str], numbers: set[str]) -> Stretch:
    mark = zlib.crc32(" ".join(sorted(numbers.intersection(words))).encode())
    return Stretch(entry, passage.start, passage.end, len(words), mark)


def _passages(entry: Entry) -> Iterator[tuple[Passage, list[str]]]:
    text = entry.document.text
    for passage in entry.document.passages or (Passage(0, len(text), Role.BODY),):
        if passage.role in TELLING_ROLES:
            words = words_of(text[passage.start : passage.end])
            if len(words) >= _LEAST_WORDS:
                yield passage, words


def _mixed(columns: Sequence[Numbers]) -> Numbers:
    """One number for several in a row."""
    total = np.zeros(len(columns[0]), dtype=np.uint64)
    for column, factor in zip(columns, _MIX, strict=True):
        total = (total ^ column) * factor
        total ^= total >> np.uint64(29)
    return (total >> np.uint64(32)).astype(np.uint32)


def _least(columns: Sequence[Numbers]) -> Numbers:
    least: Numbers = np.minimum.reduce(columns)
    return least


def _runs(values: Numbers, sizes: Numbers, length: int, one: _One) -> tuple[Numbers, Numbers]:
    """`one` of every `length` neighbouring values of each stretch, and where each stretch's results begin."""
    kept = np.maximum(0, sizes - length + 1)
    ends = np.concatenate([[0], np.cumsum(kept)])
    shift = np.repeat(np.concatenate([[0], np.cumsum(sizes)])[:-1] - ends[:-1], kept)
    at = np.arange(ends[-1]) + shift
    return one([values[at + n] for n in range(length)]), ends


def _distinct(values: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """The different values of each stretch, sorted."""
    codes = np.repeat(np.arange(len(ends) - 1, dtype=np.uint64), np.diff(ends)) << np.uint64(32) | values
    codes.sort()
    codes = codes[np.concatenate([[True], codes[1:] != codes[:-1]])] if len(codes) else codes
    held = np.bincount((codes >> np.uint64(32)).astype(np.int64), minlength=len(ends) - 1)
    return codes.astype(np.uint32), np.concatenate([[0], np.cumsum(held)])
