"""Decide how two figures stand to each other, over what weighing says."""

from __future__ import annotations

from guvoh.assessment.decisions import selector
from guvoh.custody import Draft, Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision, DecisionKind
from guvoh.model.errors import BadTerm
from guvoh.model.weighing import FigureRelation


def relate(
    vault: Vault, by: Actor, a: str, b: str, relation: str | None, *, seen: int | None = None, note: str = ""
) -> Decision:
    """Say how figure `a` stands to figure `b` (ids of statements), or with None that neither concerns the other.

    Raises BadTerm for an unknown relation, for `sums_to` (which takes more than two), or a statement without a number.
    """
    require(by, Right.GROUP)
    if relation is not None and relation not in set(FigureRelation) - {FigureRelation.SUMS_TO}:
        raise BadTerm("Two figures do not stand to each other so.", "Give one of the relations of the guide.")
    found = [vault.decided(one) for one in (a, b)]
    if a == b or any(one.statement.count is None for one in found):
        raise BadTerm("A relation holds between two different statements with a number.", "Name two of them.")
    where = tuple(selector(one.document, one.statement) for one in found)
    return vault.decide(Draft(DecisionKind.RELATE, (a, b), {"relation": relation}, where, note, seen), by)
