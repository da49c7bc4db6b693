"""Fit the weights of `guvoh.assessment.matter_odds` on groups of pages: `fit_matters.py [FOLDER...] [--check]`.

Every two pages are a row of the traits that the two have in common; of one group they are of one matter, of two groups
of two. The many rows of two groups together count `AGAINST` times as much as those of one. A logistic regression with
a ridge is fitted, and how often two of these rows are of one matter is taken out of its start. The result is written to
`data/matters.toml`, in hundredths. With --check nothing is written, and each fifth of the groups is judged by what the
others teach: the share of pairs found and of false ones, as if of so many documents put together.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from logistic import fit_ridge, write_weights
from score_groups import OURS, Group

import guvoh.assessment
from guvoh.assessment.corpus import gather
from guvoh.assessment.matter_odds import START, Sketch, sketch, traits

WRITTEN = Path(guvoh.assessment.__file__).parent / "data" / "matters.toml"
HEAD = """# What each trait of two documents adds to the log-odds that they are of one matter, in hundredths.
# Written by benchmarks/fit_matters.py from tests/golden/groups/dev.
[weights]
"""
RIDGE, AGAINST = 3.3, 3.0
FOLDS, SEED = 5, 20261127
SIZES = (3, 4, 10, 50)


class Row(NamedTuple):
    """Two pages: their groups, what they have in common, and whether they are of one matter."""

    groups: tuple[str, str]
    why: frozenset[str]
    is_one: bool


def rows(pages: Sequence[tuple[str, Sketch]]) -> Iterator[Row]:
    """Every two pages, each given with the name of its group."""
    for (one, a), (other, b) in combinations(pages, 2):
        yield Row((one, other), frozenset(traits(a, b)), one == other)


def fit(found: Sequence[Row]) -> dict[str, float]:
    """The weights, in hundredths, under which the rows are likeliest, with a ridge."""
    names = sorted({name for row in found for name in row.why})
    has = np.array([[name in row.why for name in names] for row in found], dtype=float)
    is_one = np.array([row.is_one for row in found])
    heavy = np.where(is_one, 1.0, AGAINST * is_one.sum() / max(1, (~is_one).sum()))
    best = fit_ridge(has, np.where(is_one, 1.0, -1.0), heavy, RIDGE)
    best[-1] += math.log(AGAINST)  # the likelihood ratio is the odds over those before anything was read
    return dict(zip((*names, START), (100 * best).tolist(), strict=True))


def check(found: Sequence[Row], names: Sequence[str]) -> None:
    """Print how each fifth of the groups is told by what the others teach."""
    fold = dict(zip(names, np.random.default_rng(SEED).integers(0, FOLDS, len(names)), strict=True))
    told: list[tuple[float, bool]] = []
    for one in range(FOLDS):
        weights = fit([row for row in found if all(fold[name] != one for name in row.groups)])
        apart = (row for row in found if all(fold[name] == one for name in row.groups))
        told += [(sum(weights.get(name, 0) for name in (START, *row.why)), row.is_one) for row in apart]
    for size in SIZES:
        least = 100 * math.log(size - 1)
        right, wrong = ([odds >= least for odds, is_one in told if is_one is want] for want in (True, False))
        print(f"of {size}: {np.mean(right):.3f} found, {np.mean(wrong):.4f} false")


def main(arguments: Sequence[str]) -> None:
    """Fit on the groups that may be tuned on; print the check, or write the weights."""
    folders = [Path(a) for a in arguments if not a.startswith("--")] or [OURS / "dev"]
    paths = sorted(path for folder in folders for path in folder.glob("*/gold.json"))
    groups = {path.parent.name: Group(path.parent) for path in paths}
    entries = ((name, entry) for name, group in groups.items() for entry in gather(list(group.findings.values())))
    found = list(rows([(name, sketch(entry)) for name, entry in entries]))
    check(found, list(groups))
    if "--check" not in arguments:
        write_weights(WRITTEN, HEAD, fit(found))


if __name__ == "__main__":
    main(sys.argv[1:])
