"""The defensible minimum in a vault: the smallest total that all sources together support, with each sentence."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from guvoh.actions.named_place import named_place
from guvoh.actions.weigh_vault import refresh
from guvoh.assessment import times
from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.families import PEOPLE, act_families, acts_of, units_of
from guvoh.assessment.tally import Line, Question, Tally, leading, shared_notes, tallies_of
from guvoh.custody import Counted, FigureChoice, Vault
from guvoh.custody.browse import StatementItem
from guvoh.model import Findings, Stage
from guvoh.model.access import Actor, Right, require
from guvoh.model.act_names import act_named
from guvoh.model.acts import acts
from guvoh.model.edtf import bounds
from guvoh.model.errors import TooLarge, UsageError
from guvoh.model.weighing import Source
from guvoh.reporting.totals import MEANING, Totals

__all__ = ["MEANING", "MOST", "Answer", "AskedStage", "ask", "tally_figures", "totals"]

AskedStage: TypeAlias = Stage | Literal["any"]
"""A stage, or `any`: one total over all of them."""

MOST = 25_000
"""Figures that the desk tallies while a person waits: so many take about five seconds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A tally for each stage told of, and by statement id what stands behind lines: statement and first source."""

    question: Question
    tallies: tuple[Tally, ...]
    figures: Mapping[str, StatementItem]
    origins: Mapping[str, Source]

    @property
    def tally(self) -> Tally:
        """The tally of the stage of which most is supported."""
        return leading(self.tallies)

    @property
    def shared(self) -> tuple[str, ...]:
        """The notes that hold for every stage."""
        return shared_notes([one.notes for one in self.tallies])


def tally_figures(
    vault: Vault, by: Actor, question: Question, lines: int | None = None, most: int | None = None
) -> Answer:
    """Answer a question about the figures of a vault. Raises BadTerm for an unknown act.

    `lines`: what stands behind the first so many lines of each proof is read, None for all. `most`: raises TooLarge
    when more figures than that are told of what is asked, since choosing among many takes long.
    """
    require(by, Right.READ)
    question = replace(question, act=act_named(question.act, act_families()))
    if vault.is_writable:
        refresh(vault)
    found = vault.counted(_choice(question))
    if most is not None and len(found) > most:
        raise TooLarge(
            f"{len(found):,} figures are told of what is asked: to choose among so many takes long.",
            "Ask of a smaller area, a shorter time or one act, or run `guvoh tally`, which has no such limit.",
        )
    reviews = {one.statement.id: one.review for one in found}
    tallies = tallies_of([_told(one) for one in found], question, reviews)
    shown = {ident for one in tallies for line in _lines(one, lines) for ident in _named(line, reviews)}
    figures = vault.browse.items(shown)
    said = {one.source for one in figures.values() if one.source}
    sources = {ident: vault.source(ident) for ident in sorted(said)}
    origins = {ident: sources[one.source] for ident, one in figures.items() if one.source}
    return Answer(question, tallies, figures, origins)


def _choice(question: Question) -> FigureChoice:
    first, last = times.day_bounds(question.period)
    country = question.place.country if question.place else None
    return FigureChoice(acts_of(question.act), units_of(question.unit), country, first, last)


def _lines(one: Tally, most: int | None) -> Iterator[Line]:
    yield from one.used[:most]
    yield from one.left_out[:most]
    if one.highest:
        yield one.highest


def _named(line: Line, known: Container[str]) -> Iterator[str]:
    """The figure of a line, and those that its reason names."""
    yield line.statement
    words = (word.rstrip(";,") for word in line.why.split(" "))
    yield from (word for word in words if word in known)


def totals(vault: Vault) -> Totals:
    """For each act of which people are counted the tallies of its stages, over all places and dates."""
    found = vault.counted(FigureChoice(acts(), units_of(PEOPLE)))
    reviews = {one.statement.id: one.review for one in found}
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
    document = one.document
    made = told(one.statement, Entry(Findings(document), (document.path,)))
    dated = times.period(one.when or None, "inferred", document.published) if made.period is None else made.period
    return replace(made, period=dated, origin=one.origin), one.event
