"""The relation of two figures: first their scope (unit, act, stage, place, time, people), only then their numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from guvoh.assessment import contradiction, groups
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import DOERS, Told, published_apart
from guvoh.assessment.disagreement import count_of, is_quoted_two_ways, may_disagree, tells_more
from guvoh.assessment.parts_told import part_told
from guvoh.assessment.rivals import are_rivals
from guvoh.assessment.scopes import Scope, scope_of
from guvoh.assessment.scoring import veto
from guvoh.assessment.sides import Side, side
from guvoh.model import Modality, Stage
from guvoh.model.weighing import FigurePair, FigureRelation

IN_DISPUTE = "a page sets the two numbers against each other"
QUOTED_TWO_WAYS = "one person is quoted with different numbers"
_EXPULSIONS = frozenset({"expulsion", "collective_expulsion"})
_ROUND_UPS = frozenset({"raid", "arbitrary_detention"})
_TELLING_NUMBER = 10  # equal smaller numbers are chance unless the scope is equal too
REPORTED_NEAR = 45
"""Days between publications within which undated figures may be set beside each other."""
_A_DAY_LATER = "a larger number of the same thing, a day later"
_SAME_NEWS = 2  # days: a differing figure this soon after another's is a disagreement, later it is news


def relation(a: Told, b: Told, *, same_event: bool = False) -> FigurePair | None:
    """The one relation of two figures with its reasons, or None when nothing can be said. Symmetric in its meaning.

    Reads "`a` is … of `b`": part_of and later_update put the part and the later figure first; every other relation
    puts the statement first that was published first.
    """
    one, other = a.statement, b.statement
    if one.count is None or other.count is None or not (a.unit and b.unit) or one.id == other.id:
        return None
    if one.modality is Modality.GENERAL or other.modality is Modality.GENERAL:
        return None
    if DOERS in (a.unit, b.unit) and not (a.unit == b.unit and groups.one_noun(count_of(a), count_of(b))):
        return None  # thirty guards beside sixty policemen, or beside those whom they held
    first, second = (a, b) if a.order <= b.order else (b, a)
    is_part = one.count.of is not None or other.count.of is not None
    found = _parts(first, second) if is_part else None
    found = found or (_contradiction(first, second) if same_event else None)
    found = found or _other_thing(first, second, same_event) or _by_scope(first, second, same_event)
    pair = found.pair if found else None
    is_later = pair is not None and pair.relation is FigureRelation.LATER_UPDATE
    return _part_elsewhere(first, second) or pair if is_later else pair


@dataclass(frozen=True, slots=True)
class _Found:
    """A judgement; an empty one ends the search with no relation."""

    pair: FigurePair | None = None


_NONE = _Found()


def _say(a: Told, b: Told, kind: FigureRelation, *why: str) -> _Found:
    return _Found(FigurePair(a.id, b.id, kind, _shared(why)))


@lru_cache(maxsize=65536)
def _shared(why: tuple[str, ...]) -> tuple[str, ...]:
    """Equal reasons as one object: a large vault has millions of them."""
    return why


def _parts(a: Told, b: Told) -> _Found | None:
    for part, whole in ((a, b), (b, a)):
        if count_of(part).of == whole.id and (claim(count_of(part)) or 0) < (claim(count_of(whole)) or math.inf):
            return _say(part, whole, FigureRelation.PART_OF, "the text says that the number is a part of the other")
    return None


def _part_elsewhere(a: Told, b: Told) -> FigurePair | None:
    """What looks like a later count where the page of one tells the one number as a part of the other."""
    why = "the page of one tells the one number as a part of the other"
    return _say(*told, FigureRelation.PART_OF, why).pair if (told := part_told(a, b)) else None


def _other_thing(a: Told, b: Told, same_event: bool) -> _Found | None:  # noqa: FBT001
    if a.family != b.family:
        return _NONE
    if a.unit != b.unit:
        if not same_event:
            return _NONE
        return _say(a, b, FigureRelation.OTHER_UNIT, f"one counts {a.unit}, the other {b.unit}")
    one, other = a.stage, b.stage
    if one and other and one != other:
        scope = scope_of(a, b, same_event=same_event)
        if "apart" in scope.values or not (same_event or _comparable(a, b, scope)):
            return _NONE
        return _say(a, b, FigureRelation.OTHER_STAGE, f"one is {_worded(one)}, the other {_worded(other)}")
    if not same_thing(a.statement.act, b.statement.act):
        return _NONE
    return None


def _contradiction(a: Told, b: Told) -> _Found | None:
    """The conflict of two different numbers of one event, which their page says or which is likely."""
    if are_rivals(a, b):
        return _say(a, b, FigureRelation.CONFLICT, f"{_both(a, b)} cannot both be right", IN_DISPUTE)
    if is_quoted_two_ways(a, b):
        return _say(a, b, FigureRelation.CONFLICT, f"{_both(a, b)} cannot both be right", QUOTED_TWO_WAYS)
    if not contradiction.is_likely(a, b):
        return None
    if found := _of_one_page(a, b):
        return found if found.pair else None
    return _say(a, b, FigureRelation.CONFLICT, f"{_both(a, b)} cannot both be right", *contradiction.why(a, b))


def _worded(stage: Stage) -> str:
    return stage.value.replace("_", " ")


def same_thing(a: str | None, b: str | None) -> bool:
    """Whether two acts count one thing: the same act, removals told with and without "en masse", a raid's detainees."""
    return a == b or {a, b} <= _EXPULSIONS or {a, b} <= _ROUND_UPS


