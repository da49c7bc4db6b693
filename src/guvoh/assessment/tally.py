"""The defensible minimum: the smallest total that all sources together support, stage by stage, with its proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guvoh.assessment import places, times
from guvoh.assessment.bounds import claim, low_bound
from guvoh.assessment.boxes import Box, cliques
from guvoh.assessment.choosing import because, because_told_again, solve
from guvoh.assessment.corpus import Told
from guvoh.assessment.denials import Denials, denials_in, denied_by
from guvoh.assessment.families import PEOPLE, acts_of
from guvoh.assessment.groundwork import Groundwork, lay
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.assessment.told_again import Choice, Repeats, in_either_place, retold
from guvoh.model import Findings, Modality, Place, Stage
from guvoh.model.decisions import Review
from guvoh.model.errors import UsageError

Reviews = Mapping[str, Review]
"""Where statements stand with the people who review them, by id; one not named is a machine's suggestion."""
ACCEPTED = frozenset({Review.ACCEPTED, Review.CORRECTED, Review.ADDED})
_NOBODY: Reviews = {}
_NO_DENIALS: Denials = {}
_ORDER = (Stage.CARRIED_OUT, Stage.ORDERED, None)
_RAW = "Figures that no person has accepted are counted"
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


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the proof: a statement, the number it counts with (None when it states no lower bound), and why."""

    statement: str
    value: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The minimum of one stage, the figures used for it and those left out, and the highest single claim beside it.

    `stage`: which one, None where sources tell none or it was not asked for. `claims` is the lowest and highest number
    that a source gives for the whole area asked; None when none does.
    """

    minimum: float
    used: tuple[Line, ...]
    left_out: tuple[Line, ...]
    highest: Line | None
    claims: tuple[float, float] | None
    notes: tuple[str, ...]
    stage: Stage | None = None


@dataclass(slots=True)
class _Part:
    """The figures of one stage: those that may count, those that cannot, and those that assert what is asked."""

    boxes: list[Box]
    left: list[tuple[Told, Line]]
    asked: list[Told]


def tally(findings: Sequence[Findings], question: Question) -> Tally:
    """The defensible minimum for a question, with its proof. Exact: an integer programme solved by HiGHS."""
    return tally_on(lay(findings), question)


def tally_on(laid: Groundwork, question: Question, reviews: Reviews = _NOBODY) -> Tally:
    """The same on groundwork already laid, for several questions in a row; `reviews` as persons left the statements."""
    told = [(m, h.id) for h in laid.happenings for m in h.members]
    return leading(tallies_of(told, question, reviews, laid.repeats, denials_in(laid)))


def leading(tallies: Iterable[Tally]) -> Tally:
    """The one of several stages that supports most; the first of equal ones."""
    return max(tallies, key=lambda one: one.minimum)


