"""Train the learned acts: `train.py UD_DIR VECTORS.json [--check]`; --check only cross-validates.

Reads rows.py's sentences: our own, those of tests/golden that may be trained on, and plain ones of the treebanks in
UD_DIR (those of the English pipeline); writes weights.npz and network.npz. One logistic regression for each act over
the features of guvoh.extraction.learned, with a ridge (L-BFGS, scipy), and the network of network.py, whose sums count
half each; fixed folds and draws.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from network import Vectors, read_vectors, train, write_network
from rows import HERE, Row, Table, held_pages, table
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from guvoh.extraction.learned.acts import RIVALS
from guvoh.extraction.learned.network import Network
from guvoh.model.acts import acts

FOLDS, SEED = 3, 20260311
RIDGE = 0.1
STEPS = 80
SEEN = 2
"""A feature must stand in at least this many sentences."""
DROPPED_RIGHT, DROP_MARGIN = 0.9, 1.25
"""Share of drops that must be right in cross-validation, and what is taken off that threshold: in running text, where
the rules look at the sentences around, they are surer."""
ADD_MARGIN = 0.75
"""What is put on the best sum for adding. The running text was written to tell acts in rare words; on 32 plain pages
that nothing was trained on, F1 is flat from the best sum to two above it (0.73 to 0.76), while precision rises from
0.71 to 0.85 and recall falls from 0.75 to 0.66: what is added wrongly costs a reader more than what is left out."""
NOT_LEARNED = {"other"}
TERMS = [term for term in sorted(acts()) if term not in NOT_LEARNED]

Array = Any


class Thresholds(NamedTuple):
    """From which sum an act is added to the rules', and below which a rule's act is dropped."""

    add: float
    drop: float


def matrix(rows: Sequence[Row], keys: dict[str, int]) -> csr_matrix:
    """The rows as a sparse matrix over the known keys."""
    entries = [(n, keys[k], v) for n, row in enumerate(rows) for k, v in row.items() if k in keys]
    at, column, value = zip(*entries, strict=True)
    return csr_matrix((np.array(value), (at, column)), shape=(len(rows), len(keys)))


def vocabulary(rows: Sequence[Row]) -> dict[str, int]:
    """Features that stand in enough sentences, in alphabetical order."""
    seen = Counter(key for row in rows for key in row)
    return {key: n for n, key in enumerate(sorted(k for k, count in seen.items() if count >= SEEN))}


def fit(rows: csr_matrix, wanted: Array) -> tuple[Array, Array]:
    """Weights (features by acts) and biases that minimise the logistic loss with the ridge."""
    size, terms = rows.shape[1], wanted.shape[1]

    def loss(flat: Array) -> tuple[float, Array]:
        weights, bias = flat[: size * terms].reshape(size, terms), flat[size * terms :]
        totals = rows @ weights + bias
        error = 1 / (1 + np.exp(-totals)) - wanted
        value = np.logaddexp(0, totals).sum() - (totals * wanted).sum() + RIDGE / 2 * (weights**2).sum()
        return value, np.concatenate([(rows.T @ error + RIDGE * weights).ravel(), error.sum(axis=0)])

    start = np.zeros(size * terms + terms)
    start[size * terms :] = -3.0
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return best[: size * terms].reshape(size, terms), best[size * terms :]


def out_of_fold(data: Table, wanted: Array, vectors: Vectors) -> tuple[Array, Array]:
    """For each sentence the sums given by a model that has not seen its page: with the rules' hits, and without."""
    pages = sorted(set(data.pages))
    draw = dict(zip(pages, np.random.default_rng(SEED).integers(0, FOLDS, len(pages)), strict=True))
    fold = np.array([draw[page] for page in data.pages])
    plain = np.array([part == "plain" for part in data.parts])
    totals, own = np.zeros_like(wanted), np.zeros_like(wanted)
    for n in range(FOLDS):
        seen, rest = np.flatnonzero(fold != n), np.flatnonzero(fold == n)
        keys = vocabulary([data.rows[i] for i in seen])
        table = matrix(data.rows, keys)
        weights, bias = fit(table[seen], wanted[seen])
        network = train(vectors, [data.said[i] for i in seen], wanted[seen], plain[seen], nets=1)
        heard = hear(network, [data.said[i] for i in rest])
        linear = table[rest] @ weights + bias
        totals[rest] = (linear + heard) / 2
        own[rest] = (without_rules(table[rest], keys, weights, linear) + heard) / 2
    return totals, own


def hear(network: Network, said: Sequence[Sequence[str]]) -> Array:
    """The network's sums for each sentence."""
    return np.array([network.hear(words).sums for words in said])


def without_rules(seen: csr_matrix, keys: dict[str, int], weights: Array, totals: Array) -> Array:
    """The sums less what the rules' hits put in."""
    hits = [n for key, n in keys.items() if key.startswith("r:")]
    return totals - seen[:, hits] @ weights[hits]


