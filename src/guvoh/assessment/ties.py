"""Which lines of an event tell of one happening by what their own statements say, and not by likeness alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from guvoh.assessment import scoring
from guvoh.assessment.corpus import Told

MOST = 200
"""Statements of other lines that one statement is set beside at most."""


def tied(members: Sequence[Told], lines: Collection[str]) -> frozenset[str]:
    """Those of the lines of which a statement joins one of another of them by the rules of `scoring`.

    An event may hold statements that only resemble each other, which is enough to show them together. That two lines
    confirm each other is a stronger claim.
    """
    found: set[str] = set()
    told = [m for m in members if m.line in lines]
    for at, one in enumerate(told):
        later = (m for m in told[at + 1 :] if m.line != one.line)
        for other in islice(later, MOST):
            if {one.line, other.line} <= found:
                continue
            if scoring.score(one, other).joins:
                found |= {one.line, other.line}
        if len(found) == len(lines):
            break
    return frozenset(found)
