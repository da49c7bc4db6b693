"""What a document leaves unsaid because it has just said it: the place and the day of the acts that it tells of.

"Police raided the market in Omsk on Friday. Forty people were taken away." The second sentence names neither place nor
day. For grouping, and for nothing else, it takes them from a statement of its family that names both, where all others
of the document agree with that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from guvoh.assessment import groups, places, times
from guvoh.assessment.corpus import Told
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Place

_LOCAL = 2  # the least rank of a place that is lent: a country is named too freely
_SHORT = 7  # days: a longer period is not lent
_AT_ONCE = frozenset({TimeRelation.EQUAL, TimeRelation.ADJACENT, TimeRelation.UNKNOWN})


def in_context(statements: Sequence[Told]) -> list[Told]:
    """The statements in their order, each with the place and period that its document makes plain."""
    together: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in statements:
        together[told.entry.key, told.family].append(told)
    return [_filled(told, together[told.entry.key, told.family]) for told in statements]


def _filled(told: Told, others: Sequence[Told]) -> Told:
    if told.place is not None and told.period is not None:
        return told
    if not (told.asserts or told.place or told.statement.when):
        return told  # what is denied or planned of nowhere and no time may be anything
    if told.place is None and (place := _place(told, others)) is not None:
        told = replace(told, lent=place)
    if told.period is None and told.statement.when is None and (when := _period(told, others)) is not None:
        told = replace(told, period=when)
    return told


def _place(told: Told, others: Sequence[Told]) -> Place | None:
    """The narrowest place of an act told with its time, when no place of those acts is apart from it."""
    about = [o for o in others if o.place and times.relate(o.period, told.period) in _AT_ONCE and _alike(o, told)]
    best = None
    for other in about:
        best = places.narrower(best, other.place) if other.period else best
    if best is None or any(places.are_parted(best, o.place) for o in about):
        return None
    return best if places.rank(best) >= _LOCAL else None


def _period(told: Told, others: Sequence[Told]) -> Period | None:
    """The tightest period of an act told with its place, when all dated acts that may be of the place share it."""
    dated = [o for o in others if o.period and _may_meet(o, told) and _alike(o, told)]
    if any(o.period is None or (o.period.days or _SHORT + 1) > _SHORT for o in dated):
        return None
    best = None
    for other in dated:
        best = times.tighter(best, other.period) if other.place else best
    agree = all(times.relate(best, o.period) is not TimeRelation.APART for o in dated)
    return best if agree else None


def _may_meet(other: Told, told: Told) -> bool:
    if told.statement.place is None or other.place is None:
        return True
    return places.relate(other.place, told.place) in (PlaceRelation.SAME, PlaceRelation.WITHIN, PlaceRelation.UNKNOWN)


def _alike(a: Told, b: Told) -> bool:
    return groups.relate(a.statement.affected, b.statement.affected) is not GroupRelation.APART