def told(totals: Array, own: Array, ruled: Array, at: Thresholds) -> Array:
    """Which acts are told of which sentence, as guvoh.extraction.learned.acts settles it."""
    kept = (ruled > 0) & (totals >= at.drop)
    for n, sure in enumerate(np.minimum(totals, own)):
        taken = (ruled[n] > 0) | kept[n]
        for act in sorted(np.flatnonzero((sure >= at.add) & ~taken), key=lambda a: -totals[n, a]):
            if not (taken & RIVALRY[act]).any():
                kept[n, act] = taken[act] = True
    return kept


RIVALRY = np.array([[a != b and any({a, b} <= group for group in RIVALS) for b in TERMS] for a in TERMS])


def figures(found: Array, wanted: Array) -> tuple[float, float, float]:
    """Precision, recall and F1 over all acts together."""
    hits = (found & (wanted > 0)).sum()
    return hits / max(found.sum(), 1), hits / max(wanted.sum(), 1), 2 * hits / max(found.sum() + wanted.sum(), 1)


def thresholds(totals: Array, own: Array, ruled: Array, wanted: Array, running: Array) -> Thresholds:
    """The highest sum below which enough drops are right, and the sum, with its margin, that adds best (F1) to text."""
    steps = np.arange(-6, 1, 0.125)

    def right(below: float) -> float:
        dropped = (totals < below) & (ruled > 0)
        return (dropped & (wanted == 0)).sum() / max(dropped.sum(), 1)

    drop = float(max((s for s in steps if right(s) >= DROPPED_RIGHT), default=steps[0])) - DROP_MARGIN

    def reached(add: float) -> float:
        found = told(totals[running], own[running], ruled[running], Thresholds(add, drop))
        return figures(found, wanted[running])[2]

    return Thresholds(float(max(steps, key=reached)) + ADD_MARGIN, drop)


def calibrate(totals: Array, wanted: Array) -> Array:
    """Slope and shift of the logistic curve from sum to probability (Platt 1999)."""

    def loss(line: Array) -> float:
        z = line[0] * totals + line[1]
        return float(np.logaddexp(0, z).sum() - (z * wanted).sum())

    return minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x


def marks(sets: Sequence[frozenset[str]]) -> Array:
    """A row for each sentence, a column for each act: one where the act is in the set."""
    return np.array([[float(term in found) for term in TERMS] for found in sets])


def show(name: str, found: Array, before: Array, wanted: Array) -> None:
    """Print precision, recall and F1 of the rules, and with the model."""
    rules, both = figures(before > 0, wanted), figures(found, wanted)
    print(f"{name}: rules P {rules[0]:.3f} R {rules[1]:.3f} F1 {rules[2]:.3f};", end=" ")
    print(f"with the model P {both[0]:.3f} R {both[1]:.3f} F1 {both[2]:.3f}", flush=True)


def main(ud: Path, source: Path, *, check: bool) -> None:
    """Read, cross-validate, print; unless only checking, train on all and write the weights."""
    data, vectors = table(ud), read_vectors(source)
    wanted, ruled = marks(data.labels), marks(data.ruled)
    totals, own = out_of_fold(data, wanted, vectors)
    running = np.array([part == "running" for part in data.parts])
    fair = np.array([part != "tuned" for part in data.parts])
    at = thresholds(totals[fair], own[fair], ruled[fair], wanted[fair], running[fair])
    found = told(totals, own, ruled, at)
    for name in dict.fromkeys(data.parts):
        part = np.array([p == name for p in data.parts])
        show(name, found[part], ruled[part], wanted[part])
    line = calibrate(totals[running], wanted[running])
    print(f"{len(data.rows)} sentences; add {at.add}, drop {at.drop}, calibration {line[0]:.2f} {line[1]:.2f}")
    if not check:
        write(data, wanted, at, line, vectors)


def show_held(weights: Array, bias: Array, keys: dict[str, int], network: Network, at: Thresholds) -> None:
    """Print how the pages that are kept out are read."""
    held = held_pages()
    seen, ruled, heard = matrix(held.rows, keys), marks(held.ruled), hear(network, held.said)
    linear = seen @ weights + bias
    own = without_rules(seen, keys, weights, linear)
    show("pages kept out", told((linear + heard) / 2, (own + heard) / 2, ruled, at), ruled, marks(held.labels))


def write(data: Table, wanted: Array, at: Thresholds, line: Array, vectors: Vectors) -> None:
    """Train on everything and write the weights, each act's column scaled to whole numbers of eight bits."""
    keys = vocabulary(data.rows)
    weights, bias = fit(matrix(data.rows, keys), wanted)
    network = train(vectors, data.said, wanted, np.array([part == "plain" for part in data.parts]))
    write_network(network, HERE / "network.npz")
    show_held(weights, bias, keys, network, at)
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
        add=np.full(len(TERMS), at.add, np.float32),
        drop=np.full(len(TERMS), at.drop, np.float32),
        calibration=line.astype(np.float32),
        terms=np.array(TERMS),
    )
    print(f"weights.npz: {len(kept)} features, {(HERE / 'weights.npz').stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), check="--check" in sys.argv[2:])
