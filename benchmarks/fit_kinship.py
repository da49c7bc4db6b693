"""Fit the weights of `guvoh.assessment.kinship` on groups of pages: `fit_kinship.py [FOLDER...] [--check]`.

Each pair of documents of which a group's gold says how they stand, and which weighing lists, is a row of the features
that `features` names. A multinomial logistic regression with a ridge is fitted; the result is written to
`data/kinship.toml`, in hundredths. Each fifth of the groups is judged by what the others teach, for several draws, and
that is printed; with --check nothing is written.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from score_groups import OURS, Group

import guvoh.assessment
from guvoh.assessment.groundwork import lay
from guvoh.assessment.judging import Pages
from guvoh.assessment.kinship import RELATIONS, START, Features
from guvoh.assessment.lineage import document_pairs
from guvoh.assessment.sharing import Found, Seen
from guvoh.assessment.sources import Registry
from guvoh.model import Findings

WRITTEN = Path(guvoh.assessment.__file__).parent / "data" / "kinship.toml"
HEAD = """# What each feature of two documents about one event adds to the log-odds of each relation, in hundredths.
# Written by benchmarks/fit_kinship.py from tests/golden/groups/dev.
"""
RIDGE = 50.0
RARE = 0.15  # the least spread that a feature is taken to have: what few pairs have is learnt with care
FOLDS, DRAWS, SEED = 5, 4, 20261127
Floats = NDArray[np.float64]
Weights = Mapping[str, Mapping[str, float]]


class Row(NamedTuple):
    """Two documents of a group: what they have in common, and how they stand."""

    group: str
    features: Features
    relation: str


class Settled(NamedTuple):
    """The pairs of a group's gold that no weights decide: how many, and how many of these strict rules tell rightly."""

    pairs: int
    right: int


def rows(folder: Path) -> tuple[list[Row], Settled]:
    """The pairs of a group that the weights are to decide, and those that they are not."""
    group = Group(folder)
    return listed(folder.name, group.gold, list(group.findings.values()))


def listed(name: str, gold: Mapping[str, Any], findings: Sequence[Findings]) -> tuple[list[Row], Settled]:
    """The same of findings ready made."""
    laid = lay(findings)
    pages = Noting(laid.registry)
    pairs = document_pairs(laid.happenings, laid.entries, laid.reuse, laid.registry, laid.whole, pages=pages)
    told, seen = {_pair(pair.a, pair.b): pair.relation.value for pair in pairs}, pages.seen
    wanted = {frozenset((want["a"], want["b"])): want["relation"] for want in gold["documents"]}
    found = [Row(name, seen[pair], relation) for pair, relation in wanted.items() if pair in seen]
    right = sum(told.get(pair) == relation for pair, relation in wanted.items() if pair not in seen)
    return found, Settled(len(wanted) - len(found), right)


class Noting(Pages):
    """Judges pairs, and notes what each has in common."""

    def __init__(self, registry: Registry) -> None:
        super().__init__(registry)
        self.seen: dict[frozenset[str], Features] = {}

    def features(self, one: Seen, other: Seen, found: Found) -> Features:
        """The features, noted under the names of the two files."""
        noted = self.seen[_pair(one[0].path, other[0].path)] = super().features(one, other, found)
        return noted


def _pair(a: str, b: str) -> frozenset[str]:
    return frozenset((Path(a).name, Path(b).name))


def fit(found: Sequence[Row]) -> dict[str, dict[str, float]]:
    """The weights, in hundredths, under which the rows are likeliest, with a ridge on features of like spread."""
    names = sorted({name for row in found for name in row.features})
    has = np.array([[row.features.get(name, 0.0) for name in names] for row in found], dtype=float)
    mean, spread = has.mean(axis=0), np.maximum(has.std(axis=0), RARE)
    said = np.array([[row.relation == relation for relation in RELATIONS] for row in found], dtype=float)
    best = 100 * _likeliest((has - mean) / spread, said)
    plain = best[:-1] / spread[:, None]
    start = best[-1] - mean @ plain
    return {
        relation.value: {**dict(zip(names, plain[:, n].tolist(), strict=True)), START: float(start[n])}
        for n, relation in enumerate(RELATIONS)
    }


def _likeliest(has: Floats, said: Floats) -> Floats:
    """The weights of a multinomial logistic regression, that of the start last."""
    shape = has.shape[1] + 1, said.shape[1]

    def loss(x: Floats) -> tuple[float, Floats]:
        w = x.reshape(shape)
        odds = has @ w[:-1] + w[-1]
        odds -= odds.max(axis=1, keepdims=True)
        likely = np.exp(odds) / np.exp(odds).sum(axis=1, keepdims=True)
        value = -np.log(likely[said > 0]).sum() + RIDGE / 2 * (w[:-1] ** 2).sum()
        slope = likely - said
        return float(value), np.vstack([has.T @ slope + RIDGE * w[:-1], slope.sum(axis=0)]).ravel()

    found: Floats = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B").x.reshape(shape)
    return found


def told(weights: Weights, row: Row) -> str:
    """The relation that the weights make likeliest."""
    return max(weights, key=lambda relation: _score(weights[relation], row.features))


def _score(table: Mapping[str, float], features: Features) -> float:
    return table[START] + sum(table.get(name, 0.0) * value for name, value in features.items())


def check(by_group: Mapping[str, Sequence[Row]], settled: Settled) -> None:
    """Print how each fifth of the groups is told by what the others teach."""
    every = sum(map(len, by_group.values())) + settled.pairs
    right, wrong = [], Counter[tuple[str, str]]()
    for seed in range(DRAWS):
        draw = np.random.default_rng(SEED + seed).permutation(len(by_group)) % FOLDS
        hits = settled.right
        for fold in range(FOLDS):
            apart = {name for name, at in zip(by_group, draw, strict=True) if at == fold}
            weights = fit([row for name, found in by_group.items() if name not in apart for row in found])
            told_apart = [(row.relation, told(weights, row)) for name in apart for row in by_group[name]]
            hits += sum(want == have for want, have in told_apart)
            wrong.update((want, have) for want, have in told_apart if want != have)
        right.append(hits)
    print(f"relations, by groups left out: {np.mean(right):.1f} of {every} right ({min(right)} to {max(right)})")
    print("\n".join(f"{want} told as {have}: {n / DRAWS:.1f}" for (want, have), n in wrong.most_common()))


def main(arguments: Sequence[str]) -> None:
    """Fit on the groups that may be tuned on; print the check, and write the weights."""
    folders = [Path(a) for a in arguments if not a.startswith("--")] or [OURS / "dev"]
    paths = sorted(path.parent for folder in folders for path in folder.glob("*/gold.json"))
    read = {path.name: rows(path) for path in paths}
    by_group = {name: found for name, (found, _) in read.items()}
    settled = [found for _, found in read.values()]
    check(by_group, Settled(sum(s.pairs for s in settled), sum(s.right for s in settled)))
    if "--check" not in arguments:
        weights = fit([row for found in by_group.values() for row in found])
        parts = (
            f"\n[{relation}]\n" + "".join(f'"{name}" = {round(value)}\n' for name, value in sorted(table.items()))
            for relation, table in weights.items()
        )
        WRITTEN.write_text(HEAD + "".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
