"""The defensible minimum in a vault: the smallest total that all sources together support, with each sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from guvoh.actions.disputed_figures import kept_denials, with_disputes
from guvoh.actions.named_place import named_place
from guvoh.actions.told_figures import told_figures
from guvoh.actions.weigh_vault import is_weighed, refresh
from guvoh.assessment import times
from guvoh.assessment.corpus import Told
from guvoh.assessment.families import PEOPLE, act_families, acts_of, units_of
from guvoh.assessment.proof import Line, Tally, shared_notes
from guvoh.assessment.question import Question
from guvoh.assessment.tally import leading, tallies_of
from guvoh.custody import FigureChoice, Vault
from guvoh.custody.browse import StatementItem
from guvoh.model import Stage
from guvoh.model.access import Actor, Right, require
from guvoh.model.act_names import act_named
from guvoh.model.acts import acts
from guvoh.model.edtf import bounds
from guvoh.model.errors import TooLarge, UsageError
from guvoh.model.weighing import Source
from guvoh.reporting.totals import Totals, meaning
from guvoh.reporting.words import act_words

__all__ = ["MOST", "Answer", "AskedStage", "act_words", "ask", "meaning", "tally_figures", "totals"]

AskedStage: TypeAlias = Stage | Literal["any"]
"""A stage, or `any`: one total over all of them."""

MOST = 25_000
"""Figures that the desk tallies while a person waits: so many take about five seconds."""


_LAGGING = "No totals are given: this vault is read only, and its tables were last weighed before its latest change."


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
        """The notes that hold for every stage; who contests a total stands beside each."""
        return shared_notes([one.own_notes for one in self.tallies])


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
    _limit(len(found), most)
    taken = told_figures(vault, found)
    reviews = {one.statement.id: one.review for one, _ in taken}
    repeats = vault.repeats({one.document.sha256 for one, _ in taken})
    denials = kept_denials(vault, {one.event for one, _ in taken})
    tallies = tallies_of([(told, one.event) for one, told in taken], question, reviews, repeats, denials)
    tallies = with_disputes(vault, tallies, taken, denials)
    shown = {ident for one in tallies for line in _lines(one, lines) for ident in _named(line, reviews)}
    figures = vault.browse.items(shown)
    return Answer(question, tallies, figures, _first_sources(vault, figures))


def _first_sources(vault: Vault, figures: Mapping[str, StatementItem]) -> dict[str, Source]:
    said = {one.source for one in figures.values() if one.source}
    sources = {ident: vault.source(ident) for ident in sorted(said)}
    return {ident: sources[one.source] for ident, one in figures.items() if one.source}


def _limit(size: int, most: int | None) -> None:
    if most is not None and size > most:
        raise TooLarge(
            f"{size:,} figures are told of what is asked: to choose among so many takes long.",
            "Ask of a smaller area, a shorter time or one act, or run `guvoh tally`, which has no such limit.",
        )


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


def totals(vault: Vault, most: int = MOST) -> Totals:
    """For each act of which people are counted the tallies of its stages, over all places and dates.

    An act with more than `most` figures has none, since choosing among so many takes long; nor has any act where the
    tables lag behind a vault that cannot be written. A note says so.
    """
    if not vault.is_writable and not is_weighed(vault):
        return Totals({}, (_LAGGING,))
    found = vault.counted(FigureChoice(acts(), units_of(PEOPLE)))
    sizes = Counter(one.statement.act for one in found)
    large = {act for act, size in sizes.items() if size > most}
    taken = told_figures(vault, [one for one in found if one.statement.act not in large])
    reviews = {one.statement.id: one.review for one, _ in taken}
    figures: dict[str, list[tuple[Told, str]]] = defaultdict(list)
    for one, told in taken:
        if told.unit == PEOPLE and told.statement.act and told.statement.act not in large:
            figures[told.statement.act].append((told, one.event))
    repeats = vault.repeats({one.document.sha256 for one, _ in taken})
    denials = kept_denials(vault, {one.event for one, _ in taken})
    made = {
        act: with_disputes(vault, tallies_of(some, Question(act), reviews, repeats, denials), taken, denials)
        for act, some in sorted(figures.items())
    }
    return Totals(made, tuple(_too_many(act, sizes[act]) for act in sorted(filter(None, large))))


def _too_many(act: str, size: int) -> str:
    return f"No total is given for “{act_words(act)}”: {size:,} figures are too many to choose among here."


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