def _comparable(a: Told, b: Told, scope: Scope) -> bool:
    """Whether figures of two events may be set side by side: a known place, and dates or publication near."""
    if scope.place == "unknown":
        return False
    if scope.time not in ("unknown", "near"):
        return True
    gap = published_apart(a, b)
    return gap is not None and gap <= REPORTED_NEAR


def _by_scope(a: Told, b: Told, same_event: bool) -> _Found | None:  # noqa: FBT001
    scope = scope_of(a, b, same_event=same_event)
    if "apart" in scope.values:
        return None
    numbers = compare(count_of(a), count_of(b))
    if same_event and (agreed := _agreement(a, b, numbers, scope)):
        return agreed
    if not (same_event or _comparable(a, b, scope)):
        return None
    if later := _later(a, b, numbers, scope, same_event):
        return later
    if same_event and (clash := _part_beyond_whole(a, b, scope)):
        return clash
    if nested := _nested(a, b, numbers, scope):
        return nested
    if not same_event:
        return None
    return _disagreement(a, b, scope)


def _agreement(a: Told, b: Told, numbers: NumberRelation, scope: Scope) -> _Found | None:
    """Equal numbers of one event agree; hedged ones only when their scopes are not known to differ."""
    equal_scope = not scope.values & {"wider", "narrower"}
    is_small = (claim(count_of(a)) or 0) < _TELLING_NUMBER
    if a.is_bare and b.is_bare and is_small and not groups.one_noun(count_of(a), count_of(b)):
        return None
    if numbers is NumberRelation.SAME and (equal_scope or (claim(count_of(a)) or 0) >= _TELLING_NUMBER):
        return _say(a, b, FigureRelation.SAME, f"{_both(a, b)} are the same number of the same thing")
    if not equal_scope:
        return None
    if numbers is NumberRelation.ROUNDED:
        return _say(a, b, FigureRelation.ROUNDED_SAME, f"{_both(a, b)} meet once rounding is allowed for")
    if numbers is NumberRelation.BOUND:
        return _say(a, b, FigureRelation.CONSISTENT_BOUND, f"{_both(a, b)} can both be right")
    return None


def _both(a: Told, b: Told) -> str:
    return f"“{count_of(a).words}” and “{count_of(b).words}”"


def _later(a: Told, b: Told, numbers: NumberRelation, scope: Scope, same_event: bool) -> _Found | None:  # noqa: FBT001
    """A count that goes on from one start, or a larger one of the same event told later, updates the earlier."""
    if numbers is not NumberRelation.APART or scope.place != "same" or scope.people in ("wider", "narrower"):
        return None
    if not (a.asserts and b.asserts) or a.entry.key == b.entry.key:
        return None
    early, late = (a, b) if a.published <= b.published else (b, a)
    grows = (claim(count_of(late)) or 0) > (claim(count_of(early)) or 0)
    if _one_start(early, late) and grows:
        return _say(late, early, FigureRelation.LATER_UPDATE, "both count from one day; the later one counts further")
    gap = published_apart(a, b)
    if not same_event or gap is None or gap < 1 or scope.time not in ("same", "unknown", "near"):
        return None
    if a.origin == b.origin and _hands_on(early, late):
        return _say(
            a, b, FigureRelation.CONFLICT, f"{_both(a, b)} cannot both be right", "one hands on the other's number"
        )
    if groups.only_one_is_limited(early.statement.affected, late.statement.affected):
        return None  # "44 Uzbeks" and "127 people" are no count at two times
    if a.origin == b.origin:
        return _say(late, early, FigureRelation.LATER_UPDATE, "the same source gave a new number later")
    if grows and gap >= _least_gap(side(early), side(late)):
        news = f"a larger number of the same thing, {gap} days later"
        return _say(late, early, FigureRelation.LATER_UPDATE, _A_DAY_LATER if gap == 1 else news)
    return None


