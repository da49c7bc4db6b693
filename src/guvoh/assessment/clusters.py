"""Clusters that do not chain: two join only when everything in both can be one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from guvoh.assessment import places, times
from guvoh.assessment.columns import Numbers
from guvoh.assessment.corpus import Told
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.scoring import veto
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Place

_AT_ONCE = 1 << 14  # pairs taken out of the columns at once, less those that are of one cluster by then
_CHECKED = 6  # members of each cluster that are held against all such members of the other


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    place: Place | None
    period: Period | None
    family: str | None  # of those that say an act; bare numbers go with any


def cluster(statements: Sequence[Told], first: Numbers, second: Numbers, scores: Numbers) -> list[list[int]]:
    """Groups of indices into `statements`, which must be in canonical order; the pairs (first, second) join,
    which come by first and second.

    Best scores first. A cluster keeps its narrowest place and tightest period; another may join only when both agree
    with its own and no two of the members checked exclude each other, so a vague report cannot bridge two happenings.
    """
    clusters = {
        i: _Cluster([i], told.place, told.period, None if told.is_bare else told.family)
        for i, told in enumerate(statements)
    }
    home, homes = list(range(len(statements))), np.arange(len(statements))  # one to read singly, one for many at once
    refused: set[tuple[int, int, int, int]] = set()
    for i, j in _in_turn(first, second, scores, homes):
        a, b = home[i], home[j]
        if a == b:
            continue
        a, b = min(a, b), max(a, b)
        tried = (a, b, len(clusters[a].members), len(clusters[b].members))
        if tried in refused:
            continue
        if not _agree(clusters[a], clusters[b], statements):
            refused.add(tried)
            continue
        joined, moved = clusters[a], clusters.pop(b)
        joined.members = sorted(joined.members + moved.members)
        joined.place = places.narrower(joined.place, moved.place)
        joined.period = times.tighter(joined.period, moved.period)
        joined.family = joined.family or moved.family
        for member in moved.members:
            home[member] = a
        homes[moved.members] = a
    return [clusters[key].members for key in sorted(clusters)]


def _in_turn(first: Numbers, second: Numbers, scores: Numbers, homes: Numbers) -> Iterator[tuple[int, int]]:
    order = np.argsort(-scores, kind="stable")
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        a, b = first[some], second[some]
        is_open = homes[a] != homes[b]
        yield from zip(a[is_open].tolist(), b[is_open].tolist(), strict=True)


def _agree(a: _Cluster, b: _Cluster, statements: Sequence[Told]) -> bool:
    if a.family and b.family and a.family != b.family:
        return False  # a bare number is of one act, and no bridge between two
    if places.relate(a.place, b.place) is PlaceRelation.APART:
        return False
    if times.relate(a.period, b.period) is TimeRelation.APART:
        return False
    checked = ((i, j) for i in a.members[:_CHECKED] for j in b.members[:_CHECKED])
    return all(veto(statements[i], statements[j]) is None for i, j in checked)
