"""The defensible minimum in a vault: the smallest total that all sources together support, with each sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from guvoh.actions.named_place import named_place
from guvoh.actions.weigh_vault import refresh
from guvoh.assessment import times
from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.families import PEOPLE, act_families, acts_of
from guvoh.assessment.tally import Question, Tally, leading, shared_notes, tallies_of
from guvoh.custody import Counted, Decided, Vault
from guvoh.model import Findings, Stage
from guvoh.model.access import Actor, Right, require
from guvoh.model.act_names import act_named
from guvoh.model.acts import acts
from guvoh.model.edtf import bounds
from guvoh.model.errors import UsageError
from guvoh.model.weighing import Source
from guvoh.reporting.totals import MEANING, Totals

__all__ = ["MEANING", "Answer", "AskedStage", "ask", "tally_figures", "totals"]

AskedStage: TypeAlias = Stage | Literal["any"]
"""A stage, or `any`: one total over all of them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A tally for each stage told of, and by statement id what stands behind each line: statement and first source."""

    question: Question
    tallies: tuple[Tally, ...]
    figures: Mapping[str, Decided]
    origins: Mapping[str, Source]

    @property
    def tally(self) -> Tally:
        """The tally of the stage of which most is supported."""
        return leading(self.tallies)

    @property
    def shared(self) -> tuple[str, ...]:
        """The notes that hold for every stage."""
        return shared_notes([one.notes for one in self.tallies])


def tally_figures(vault: Vault, by: Actor, question: Question) -> Answer:
    """Answer a question about the figures of a vault. Raises BadTerm for an unknown act."""
    require(by, Right.READ)
    question = replace(question, act=act_named(question.act, act_families()))
    if vault.is_writable:
        refresh(vault)
    found = vault.counted(acts_of(question.act), question.place)
    reviews = {one.decided.statement.id: one.decided.review for one in found}
    tallies = tallies_of([_told(one) for one in found if one.event], question, reviews)
    shown = {line.statement for one in tallies for line in (*one.used, *one.left_out, one.highest) if line}
    figures = {one.decided.statement.id: one.decided for one in found if one.decided.statement.id in shown}
    said = {one.origin for one in found if one.origin and one.decided.statement.id in shown}
    sources = {ident: vault.source(ident) for ident in sorted(said)}
    origins = {one.decided.statement.id: sources[one.origin] for one in found if one.origin in sources}
    return Answer(question, tallies, figures, origins)


def totals(vault: Vault) -> Totals:
    """For each act of which people are counted the tallies of its stages, over all places and dates."""
    found = [one for one in vault.counted(acts(), None) if one.event]
    reviews = {one.decided.statement.id: one.decided.review for one in found}
    figures = [_told(one) for one in found]
    counted = {told.statement.act for told, _ in figures if told.unit == PEOPLE}
    return {act: tallies_of(figures, Question(act), reviews) for act in sorted(counted - {None}, key=str) if act}


def ask(
    act: str,
    place: str | None = None,
    first: str | None = None,
    last: str | None = None,
    stage: AskedStage | None = None,
    unit: str = PEOPLE,
    *,
    round_down: bool = False,
    accepted_only: bool = False,
) -> Question:
    """The question that a person puts: act by any word for it, place by name or id, period by its first and last day.

    Without a stage each one told of has a total of its own. Raises BadTerm for an unknown act, place or day.
    """
    term = act_named(act, act_families())
    where = named_place(place) if place else None
    one = None if stage is None or stage == "any" else Stage(stage)
    return Question(term, where, _period(first, last), one, unit, round_down, accepted_only, stage == "any")


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
