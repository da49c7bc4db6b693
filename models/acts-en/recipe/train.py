"""Train the learned acts: `python models/acts-en/recipe/train.py UD_DIR [--check]`; --check only cross-validates.

Reads sentences.tsv beside this folder, tests/golden/acts_dev.tsv, clusters.tsv and, as sentences that tell no act, a
fixed draw from the training parts of the treebanks in UD_DIR (those of the English pipeline) in which the rules find
none; writes weights.npz. One logistic regression for each act over the features of guvoh.extraction.learned, with a
ridge (L-BFGS, scipy); fixed folds and draws.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.triggers import find_triggers
from guvoh.extraction.learned.features import features
from guvoh.extraction.learned.model import read_groups
from guvoh.model import Document, Passage, Role
from guvoh.model.acts import acts

HERE = Path(__file__).parents[1]
DEV = Path(__file__).parents[3] / "tests" / "golden" / "acts_dev.tsv"
FOLDS, SEED = 4, 20260311
RIDGE = 0.1
SEEN = 2
"""A feature must stand in at least this many sentences."""
ADDED_RIGHT, DROPPED_RIGHT = 0.55, 0.9
"""Shares of additions and of drops that must be right in cross-validation: they fix the two thresholds."""
DROP_MARGIN = 1.25
"""Taken off the threshold for drops: in running text, where the rules look at the sentences around, they are surer."""
BACKGROUND, SHORTEST, LONGEST = 3500, 40, 400
"""How many sentences without an act are drawn, and between which lengths in characters."""
TREEBANKS = ("en_ewt-train", "en_gum_ccby-train")
NOT_LEARNED = {"other"}

Array = Any
Row = dict[str, float]


class Thresholds(NamedTuple):
    """From which sum an act is added to the rules', and below which a rule's act is dropped."""

    add: float
    drop: float


def read_rows(path: Path) -> list[tuple[frozenset[str], str]]:
    """The lines of a table of acts and sentence."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.split("\t", 1) for line in lines if line.strip())
    return [(frozenset(filter(None, terms.split(","))), sentence) for terms, sentence in pairs]


def background(folder: Path) -> list[str]:
    """Sentences of the treebanks of the same length as news, drawn by a fixed seed."""
    found: list[str] = []
    for name in TREEBANKS:
        text = (folder / f"{name}.conllu").read_text(encoding="utf-8")
        found += [s for s in re.findall(r"^# text = (.+)$", text, re.MULTILINE) if SHORTEST <= len(s) <= LONGEST]
    random.Random(SEED).shuffle(found)
    return found[:BACKGROUND]


def read_sentence(sentence: str, groups: Any) -> tuple[Row, frozenset[str]]:
    """The features of a sentence that stands alone, and the acts that the rules find in it."""
    size = len(sentence)
    document = Document("a", "0" * 64, "text/plain", sentence, (Passage(0, size, Role.BODY),), language="en")
    text = annotate(document)
    row: Row = {}
    told: set[str] = set()
    for part in text.sentences:
        found = [(t.term, t.head.i) for t in find_triggers(text, part)]
        told.update(term for term, _ in found)
        for feature in features(text, part, found, groups):
            row[feature.key] = feature.value
    return row, frozenset(told)


def matrix(rows: Sequence[Row], keys: dict[str, int]) -> csr_matrix:
    """The rows as a sparse matrix over the known keys."""
    entries = [(n, keys[k], v) for n, row in enumerate(rows) for k, v in row.items() if k in keys]
    at, column, value = zip(*entries, strict=True)
    return csr_matrix((np.array(value), (at, column)), shape=(len(rows), len(keys)))


def vocabulary(rows: Sequence[Row]) -> dict[str, int]:
    """Features that stand in enough sentences, in alphabetical order."""
    seen = Counter(key for row in rows for key in row)
    return {key: n for n, key in enumerate(sorted(k for k, count in seen.items() if count >= SEEN))}


def fit(table: csr_matrix, wanted: Array, ridge: float = RIDGE) -> tuple[Array, Array]:
    """Weights (features by acts) and biases that minimise the logistic loss with the ridge."""
    size, terms = table.shape[1], wanted.shape[1]

    def loss(flat: Array) -> tuple[float, Array]:
        weights, bias = flat[: size * terms].reshape(size, terms), flat[size * terms :]
        totals = table @ weights + bias
        error = 1 / (1 + np.exp(-totals)) - wanted
        value = np.logaddexp(0, totals).sum() - (totals * wanted).sum() + ridge / 2 * (weights**2).sum()
        return value, np.concatenate([(table.T @ error + ridge * weights).ravel(), error.sum(axis=0)])

    start = np.zeros(size * terms + terms)
    start[size * terms :] = -3.0
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return best[: size * terms].reshape(size, terms), best[size * terms :]