def shared_notes(notes: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What holds for every one of several tallies; how many of its figures nobody accepted is each one's own."""
    first, *rest = notes
    own = _RAW if rest else " "
    return tuple(note for note in first if not note.startswith(own) and all(note in other for other in rest))


def tallies_of(
    told: Sequence[tuple[Told, str]],
    question: Question,
    reviews: Reviews = _NOBODY,
    repeats: Repeats = (),
    denials: Denials = _NO_DENIALS,
) -> tuple[Tally, ...]:
    """One tally for each stage told of, carried out first; one in all where a stage, or any, is asked for.

    `told` are statements with the id of their event; those of other acts and units are passed over. `repeats` are pairs
    of documents of which one repeats the other; `denials` are told beside what counts. Figures of different stages are
    never added: every figure stands in the proof of its own stage.
    """
    parts = _parts(told, question, reviews)
    notes = _across([part.boxes for part in parts.values()])
    staged = any(one.stage not in (None, Stage.PLANNED) for part in parts.values() for one in part.asked)
    denied = denied_by(told, denials)
    made = [(stage, _said(_tallied(part, question, reviews, repeats), denied)) for stage, part in parts.items()]
    named = [replace(one, stage=stage if staged else None) for stage, one in made]
    if question.stage or question.any_stage:
        return (replace(named[0], stage=question.stage),)
    return tuple(replace(one, notes=(*one.notes, *_open(one, named), *notes)) for one in named)


def _parts(told: Sequence[tuple[Told, str]], question: Question, reviews: Reviews) -> dict[Stage | None, _Part]:
    """The figures by stage, in the order of the stages; what tells of no stage that has a part stands in the first."""
    sorted_in: dict[Stage | None, _Part] = defaultdict(lambda: _Part([], [], []))
    others: list[tuple[Told, Line]] = []
    for one, event in _figures(told, question):
        low = _low(one, question)
        reason, concerns = _reason_out(one, low, question)
        if reason is None and question.accepted_only and reviews.get(one.id) not in ACCEPTED:
            reason = "not accepted by a person"
        stage = None if question.stage or question.any_stage else _stage(one)
        if concerns and one.asserts:
            sorted_in[stage].asked.append(one)
        if reason is None and low is not None:
            sorted_in[stage].boxes.append(Box(one, low, event))
        elif reason and concerns:
            others.append((one, Line(one.id, low, reason)))
    parts = {stage: sorted_in[stage] for stage in _ORDER if stage in sorted_in} or {None: _Part([], [], [])}
    first = next(iter(parts.values()))
    for one, line in others:
        parts.get(_stage(one), first).left.append((one, line))
    return parts


def _said(one: Tally, denied: Mapping[str, str]) -> Tally:
    """The tally with, beside each figure that counts, who denies it."""
    parted = ((line, denied.get(line.statement)) for line in one.used)
    return replace(one, used=tuple(replace(x, why="; ".join((x.why, by))) if by else x for x, by in parted))


def _tallied(part: _Part, question: Question, reviews: Reviews, repeats: Repeats) -> Tally:
    boxes = sorted(part.boxes, key=lambda box: box.told.order)
    again = retold(boxes, repeats)
    rows = in_either_place(boxes, cliques(boxes), again)
    chosen = solve([box.low for box in boxes], rows, again.choices)
    left = [*part.left, *_outvoted(boxes, chosen, rows, again.choices)]
    used = tuple(Line(boxes[i].told.id, boxes[i].low, _counted(boxes[i], question)) for i in sorted(chosen))
    ordered = tuple(line for _, line in sorted(left, key=lambda item: item[0].order))
    total = sum(line.value or 0 for line in used)
    highest = _highest(part.asked)
    notes = _above(total, highest, [boxes[i].told for i in sorted(chosen)]) + _notes(question, used, reviews)
    return Tally(total, used, ordered, highest, _claims(part.asked, question), notes)


def _figures(told: Sequence[tuple[Told, str]], question: Question) -> list[tuple[Told, str]]:
    wanted = acts_of(question.act)
    found = [
        (m, event) for m, event in told if m.statement.count and m.unit == question.unit and m.statement.act in wanted
    ]
    return sorted(found, key=lambda item: item[0].order)


def _stage(told: Told) -> Stage | None:
    """The stage told; of a removal it stays open where none is, since it may have been ordered only."""
    return told.stage if told.stage or told.family == _ORDERED_FIRST else Stage.CARRIED_OUT


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
    stage = _stage(told)
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


def _outvoted(
    boxes: Sequence[Box], chosen: frozenset[int], rows: Sequence[Sequence[int]], choices: Sequence[Choice]
) -> list[tuple[Told, Line]]:
    """Every box not chosen, with the first chosen one that it may overlap; the solution is maximal, so there is one.

    A claim told again names the chosen one of its kind.
    """
    rival: dict[int, int] = {}
    for row in rows:
        for taken in [i for i in row if i in chosen]:  # one at most
            rival |= {index: min(rival.get(index, taken), taken) for index in row}
    why = {index: because(boxes[index], boxes[taken]) for index, taken in rival.items() if index not in chosen}
    for index, taken in _told_again(chosen, choices):
        if index not in rival or boxes[index].event != boxes[rival[index]].event:
            why[index] = because_told_again(boxes[taken])
    left = [(index, box) for index, box in enumerate(boxes) if index not in chosen]
    return [(box.told, Line(box.told.id, box.low, why[index])) for index, box in left]


def _told_again(chosen: frozenset[int], choices: Sequence[Choice]) -> Iterator[tuple[int, int]]:
    """Boxes of a choice that were not taken, each with the first of those of the other part that were."""
    for parts in choices:
        taken = [(n, i) for n, part in enumerate(parts) for i in part if i in chosen]
        if taken:
            at, first = min(taken)
            yield from ((i, first) for n, part in enumerate(parts) if n != at for i in part)


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


def _above(total: float, highest: Line | None, used: Sequence[Told]) -> tuple[str, ...]:
    """A warning where nobody says so large a number: a wrong place or day of one figure would be such a case."""
    if highest is None or highest.value is None or total <= highest.value:
        return ()
    if len({places.key(told.place) if told.place else "" for told in used}) > 1:
        return ("Higher than any source says: it adds figures of different places; check their places.",)
    return ("Higher than any source says: it adds figures of different days or groups of people; check them.",)


def _notes(question: Question, used: Sequence[Line], reviews: Reviews) -> tuple[str, ...]:
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


def _open(one: Tally, every: Sequence[Tally]) -> tuple[str, ...]:
    alone = all(other.stage is None for other in every)
    return () if one.stage or alone else ("Sources do not tell whether these were ordered or carried out.",)


def _across(parts: Sequence[Sequence[Box]]) -> tuple[str, ...]:
    """What must be known of totals of several stages: that they are not added, and where they may hold one another."""
    if len(parts) < 2:
        return ()
    notes = ["Totals of different stages are not added up."]
    boxes = sorted((box for part in parts for box in part), key=lambda box: box.told.order)
    for row in cliques(boxes):
        if {Stage.ORDERED, Stage.CARRIED_OUT} <= {_stage(boxes[i].told) for i in row}:
            return (*notes, "Those ordered may include those of whom it was carried out.")
    return tuple(notes)
