"""Who denies an event, or what a tally counts of it: said beside each, since a claim that is denied still stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from guvoh.assessment import names
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Told
from guvoh.assessment.groundwork import Groundwork
from guvoh.model import Count, Modality, Stage

_SMALL_PART = 0.1


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that denies an event, or how far it went: its id, its source and that source's name, its words."""

    statement: str
    origin: str
    by: str
    says: str
    stage: Stage | None

    def is_of(self, told: Told) -> bool:
        """Whether it denies what another source tells in that statement."""
        return self.origin != told.origin and _reaches(self.stage, told.stage)


Denials: TypeAlias = Mapping[str, Sequence[Denial]]
"""For each event that is denied what denies it."""


def deniers(members: Sequence[Told]) -> frozenset[str]:
    """The sources that deny what the members of an event assert."""
    return frozenset(m.origin for m in denying(members))


def denying(members: Sequence[Told]) -> tuple[Told, ...]:
    """The statements that deny what the members of an event assert.

    "Three others were not held", said of sixty who were, denies nothing of these. Nor does a source that tells of the
    event itself, but for a number that others give: "two were beaten, not sixty"; nor whoever says that an order was
    not carried out, where no more than the order is told.
    """
    asserting = [m for m in members if m.asserts]
    tell = {m.origin for m in asserting if not m.is_own}
    said = {m.stage for m in asserting if not m.is_bare} or {m.stage for m in asserting}
    return tuple(
        m
        for m in members
        if m.statement.modality is Modality.DENIED
        and (not said or any(_reaches(m.stage, stage) for stage in said))
        and not _is_of_others(m, asserting)
        and (m.origin not in tell or _is_told_by_others(m, asserting))
    )


def _reaches(denied: Stage | None, told: Stage | None) -> bool:
    """Whether a denial at one stage is of what is told at another: an order stands that is not carried out."""
    return told is not Stage.ORDERED or denied not in (None, Stage.CARRIED_OUT)


def _is_told_by_others(denial: Told, asserting: Sequence[Told]) -> bool:
    """Whether a denial is of a number that another source gives and its own does not."""
    count = denial.statement.count
    if count is None:
        return False
    told = {m.origin for m in asserting if m.statement.count and not _are_apart(count, m.statement.count)}
    return bool(told) and denial.origin not in told


def _is_of_others(denial: Told, asserting: Sequence[Told]) -> bool:
    """Whether a denial counts others than are told of: by its words, or as no more than a small part of them."""
    count = denial.statement.count
    number = claim(count) if count else None
    counts = [m.statement.count for m in asserting if m.statement.count]
    most = max((claim(other) or 0 for other in counts), default=0)
    if count is None or number is None or number >= most:
        return False
    said = set(names.words(count.words)) & names.folded_set("others")
    is_part = bool(said) or count.of is not None or number <= _SMALL_PART * most
    return is_part and all(_are_apart(count, other) for other in counts)


def _are_apart(one: Count, other: Count) -> bool:
    return compare(one, other) is NumberRelation.APART


def denials_in(laid: Groundwork) -> Denials:
    """The denials of all events of groundwork."""
    sources = laid.registry.sources
    found = ((h.id, denials_of(h.members, lambda told: sources[told.origin].name)) for h in laid.happenings)
    return {event: some for event, some in found if some}


def denials_of(members: Sequence[Told], name: Callable[[Told], str]) -> tuple[Denial, ...]:
    """The denials of the event of these statements; `name` gives that of a statement's source."""
    return tuple(Denial(m.id, m.origin, name(m), m.statement.quote, m.stage) for m in denying(members))


def denied_by(told: Sequence[tuple[Told, str]], denials: Denials) -> Mapping[str, str]:
    """For each statement, given with its event, that a source other than its own denies: by whom, in words."""
    found = {}
    for one, event in told:
        names = sorted({denial.by for denial in denials.get(event, ()) if denial.is_of(one)})
        if names:
            found[one.id] = f"denied by {', '.join(names)}"
    return found
