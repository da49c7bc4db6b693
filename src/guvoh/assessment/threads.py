"""Which documents a tally must set beside each other: few, since only a number told of two events is told again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from guvoh.assessment.corpus import Told
from guvoh.assessment.events import Happening
from guvoh.assessment.told_again import lines

Claim = tuple[Told, float, str]
"""A figure with its lower bound and the id of its event."""


def threads(
    happenings: Sequence[Happening], whole: Mapping[str, str], further: Iterable[tuple[str, str]]
) -> Mapping[str, int]:
    """For each document (content key) that tells of an event the thread it is in: across two, nothing is repeated.

    Documents of one event are in one thread, and so are those of a part and of its `whole`, and the pairs of `further`.
    """
    first = {h.id: h.members[0].entry.key for h in happenings}
    pairs = {(first[h.id], m.entry.key) for h in happenings for m in h.members}
    pairs.update((first[part], first[larger]) for part, larger in whole.items())
    return lines(pairs.union(further))


def told_twice(claims: Iterable[Claim], thread_of: Mapping[str, int]) -> frozenset[int]:
    """The threads in which several documents tell one number, and that of several events."""
    told: dict[tuple[int, str, str, float], set[tuple[str, str]]] = defaultdict(set)
    for one, low, event in claims:
        told[thread_of[one.entry.key], one.family, one.unit, low].add((one.entry.key, event))
    return frozenset(
        key[0] for key, found in told.items() if all(len(set(each)) > 1 for each in zip(*found, strict=True))
    )
