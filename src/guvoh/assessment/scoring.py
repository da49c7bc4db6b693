"""How likely two statements tell of one happening: features with weights, each score listing its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from guvoh.assessment import groups, places, times
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.columns import COUNT_ENDS, LONG_COUNT
from guvoh.assessment.corpus import Told, published_apart
from guvoh.assessment.families import PEOPLE, act_family
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.quotes import content_words
from guvoh.assessment.spots import has_town, spots
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Count, Party, Place, Stage

REMOVAL = act_family("expulsion")
"""The family of acts that are ordered first and carried out later."""
THRESHOLD = 0.6
"""Statements that score at least this are one happening."""

WEIGHTS: Mapping[str, float] = {
    "same act": 0.27,
    "acts of one family": 0.27,
    "number of an act": 0.12,
    "number of nothing said": -1.00,
    "same facility or city": 0.21,
    "same first-level unit": 0.17,
    "same country": 0.00,
    "one place within the other": 0.18,
    "one place within a country": 0.00,
    "places near each other": -0.10,
    "a spot of one name": 0.09,
    "same day": 0.31,
    "same days": 0.25,
    "same long period": 0.14,
    "overlapping days": 0.13,
    "adjacent days": 0.05,
    "another stated day": -0.15,
    "no date, reported within days": 0.10,
    "no date, reported long apart": -0.04,
    "same number": 0.47,
    "same small number": 0.12,
    "numbers agree within hedges": 0.22,
    "numbers differ": 0.00,
    "same nationality": 0.12,
    "one group within the other": 0.00,
    "same origin": 0.02,
    "copied passage": 0.45,
    "many words in common": 0.29,
    "some words in common": 0.13,
    "other stage": -0.10,
    "told elsewhere in the document": -0.04,
    "one day of one document": 0.09,
}
"""What each feature adds to the score, as `benchmarks/fit_pairs.py` fits it.

