"""Who denies an event, or what a tally counts of it: said beside each, since a claim that is denied still stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Told
from guvoh.assessment.groundwork import Groundwork
from guvoh.model import Count, Modality

Denials: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each event that is denied the sources that deny it: name by id."""


def deniers(members: Sequence[Told]) -> frozenset[str]:
    """The sources that deny what the members of an event assert.

    "Three others were not held", said of sixty who were, denies nothing of these: neither where its source tells of the
    event itself, nor where its number is none that anybody gives for it.
    """
    asserting = [m for m in members if m.asserts]
    tell = {m.origin for m in asserting if not m.is_own}
    counts = [m.statement.count for m in asserting if m.statement.count]
    return frozenset(
        m.origin
        for m in members
        if m.statement.modality is Modality.DENIED and m.origin not in tell and not _is_of_others(m, counts)
    )


def _is_of_others(denial: Told, counts: Sequence[Count]) -> bool:
    """Whether a denial counts fewer people than are told of, in a number that no other statement gives."""
    count = denial.statement.count
    number = claim(count) if count else None
    if count is None or number is None or number >= max((claim(other) or 0 for other in counts), default=0):
        return False
    return all(compare(count, other) is NumberRelation.APART for other in counts)


def denials_in(laid: Groundwork) -> Denials:
    """The denials of all events of groundwork."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for happening in laid.happenings:
        for origin in deniers(happening.members):
            found[happening.id][origin] = laid.registry.sources[origin].name
    return found


def denied_by(told: Sequence[tuple[Told, str]], denials: Denials) -> Mapping[str, str]:
    """For each statement, given with its event, that a source other than its own denies: by whom, in words."""
    found = {}
    for one, event in told:
        names = sorted({name for ident, name in denials.get(event, {}).items() if ident != one.origin})
        if names:
            found[one.id] = f"denied by {', '.join(names)}"
    return found
