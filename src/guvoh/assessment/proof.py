"""The proof of a tally: its lines, what they add up to, and the notes on what a reader must know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guvoh.assessment import places
from guvoh.assessment.bounds import claim
from guvoh.assessment.boxes import Box, cliques
from guvoh.assessment.corpus import Told
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.question import Question, stage_of
from guvoh.model import Stage
from guvoh.model.decisions import Review

Reviews = Mapping[str, Review]
"""Where statements stand with the people who review them, by id; one not named is a machine's suggestion."""
ACCEPTED = frozenset({Review.ACCEPTED, Review.CORRECTED, Review.ADDED})
NOBODY: Reviews = {}
"""No person has reviewed anything."""
_RAW = "Figures that no person has accepted are counted"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the proof: a statement, the number it counts with (None when it states no lower bound), and why."""

    statement: str
    value: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Contest:
    """Who contests a figure that counts: the statements of both, who says it and what, and whether it is a denial."""

    statement: str
    against: str
    by: str
    says: str
    denies: bool


_TOLD = 4  # contests told in notes


def contest_notes(every: Sequence[Contest]) -> tuple[str, ...]:
    """The notes on who contests a total, which stand before all others of it."""
    notes = [_contest_note(one) for one in every[:_TOLD]]
    if len(every) > _TOLD:
        notes.append(f"Contested by {len(every) - _TOLD} statements more.")
    return tuple(notes)


def _contest_note(one: Contest) -> str:
    if one.denies:
        return f"Contested: denied by {one.by}, “{one.says}”."
    return f"Contested: “{one.says}” according to {one.by}."


@dataclass(frozen=True, slots=True)
class Tally:
    """The minimum of one stage, the figures used for it and those left out, and the highest single claim beside it.

    `stage`: which one, None where sources tell none or it was not asked for. `claims` is the lowest and highest number
    that a source gives for the whole area asked; None when none does. `contested`: who denies what counts or says less;
    the first of the `notes` tell it.
    """

    minimum: float
    used: tuple[Line, ...]
    left_out: tuple[Line, ...]
    highest: Line | None
    claims: tuple[float, float] | None
    notes: tuple[str, ...]
    stage: Stage | None = None
    contested: tuple[Contest, ...] = ()

    @property
    def contests(self) -> tuple[str, ...]:
        """The notes on who contests the total: they belong beside it."""
        return self.notes[: len(contest_notes(self.contested))]

    @property
    def own_notes(self) -> tuple[str, ...]:
        """All other notes."""
        return self.notes[len(contest_notes(self.contested)) :]


def shared_notes(notes: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What holds for every one of several tallies; how many of its figures nobody accepted is each one's own."""
    first, *rest = notes
    own = _RAW if rest else " "
    return tuple(note for note in first if not note.startswith(own) and all(note in other for other in rest))


def highest_of(asked: Sequence[Told]) -> Line | None:
    """The highest single claim; None where no figure claims a number."""
    said = [(claim(t.statement.count), t) for t in asked if t.statement.count]
    known = [(number, told) for number, told in said if number is not None]
    if not known:
        return None
    number, told = min(known, key=lambda item: (-item[0], item[1].order))
    return Line(told.id, number, "the highest single claim")


def claims_of(asked: Sequence[Told], question: Question) -> tuple[float, float] | None:
    """The lowest and highest number that a source gives for the whole area asked; None when none does."""
    whole = [t for t in asked if not question.place or places.relate(t.place, question.place) is PlaceRelation.SAME]
    known = [number for t in whole if t.statement.count and (number := claim(t.statement.count)) is not None]
    return (min(known), max(known)) if known else None


def above(total: float, highest: Line | None, used: Sequence[Told]) -> tuple[str, ...]:
    """A warning where nobody says so large a number: a wrong place or day of one figure would be such a case."""
    if highest is None or highest.value is None or total <= highest.value:
        return ()
    if len({places.key(told.place) if told.place else "" for told in used}) > 1:
        return ("Higher than any source says: it adds figures of different places; check their places.",)
    return ("Higher than any source says: it adds figures of different days or groups of people; check them.",)


def notes_of(question: Question, used: Sequence[Line], reviews: Reviews) -> tuple[str, ...]:
    """What a reader must know of how the figures were counted."""
    raw = sum(reviews.get(line.statement) not in ACCEPTED for line in used)
    notes = ["Nothing denied, planned or rejected is counted."]
    if raw:
        notes.insert(0, f"{_RAW}: {raw} of {len(used)}.")
    if question.accepted_only:
        notes.append("Only figures that a person has accepted, corrected or added are counted.")
    if question.round_down:
        notes.append("Hedged numbers were rounded down by one unit of their last significant digit.")
    if question.any_stage:
        notes.append("Stages are not told apart: who was ordered to leave and who was removed may be the same.")
    return tuple(notes)


def left_open(one: Tally, every: Sequence[Tally]) -> tuple[str, ...]:
    """That the stage is not told, where sources tell one of other figures."""
    alone = all(other.stage is None for other in every)
    return () if one.stage or alone else ("Sources do not tell whether these were ordered or carried out.",)


def across(parts: Sequence[Sequence[Box]]) -> tuple[str, ...]:
    """What must be known of totals of several stages: that they are not added, and where they may hold one another."""
    if len(parts) < 2:
        return ()
    notes = ["Totals of different stages are not added up."]
    boxes = sorted((box for part in parts for box in part), key=lambda box: box.told.order)
    for row in cliques(boxes):
        if {Stage.ORDERED, Stage.CARRIED_OUT} <= {stage_of(boxes[i].told) for i in row}:
            return (*notes, "Those ordered may include those of whom it was carried out.")
    return tuple(notes)
