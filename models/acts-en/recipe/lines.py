"""Where the lines lie: from which sum an act is told, below which a rule's is dropped, what probability a sum means."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from guvoh.extraction.learned.acts import RIVALS
from guvoh.model.acts import acts

FLAT = 0.005
"""What of F1 is given for precision: what is told wrongly costs a reader more than what is left out, and F1 is flat
around its best."""
DROPPED_WRONG = 0.95
"""Share of a rule's acts dropped that must be wrong: F still rises a little above the line that this gives, but on
published pages, whose words the rules were made for, a higher line dropped acts that were told."""
RIVAL = 0.5
"""How far above the line for adding an act must lie that is told beside its rival."""
NOT_LEARNED = {"other"}
SURE_ONLY = frozenset("raid hate_speech due_process_denial denial_of_service dismissal work_ban".split())
"""Acts that are told beside others, of which the model was right in about one of four on pages it had not seen."""
RAISED = 1.5
"""How much higher the line of those acts lies: from there on the model was right in about half."""
TERMS = [term for term in sorted(acts()) if term not in NOT_LEARNED]
RIVALRY = np.array([[a != b and any({a, b} <= group for group in RIVALS) for b in TERMS] for a in TERMS])

Array = Any


def adding(add: float) -> Array:
    """The line for adding of each act, in the order of TERMS."""
    return np.array([add + RAISED * (term in SURE_ONLY) for term in TERMS])


class Lines(NamedTuple):
    """From which sum an act is added to the rules', and below which a rule's act is dropped."""

    add: float
    drop: float


class Judged(NamedTuple):
    """Sentences by acts: sums, sums without the rules' hits, the rules' hits, what is told, what counts at all."""

    totals: Array
    own: Array
    ruled: Array
    wanted: Array
    sure: Array


def told(totals: Array, own: Array, ruled: Array, at: Lines) -> Array:
    """Which acts are told of which sentence, as guvoh.extraction.learned.acts settles it."""
    kept = (ruled > 0) & (totals >= at.drop)
    lines = adding(at.add)
    for n, sure in enumerate(np.minimum(totals, own)):
        taken = (ruled[n] > 0) | kept[n]
        for act in sorted(np.flatnonzero((sure >= lines) & ~taken), key=lambda a: -totals[n, a]):
            if sure[act] >= lines[act] + RIVAL or not (taken & RIVALRY[act]).any():
                kept[n, act] = taken[act] = True
    return kept


def figures(found: Array, wanted: Array, sure: Array) -> tuple[float, float, float]:
    """Precision, recall and F1 over all acts together, where they count."""
    found, wanted = found & (sure > 0), wanted > 0
    hits = (found & wanted).sum()
    return hits / max(found.sum(), 1), hits / max(wanted.sum(), 1), 2 * hits / max(found.sum() + wanted.sum(), 1)


def draw(judged: Judged) -> Lines:
    """The highest sum that adds with about the best F1, and the highest below which enough drops are wrong."""
    totals, _, ruled, wanted, sure = judged
    hits, wrong = (ruled > 0) & (sure > 0), wanted == 0

    def dropped_wrong(below: float) -> float:
        dropped = hits & (totals < below)
        return (dropped & wrong).sum() / max(dropped.sum(), 1)

    def reached(add: float) -> float:
        return figures(told(totals, judged.own, ruled, Lines(add, drop)), wanted, sure)[2]

    drop = max((float(s) for s in np.arange(-6, -1, 0.125) if dropped_wrong(s) >= DROPPED_WRONG), default=-6.0)
    steps = [float(s) for s in np.arange(drop + 0.125, 1, 0.125)]
    reaches = [reached(s) for s in steps]
    return Lines(max(s for s, f in zip(steps, reaches, strict=True) if f >= max(reaches) - FLAT), drop)


def calibrate(totals: Array, wanted: Array, sure: Array) -> Array:
    """Slope and shift of the logistic curve from sum to probability (Platt 1999)."""

    def loss(line: Array) -> float:
        z = line[0] * totals + line[1]
        return float((sure * (np.logaddexp(0, z) - z * wanted)).sum())

    return minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
