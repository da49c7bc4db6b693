"""Fit the weights of `guvoh.assessment.likeness` on groups of pages: `fit_likeness.py [--check]`.

Each pair of gold anchors that weighing found, whose acts may be of one happening and of which it is known whether they
are one, is a row of the features that `Likeness` names. A logistic regression with a ridge is fitted; a group counts by
the root of its pairs, so that large ones do not drown small ones. The result is written to `data/likeness.toml`, in
hundredths. With --check nothing is written, and each fifth of the groups is judged by what the others teach.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_pairs import as_grouped
from logistic import fit_ridge, write_weights
from score import Tally
from score_groups import OURS, Group

import guvoh.assessment
from guvoh.assessment.likeness import LEAST, START, Likeness
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.strict import Columns

WRITTEN = Path(guvoh.assessment.__file__).parent / "data" / "likeness.toml"
HEAD = """# What each feature of two statements of one matter adds to the log-odds that they are one, in hundredths.
# Written by benchmarks/fit_likeness.py from tests/golden/groups/dev.
[weights]
"""
RIDGE = 3.3
FOLDS, SEED = 5, 20261127


class Row(NamedTuple):
    """Two anchors of a group: what they have in common, and whether they are one event."""

    group: str
    why: frozenset[str]
    is_one: bool


def rows(name: str, group: Group) -> Iterator[Row]:
    """The pairs of a group whose acts may be of one happening."""
    told = as_grouped(group)
    at = {t.id: n for n, t in enumerate(told)}
    if not told:
        return
    likeness = Likeness(told, Columns(told, Reuse({}, ()), is_whole=True))
    found = [(event, group.told(anchor)) for event, listed in group.gold["events"].items() for anchor in listed]
    known = [(event, at[s.id]) for event, s in found if s is not None and s.id in at]
    for (one, a), (other, b) in combinations(known, 2):
        if a != b and likeness.may_meet(np.array([a]), np.array([b]))[0]:
            yield Row(name, frozenset(likeness.why(min(a, b), max(a, b))), one == other)


def fit(found: Sequence[Row]) -> dict[str, float]:
    """The weights, in hundredths, under which the rows are likeliest, with a ridge."""
    names = sorted({name for row in found for name in row.why})
    has = np.array([[name in row.why for name in names] for row in found], dtype=float)
    sign = np.array([1.0 if row.is_one else -1.0 for row in found])
    sizes = Counter(row.group for row in found)
    heavy = np.array([sizes[row.group] ** -0.5 for row in found])
    best = fit_ridge(has, sign, heavy, RIDGE)
    return dict(zip((*names, START), (100 * best).tolist(), strict=True))


def judged(weights: dict[str, float], found: Sequence[Row]) -> Tally:
    """How well the weights alone tell the rows apart, pair by pair."""
    tally = Tally()
    for row in found:
        is_one = weights[START] + sum(weights.get(name, 0.0) for name in row.why) >= LEAST
        tally.hits += is_one and row.is_one
        tally.extra += is_one and not row.is_one
        tally.missed += row.is_one and not is_one
    return tally


def check(by_group: dict[str, list[Row]]) -> None:
    """Print how each fifth of the groups is told by what the others teach."""
    draw = np.random.default_rng(SEED).integers(0, FOLDS, len(by_group))
    total = Tally()
    for fold in range(FOLDS):
        apart = {name for name, at in zip(by_group, draw, strict=True) if at == fold}
        weights = fit([row for name, found in by_group.items() if name not in apart for row in found])
        tally = judged(weights, [row for name in apart for row in by_group[name]])
        total += tally
    print(f"pairs, by groups left out: P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}")


def main(arguments: Sequence[str]) -> None:
    """Fit on the groups that may be tuned on; print the check, or write the weights."""
    folders = [Path(a) for a in arguments if not a.startswith("--")] or [OURS / "dev"]
    paths = sorted(path for folder in folders for path in folder.glob("*/gold.json"))
    by_group = {path.parent.name: list(rows(path.parent.name, Group(path.parent))) for path in paths}
    check(by_group)
    if "--check" not in arguments:
        write_weights(WRITTEN, HEAD, fit([row for found in by_group.values() for row in found]))


if __name__ == "__main__":
    main(sys.argv[1:])