def out_of_fold(rows: Sequence[Row], wanted: Array) -> Array:
    """For each sentence the sums given by a model that has not seen it."""
    fold = np.random.default_rng(SEED).integers(0, FOLDS, len(rows))
    totals = np.zeros_like(wanted)
    for n in range(FOLDS):
        seen = [row for row, f in zip(rows, fold, strict=True) if f != n]
        keys = vocabulary(seen)
        weights, bias = fit(matrix(seen, keys), wanted[fold != n])
        totals[fold == n] = matrix([row for row, f in zip(rows, fold, strict=True) if f == n], keys) @ weights + bias
    return totals


def told(totals: Array, ruled: Array, at: Thresholds) -> Array:
    """Which acts are told of which sentence."""
    return np.where(ruled > 0, totals >= at.drop, totals >= at.add)


def figures(found: Array, wanted: Array) -> tuple[float, float, float]:
    """Precision, recall and F1 over all acts together."""
    hits = (found & (wanted > 0)).sum()
    return hits / max(found.sum(), 1), hits / wanted.sum(), 2 * hits / (found.sum() + wanted.sum())


def thresholds(totals: Array, ruled: Array, wanted: Array) -> Thresholds:
    """The lowest sum from which enough additions are right, the highest below which enough drops are."""

    def right(chosen: Array, truth: Array) -> float:
        return (chosen & truth).sum() / max(chosen.sum(), 1)

    steps = np.arange(-6, 3, 0.125)
    adding = [s for s in steps if right((totals >= s) & (ruled == 0), wanted > 0) >= ADDED_RIGHT]
    dropping = [s for s in steps if right((totals < s) & (ruled > 0), wanted == 0) >= DROPPED_RIGHT]
    return Thresholds(float(min(adding)), float(max(dropping)) - DROP_MARGIN)


def calibrate(totals: Array, wanted: Array) -> Array:
    """Slope and shift of the logistic curve from sum to probability (Platt 1999)."""

    def loss(line: Array) -> float:
        z = line[0] * totals + line[1]
        return float(np.logaddexp(0, z).sum() - (z * wanted).sum())

    return minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x


def main(ud: Path, *, check: bool) -> None:
    """Read, cross-validate, print; unless only checking, train on all and write the weights."""
    groups = read_groups(HERE / "clusters.tsv")
    own, dev = read_rows(HERE / "sentences.tsv"), read_rows(DEV)
    terms = [term for term in sorted(acts()) if term not in NOT_LEARNED]
    pairs = [read_sentence(sentence, groups) for _, sentence in own + dev]
    plain = [pair for s in background(ud) if not (pair := read_sentence(s, groups))[1]]
    rows = [row for row, _ in pairs + plain]
    labelled = [labels for labels, _ in own + dev] + [frozenset[str]()] * len(plain)
    wanted = np.array([[float(t in labels) for t in terms] for labels in labelled])
    ruled = np.array([[float(t in found) for t in terms] for _, found in pairs + plain])
    totals = out_of_fold(rows, wanted)
    at = thresholds(totals, ruled, wanted)
    parts = {"sentences": slice(0, len(own)), "acts_dev": slice(len(own), len(pairs)), "all": slice(None)}
    for name, part in parts.items():
        before = figures(ruled[part] > 0, wanted[part])
        after = figures(told(totals[part], ruled[part], at), wanted[part])
        print(f"{name}: rules P {before[0]:.3f} R {before[1]:.3f} F1 {before[2]:.3f};", end=" ")
        print(f"with the model P {after[0]:.3f} R {after[1]:.3f} F1 {after[2]:.3f}")
    line = calibrate(totals, wanted)
    print(f"{len(rows)} sentences; add {at.add}, drop {at.drop}, calibration {line[0]:.2f} {line[1]:.2f}")
    if not check:
        write(rows, wanted, terms, at, line)


def write(rows: Sequence[Row], wanted: Array, terms: Sequence[str], at: Thresholds, line: Array) -> None:
    """Train on everything and write the weights, each act's column scaled to whole numbers of eight bits."""
    keys = vocabulary(rows)
    weights, bias = fit(matrix(rows, keys), wanted)
    scale = np.abs(weights).max(axis=0) / 127
    whole = np.rint(weights / scale).astype(np.int8)
    kept = [n for n in range(len(keys)) if whole[n].any()]
    names = list(keys)
    np.savez_compressed(
        HERE / "weights.npz",
        keys=np.frombuffer("\n".join(names[n] for n in kept).encode("utf-8"), dtype=np.uint8),
        weights=whole[kept],
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
        add=np.full(len(terms), at.add, np.float32),
        drop=np.full(len(terms), at.drop, np.float32),
        calibration=line.astype(np.float32),
        terms=np.array(terms),
    )
    print(f"weights.npz: {len(kept)} features, {(HERE / 'weights.npz').stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), check="--check" in sys.argv[2:])
