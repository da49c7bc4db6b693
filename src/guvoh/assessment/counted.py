"""Which of several acts told with one number the number counts.

"Officers checked the passes of 388 residents in a raid" is found twice, as a check and as a raid: 388 counts those
checked. "Nine of the detained are to be expelled" counts nine expulsions and no detention. "Thirty were detained and
fined" counts both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from guvoh.assessment.families import PEOPLE, act_family, unit_family
from guvoh.assessment.phrases import phrases
from guvoh.model import Count, Statement

OPERATION = "raid"
"""The act that counts nobody where another act is told with its number."""
_CHECK, _HELD = "identity_check_profiling", "arbitrary_detention"
_POLICING = act_family(OPERATION)
_SURE = 0.8  # the least score at which an act that was only learned stands beside another of the same number
_REACH = 60  # characters after a number in which it is said of whom it is a part


def counted_otherwise(statements: Sequence[Statement], text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of statements whose number is not theirs, and of those that tell no act of their own.

    Both are of one document, each among several statements told with the very same words of number.
    """
    muted: set[str] = set()
    background: set[str] = set()
    for told in _twins(statements):
        acts = {s.act for s, _ in told}
        people = unit_family(told[0][1].unit) == PEOPLE
        seen: set[str | None] = set()
        for statement, count in told:
            if statement.act in seen or (people and _is_around(statement.act, acts)):
                muted.add(statement.id)
            elif people and (_is_unsure(statement, told) or _is_background(statement, count, acts, text)):
                background.add(statement.id)
            seen.add(statement.act)
    return frozenset(muted), frozenset(background)


def _is_around(act: str | None, acts: Collection[str | None]) -> bool:
    """Whether an act is only told around the one that counts: a raid, and the check of those who were taken away."""
    return (act == OPERATION and len(acts) > 1) or (act == _CHECK and _HELD in acts)


def acts_of_the_held(statements: Sequence[Statement], text: str) -> dict[str, Statement]:
    """For each number that is a part of those held ("seven of the detained were ordered to leave"), what was done to
    that part: the one act without a number that the same sentence tells beside the holding (ids to statements)."""
    out = {}
    for told in statements:
        if told.act != _HELD or told.count is None or not _is_part_of_held(told.count, text):
            continue
        beside = [s for s in statements if s.act and s.start < told.end and told.start < s.end]
        beside = [s for s in beside if act_family(s.act) != _POLICING]
        if beside and all(s.count is None for s in beside) and len({act_family(s.act) for s in beside}) == 1:
            out[told.id] = max(beside, key=lambda s: (s.score, s.id))
    return out


def _is_part_of_held(count: Count, text: str) -> bool:
    head = re.match(r"(?i)\S+\s+(?=of\b)", text[count.start : count.end])
    after = text[count.start + head.end() if head else count.end :][:_REACH]
    return bool(phrases("counts", "of the held").match(after))


def _twins(statements: Sequence[Statement]) -> Iterator[list[tuple[Statement, Count]]]:
    """The statements with acts that share the very words of a number, the surest of each act first."""
    at: dict[tuple[int, int], list[tuple[Statement, Count]]] = defaultdict(list)
    for statement in statements:
        count = statement.count
        if count is not None and statement.act and statement.start <= count.start < statement.end:
            at[count.start, count.end].append((statement, count))
    for told in at.values():
        if len(told) > 1:
            yield sorted(told, key=lambda one: (-one[0].score, one[0].id))


def is_sure(statement: Statement) -> bool:
    """Whether a rule found the act, or the learned acts did with some certainty."""
    return not statement.finder.startswith("learned") or statement.score >= _SURE


def _is_unsure(statement: Statement, told: Sequence[tuple[Statement, Count]]) -> bool:
    """Whether the act was only learned, and not surely, where a rule found one of another family."""
    if is_sure(statement):
        return False
    family = act_family(statement.act)
    return any(act_family(s.act) != family and not s.finder.startswith("learned") for s, _ in told)


def _is_background(statement: Statement, count: Count, acts: Collection[str | None], text: str) -> bool:
    """Whether the act only says of whom the number is a part, or where people wait for what it counts."""
    families = {act_family(act) for act in acts}
    if len(families) < 2:
        return False
    if act_family(statement.act) != _POLICING:
        return False
    after = text[count.end : count.end + _REACH]
    if _is_part_of_held(count, text) or phrases("counts", "who had been held").match(after):
        return True
    until = phrases("counts", "until removal").search(text[count.end : statement.end])
    return act_family("expulsion") in families and until is not None
