"""The defensible minimum: the smallest total that all sources together support, stage by stage, with its proof."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guvoh.assessment.boxes import Box, cliques
from guvoh.assessment.choosing import because, because_told_again, solve
from guvoh.assessment.collector import without_collector
from guvoh.assessment.corpus import Told
from guvoh.assessment.denials import Denials, denials_in, denied_by
from guvoh.assessment.disputes import contested, disputes_in
from guvoh.assessment.groundwork import Groundwork, lay
from guvoh.assessment.proof import (
    ACCEPTED,
    NOBODY,
    Line,
    Reviews,
    Tally,
    above,
    across,
    claims_of,
    highest_of,
    left_open,
    notes_of,
)  # fmt: skip
from guvoh.assessment.question import Question, figures_for, low_of, reason_out, stage_of
from guvoh.assessment.told_again import Choice, Repeats, in_either_place, retold
from guvoh.model import Findings, Stage

_NO_DENIALS: Denials = {}
_ORDER = (Stage.CARRIED_OUT, Stage.ORDERED, None)


@dataclass(slots=True)
class _Part:
    """The figures of one stage: those that may count, those that cannot, and those that assert what is asked."""

    boxes: list[Box]
    left: list[tuple[Told, Line]]
    asked: list[Told]


def tally(findings: Sequence[Findings], question: Question) -> Tally:
    """The defensible minimum for a question, with its proof. Exact: an integer programme solved by HiGHS."""
    return tally_on(lay(findings), question)


@without_collector()
def tally_on(laid: Groundwork, question: Question, reviews: Reviews = NOBODY) -> Tally:
    """The same on groundwork already laid, for several questions in a row; `reviews` as persons left the statements."""
    told = [(m, h.id) for h in laid.happenings for m in h.members]
    lows = ((one, low_of(one, question), event) for one, event in figures_for(told, question))
    repeats = laid.repeats_for((one, low, event) for one, low, event in lows if low is not None)
    denials = denials_in(laid)
    made = tallies_of(told, question, reviews, repeats, denials)
    disputes = disputes_in(laid, {line.statement for one in made for line in one.used}, denials)
    origins = {one.id: one.origin for one, _ in told}
    return leading([contested(one, disputes, origins) for one in made])


def leading(tallies: Iterable[Tally]) -> Tally:
    """The one of several stages that supports most; the first of equal ones."""
    return max(tallies, key=lambda one: one.minimum)


@without_collector()
def tallies_of(
    told: Sequence[tuple[Told, str]],
    question: Question,
    reviews: Reviews = NOBODY,
    repeats: Repeats = (),
    denials: Denials = _NO_DENIALS,
) -> tuple[Tally, ...]:
    """One tally for each stage told of, carried out first; one in all where a stage, or any, is asked for.

    `told` are statements with the id of their event; those of other acts and units are passed over. `repeats` are pairs
    of documents of which one repeats the other; `denials` are told beside what counts. Figures of different stages are
    never added: every figure stands in the proof of its own stage.
    """
    parts = _parts(told, question, reviews)
    notes = across([part.boxes for part in parts.values()])
    staged = any(one.stage not in (None, Stage.PLANNED) for part in parts.values() for one in part.asked)
    denied = denied_by(told, denials)
    made = [(stage, _said(_tallied(part, question, reviews, repeats), denied)) for stage, part in parts.items()]
    named = [replace(one, stage=stage if staged else None) for stage, one in made]
    if question.stage or question.any_stage:
        return (replace(named[0], stage=question.stage),)
    return tuple(replace(one, notes=(*one.notes, *left_open(one, named), *notes)) for one in named)


def _parts(told: Sequence[tuple[Told, str]], question: Question, reviews: Reviews) -> dict[Stage | None, _Part]:
    """The figures by stage, in the order of the stages; what tells of no stage that has a part stands in the first."""
    sorted_in: dict[Stage | None, _Part] = defaultdict(lambda: _Part([], [], []))
    others: list[tuple[Told, Line]] = []
    for one, event in figures_for(told, question):
        low = low_of(one, question)
        reason, concerns = reason_out(one, low, question)
        if reason is None and question.accepted_only and reviews.get(one.id) not in ACCEPTED:
            reason = "not accepted by a person"
        stage = None if question.stage or question.any_stage else stage_of(one)
        if concerns and one.asserts:
            sorted_in[stage].asked.append(one)
        if reason is None and low is not None:
            sorted_in[stage].boxes.append(Box(one, low, event))
        elif reason and concerns:
            others.append((one, Line(one.id, low, reason)))
    parts = {stage: sorted_in[stage] for stage in _ORDER if stage in sorted_in} or {None: _Part([], [], [])}
    first = next(iter(parts.values()))
    for one, line in others:
        parts.get(stage_of(one), first).left.append((one, line))
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
    highest = highest_of(part.asked)
    notes = above(total, highest, [boxes[i].told for i in sorted(chosen)]) + notes_of(question, used, reviews)
    return Tally(total, used, ordered, highest, claims_of(part.asked, question), notes)


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
