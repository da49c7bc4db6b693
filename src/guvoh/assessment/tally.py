"""The defensible minimum: the largest total that the figures support without counting anyone twice, with its proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from guvoh.assessment import places, times
from guvoh.assessment.bounds import claim, low_bound
from guvoh.assessment.boxes import Box, cliques, contained
from guvoh.assessment.corpus import Told
from guvoh.assessment.families import PEOPLE, act_family, acts_of
from guvoh.assessment.groundwork import Groundwork, lay
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Findings, Modality, Place, Stage
from guvoh.model.decisions import Review
from guvoh.model.errors import UsageError

Reviews = Mapping[str, Review]
"""Where statements stand with the people who review them, by id; one not named is a machine's suggestion."""
ACCEPTED = frozenset({Review.ACCEPTED, Review.CORRECTED, Review.ADDED})
_NOBODY: Reviews = {}


@dataclass(frozen=True, slots=True)
class Question:
    """What is tallied: an act or act family, an area, a period (EDTF), a stage, a unit family; None leaves it open.

    `round_down` lets hedged numbers count with one unit of their last significant digit less ("nearly 500": 400).
    `accepted_only` leaves out what no person has accepted, corrected or added.
    """

    act: str
    place: Place | None = None
    period: str | None = None
    stage: Stage | None = None
    unit: str = PEOPLE
    round_down: bool = False
    accepted_only: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the proof: a statement, the number it counts with (None when it states no lower bound), and why."""

    statement: str
    value: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The minimum, the figures used for it and those left out, and the highest single claim beside it.

    `claims` is the lowest and highest number that a source gives for the whole area asked; None when none does.
    """

    minimum: float
    used: tuple[Line, ...]
    left_out: tuple[Line, ...]
    highest: Line | None
    claims: tuple[float, float] | None
    notes: tuple[str, ...]


def tally(findings: Sequence[Findings], question: Question) -> Tally:
    """The defensible minimum for a question, with its proof. Exact: an integer programme solved by HiGHS."""
    return tally_on(lay(findings), question)


def tally_on(laid: Groundwork, question: Question, reviews: Reviews = _NOBODY) -> Tally:
    """The same on groundwork already laid, for several questions in a row; `reviews` as persons left the statements."""
    return tally_of([(m, h.id) for h in laid.happenings for m in h.members], question, reviews)


def tally_of(told: Sequence[tuple[Told, str]], question: Question, reviews: Reviews = _NOBODY) -> Tally:
    """The same on statements whose events (by id) are known; those of other acts and units are passed over."""
    boxes: list[Box] = []
    left: list[tuple[Told, Line]] = []
    asked: list[Told] = []
    for one, event in _figures(told, question):
        low = _low(one, question)
        reason, concerns = _reason_out(one, low, question)
        if reason is None and question.accepted_only and reviews.get(one.id) not in ACCEPTED:
            reason = "not accepted by a person"
        if reason is None and low is not None:
            boxes.append(Box(one, low, event))
        elif reason and concerns:
            left.append((one, Line(one.id, low, reason)))
        if concerns and one.asserts:
            asked.append(one)
    boxes.sort(key=lambda b: b.told.order)
    rows = cliques(boxes)
    chosen = solve([b.low for b in boxes], rows)
    left += _outvoted(boxes, chosen, rows)
    used = tuple(Line(boxes[i].told.id, boxes[i].low, _counted(boxes[i], question)) for i in sorted(chosen))
    ordered = tuple(line for _, line in sorted(left, key=lambda item: item[0].order))
    total = sum(line.value or 0 for line in used)
    return Tally(total, used, ordered, _highest(asked), _claims(asked, question), _notes(question, used, reviews))


def _figures(told: Sequence[tuple[Told, str]], question: Question) -> list[tuple[Told, str]]:
    wanted = acts_of(question.act)
    found = [
        (m, event) for m, event in told if m.statement.count and m.unit == question.unit and m.statement.act in wanted
    ]
    return sorted(found, key=lambda item: item[0].order)


