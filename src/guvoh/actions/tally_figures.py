"""The defensible minimum in a vault: the largest total that its figures support, each figure with its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from guvoh.actions.named_place import named_place
from guvoh.actions.weigh_vault import refresh
from guvoh.assessment import times
from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.families import PEOPLE, acts_of
from guvoh.assessment.tally import Question, Tally, tally_of
from guvoh.custody import Counted, Decided, Vault
from guvoh.model import Findings, Stage
from guvoh.model.access import Actor, Right, require
from guvoh.model.acts import act as known_act
from guvoh.model.edtf import bounds
from guvoh.model.errors import UsageError
from guvoh.model.weighing import Source


@dataclass(frozen=True, slots=True)
class Answer:
    """The tally, and by statement id what stands behind each of its lines: the statement and who said it first."""

    question: Question
    tally: Tally
    figures: Mapping[str, Decided]
    origins: Mapping[str, Source]


def tally_figures(vault: Vault, by: Actor, question: Question) -> Answer:
    """Answer a question about the figures of a vault. Raises BadTerm for an unknown act."""
    require(by, Right.READ)
    for term in acts_of(question.act):
        known_act(term)
    if vault.is_writable:
        refresh(vault)
    found = vault.counted(acts_of(question.act), question.place)
    reviews = {one.decided.statement.id: one.decided.review for one in found}
    tally = tally_of([_told(one) for one in found if one.event], question, reviews)
    lines = (*tally.used, *tally.left_out, *((tally.highest,) if tally.highest else ()))
    shown = {line.statement for line in lines}
    figures = {one.decided.statement.id: one.decided for one in found if one.decided.statement.id in shown}
    said = {one.origin for one in found if one.origin and one.decided.statement.id in shown}
    sources = {ident: vault.source(ident) for ident in sorted(said)}
    origins = {one.decided.statement.id: sources[one.origin] for one in found if one.origin in sources}
    return Answer(question, tally, figures, origins)


def ask(
    act: str,
    place: str | None = None,
    first: str | None = None,
    last: str | None = None,
    stage: Stage | None = None,
    unit: str = PEOPLE,
    *,
    round_down: bool = False,
    accepted_only: bool = False,
) -> Question:
    """The question that a person puts: place by name or id, period by its first and last day, either of them open."""
    where = named_place(place) if place else None
    return Question(act, where, _period(first, last), stage, unit, round_down, accepted_only)


def _period(first: str | None, last: str | None) -> str | None:
    if not first and not last:
        return None
    for value in filter(None, (first, last)):
        if "/" in value or not bounds(value).year_known:
            raise UsageError("A period is given by its first and last day.", "Write days such as 2024-03-22.")
    made = f"{first or '..'}/{last or '..'}"
    bounds(made)
    return made


def _told(one: Counted) -> tuple[Told, str]:
    """The figure as weighed: with its origin, and dated by its event where its own sentence names no day."""
    document = one.decided.document
    made = told(one.decided.statement, Entry(Findings(document), (document.path,)))
    dated = times.period(one.when or None, "inferred", document.published) if made.period is None else made.period
    return replace(made, period=dated, origin=one.origin), one.event
