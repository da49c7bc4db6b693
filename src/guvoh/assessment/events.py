"""Events: statements that tell of one happening, each with a place, a time, a stage and its support."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from guvoh.assessment import places, times
from guvoh.assessment.clusters import cluster
from guvoh.assessment.corpus import Told
from guvoh.assessment.focus import in_document
from guvoh.assessment.joining import joins
from guvoh.assessment.parts import leaders
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.times import Period, TimeRelation
from guvoh.assessment.titles import title
from guvoh.model import Place, Stage
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import Event, Support

_STAGES = (Stage.CARRIED_OUT, Stage.ORDERED, Stage.PLANNED)
_MONTH = 30  # days in a time bucket
_LONGEST_WHOLE = 400  # days: a longer period is no happening that others are part of


@dataclass(frozen=True, slots=True)
class Happening:
    """One event before it is put in words: members in canonical order, narrowest place, tightest period, act family.

    `by_hand` says that a person put statements into it.
    """

    id: str
    members: tuple[Told, ...]
    place: Place | None
    period: Period | None
    family: str
    by_hand: bool = False

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its statements."""
        return frozenset(m.id for m in self.members)


def group(
    statements: Sequence[Told], reuse: Reuse, together: Collection[tuple[str, str]] = ()
) -> tuple[Happening, ...]:
    """The events that the statements tell of; one without place, time or number, own or lent, makes none.

    `together` are pairs of documents (content keys) that are known to be of one matter.
    """
    ordered = sorted(statements, key=lambda t: t.order)
    seen = in_document(ordered)
    told = [(own, placed) for own, placed in zip(ordered, seen, strict=True) if is_tangible(placed)]
    led = leaders([placed for _, placed in told])
    placed = [seen for _, seen in told if seen.id not in led]
    groups = cluster(placed, joins(placed, reuse, together))
    own, parts = {own.id: own for own, _ in told}, by_whole(led)
    happenings = [happening_of(with_parts([placed[i].id for i in members], own, parts)) for members in groups]
    return tuple(sorted(happenings, key=lambda h: h.id))


def by_whole(led: Mapping[str, str]) -> dict[str, list[str]]:
    """The parts that go with each whole (ids)."""
    parts: dict[str, list[str]] = defaultdict(list)
    for part, whole in led.items():
        parts[whole].append(part)
    return parts


def with_parts(members: Sequence[str], own: Mapping[str, Told], parts: Mapping[str, Sequence[str]]) -> list[Told]:
    """The statements of those ids with the parts that go where they go, in canonical order."""
    every = [i for whole in members for i in (whole, *parts.get(whole, ()))]
    return (
        sorted((own[i] for i in every), key=lambda t: t.order)
        if len(every) > len(members)
        else [own[i] for i in members]
    )


def is_tangible(told: Told) -> bool:
    """Whether a statement can be of an event: it has a place, a time or a number."""
    return bool(told.place or told.statement.when or told.statement.count)


def happening_of(members: Sequence[Told]) -> Happening:
    """The event of statements in canonical order."""
    place, period = _where(members), _when_told(members)
    ident = framed_hash("event", members[0].id)[:32]
    family = next((m.family for m in members if not m.is_bare), members[0].family)
    return Happening(ident, tuple(_dated(m, period) for m in members), place, period, family)


def _where(members: Sequence[Told]) -> Place | None:
    """The narrowest place, those left aside that are apart from one that more members tell, or only near it."""
    told = Counter(places.key(m.place) for m in members if m.place)
    known = {places.key(m.place): m.place for m in reversed(members) if m.place}
    best: Place | None = None
    for key in sorted(known, key=lambda key: (-told[key], key)):
        if not places.are_parted(best, known[key]):
            best = places.narrower(best, known[key])
    return best