Places apart, times apart and groups apart are vetoes, not weights.
"""

DAYS_SHORT = 7
"""A period of more days is a long one."""
ALIKE = (NumberRelation.SAME, NumberRelation.ROUNDED)
"""Numbers that may count one thing of which no act is said."""
NEAR_PUBLISHED, FAR_PUBLISHED = 14, 120
"""Days between publications within which undated reports may be of one happening, beyond which they hardly are."""
TELLING_NUMBER = 10
"""Smaller numbers agree by chance."""
MANY_WORDS, SOME_WORDS = 0.5, 0.25
"""Shares of the shorter quote's words."""


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the weights of the features found, and their names. `veto` names what rules the pair out."""

    value: float
    why: tuple[str, ...]
    veto: str | None = None

    @property
    def joins(self) -> bool:
        """Whether the two are held to be one happening."""
        return self.veto is None and self.value >= THRESHOLD


def score(a: Told, b: Told, *, copied: bool = False) -> Score:
    """The score of two statements; `copied` says that their passages are copies of one another. Symmetric."""
    if barrier := veto(a, b):
        return Score(0.0, (), barrier)
    found = [name for feature in _FEATURES if (name := feature(a, b))]
    if copied and "numbers differ" not in found:
        found.append("copied passage")
    return Score(round(sum(WEIGHTS[name] for name in found), 4), tuple(found))


def veto(a: Told, b: Told) -> str | None:
    """What makes it impossible that two statements tell of one happening; None when nothing does."""
    if a.family != b.family and not (counts_of(a, b) or counts_of(b, a)):
        return "acts of other families"
    where = places.relate(a.place, b.place)
    if where is PlaceRelation.APART or (where is PlaceRelation.NEAR and a.entry.key == b.entry.key):
        return "places apart"  # a page that names two towns means two
    if times.relate(a.period, b.period) is TimeRelation.APART:
        return "times apart"
    if groups.relate(a.statement.affected, b.statement.affected) is GroupRelation.APART:
        return "other people"
    if _foretold(a, b) or _foretold(b, a):
        return "happened after the other was published"
    return _two_counts(a, b)


def counts_of(bare: Told, told: Told) -> bool:
    """Whether one gives a number of people without saying what was done, and the other says what was done."""
    return bare.is_bare and bare.unit == PEOPLE and not told.is_bare


def _two_counts(a: Told, b: Told) -> str | None:
    first, second = a.statement.count, b.statement.count
    if first is None or second is None:
        return None
    if a.is_bare and b.is_bare and _is_chance(first, second) and not _one_scene(a, b):
        return "other numbers, and no act to say of what"
    if (first.of is not None and first.of == b.id) or (second.of is not None and second.of == a.id):
        return "one is a part of the other"
    if (
        a.family == b.family == REMOVAL
        and a.unit != b.unit
        and a.stage != b.stage
        and compare(first, second) not in ALIKE
    ):
        return "removals ordered and carried out, in other units"
    if _other_span(a, b) and compare(first, second) not in ALIKE:
        return "counts over other times"
    one_voice = a.entry.key == b.entry.key and a.origin == b.origin
    alike = one_voice and a.unit == b.unit and a.stage == b.stage and a.done == b.done
    if alike and compare(first, second) is NumberRelation.APART:
        return "one source counts two things in one document"
    return None


def _is_chance(a: Count, b: Count) -> bool:
    """Whether two numbers are not alike, or so small that they are by chance."""
    return compare(a, b) not in ALIKE or max(claim(a) or 0, claim(b) or 0) < TELLING_NUMBER


def _other_span(a: Told, b: Told) -> bool:
    """Whether one counts over weeks or more, and the other over clearly fewer or more days."""
    one, other = a.period, b.period
    if one is None or other is None or max(one.days or LONG_COUNT, other.days or LONG_COUNT) < LONG_COUNT:
        return False
    if times.relate(one, other) is TimeRelation.EQUAL:
        return False
    return _parted(one.first, other.first) or _parted(one.last, other.last)


def _parted(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) > COUNT_ENDS


def _one_scene(a: Told, b: Told) -> bool:
    """Whether both of two documents name one spot and one day."""
    is_day = times.relate(a.period, b.period) is TimeRelation.EQUAL and all(is_dated(t) for t in (a, b))
    return is_day and a.entry.key != b.entry.key and bool(_spot(a, b))


def is_dated(told: Told) -> bool:
    """Whether the statement itself says on which day it was."""
    return told.period is not None and told.period.days == 1 and told.period.basis != "inferred"


def _foretold(a: Told, b: Told) -> bool:
    """Whether `a` is dated after `b` was published, `b` being no plan."""
    first = a.period.first if a.period else None
    return first is not None and first > b.published + 1 and b.stage is not Stage.PLANNED


def _act(a: Told, b: Told) -> str:
    if a.family != b.family:
        return "number of an act" if _number(a, b) == "same number" else "number of nothing said"
    return "same act" if a.done == b.done else "acts of one family"


def _place(a: Told, b: Told) -> str:
    return place_feature(a.place, b.place) or ""


def place_feature(a: Place | None, b: Place | None) -> str | None:
    """The feature of two places, "" when they say nothing, None when they are apart."""
    relation = places.relate(a, b)
    if relation is PlaceRelation.APART:
        return None
    if relation is PlaceRelation.SAME:
        level = min(places.rank(a), places.rank(b))
        return "same facility or city" if level >= 3 else "same first-level unit" if level == 2 else "same country"
    if relation in (PlaceRelation.CONTAINS, PlaceRelation.WITHIN):
        wide = min(places.rank(a), places.rank(b)) <= 1
        return "one place within a country" if wide else "one place within the other"
    return "places near each other" if relation is PlaceRelation.NEAR else ""


def _time(a: Told, b: Told) -> str:
    relation = times.relate(a.period, b.period)
    if relation is TimeRelation.UNKNOWN:
        return _reported(published_apart(a, b))
    if relation is TimeRelation.EQUAL:
        return _same_time(a.period, b.period)
    if relation is TimeRelation.ADJACENT:
        return "another stated day" if _states_day(a) and _states_day(b) else "adjacent days"
    return "overlapping days"


def _states_day(told: Told) -> bool:
    return told.period is not None and told.period.days == 1 and told.period.basis == "text"


def _same_time(a: Period | None, b: Period | None) -> str:
    spans = [p.days for p in (a, b) if p is not None and p.days is not None]
    longest = max(spans) if len(spans) == 2 else None
    if longest == 1:
        return "same day"
    return "same days" if longest is not None and longest <= DAYS_SHORT else "same long period"


def _reported(gap: int | None) -> str:
    if gap is None:
        return ""
    if gap <= NEAR_PUBLISHED:
        return "no date, reported within days"
    return "no date, reported long apart" if gap > FAR_PUBLISHED else ""


def _number(a: Told, b: Told) -> str:
    first, second = a.statement.count, b.statement.count
    if first is None or second is None or a.unit != b.unit or not a.unit:
        return ""
    relation = compare(first, second)
    if relation is NumberRelation.SAME:
        return "same number" if (claim(first) or 0) >= TELLING_NUMBER else "same small number"
    if relation in (NumberRelation.ROUNDED, NumberRelation.BOUND):
        return "numbers agree within hedges"
    if relation is NumberRelation.APART:
        return "numbers differ"
    return ""


def _group(a: Told, b: Told) -> str:
    return group_feature(a.statement.affected, b.statement.affected)


def group_feature(a: Party | None, b: Party | None) -> str:
    """The feature of two groups of people, "" when they say nothing."""
    relation = groups.relate(a, b)
    if relation is GroupRelation.SAME and a and a.nationality:
        return "same nationality"
    return "one group within the other" if relation in (GroupRelation.WITHIN, GroupRelation.CONTAINS) else ""


def _origin(a: Told, b: Told) -> str:
    return "same origin" if a.origin == b.origin and a.entry.key != b.entry.key else ""


def _words(a: Told, b: Told) -> str:
    first, second = content_words(a.statement.quote), content_words(b.statement.quote)
    if min(len(first), len(second)) < 3:
        return ""
    common = len(first & second) / min(len(first), len(second))
    return "many words in common" if common >= MANY_WORDS else "some words in common" if common >= SOME_WORDS else ""


def _spot(a: Told, b: Told) -> str:
    if has_town(a) and has_town(b):
        return ""
    return "" if spots(a).isdisjoint(spots(b)) else "a spot of one name"


def _stage(a: Told, b: Told) -> str:
    return "other stage" if a.stage and b.stage and a.stage != b.stage else ""


def _document(a: Told, b: Told) -> str:
    if a.entry.key != b.entry.key:
        return ""
    return "one day of one document" if _one_day(a, b) else "told elsewhere in the document"


def _one_day(a: Told, b: Told) -> bool:
    """Whether a document that names no town tells both of one day, at no two spots."""
    if has_town(a) or has_town(b) or times.relate(a.period, b.period) is not TimeRelation.EQUAL:
        return False
    is_day = a.period is not None and a.period.days == 1
    return is_day and not (spots(a) and spots(b) and spots(a).isdisjoint(spots(b)))


_FEATURES: tuple[Callable[[Told, Told], str], ...] = (
    _act, _place, _time, _number, _group, _origin, _words, _spot, _stage, _document,
)  # fmt: skip
