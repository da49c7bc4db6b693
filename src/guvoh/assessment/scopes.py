"""How the scope of one figure stands to that of another: by place, time and group of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guvoh.assessment import groups, places, times
from guvoh.assessment.corpus import Told
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import TimeRelation

_SCOPE: Mapping[object, str] = {
    PlaceRelation.SAME: "same", PlaceRelation.CONTAINS: "wider", PlaceRelation.WITHIN: "narrower",
    PlaceRelation.NEAR: "apart", PlaceRelation.APART: "apart", PlaceRelation.UNKNOWN: "unknown",
}  # fmt: skip
_TIME_SCOPE: Mapping[TimeRelation, str] = {
    TimeRelation.EQUAL: "same", TimeRelation.CONTAINS: "wider", TimeRelation.WITHIN: "narrower",
    TimeRelation.OVERLAPS: "overlap", TimeRelation.ADJACENT: "near", TimeRelation.APART: "apart",
    TimeRelation.UNKNOWN: "unknown",
}  # fmt: skip
_GROUP_SCOPE: Mapping[GroupRelation, str] = {
    GroupRelation.SAME: "same", GroupRelation.CONTAINS: "wider", GroupRelation.WITHIN: "narrower",
    GroupRelation.APART: "apart", GroupRelation.UNKNOWN: "unknown",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """How the scope of figure a stands to that of b, dimension by dimension: same, wider, narrower, apart, unknown …"""

    place: str
    time: str
    people: str
    values: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """`values` are the three words as a set."""
        object.__setattr__(self, "values", frozenset({self.place, self.time, self.people}))

    def differing(self, word: str) -> str:
        """The dimensions of which `word` is true, in words."""
        named = (("place", self.place), ("time", self.time), ("group of people", self.people))
        return " and ".join(name for name, value in named if value == word)


def scope_of(a: Told, b: Told, *, same_event: bool = False) -> Scope:
    """The scope of `a` beside that of `b`.

    Within one event the place is that of the event: a page that leaves it open, or of which it was only inferred,
    tells of no other. So does a day that was only inferred.
    """
    place = _SCOPE[places.relate(a.place, b.place)]
    time = _TIME_SCOPE[times.relate(a.period, b.period)]
    if same_event:
        place = "same" if place in ("apart", "unknown") or "inferred" in _bases(a, b) else place
        time = "unknown" if time == "apart" and _is_inferred(a, b) else time
    return _scope(place, time, _GROUP_SCOPE[groups.relate(a.statement.affected, b.statement.affected)])


@lru_cache(maxsize=1024)
def _scope(place: str, time: str, people: str) -> Scope:
    """Equal scopes as one object: there are few, and figures by the million."""
    return Scope(place, time, people)


def _bases(a: Told, b: Told) -> tuple[str | None, str | None]:
    return a.statement.place_basis, b.statement.place_basis


def _is_inferred(a: Told, b: Told) -> bool:
    return any(t.period is not None and t.period.basis == "inferred" for t in (a, b))
