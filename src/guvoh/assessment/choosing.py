"""Choosing the figures that count: exactly, with no two that may count one person; and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from guvoh.assessment.boxes import Box, contained


def solve(values: Sequence[float], rows: Sequence[Sequence[int]]) -> frozenset[int]:
    """The indices that give the largest sum of `values` with at most one index of each row.

    Mixed-integer programme, solved to optimality (relative gap 0) by HiGHS (Huangfu and Hall 2018) through SciPy.
    """
    if not values:
        return frozenset()
    bound = {index for row in rows for index in row}
    free = frozenset(range(len(values))) - bound
    if not rows:
        return free
    across = [r for r, row in enumerate(rows) for _ in row]
    down = [index for row in rows for index in row]
    matrix = csr_array((np.ones(len(down)), (across, down)), shape=(len(rows), len(values)))
    result = milp(
        -np.asarray(values, dtype=float),
        integrality=np.ones(len(values)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, -np.inf, 1),
        options={"mip_rel_gap": 0},
    )
    if not result.success:
        raise AssertionError(f"choosing among {len(values)} figures always has a solution: {result.message}")
    return free | {i for i in bound if result.x[i] > 0.5}


def because(box: Box, rival: Box) -> str:
    """Why `box` does not count beside `rival`, which does."""
    a, b = box.told, rival.told
    if a.stage and b.stage and a.stage != b.stage:
        return f"other stage of people who may be counted in {b.id}"
    if a.origin == b.origin and (box.event == rival.event):
        return f"same origin and event as {b.id}"
    if box.event == rival.event:
        return f"same event as {b.id}"
    if contained(a, b):
        return f"contained in {b.id}"
    return f"contains {b.id}" if contained(b, a) else f"may overlap {b.id}"
