"""What a document leaves to its context: the act that a number belongs to, and where and when its one event was.

"Police closed the gates and 83 traders were put on buses": the number takes the
act of its sentence. "Forty were fined", in a page about one raid in one town on one day, is set beside other pages as
if it said that town and day; what is shown of the event stays without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from guvoh.assessment import places, times
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Told, published_apart
from guvoh.assessment.counted import OPERATION
from guvoh.assessment.families import PEOPLE, act_family, unit_family
from guvoh.assessment.phrases import phrases
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Modality, Place, Role, Stage

_REMOVAL, _DECISIONS = act_family("expulsion"), unit_family("decision")
_HEAD = (Role.TITLE, Role.LEAD)
_IN_REACH = (PlaceRelation.SAME, PlaceRelation.WITHIN, PlaceRelation.CONTAINS)
_SHORT = 7  # days: a longer period is not that of one event
_TOWN = 3  # the least rank of a place in which one number is hardly two things
_TELLING_NUMBER = 10
_NEAR_PUBLISHED = 14  # days
_LOCAL = 2  # the least rank of a place that is lent: a country is named too freely
_SURE = 0.8  # the least score at which an act that was only learned, not matched by a rule, is lent
_ABOUT = 45  # characters around a number in which it is told what those people did
_LAST = 500  # characters from an act to a number that only counts what was done


def with_acts(statements: Sequence[Told]) -> list[Told]:
    """The statements; a number of people of whom no act is said takes the act of its sentence, or of the same number.

    Its sentence must tell of one family of acts, without a number of people. Else a telling number takes the act that
    other statements give with that number, in one town and within days, when these agree.
    """
    acts: dict[str, list[Told]] = defaultdict(list)
    for told in statements:
        if told.statement.act and (told.statement.count is None or told.unit != PEOPLE):
            acts[told.entry.key].append(told)
    lent = [_with_act(told, acts[told.entry.key]) for told in statements]
    counted: dict[tuple[str, float], list[Told]] = defaultdict(list)
    for told in lent:
        if told.statement.act and told.asserts and (key := number_in_town(told)):
            counted[key].append(told)
    return _with_acts_counted([told if told.done else _with_act_of_number(told, counted) for told in lent])


def _with_acts_counted(statements: Sequence[Told]) -> list[Told]:
    """The statements; "police put it at 35" takes the act told last before it, one with a number of people first."""
    last: dict[str, Told] = {}
    numbered: dict[str, Told] = {}
    out = []
    for told in statements:
        host = numbered.get(told.entry.key) or last.get(told.entry.key)
        if not told.done and told.unit == PEOPLE and host and _is_counted(told, host):
            told = _lent(told, host)  # noqa: PLW2901
        if told.statement.act and told.asserts:
            (numbered if told.unit == PEOPLE else last)[told.entry.key] = told
        out.append(told)
    return out


def _is_counted(told: Told, host: Told) -> bool:
    count, quote = told.statement.count, told.statement.quote
    if count is None or count.of or not 0 <= told.statement.start - host.statement.start <= _LAST:
        return False
    said = told.entry.document.text[max(told.statement.start, count.start - _ABOUT) : count.start]
    alike = told.statement.modality is host.statement.modality and len(quote) <= _LAST
    return alike and phrases("counts", "counts").search(said) is not None


def number_in_town(told: Told) -> tuple[str, float] | None:
    """A telling number of people with its town: what one document may take the act from that another gives with it."""
    number = claim(told.statement.count) if told.statement.count and told.unit == PEOPLE else None
    if number is None or number < _TELLING_NUMBER or told.place is None or places.rank(told.place) < _TOWN:
        return None
    return places.key(told.place), number


def _with_act_of_number(told: Told, counted: Mapping[tuple[str, float], Sequence[Told]]) -> Told:
    key = number_in_town(told)
    same = [o for o in counted.get(key, ()) if _one_matter(o, told)] if key and told.asserts else []
    if not same or len({o.family for o in same}) > 1:
        return told
    return _lent(told, min(same, key=lambda o: o.order))


def _one_matter(a: Told, b: Told) -> bool:
    gap = published_apart(a, b)
    near = gap is not None and gap <= _NEAR_PUBLISHED
    return near and times.relate(a.period, b.period) is not TimeRelation.APART and _same_count(a, b)


def _same_count(a: Told, b: Told) -> bool:
    one, other = a.statement.count, b.statement.count
    return one is not None and other is not None and compare(one, other) is NumberRelation.SAME


def _lent(told: Told, host: Told) -> Told:
    lent = replace(told.statement, act=host.statement.act, stage=told.statement.stage or host.statement.stage)
    return replace(told, statement=lent, family=host.family)


def _with_act(told: Told, acts: Sequence[Told]) -> Told:
    count = told.statement.count
    if told.done or count is None or count.of:
        return told
    if told.unit == _DECISIONS:
        return _as_ordered(told, [a for a in acts if a.family == _REMOVAL and _lends_act(a, told)])
    if told.unit != PEOPLE:
        return told
    hosts = [a for a in acts if _lends_act(a, told)]
    if not hosts or len({a.family for a in hosts}) > 1 or _is_of_others(told):
        return told
    host = min(hosts, key=lambda a: (abs(a.statement.start - count.start), a.order))
    return _lent(told, host)


def _as_ordered(told: Told, hosts: Sequence[Told]) -> Told:
    """The number of decisions as one of removals ordered: "the courts issued 1,390 decisions on expulsion"."""
    if not hosts:
        return told
    said = replace(told.statement, act=min(hosts, key=lambda a: a.order).statement.act, stage=Stage.ORDERED)
    return replace(told, statement=said, family=_REMOVAL)


def _lends_act(host: Told, told: Told) -> bool:
    """Whether an act told in the same sentence and way is sure enough to be that of a number without one."""
    said = host.statement
    is_sure = said.score >= _SURE or not said.finder.startswith("learned")
    if said.act == OPERATION and phrases("counts", "afterwards").search(said.quote):
        return False
    return is_sure and _in_one_sentence(host, told) and said.modality is told.statement.modality


def _in_one_sentence(a: Told, b: Told) -> bool:
    return a.statement.start < b.statement.end and b.statement.start < a.statement.end


def _is_of_others(told: Told) -> bool:
    """Whether the number is of those who were asked or who speak, not of those to whom it was done."""
    count, text = told.statement.count, told.entry.document.text
    if count is None:
        return False
    before, after = text[max(0, count.start - _ABOUT) : count.start], text[count.end : count.end + _ABOUT]
    return bool(phrases("counts", "heard").search(before) or phrases("counts", "speaks").search(after))


def tied(statements: Sequence[Told]) -> list[Told]:
    """The statements for grouping: those of a document about one local event, with its place and day where open."""
    together: dict[str, list[Told]] = defaultdict(list)
    for told in statements:
        together[told.entry.key].append(told)
    events = {key: (_one_place(found), found) for key, found in together.items()}
    return [_tied(told, *events[told.entry.key]) for told in statements]


def _tied(told: Told, place: Place | None, others: Sequence[Told]) -> Told:
    if not told.done or told.stage is Stage.PLANNED or told.statement.modality is Modality.GENERAL:
        return told
    if told.place is None and place is not None and _is_then(told, others):
        told = replace(told, lent=place)
    if told.statement.when is None and told.period is None and places.rank(told.place) >= _LOCAL:
        when = _one_time([o for o in others if o.family == told.family], told) or _one_time(others, told)
        told = told if when is None else replace(told, period=replace(when, basis="inferred"))
    return told


def _one_place(found: Sequence[Told]) -> Place | None:
    """The narrowest place of a document's acts when all local ones are within each other and one is plainly its own."""
    best, is_plain = None, False
    for told in found:
        if told.place is None or not told.statement.act or places.rank(told.place) < _LOCAL:
            continue
        if places.are_parted(best, told.place):
            return None
        best = places.narrower(best, told.place)
        is_plain = is_plain or told.period is not None or told.entry.document.role_at(told.statement.start) in _HEAD
    return best if is_plain else None


def _is_then(told: Told, others: Sequence[Told]) -> bool:
    """Whether the time of `told`, where it has one, is that of some act which the document places."""
    placed = (o for o in others if o.statement.act and places.rank(o.place) >= _LOCAL)
    return told.period is None or any(times.relate(o.period, told.period) is not TimeRelation.APART for o in placed)


def _one_time(others: Sequence[Told], told: Told) -> Period | None:
    """The tightest short period of acts that may be in the place of `told`, when all of them share it."""
    best = None
    for other in others:
        when = other.period
        if when is None or not other.statement.act or not 0 < (when.days or 0) <= _SHORT:
            continue
        if other.stage is Stage.PLANNED or when.since or places.relate(other.place, told.place) not in _IN_REACH:
            continue
        if times.relate(best, when) is TimeRelation.APART:
            return None
        best = times.tighter(best, when)
    return best
