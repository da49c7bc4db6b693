"""What a tally is asked, which figures bear on it, and why one of them cannot count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.assessment import places, times
from guvoh.assessment.bounds import low_bound
from guvoh.assessment.corpus import Told
from guvoh.assessment.families import PEOPLE, acts_of
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Modality, Place, Stage
from guvoh.model.errors import UsageError

_ORDERED_FIRST = "removal"
"""The family of acts that are ordered before they are done; of all others, what is told without a stage was done."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is tallied: an act or act family, an area, a period (EDTF), a stage, a unit family; None leaves it open.

    Without a stage each stage has a total of its own; with `any_stage` there is one over all of them.
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
    any_stage: bool = False


def figures_for(told: Sequence[tuple[Told, str]], question: Question) -> list[tuple[Told, str]]:
    """The figures of the acts and units asked, each with its event, in canonical order."""
    wanted = acts_of(question.act)
    found = [
        (m, event) for m, event in told if m.statement.count and m.unit == question.unit and m.statement.act in wanted
    ]
    return sorted(found, key=lambda item: item[0].order)


def stage_of(told: Told) -> Stage | None:
    """The stage told; of a removal it stays open where none is, since it may have been ordered only."""
    return told.stage if told.stage or told.family == _ORDERED_FIRST else Stage.CARRIED_OUT


def low_of(told: Told, question: Question) -> float | None:
    """The lower bound that a figure states, as the question takes hedged ones; None when it states none."""
    return low_bound(told.statement.count, round_down=question.round_down) if told.statement.count else None


def reason_out(told: Told, low: float | None, question: Question) -> tuple[str | None, bool]:
    """Why a figure cannot count, None when it can; and whether it concerns the area and period asked at all."""
    where = places.relate(told.place, question.place) if question.place else PlaceRelation.SAME
    when = times.relate(told.period, _asked(question)) if question.period else TimeRelation.EQUAL
    if where in (PlaceRelation.APART, PlaceRelation.NEAR) or when in (TimeRelation.APART, TimeRelation.ADJACENT):
        return "outside what is asked", False
    if told.statement.modality is Modality.DENIED:
        return "denied", True
    if told.stage is Stage.PLANNED and question.stage is not Stage.PLANNED:
        return "planned, not done", True
    if reason := _other_stage(told, question):
        return reason, True
    if where not in (PlaceRelation.SAME, PlaceRelation.WITHIN):
        return "may lie outside the place asked", True
    if when is TimeRelation.UNKNOWN:
        return "undated: may lie outside the period asked", True
    if when not in (TimeRelation.EQUAL, TimeRelation.WITHIN):
        return "may lie outside the period asked", True
    if low is None:
        return "states no lower bound", True
    return (None if low > 0 else "its lower bound is zero"), True


def _other_stage(told: Told, question: Question) -> str | None:
    stage = stage_of(told)
    if question.stage is None or stage is question.stage:
        return None
    return f"other stage: {_worded(stage)}" if stage else "stage not told: may be another"


def _worded(stage: Stage) -> str:
    return stage.value.replace("_", " ")


def _asked(question: Question) -> Period:
    found = times.period(question.period, "text", None)
    if found is None:
        raise UsageError("The period asked names no known year.", "Give one such as 2024-03-22/2024-04-11.")
    return found