def _when_told(members: Sequence[Told]) -> Period | None:
    """The tightest period, those left aside that are apart from one that more members tell."""
    told = Counter(m.period for m in members if m.period)
    best: Period | None = None
    for period in sorted(told, key=lambda p: (-told[p], p.edtf, p.basis)):
        if times.relate(best, period) is not TimeRelation.APART:
            best = times.tighter(best, period)
    return best


def gathered(members: Sequence[Told], *, by_hand: bool) -> Happening:
    """The one event of statements that a person grouped, which must be in canonical order."""
    return replace(happening_of(members), by_hand=by_hand)


def _dated(told: Told, known: Period | None) -> Told:
    """An event dated in one document dates it in the others."""
    if told.period is not None or known is None:
        return told
    return replace(told, period=replace(known, basis="inferred"))


def wholes(happenings: Sequence[Happening]) -> Mapping[str, str]:
    """For each event the id of the narrowest event that it is part of: one family, place and time within."""
    index: dict[Hashable, list[Happening]] = defaultdict(list)
    for happening in happenings:
        for key in whole_keys(happening):
            index[key].append(happening)
    out = {}
    for happening in happenings:
        larger = [w for key in part_keys(happening) for w in index.get(key, ()) if _is_part(happening, w)]
        if larger:
            best = min(larger, key=lambda w: (-places.rank(w.place), (w.period.days or 0) if w.period else 0, w.id))
            out[happening.id] = best.id
    return out


def whole_keys(happening: Happening) -> Iterator[tuple[Hashable, ...]]:
    """The blocks in which an event is met by those that may be part of it."""
    if happening.place and happening.place.country and happening.period:
        for month in _months(happening.period):
            yield happening.family, *_reaches(happening.place)[0], month


def part_keys(happening: Happening) -> Iterator[tuple[Hashable, ...]]:
    """The blocks in which an event meets those that it may be part of."""
    place, period = happening.place, happening.period
    if place is not None and place.country and period is not None and period.first is not None:
        for reach in _reaches(place):
            yield happening.family, *reach, period.first // _MONTH


def _months(period: Period) -> range:
    """The months that a period touches; none for one too long to be a happening that others are part of."""
    if period.first is None or period.last is None or (period.days or 0) > _LONGEST_WHOLE:
        return range(0)
    return range(period.first // _MONTH, period.last // _MONTH + 1)


def _reaches(place: Place) -> list[tuple[str, str]]:
    """The areas in which a place lies, its own first."""
    country = ("country", place.country or "")
    if places.rank(place) <= 1:
        return [country]
    region = ("admin1", place.admin1 or "")
    if places.rank(place) == 2:
        return [region, country]
    return [("place", places.key(place)), region, country]


def _is_part(part: Happening, whole: Happening) -> bool:
    if part.id == whole.id:
        return False
    where, when = places.relate(part.place, whole.place), times.relate(part.period, whole.period)
    inside = where in (PlaceRelation.SAME, PlaceRelation.WITHIN) and when in (TimeRelation.EQUAL, TimeRelation.WITHIN)
    return inside and (where is PlaceRelation.WITHIN or when is TimeRelation.WITHIN)


def tell(happening: Happening, part_of: str | None, support: Support) -> Event:
    """The event in words."""
    members = happening.members
    documents = sorted({path for m in members for path in m.entry.paths})
    return Event(
        happening.id,
        title(members, happening.family, happening.place, _when(happening)),
        tuple(sorted({m.statement.act for m in members if m.statement.act})),
        tuple(documents),
        tuple(sorted(m.id for m in members)),
        support,
        happening.place,
        _when(happening),
        _stage(members),
        part_of,
    )


def _when(happening: Happening) -> str | None:
    if happening.period:
        return happening.period.edtf
    return next((m.statement.when for m in happening.members if m.statement.when), None)


def _stage(members: Sequence[Told]) -> Stage | None:
    said = {m.stage for m in members}
    return next((stage for stage in _STAGES if stage in said), None)
