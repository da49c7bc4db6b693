"""The regressions of the learned acts: one for each act over the features of a sentence, and what whole pages change.

The first is fitted on single sentences and invented pages, which were written to tell acts in rare words. The second
step fits, on whole pages of the usual mix, how much the first and the network count, how often each act is told, and
a small change to each weight (a ridge around the first: Chelba and Acero 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from rows import Row
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

RIDGE, STEPS = 0.5, 60
SEEN = 2
"""A feature must stand in at least this many sentences."""
CHANGE_RIDGE, SHIFT_RIDGE, CHANGE_STEPS = 8.0, 1.0, 60
"""How strongly the second step holds weights and each act's shift where they were; log loss out of fold is flat from
a ridge of 4 to 10 and rises below."""

Array = Any


class Second(NamedTuple):
    """How much the first regression and the network count, each act's shift, and the change to each weight."""

    first: float
    network: float
    shift: Array
    change: Array

    def sums(self, table: csr_matrix, first: Array, heard: Array) -> Array:
        """Sums (sentences, acts): log odds."""
        return self.first * first + self.network * heard + self.shift + table @ self.change


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


def fit_second(table: csr_matrix, first: Array, heard: Array, wanted: Array, sure: Array) -> Second:
    """The second step on the sentences of whole pages; where `sure` is 0 an act counts neither way.

    `table` are their features, `first` and `heard` the sums of the first regression and of the network, neither of
    which has seen these pages.
    """
    used = np.flatnonzero(table.getnnz(axis=0))
    few, terms = table[:, used], wanted.shape[1]

    def loss(flat: Array) -> tuple[float, Array]:
        by_first, by_network, all_shift = flat[:3]
        shift, change = flat[3 : 3 + terms], flat[3 + terms :].reshape(len(used), terms)
        totals = by_first * first + by_network * heard + all_shift + shift + few @ change
        error = (1 / (1 + np.exp(-totals)) - wanted) * sure
        value = (sure * (np.logaddexp(0, totals) - totals * wanted)).sum()
        value += SHIFT_RIDGE / 2 * (shift**2).sum() + CHANGE_RIDGE / 2 * (change**2).sum()
        slopes = [(error * first).sum(), (error * heard).sum(), error.sum()]
        moved = [error.sum(axis=0) + SHIFT_RIDGE * shift, (few.T @ error + CHANGE_RIDGE * change).ravel()]
        return value, np.concatenate([slopes, *moved])

    start = np.zeros(3 + terms + len(used) * terms)
    start[:2] = 0.5
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": CHANGE_STEPS}).x
    change = np.zeros((table.shape[1], terms))
    change[used] = best[3 + terms :].reshape(len(used), terms)
    return Second(best[0], best[1], best[2] + best[3 : 3 + terms], change)
