"""Counts that answer another: "police speak of 27; OVD-Info says that no fewer than 70 ended up there".

A bare number of people that another source gives just after a number of those to whom something was done counts the
same, where its words say so: it is their number, or what was done to them is told by a verb alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guvoh.assessment import groups
from guvoh.assessment.bounds import NumberRelation, compare
from guvoh.assessment.corpus import Told
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.phrases import phrases
from guvoh.assessment.sides import Side, side

_REACH = 260  # characters from a number to the one that answers it
_BEFORE = 90
_AFTER = 60


def with_answers(statements: Sequence[Told]) -> list[Told]:
    """The statements of one document in their order; a bare count that answers a number takes its act and stage."""
    out: list[Told] = []
    asked: Told | None = None
    for told in statements:
        if told.statement.count and told.statement.act and told.unit == PEOPLE and told.asserts:
            asked = told
        elif asked is not None and _answers(told, asked):
            said = replace(told.statement, act=asked.statement.act, stage=asked.statement.stage)
            told = replace(told, statement=said, family=asked.family)  # noqa: PLW2901
        out.append(told)
    return out


def _answers(told: Told, asked: Told) -> bool:
    count, other = told.statement.count, asked.statement.count
    if told.statement.act or count is None or other is None or told.unit != PEOPLE or count.of is not None:
        return False
    if not 0 < count.start - other.end <= _REACH or compare(count, other) is not NumberRelation.APART:
        return False
    if groups.relate(told.statement.affected, asked.statement.affected) is GroupRelation.APART:
        return False
    return _are_opposed(told, asked) and _is_said(told)


def _are_opposed(a: Told, b: Told) -> bool:
    """Whether the state gives one, and those who stand up for the affected the other."""
    return {side(a), side(b)} == {Side.STATE, Side.CIVIL}


def _is_said(told: Told) -> bool:
    count, text = told.statement.count, told.entry.document.text
    if count is None:
        return False
    after = text[count.end : count.end + _AFTER]
    before = text[max(0, count.start - _BEFORE) : count.start]
    return bool(phrases("counts", "number of them").search(before) or phrases("counts", "was done").match(after))
