"""Clusters that do not chain: two join only when their members are, on the mean, likely enough one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from guvoh.assessment.columns import Numbers
from guvoh.assessment.corpus import Told
from guvoh.assessment.joining import Pairs
from guvoh.assessment.likeness import LEAST
from guvoh.assessment.sheets import are_two, cases

_AT_ONCE = 1 << 14  # pairs taken out of the columns at once, less those that are of one cluster by then
_CHECKED = 6  # members of each cluster, at most, that are held against those of the other


def cluster(statements: Sequence[Told], pairs: Pairs) -> list[list[int]]:
    """Groups of indices into `statements`, which must be in canonical order.

    Best pairs first. Two clusters join where the mean likeness of their members is enough (after the average linkage of
    Sokal and Michener 1958, of a few members of each, and in the order of single pairs), so that a vague report cannot
    bridge two happenings, nor one slip of a page keep two halves of one apart; where their acts are of one family, a
    bare number being of one act; and where no two callers of one sheet tell them, each of a case of their own.
    """
    members = {i: [i] for i in range(len(statements))}
    families = {i: None if one.is_bare else one.family for i, one in enumerate(statements)}
    told = dict(enumerate(cases(statements)))
    home, homes = list(range(len(statements))), np.arange(len(statements))  # one to read singly, one for many at once
    refused: set[tuple[int, int, int, int]] = set()
    for i, j in _in_turn(pairs, homes):
        a, b = min(home[i], home[j]), max(home[i], home[j])
        tried = (a, b, len(members[a]), len(members[b]))
        if a == b or tried in refused:
            continue
        other = families[b] is not None and families[a] is not None and families[a] != families[b]
        if other or are_two(told[a], told[b]) or not _agree(members[a], members[b], pairs):
            refused.add(tried)
            continue
        moved = members.pop(b)
        members[a] = sorted(members[a] + moved)
        families[a], told[a] = families[a] or families[b], {**told[a], **told[b]}
        for member in moved:
            home[member] = a
        homes[moved] = a
    return [members[key] for key in sorted(members)]


def _in_turn(pairs: Pairs, homes: Numbers) -> Iterator[tuple[int, int]]:
    first, second, odds = pairs.joining()
    order = np.argsort(-odds, kind="stable")
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        a, b = first[some], second[some]
        is_open = homes[a] != homes[b]
        yield from zip(a[is_open].tolist(), b[is_open].tolist(), strict=True)


def _agree(a: Sequence[int], b: Sequence[int], pairs: Pairs) -> bool:
    return len(a) == len(b) == 1 or pairs.mean(_some(a), _some(b)) >= LEAST


def _some(members: Sequence[int]) -> Sequence[int]:
    """A few members from all over a cluster, since the first are often of one page."""
    return members[:: -(-len(members) // _CHECKED)]
