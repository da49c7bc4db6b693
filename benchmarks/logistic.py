"""Logistic regression with a ridge, and the tables from which weighing reads the weights."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]


def fit_ridge(has: Floats, sign: Floats, heavy: Floats, ridge: float) -> Floats:
    """The weights of the columns of `has`, then of the start, under which the rows are likeliest.

    `sign` is 1 or -1 for each row, `heavy` how much it counts; the ridge, which spares the start, is per unit squared.
    """

    def loss(x: Floats) -> tuple[float, Floats]:
        told = sign * (has @ x[:-1] + x[-1])
        slope = -heavy * sign / (1 + np.exp(told))
        value = (heavy * np.logaddexp(0, -told)).sum() + ridge / 2 * (x[:-1] @ x[:-1])
        return float(value), np.append(has.T @ slope + ridge * x[:-1], slope.sum())

    found: Floats = minimize(loss, np.zeros(has.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return found


def write_weights(path: Path, head: str, weights: Mapping[str, float]) -> None:
    """Write weights in hundredths as a table, by name, below `head`."""
    lines = (f'"{name}" = {round(value)}' for name, value in sorted(weights.items()))
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
