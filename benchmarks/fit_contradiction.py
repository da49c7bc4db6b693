"""Fit the weights of `guvoh.assessment.contradiction` on groups of pages: `fit_contradiction.py [FOLDER...] [--check]`.

Every two figures of one event, as weighing draws it, that may contradict each other are a row of the traits that
`contradiction` names, and whether gold.json has them as a conflict. A logistic regression with a ridge is fitted. The
result is written to `data/contradiction.toml`, in hundredths. With --check nothing is written, and each fifth of the
groups is judged by what the others teach.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from logistic import fit_ridge, write_weights
from score_groups import OURS, Group

import guvoh.assessment
from guvoh.assessment.comparing import within
from guvoh.assessment.contradiction import LEAST, START, may_contradict, traits
from guvoh.assessment.groundwork import lay

WRITTEN = Path(guvoh.assessment.__file__).parent / "data" / "contradiction.toml"
HEAD = """# What each trait of two different numbers of one event adds to the log-odds that they
# contradict each other, in hundredths. Written by benchmarks/fit_contradiction.py from tests/golden/groups/dev.
[weights]
"""
RIDGE = 10.0
FOLDS, SEED = 5, 20261127


class Row(NamedTuple):
    """Two figures of a group: what there is about them, and which conflicts of gold they are."""

    group: str
    why: frozenset[str]
    conflicts: frozenset[int]


def rows(name: str, group: Group) -> Iterator[Row]:
    """The pairs of figures of a group that may contradict each other."""
    laid = lay(list(group.findings.values()), put_together=True)
    for happening in laid.happenings:
        for a, b in within(happening.members):
            if may_contradict(a, b):
                met = (n for n, gold in enumerate(group.gold["conflicts"]) if _is(group, (a.id, b.id), gold))
                yield Row(name, frozenset(traits(a, b)), frozenset(met))


def _is(group: Group, pair: tuple[str, str], gold: Sequence[dict[str, str]]) -> bool:
    return any(group.counts(x, gold[0]) and group.counts(y, gold[1]) for x, y in (pair, pair[::-1]))


def fit(found: Sequence[Row]) -> dict[str, float]:
    """The weights, in hundredths, under which the rows are likeliest, with a ridge."""
    names = sorted({name for row in found for name in row.why})
    has = np.array([[name in row.why for name in names] for row in found], dtype=float)
    sign = np.array([1.0 if row.conflicts else -1.0 for row in found])
    best = fit_ridge(has, sign, np.ones(len(found)), RIDGE)
    return dict(zip((*names, START), (100 * best).tolist(), strict=True))


def check(found: Sequence[Row], names: Sequence[str], pages: int) -> None:
    """Print how each fifth of the groups is told by what the others teach."""
    fold = dict(zip(names, np.random.default_rng(SEED).integers(0, FOLDS, len(names)), strict=True))
    told: list[tuple[float, Row]] = []
    for one in range(FOLDS):
        weights = fit([row for row in found if fold[row.group] != one])
        apart = (row for row in found if fold[row.group] == one)
        told += [(weights[START] + sum(weights.get(name, 0) for name in row.why), row) for row in apart]
    for least in (LEAST - 40, LEAST, LEAST + 40):
        chosen = [row for odds, row in told if odds >= least]
        hits = {(row.group, n) for row in chosen for n in row.conflicts}
        false = sum(not row.conflicts for row in chosen)
        print(f"from {least} on: {len(hits)} conflicts, {false / pages:.3f} false a page")


def main(arguments: Sequence[str]) -> None:
    """Fit on the groups that may be tuned on; print the check, or write the weights."""
    folders = [Path(a) for a in arguments if not a.startswith("--")] or [OURS / "dev"]
    paths = sorted(path for folder in folders for path in folder.glob("*/gold.json"))
    groups = {path.parent.name: Group(path.parent) for path in paths}
    found = [row for name, group in groups.items() for row in rows(name, group)]
    check(found, list(groups), sum(len(group.paths) for group in groups.values()))
    if "--check" not in arguments:
        write_weights(WRITTEN, HEAD, fit(found))


if __name__ == "__main__":
    main(sys.argv[1:])
