"""What a document is plainly about: the place and the day that it lends to its statements that name none.

A report names its town once, often inside the name of a body ("the Rostov-on-Don police"), and its day in a sentence
that tells of no act. The focus is the local place that title, opening and acts name most, and the day of its acts. For
grouping alone, a statement without place takes it, and so does one whose place is no scene: where people come from,
were taken to, or where their source sits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from guvoh.assessment import places, times
from guvoh.assessment.asides import is_aside, is_birth, is_elsewhere, is_no_scene, is_status, is_usual
from guvoh.assessment.context import in_context
from guvoh.assessment.corpus import PUBLISHED_UNKNOWN, RELEASE, Entry, Told
from guvoh.assessment.discourse import tied
from guvoh.assessment.families import act_family
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.extraction.grammar.scene import OF_THE_TEXT
from guvoh.model import Modality, Place, Role, Stage
from guvoh.model.document import TELLING_ROLES

_REMOVAL = act_family("expulsion")
_FOLLOWING = frozenset({RELEASE, _REMOVAL, "fine", "criminal_charge", "forced_recruitment"})
_FOLLOWED = 14  # days after a raid until which what follows is of it
_LOCAL = 2  # the least rank of a place that an event is in: a country is named too freely
_SHORT = 7  # days: a longer period is not that of one event
_RECENT = 60  # days before publication in which a day that opens a report is that of its event
_EARLIER = 10  # days before the opening day from which on another event is told
_OPENING = 500  # characters of the text after its title in which a report says where and when
_TITLE, _OPENED, _NAMED, _ACTED = 3.0, 2.0, 1.0, 2.0  # how much a mention counts: in title, opening, text; of an act
_RIVAL = 0.6  # share of the weight of the first place from which on a second one is a focus too
_IN_REACH = frozenset({PlaceRelation.SAME, PlaceRelation.WITHIN, PlaceRelation.CONTAINS})


@dataclass(frozen=True, slots=True)
class Focus:
    """The local place of the one event that a document is about, and the first day that its opening names."""

    place: Place | None
    opening: Period | None


_NOTHING = Focus(None, None)


def in_document(statements: Sequence[Told]) -> list[Told]:
    """The statements in their order as grouping sees them: with the place and day that their document makes plain."""
    about = {key: focus(found[0].entry, found) for key, found in _by_document(statements).items() if _is_open(found)}
    placed = [_placed(told, about.get(told.entry.key, _NOTHING).place) for told in statements]
    seen = tied(in_context([_on_its_day(told) for told in placed]))
    again = _by_document(told for told in seen if told.entry.key in about)
    return [
        _by_then(_filled(told, about[told.entry.key], again[told.entry.key])) if told.entry.key in about else told
        for told in seen
    ]


def _by_then(told: Told) -> Told:
    """The statement of what follows a raid (fines, charges, removals) with the days until it was reported.

    Where its page gives only the day of the raid, it may have come on any of these.
    """
    when, end = told.period, told.published
    is_lent = when is not None and when.basis == "inferred" and when.days == 1 and told.statement.when_basis != "text"
    if when is None or not is_lent or told.family not in _FOLLOWING or when.first is None or end == PUBLISHED_UNKNOWN:
        return told
    last = min(end, when.first + _FOLLOWED)
    if last <= when.first:
        return told
    return replace(told, period=replace(when, last=last, edtf=f"{when.edtf}/{date.fromordinal(last).isoformat()}"))


def _by_document(statements: Iterable[Told]) -> dict[str, list[Told]]:
    together: dict[str, list[Told]] = defaultdict(list)
    for told in statements:
        together[told.entry.key].append(told)
    return together


def _is_open(found: Sequence[Told]) -> bool:
    """Whether any statement of a document lacks a place or day, or not all name one place."""
    first = found[0].statement.place
    return any(told.period is None or told.place is None or told.statement.place != first for told in found)


def focus(entry: Entry, statements: Iterable[Told]) -> Focus:
    """What the document is about."""
    weights: dict[str, float] = defaultdict(float)
    named: dict[str, Place] = {}
    opening = _opening(entry)
    for place, weight in _mentions(entry, list(statements), opening):
        named.setdefault(places.key(place), place)
        weights[places.key(place)] += weight
    return Focus(_first([(named[key], weight) for key, weight in weights.items()]), opening)


def _mentions(entry: Entry, statements: Sequence[Told], opening: Period | None) -> Iterable[tuple[Place, float]]:
    text = entry.document.text
    earlier = [told.statement for told in statements if _is_earlier(told, opening)]
    begin = next((p.start for p in entry.document.passages if p.role in (Role.LEAD, Role.BODY)), 0)
    for place in entry.findings.places:
        role = entry.document.role_at(place.start)
        if places.rank(place) < _LOCAL or role not in TELLING_ROLES or is_no_scene(text, place):
            continue
        if any(told.start <= place.start < told.end for told in earlier):
            continue
        yield place, _TITLE if role is Role.TITLE else _OPENED if place.start < begin + _OPENING else _NAMED
    for told in statements:
        own = told.statement.place
        is_local = own is not None and told.statement.act and places.rank(own) >= _LOCAL and _is_said(told, own)
        if own and is_local and not _is_earlier(told, opening):
            yield own, _ACTED


def _is_earlier(told: Told, opening: Period | None) -> bool:
    """Whether it tells of another, earlier event: "in November, a similar operation in Gainesville"."""
    last, first = told.period.last if told.period else None, opening.first if opening else None
    return last is not None and first is not None and last < first - _EARLIER


def _is_said(told: Told, place: Place) -> bool:
    """Whether the statement itself names the place as its scene."""
    return told.statement.place_basis != "inferred" and not is_no_scene(told.entry.document.text, place)


def _first(found: Sequence[tuple[Place, float]]) -> Place | None:
    """The narrowest place within the one named most, units that hold it counted in; none where another rivals it."""
    weighed = [
        (sum(w for other, w in found if _holds(other, place)), places.rank(place), places.key(place), place)
        for place, _ in found
    ]
    if not weighed:
        return None
    best = max(weighed, key=lambda found: found[:3])
    rivals = (w for place, w in found if places.are_parted(best[3], place))
    return best[3] if max(rivals, default=0.0) <= _RIVAL * best[0] else None


def _holds(outer: Place, inner: Place) -> bool:
    return places.relate(outer, inner) in (PlaceRelation.SAME, PlaceRelation.CONTAINS)


def _opening(entry: Entry) -> Period | None:
    """The first day that the opening names, but for those of datelines and of what was said."""
    text, published = entry.document.text, times.day_bounds(entry.document.published)[1]
    begin = next((p.start for p in entry.document.passages if p.role in (Role.LEAD, Role.BODY)), 0)
    for mention in sorted(entry.findings.dates, key=lambda d: d.start):
        when = times.period(mention.edtf, mention.basis, entry.document.published)
        if when is None or when.last is None or when.since or not 0 < (when.days or 0) <= _SHORT:
            continue
        if mention.start > begin + _OPENING or entry.document.role_at(mention.start) not in TELLING_ROLES:
            continue
        recent = published is None or 0 <= published - when.last <= _RECENT
        if recent and not is_aside(text, mention.start):
            return replace(when, basis="inferred")
    return None


def _placed(told: Told, place: Place | None) -> Told:
    """The statement without a place that is not its scene; such a place gives way to the focus alone."""
    own = told.statement.place
    if own is None:
        return told
    if told.statement.place_basis == "inferred" and any(why.endswith(OF_THE_TEXT) for why in told.statement.why):
        return replace(told, statement=replace(told.statement, place=None))
    if place is None:
        return replace(told, statement=replace(told.statement, place=None)) if _is_only_named(told, own) else told
    relation = places.relate(own, place)
    if relation is PlaceRelation.CONTAINS and places.rank(own) < _LOCAL:
        return _within_country(told, own, place)
    if relation not in (PlaceRelation.APART, PlaceRelation.NEAR):
        return told
    if told.statement.place_basis == "inferred" or is_no_scene(told.entry.document.text, own):
        return replace(told, statement=replace(told.statement, place=None), lent=place)
    return told


def _within_country(told: Told, country: Place, place: Place) -> Told:
    """The statement at the focus, where its country is no scene: inferred, or "unlawfully present in", "to leave".

    A number of people removed "from Russia" may be that of the whole country, unless the sentence names a part of it.
    """
    text, said = told.entry.document.text, told.statement
    if said.place_basis != "inferred" and not is_status(text, country):
        return told
    is_total = said.count is not None and told.family == _REMOVAL and said.place_basis != "inferred"
    if is_total and not _names_part(told, country):
        return told
    return replace(told, statement=replace(said, place=None), lent=place)


def _names_part(told: Told, country: Place) -> bool:
    start, end = told.statement.start, told.statement.end
    named = (p for p in told.entry.findings.places if start <= p.start < end and places.rank(p) >= _LOCAL)
    return any(places.relate(country, p) is PlaceRelation.CONTAINS for p in named)


def _is_only_named(told: Told, place: Place) -> bool:
    """Whether a place was inferred for the statement that its page only names as where a body sits or people go."""
    if told.statement.place_basis != "inferred" or places.rank(place) < _LOCAL:
        return False
    text = told.entry.document.text
    named = [p.start for p in told.entry.findings.places if places.key(p) == places.key(place)]
    return bool(named) and all(is_elsewhere(text, at) for at in named)


def _on_its_day(told: Told) -> Told:
    """The statement without a day that was only inferred for it and on which, by its page, something was said."""
    when, text = told.statement.when, told.entry.document.text
    if when is None or told.period is None or told.statement.when_basis != "inferred":
        return told
    named = [d.start for d in told.entry.findings.dates if d.edtf == when]
    is_day = told.period.days == 1
    if not named or not all((is_day and is_aside(text, at)) or is_birth(text, at) for at in named):
        return told
    return replace(told, statement=replace(told.statement, when=None, when_basis=None), period=None)


def _filled(told: Told, about: Focus, others: Sequence[Told]) -> Told:
    told_of = told.done is not None and told.statement.modality is not Modality.GENERAL
    lacks_place = told.place is None and about.place is not None
    lacks_day = told.period is None and told.statement.when is None and told.stage is not Stage.PLANNED
    if not (told_of and (lacks_place or lacks_day)) or is_usual(told.statement.quote):
        return told
    if lacks_place:
        told = replace(told, lent=about.place)
    if lacks_day:
        when = _day(told, others) or (about.opening if _is_at(told, about) else None)
        told = told if when is None else replace(told, period=replace(when, basis="inferred"))
    return told


def _is_at(told: Told, about: Focus) -> bool:
    if told.published == PUBLISHED_UNKNOWN:
        return False
    return about.place is None or places.relate(told.place, about.place) in _IN_REACH


def _day(told: Told, others: Sequence[Told]) -> Period | None:
    """The day of the acts in the place of `told`: the one that they share, else the one told last before it."""
    dated = [o for o in others if _lends_day(o, told)]
    best = None
    for other in dated:
        if times.relate(best, other.period) is TimeRelation.APART:
            before = [o for o in dated if o.statement.start <= told.statement.start]
            return max(before, key=lambda o: o.order).period if before else None
        best = times.tighter(best, other.period)
    return best


def _lends_day(other: Told, told: Told) -> bool:
    when = other.period
    if when is None or when.since or not other.statement.act or not 0 < (when.days or 0) <= _SHORT:
        return False
    return other.stage is not Stage.PLANNED and places.relate(other.place, told.place) in _IN_REACH
