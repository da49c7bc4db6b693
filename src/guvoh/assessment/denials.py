"""Who denies an event, or what a tally counts of it: said beside each, since a claim that is denied still stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from guvoh.assessment import names
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Told
from guvoh.assessment.groundwork import Groundwork
from guvoh.model import Count, Modality

Denials: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each event that is denied the sources that deny it: name by id."""
_SMALL_PART = 0.1


def deniers(members: Sequence[Told]) -> frozenset[str]:
    """The sources that deny what the members of an event assert.

    "Three others were not held", said of sixty who were, denies nothing of these. Nor does a source that tells of the
    event itself, but for a number that others give: "two were beaten, not sixty".
    """
    asserting = [m for m in members if m.asserts]
    tell = {m.origin for m in asserting if not m.is_own}
    return frozenset(
        m.origin
        for m in members
        if m.statement.modality is Modality.DENIED
        and not _is_of_others(m, asserting)
        and (m.origin not in tell or _is_told_by_others(m, asserting))
    )


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