def _low(told: Told, question: Question) -> float | None:
    return low_bound(told.statement.count, round_down=question.round_down) if told.statement.count else None


def _reason_out(told: Told, low: float | None, question: Question) -> tuple[str | None, bool]:
    """Why a figure cannot count, None when it can; and whether it concerns the area and period asked at all."""
    where = places.relate(told.place, question.place) if question.place else PlaceRelation.SAME
    when = times.relate(told.period, _asked(question)) if question.period else TimeRelation.EQUAL
    if where is PlaceRelation.APART or when in (TimeRelation.APART, TimeRelation.ADJACENT):
        return "outside what is asked", False
    if told.statement.modality is Modality.DENIED:
        return "denied", True
    if told.stage is Stage.PLANNED and question.stage is not Stage.PLANNED:
        return "planned, not done", True
    if question.stage and told.stage and told.stage is not question.stage:
        return f"other stage: {told.stage.value.replace('_', ' ')}", True
    if where not in (PlaceRelation.SAME, PlaceRelation.WITHIN):
        return "may lie outside the place asked", True
    if when is TimeRelation.UNKNOWN:
        return "undated: may lie outside the period asked", True
    if when not in (TimeRelation.EQUAL, TimeRelation.WITHIN):
        return "may lie outside the period asked", True
    if low is None:
        return "states no lower bound", True
    return (None if low > 0 else "its lower bound is zero"), True


def _asked(question: Question) -> Period:
    found = times.period(question.period, "text", None)
    if found is None:
        raise UsageError("The period asked names no known year.", "Give one such as 2024-03-22/2024-04-11.")
    return found


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


def _outvoted(boxes: Sequence[Box], chosen: frozenset[int], rows: Sequence[Sequence[int]]) -> list[tuple[Told, Line]]:
    """Every box not chosen, with the first chosen one that it may overlap; the solution is maximal, so there is one."""
    rival: dict[int, int] = {}
    for row in rows:
        for taken in [i for i in row if i in chosen]:  # one at most
            rival |= {index: min(rival.get(index, taken), taken) for index in row}
    left = [(index, box) for index, box in enumerate(boxes) if index not in chosen]
    return [(box.told, Line(box.told.id, box.low, _because(box, boxes[rival[index]]))) for index, box in left]


def _because(box: Box, rival: Box) -> str:
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


def _counted(box: Box, question: Question) -> str:
    count = box.told.statement.count
    hedged = count is not None and count.low is None
    why = "counts with its stated lower bound"
    if hedged and question.round_down:
        why = "a hedged number, rounded down by one unit of its last significant digit"
    if box.told.period and box.told.period.basis == "inferred":
        why += "; dated by another report of the event"
    return why


def _highest(asked: Sequence[Told]) -> Line | None:
    said = [(claim(t.statement.count), t) for t in asked if t.statement.count]
    known = [(number, told) for number, told in said if number is not None]
    if not known:
        return None
    number, told = min(known, key=lambda item: (-item[0], item[1].order))
    return Line(told.id, number, "the highest single claim")


def _claims(asked: Sequence[Told], question: Question) -> tuple[float, float] | None:
    whole = [t for t in asked if not question.place or places.relate(t.place, question.place) is PlaceRelation.SAME]
    known = [number for t in whole if t.statement.count and (number := claim(t.statement.count)) is not None]
    return (min(known), max(known)) if known else None


def _notes(question: Question, used: Sequence[Line], reviews: Reviews) -> tuple[str, ...]:
    raw = sum(reviews.get(line.statement) not in ACCEPTED for line in used)
    notes = ["Nothing denied, planned or rejected is counted."]
    if raw:
        notes.insert(0, f"Figures that no person has accepted are counted: {raw} of {len(used)}.")
    if question.accepted_only:
        notes.append("Only figures that a person has accepted, corrected or added are counted.")
    if question.round_down:
        notes.append("Hedged numbers were rounded down by one unit of their last significant digit.")
    if question.act != act_family(question.act) and question.stage is None:
        notes.append("Stages are not told apart: who was ordered to leave and who was removed may be the same.")
    return tuple(notes)
