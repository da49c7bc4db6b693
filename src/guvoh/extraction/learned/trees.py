"""Boosted trees read from a table, and the odds that they give to rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
_LEAF = ""


@dataclass(frozen=True)
class Trees:
    """Boosted regression trees (Friedman 2001) over named numbers; every array but `roots` has one entry for each node.

    A node sends a row to `low` where its number `feature` is at most `threshold`, else to `high`; a leaf sends it to
    itself and gives `value`.
    """

    names: tuple[str, ...]
    start: float
    roots: Ints
    feature: Ints
    threshold: Floats
    low: Ints
    high: Ints
    value: Floats
    depth: int

    def odds(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """The log-odds of each row, whose numbers stand in the order of `names`."""
        numbers = np.array(rows, dtype=float).reshape(len(rows), len(self.names))
        every = np.arange(len(rows))[:, None]
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        for _ in range(self.depth):
            at = np.where(numbers[every, self.feature[at]] <= self.threshold[at], self.low[at], self.high[at])
        summed: list[float] = (self.start + self.value[at].sum(axis=1)).tolist()
        return summed


def read_trees(path: Path) -> Trees:
    """The trees of a table (UTF-8, tab separated), its first line the start.

    A line is a tree's number, then of a leaf its value, of any other node a name, a threshold and the numbers, within
    the tree, of the nodes it sends rows to.
    """
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    names = tuple(sorted({row[1] for row in rows if row[1] != _LEAF}))
    number = {name: n for n, name in enumerate(names)}
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int, float]] = []
    for _, members in groupby(rows, key=lambda row: row[0]):
        root = len(nodes)
        roots.append(root)
        for n, (_, name, told, low, high) in enumerate(members, root):
            leaf = name == _LEAF
            ways = (n, n) if leaf else (root + int(low), root + int(high))
            nodes.append(
                (0 if leaf else number[name], 0.0 if leaf else float(told), *ways, float(told) if leaf else 0.0)
            )
    feature, threshold, low_to, high_to, value = zip(*nodes, strict=True)
    return Trees(
        names,
        float(first),
        np.array(roots, dtype=np.intp),
        np.array(feature, dtype=np.intp),
        np.array(threshold),
        np.array(low_to, dtype=np.intp),
        np.array(high_to, dtype=np.intp),
        np.array(value),
        _deepest(roots, low_to, high_to),
    )


def _deepest(roots: Sequence[int], low: Sequence[int], high: Sequence[int]) -> int:
    """The most steps from a root to a leaf."""
    steps, level = 0, {n for n in roots if low[n] != n}
    while level:
        steps, level = steps + 1, {m for n in level for m in (low[n], high[n]) if low[m] != m}
    return steps
