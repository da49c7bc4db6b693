"""Train the learned acts: `train.py UD_DIR VECTORS.json [--network] [--check]`; --check writes nothing.

Reads rows.py's sentences: our own, those of tests/golden that may be trained on, and plain ones of the treebanks in
UD_DIR (those of the English pipeline); writes weights.npz and, with --network, network.npz. First a logistic
regression for each act over the features of guvoh.extraction.learned and the network of network.py, both without the
whole pages; then a second step on those (regression.py), out of fold for the lines (lines.py); fixed folds and draws.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from lines import RIVAL, TERMS, Judged, Lines, adding, calibrate, draw, figures, told
from network import read_vectors, train, write_network
from regression import Second, fit, fit_second, matrix, vocabulary
from rows import HERE, WHOLE, Row, Table, held_pages, table
from scipy.sparse import csr_matrix

from guvoh.extraction.learned.network import Network, read_network

FOLDS, SEED = 5, 20260311

Array = Any


class First(NamedTuple):
    """What was learnt without the whole pages: features, weights and biases of the regression, and the network."""

    keys: dict[str, int]
    weights: Array
    bias: Array
    network: Network

    def sums(self, rows: Sequence[Row], said: Sequence[Sequence[str]]) -> tuple[csr_matrix, Array, Array]:
        """Features of sentences, the regression's sums and the network's."""
        seen = matrix(rows, self.keys)
        return seen, seen @ self.weights + self.bias, np.array([heard.sums for heard in self.network.hear(said)])


def marks(sets: Sequence[frozenset[str]]) -> Array:
    """A row for each sentence, a column for each act: one where the act is in the set."""
    return np.array([[float(term in found) for term in TERMS] for found in sets])


def learn_first(data: Table, source: Path, *, network: bool) -> First:
    """The regression and, if wanted, the network without the whole pages; what only those have gets no weight."""
    seen = [n for n, part in enumerate(data.parts) if part not in WHOLE]
    wanted = marks([data.labels[n] for n in seen])
    keys = vocabulary([data.rows[n] for n in seen])
    weights, bias = fit(matrix([data.rows[n] for n in seen], keys), wanted)
    if network:
        plain = np.array([data.parts[n] == "plain" for n in seen])
        write_network(train(read_vectors(source), [data.said[n] for n in seen], wanted, plain), HERE / "network.npz")
    heard = read_network(HERE / "network.npz")
    for key in vocabulary([row for row, part in zip(data.rows, data.parts, strict=True) if part in WHOLE]):
        keys.setdefault(key, len(keys))
    more = np.zeros((len(keys) - len(weights), len(TERMS)))
    return First(keys, np.vstack([weights, more]), bias, heard)


def hit_rows(keys: dict[str, int]) -> list[int]:
    """The features that are the rules' hits."""
    return [n for key, n in keys.items() if key.startswith("r:")]


def judge(first: First, second: Second, data: Table, at: Sequence[int]) -> Judged:
    """What both steps say of some sentences, beside what is right."""
    seen, linear, heard = first.sums([data.rows[n] for n in at], [data.said[n] for n in at])
    totals = second.sums(seen, linear, heard)
    hits = hit_rows(first.keys)
    own = totals - seen[:, hits] @ (second.first * first.weights[hits] + second.change[hits])
    wanted = marks([data.labels[n] for n in at])
    sure = 1 - marks([data.arguable[n] for n in at])
    return Judged(totals, own, marks([data.ruled[n] for n in at]), wanted, sure)


def learn_second(first: First, data: Table, pages: Sequence[int]) -> Second:
    """The second step on some sentences of the whole pages, beside near misses, which such pages seldom have."""
    near = [n for n, part in enumerate(data.parts) if part == "acts_dev" and not data.labels[n]]
    at = [*pages, *near]
    sums = first.sums([data.rows[n] for n in at], [data.said[n] for n in at])
    sure = 1 - marks([data.arguable[n] for n in at])
    return fit_second(*sums, marks([data.labels[n] for n in at]), sure)


def out_of_fold(first: First, data: Table) -> Judged:
    """The sentences of the whole pages that no rule was made with in sight, each judged without its page."""
    pages = sorted({page for page, part in zip(data.pages, data.parts, strict=True) if part in WHOLE})
    drawn = np.random.default_rng(SEED).permutation(len(pages)) % FOLDS
    fold = dict(zip(pages, drawn, strict=True))
    whole = [n for n, part in enumerate(data.parts) if part in WHOLE]
    judged = []
    for k in range(FOLDS):
        second = learn_second(first, data, [n for n in whole if fold[data.pages[n]] != k])
        rest = [n for n in whole if fold[data.pages[n]] == k and data.parts[n] == WHOLE[0]]
        judged.append(judge(first, second, data, rest))
    return Judged(*(np.concatenate(each) for each in zip(*judged, strict=True)))


def show(name: str, judged: Judged, at: Lines) -> None:
    """Print precision, recall and F1 of the rules, and with the model."""
    found = told(judged.totals, judged.own, judged.ruled, at)
    rules, both = (figures(f, judged.wanted, judged.sure) for f in (judged.ruled > 0, found))
    print(f"{name}: rules P {rules[0]:.3f} R {rules[1]:.3f} F1 {rules[2]:.3f};", end=" ")
    print(f"with the model P {both[0]:.3f} R {both[1]:.3f} F1 {both[2]:.3f}", flush=True)


def main(ud: Path, source: Path, *, network: bool, check: bool) -> None:
    """Read, learn, cross-validate, print; unless only checking, write."""
    data = table(ud)
    first = learn_first(data, source, network=network)
    judged = out_of_fold(first, data)
    at, curve = draw(judged), calibrate(judged.totals, judged.wanted, judged.sure)
    show("whole pages out of fold", judged, at)
    second = learn_second(first, data, [n for n, part in enumerate(data.parts) if part in WHOLE])
    held = held_pages()
    show("running pages kept out", judge(first, second, held, range(len(held.rows))), at)
    print(f"{len(data.rows)} sentences; add {at.add}, drop {at.drop}, calibration {curve[0]:.2f} {curve[1]:.2f}")
    print(f"the regression counts {second.first:.2f}, the network {second.network:.2f}")
    if not check:
        write(first, second, at, curve)


def write(first: First, second: Second, at: Lines, curve: Array) -> None:
    """Write both steps as one table of weights, each act's column scaled to whole numbers of eight bits.

    Reading takes the mean of its sum and the network's: all is divided by the network's share.
    """
    share = second.network
    weights = (second.first * first.weights + second.change) / share
    bias = (second.first * first.bias + second.shift) / share
    scale = np.abs(weights).max(axis=0) / 127
    whole = np.rint(weights / scale).astype(np.int8)
    kept = np.flatnonzero(whole.any(axis=1))
    names = list(first.keys)
    np.savez_compressed(
        HERE / "weights.npz",
        keys=np.frombuffer("\n".join(names[n] for n in kept).encode("utf-8"), dtype=np.uint8),
        weights=whole[kept],
        scale=scale.astype(np.float32),
        bias=bias.astype(np.float32),
        add=(adding(at.add) / (2 * share)).astype(np.float32),
        drop=np.full(len(TERMS), at.drop / (2 * share), np.float32),
        rival=((adding(at.add) + RIVAL) / (2 * share)).astype(np.float32),
        calibration=np.array([curve[0] * 2 * share, curve[1]], np.float32),
        terms=np.array(TERMS),
    )
    print(f"weights.npz: {len(kept)} features, {(HERE / 'weights.npz').stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), network="--network" in sys.argv, check="--check" in sys.argv)