def _hands_on(early: Told, late: Told) -> bool:
    """Whether the later document has a third party's words through the publisher of the earlier one."""
    return bool(early.via) and early.via[-1] in late.via[:-1]


def _least_gap(early: Side, late: Side) -> float:
    """After how many days a larger number of another source is news and no disagreement.

    Officials who give the full number the next day, and the press that hears of more, correct the first reports. Who
    counts more than officials did disagrees with them, whenever it is told.
    """
    if early is Side.STATE and late is not Side.STATE:
        return math.inf
    if late is Side.STATE or early is late is Side.OPEN:
        return 1
    return _SAME_NEWS + 1


def _one_start(early: Told, late: Told) -> bool:
    a, b = early.period, late.period
    if a is None or b is None or a.first is None or a.first != b.first or a.last is None or b.last is None:
        return False
    return a.last < b.last


def _nested(a: Told, b: Told, numbers: NumberRelation, scope: Scope) -> _Found | None:
    """Wider or narrower in place, time or people; the wider one counts no fewer."""
    values = scope.values
    if "wider" in values and not values & {"narrower", "overlap", "near"}:
        kind, word = FigureRelation.WIDER, "wider"
    elif "narrower" in values and not values & {"wider", "overlap", "near"}:
        kind, word = FigureRelation.NARROWER, "narrower"
    else:
        return None
    wide, narrow = (a, b) if kind is FigureRelation.WIDER else (b, a)
    if numbers is NumberRelation.APART and (claim(count_of(wide)) or 0) < (claim(count_of(narrow)) or 0):
        return None  # "two sisters" hold no "16 women": they are others, or the numbers are of two things
    why = [f"{word} {scope.differing(word)}"]
    if scope.time == "unknown":
        why.append("not both are dated; published close together")
    return _say(a, b, kind, *why)


def _part_beyond_whole(a: Told, b: Told, scope: Scope) -> _Found | None:
    """ "140 men" of "62 people": who gives a part more than others give the whole disagrees with them."""
    if scope.place != "same" or scope.time not in ("same", "unknown"):
        return None
    part, whole = (a, b) if scope.people == "narrower" else (b, a)
    if scope.people not in ("narrower", "wider") or (claim(count_of(part)) or 0) <= (claim(count_of(whole)) or 0):
        return None
    return _clash(a, b, "one gives more for a part of the people than the other for all")


def _disagreement(a: Told, b: Told, scope: Scope) -> _Found | None:
    """Strict: one event, one thing, one scope, one stage, both asserted, by different sources, numbers apart."""
    is_then = scope.time in ("same", "unknown") or (scope.time == "near" and not _both_printed(a, b))
    if scope.place != "same" or not is_then or scope.people not in ("same", "unknown"):
        return None
    return _clash(a, b, "same thing, place, time, people and stage; different sources")


def _both_printed(a: Told, b: Told) -> bool:
    return all(t.period is not None and t.period.basis == "text" for t in (a, b))


def _clash(a: Told, b: Told, why: str) -> _Found | None:
    """The conflict of two figures whose scopes agree, if they are asserted by sources that may disagree.

    Of two of one event, put together by their likeness, no strict rule may say that they are of two; nor may everything
    else speak against a quarrel.
    """
    if veto(a, b) is not None or not may_disagree(a, b):
        return None
    if found := _of_one_page(a, b):
        return found if found.pair else None
    if contradiction.odds(a, b) < contradiction.DOUBTED:
        return None
    return _say(a, b, FigureRelation.CONFLICT, f"{_both(a, b)} cannot both be right", why)


def _of_one_page(a: Told, b: Told) -> _Found | None:
    """What a page that gives both numbers makes of them: its own number set right, or more told and no quarrel."""
    if a.entry.key != b.entry.key:
        return None
    return _own_earlier(a, b) or (_NONE if tells_more(a, b) else None)


def _own_earlier(a: Told, b: Told) -> _Found | None:
    """The update of a number that the page itself, by its name, had reported before: "the Courier wrote on Monday"."""
    for told, other in ((a, b), (b, a)):
        publisher = told.entry.document.publisher
        if told.is_own and publisher and publisher in told.statement.quote and not other.is_own:
            return _say(other, told, FigureRelation.LATER_UPDATE, "the page sets right what it reported before")
    return None
