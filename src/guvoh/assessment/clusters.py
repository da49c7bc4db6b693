"""Clusters that do not chain: two join only when everything in both can be one happening."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guvoh.assessment import places, times
from guvoh.assessment.corpus import Told
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.scoring import veto
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Place

_CHECKED = 6  # members of each cluster that are held against all such members of the other


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    place: Place | None
    period: Period | None


def cluster(statements: Sequence[Told], pairs: Iterable[tuple[float, int, int]]) -> list[list[int]]:
    """Groups of indices into `statements`, which must be in canonical order; `pairs` are (score, i, j) that join.

    Best scores first. A cluster keeps its narrowest place and tightest period; another may join only when both agree
    with its own and no two of the members checked exclude each other, so a vague report cannot bridge two happenings.
    """
    clusters = {i: _Cluster([i], told.place, told.period) for i, told in enumerate(statements)}
    home = list(range(len(statements)))
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        a, b = sorted((home[i], home[j]))
        if a == b or not _agree(clusters[a], clusters[b], statements):
            continue
        joined, moved = clusters[a], clusters.pop(b)
        joined.members = sorted(joined.members + moved.members)
        joined.place = places.narrower(joined.place, moved.place)
        joined.period = times.tighter(joined.period, moved.period)
        for member in moved.members:
            home[member] = a
    return [clusters[key].members for key in sorted(clusters)]


def _agree(a: _Cluster, b: _Cluster, statements: Sequence[Told]) -> bool:
    if places.relate(a.place, b.place) is PlaceRelation.APART:
        return False
    if times.relate(a.period, b.period) is TimeRelation.APART:
        return False
    checked = ((i, j) for i in a.members[:_CHECKED] for j in b.members[:_CHECKED])
    return all(veto(statements[i], statements[j]) is None for i, j in checked)
