"""How the people of two statements stand to each other: the same group, one within the other, apart, or not known."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from guvoh.assessment.names import fold, folded_set, stem, words
from guvoh.model import Count, Party


class GroupRelation(StrEnum):
    """How group a stands to group b."""

    SAME = "same"
    CONTAINS = "contains"
    WITHIN = "within"
    APART = "apart"
    UNKNOWN = "unknown"


# groups that never share a member, and each of which is within people at large
_APART = tuple(
    frozenset(fold(word) for word in kind)
    for kind in (
        ("men", "man", "мужчины", "мужчин"),
        ("women", "woman", "женщины", "женщин"),
        ("children", "child", "minors", "дети", "детей"),
    )
)


def relate(a: Party | None, b: Party | None) -> GroupRelation:
    """How the people of `a` stand to those of `b`, by nationality, then by sex and age."""
    if a is None or b is None:
        return GroupRelation.UNKNOWN
    by_nation = GroupRelation.SAME
    if a.nationality != b.nationality:
        by_nation = _nations(frozenset(a.nationality), frozenset(b.nationality))
    by_kind = _kinds(a.name, b.name)
    if GroupRelation.APART in (by_nation, by_kind):
        return GroupRelation.APART
    if by_kind is GroupRelation.SAME:
        return by_nation
    return by_kind if by_nation in (GroupRelation.SAME, by_kind) else GroupRelation.UNKNOWN


def _nations(a: frozenset[str], b: frozenset[str]) -> GroupRelation:
    if a == b:
        return GroupRelation.SAME
    if not a or (b and a > b):
        return GroupRelation.CONTAINS
    if not b or a < b:
        return GroupRelation.WITHIN
    return GroupRelation.UNKNOWN if a & b else GroupRelation.APART


def _kinds(a: str, b: str) -> GroupRelation:
    in_a, in_b = _kinds_named(a), _kinds_named(b)
    if in_a == in_b:
        return GroupRelation.SAME
    if not in_a or in_a > in_b > frozenset():
        return GroupRelation.CONTAINS
    if not in_b or in_a < in_b:
        return GroupRelation.WITHIN
    return GroupRelation.UNKNOWN if in_a & in_b else GroupRelation.APART


@lru_cache(maxsize=8192)
def _kinds_named(name: str) -> frozenset[int]:
    spoken = set(words(name))
    return frozenset(i for i, kind in enumerate(_APART) if kind & spoken)


def marks(party: Party | None) -> tuple[frozenset[str], frozenset[int]]:
    """The nationalities and the kinds (by sex and age) that a group is limited to; empty means anyone."""
    if party is None:
        return frozenset(), frozenset()
    return frozenset(party.nationality), _kinds_named(party.name)


def only_one_is_limited(a: Party | None, b: Party | None) -> bool:
    """Whether one of two groups is limited to a nationality, sex or age, and the other is anyone's."""
    return any(marks(a)) != any(marks(b))


def marks_or_none(party: Party | None) -> tuple[frozenset[str], frozenset[int]] | None:
    """The marks of a group, None where no group is named."""
    return None if party is None else marks(party)


def one_noun(a: Count, b: Count) -> bool:
    """Whether two numbers count things of one name: "three women" are not "three Malaysians"."""
    one, other = (set(words(count.words)) - folded_set("small_numbers") for count in (a, b))
    return any(stem(word) in {stem(w) for w in other} for word in one if not word.isdigit())
