"""Choosing the figures that count: exactly, with no two that may count one person; and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from guvoh.assessment.boxes import Box, contained
from guvoh.assessment.columns import Numbers
from guvoh.assessment.told_again import Choice


def solve(values: Sequence[float], rows: Sequence[Sequence[int]], choices: Sequence[Choice] = ()) -> frozenset[int]:
    """The indices that give the largest sum of `values` with at most one of each row, and of each choice one part.

    Mixed-integer programme, solved to optimality (relative gap 0) by HiGHS (Huangfu and Hall 2018) through SciPy. Each
    part of a choice has a variable of its own, which is 1 where any index of the part is taken; they sum to 1 at most.
    """
    if not values:
        return frozenset()
    bound = set(chain(chain.from_iterable(rows), chain.from_iterable(chain.from_iterable(choices))))
    free = frozenset(range(len(values))) - bound
    if not bound:
        return free
    lines: list[tuple[Sequence[int], Sequence[int]]] = [(row, [1] * len(row)) for row in rows]
    limits, size = [1] * len(rows), len(values)
    for parts in choices:
        lines.append((range(size, size + len(parts)), [1] * len(parts)))
        lines += [((index, size + n), (1, -1)) for n, part in enumerate(parts) for index in part]
        limits += [1] + [0] * sum(map(len, parts))
        size += len(parts)
    worth = np.zeros(size)
    worth[: len(values)] = values
    taken = _solved(worth, lines, limits)
    return free | {i for i in bound if taken[i] > 0.5}


def _solved(values: Numbers, lines: Sequence[tuple[Sequence[int], Sequence[int]]], limits: Sequence[int]) -> Numbers:
    """Which of the variables are 1 at best; a line holds the variables that are limited together, and their factors."""
    across = np.repeat(np.arange(len(lines)), [len(line) for line, _ in lines])
    down = np.fromiter(chain.from_iterable(line for line, _ in lines), np.int64, len(across))
    factors = np.fromiter(chain.from_iterable(by for _, by in lines), np.float64, len(across))
    result = milp(
        -values,
        integrality=np.ones(len(values)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(csr_array((factors, (across, down)), (len(lines), len(values))), -np.inf, limits),
        options={"mip_rel_gap": 0},
    )
    if not result.success:
        raise AssertionError(f"choosing among {len(values)} figures always has a solution: {result.message}")
    taken: Numbers = result.x
    return taken


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


def because_told_again(rival: Box) -> str:
    """Why a box does not count beside `rival`, which tells the same claim."""
    return f"the same number from the same source as {rival.told.id}, told for another place"
