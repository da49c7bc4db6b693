"""How alike two statements of one matter are: log-odds that they tell of one happening, from features with weights.

Pages of one matter tell its happenings again and again, with places and days that a page states once and a reader
carries along. So within a page, and between two pages of which some statements are plainly one happening, nearly
everything weighs and little bars; between pages about anything `scoring` stays strict. The weights are fitted by
`benchmarks/fit_likeness.py` (logistic regression) on groups of pages and stand in `data/likeness.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np

from guvoh.assessment import places
from guvoh.assessment.bounds import NumberRelation, claim
from guvoh.assessment.columns import TIMES, Answers, Numbers
from guvoh.assessment.corpus import Told
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.strict import BARRED, NUMBERS, Columns, place_key
from guvoh.assessment.times import TimeRelation
from guvoh.model import Place

LEAST = -100
"""The mean log-odds, in hundredths, from which on two are held to be one happening: below even odds, since of the pairs
of two clusters of one happening many share little, and a happening drawn apart is missed where a stray one is seen."""
UNLIKE = -400
"""Stands for the log-odds of two that cannot be one; a mean over many pairs may outweigh it, as pages err at times."""
APART = -1000
"""Stands for that of two which a page itself tells apart, or whose pages nothing shows to be of one matter."""
START = "any two"
Choices = list[tuple[Numbers, str]]
"""Features of which a pair has the first whose condition holds; "" names none."""

_PLACES = (
    "one country", "one first-level unit", "one town or facility", "within a country", "within", "near", "apart", "open"
)  # fmt: skip
_COUNTRY, _TOWN = 1, 3  # ranks
_SHORT = 7  # days: a longer period is a long one
_CLOSE, _SCENE, _REACH = 100, 300, 800  # characters between two statements of a page
_AT_ONCE = 200  # characters within which a page that names two places means two
_EARLY, _FIRST, _MIDDLE, _LATE = 0.2, 0.35, 0.5, 0.7  # shares of a page after which a statement stands
_DAYS, _WEEKS, _MONTHS = 3, 14, 120  # between publications
_WEEK, _MONTH = 7, 30  # days between two periods
_SMALL, _MANY = 10, 53  # people
_FEW_WORDS = 3
_SHARES = ((0.75, "nearly all words in common"), (0.5, "many words in common"), (0.25, "some words in common"))
_STATED = ("neither stated", "one stated", "both stated")


class Likeness:
    """The likeness of pairs of the statements of `columns`."""

    def __init__(self, statements: Sequence[Told], columns: Columns) -> None:
        self._columns = columns
        self._where = Answers([t.place for t in statements], place_key, _relation)
        self._is_placed = np.array([t.statement.place is not None for t in statements], dtype=bool)
        self._is_dated = np.array([t.statement.when is not None for t in statements], dtype=bool)
        self._names_place = np.array([_states_place(t) for t in statements], dtype=np.int64)
        self._names_day = np.array([_states_time(t) for t in statements], dtype=np.int64)
        self._of_country = np.array([_is_of_country(t) for t in statements], dtype=bool)
        self._start = np.array([t.statement.start for t in statements], dtype=np.int64)
        self._depth = np.array([t.statement.start / max(1, len(t.entry.document.text)) for t in statements])
        self._claim = np.array([_claim(t) for t in statements])

    def of(self, a: Numbers, b: Numbers) -> Numbers:
        """The log-odds of each pair in hundredths; `UNLIKE` where something rules it out."""
        total = np.full(len(a), _weight(START), dtype=np.int64)
        for choices in self._features(a, b):
            total += np.select([where for where, _ in choices], [_weight(name) for _, name in choices], 0)
        total = np.where(self._barred(a, b), np.minimum(total, UNLIKE), total)
        return np.where(self._listed(a, b), APART, total)

    def why(self, a: int, b: int) -> list[str]:
        """The features that one pair has."""
        one, other = np.array([a]), np.array([b])
        found = (next((n for w, n in choices if w[0]), "") for choices in self._features(one, other))
        return [name for name in found if name]

    def may_meet(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether the acts of each pair are of one family, or one is a number of which no act is said."""
        c = self._columns
        met: Numbers = (c.family[a] == c.family[b]) | (c.is_bare[a] != c.is_bare[b])
        return met

    def _barred(self, a: Numbers, b: Numbers) -> Numbers:
        """What two statements of one matter cannot be one for, whatever else they share."""
        c = self._columns
        when, numbers = c.spans.relate(a, b), c.counts.of(a, b)
        barred: Numbers = (when == TIMES.index(TimeRelation.APART)) & (self._names_day[a] & self._names_day[b] > 0)
        barred |= (c.spans.foretold(a, b) & ~c.plans[b]) | (c.spans.foretold(b, a) & ~c.plans[a])
        counted = (numbers == NUMBERS.index(NumberRelation.APART)) & (c.unit[a] == c.unit[b])
        told_again = (numbers == NUMBERS.index(NumberRelation.SAME)) & c.tells[a] & (c.unit[a] == c.unit[b])
        parted = self._elsewhere(a, b) & (self._where.of(a, b) == _PLACES.index("apart")) & ~told_again
        barred |= (counted & self._elsewhere(a, b)) | (parted & (c.entry[a] != c.entry[b]))
        barred |= c.groups.of(a, b) <= BARRED
        barred |= c.counted_apart(a, b, numbers, c.one_scene(a, b, when))
        barred |= self._half_told(a, b) & (c.entry[a] == c.entry[b])
        return barred | ~self.may_meet(a, b)

    def _elsewhere(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether each itself names a place, and these are apart."""
        parted = np.isin(self._where.of(a, b), [_PLACES.index("near"), _PLACES.index("apart")])
        named: Numbers = parted & (self._names_place[a] & self._names_place[b] > 0)
        return named

    def _listed(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether a page names two places side by side, and so means two."""
        one_page = self._columns.entry[a] == self._columns.entry[b]
        listed: Numbers = one_page & (np.abs(self._start[a] - self._start[b]) < _AT_ONCE) & self._elsewhere(a, b)
        return listed

    def _half_told(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether one names a whole country and no time, or one a place alone and the other a time alone."""
        wide = (self._of_country[a] ^ self._of_country[b]) & (self._where.of(a, b) == _PLACES.index("within a country"))
        placed, dated = self._is_placed, self._is_dated
        half: Numbers = wide | (placed[a] & ~dated[a] & ~placed[b] & dated[b])
        half |= placed[b] & ~dated[b] & ~placed[a] & dated[a]
        return half

    def _features(self, a: Numbers, b: Numbers) -> Iterator[Choices]:
        c = self._columns
        when, where = c.spans.relate(a, b), self._where.of(a, b)
        yield self._act(a, b)
        placed = self._names_place[a] + self._names_place[b]
        yield [(where == n, f"place: {name}") for n, name in enumerate(_PLACES) if name != "apart"]
        for name, chosen in (
            ("apart", where == _PLACES.index("apart")),
            ("one", where <= _PLACES.index("one town or facility")),
        ):
            yield [(chosen & (placed == n), f"place {name}, {stated}") for n, stated in enumerate(_STATED)]
        yield [(when == n, f"time: {relation.value}") for n, relation in enumerate(TIMES)]
        dated = self._names_day[a] + self._names_day[b]
        for relation in (TimeRelation.APART, TimeRelation.EQUAL):
            chosen = when == TIMES.index(relation)
            yield [(chosen & (dated == n), f"time {relation.value}, {said}") for n, said in enumerate(_STATED)]
        yield self._how_long(a, b, when)
        yield from self._number(a, b)
        yield self._stage(a, b)
        yield self._words(a, b)
        spotted = c.spotted(a, b)
        yield [(spotted, "a spot of one name"), (c.names_spot[a] & c.names_spot[b], "spots of other names")]
        yield self._page(a, b)
        depth = np.maximum(self._depth[a], self._depth[b])
        yield [
            (depth < _EARLY, "both open their pages"),
            (depth < _FIRST, "both in the first third"),
            (depth < _MIDDLE, "both in the first half"),
            (depth < _LATE, "one in the second half"),
            (depth >= _LATE, "one near the end"),
        ]

    def _act(self, a: Numbers, b: Numbers) -> Choices:
        c = self._columns
        one_family = c.family[a] == c.family[b]
        return [
            (one_family & c.is_bare[a] & c.is_bare[b], "numbers of which no act is said"),
            (one_family & (c.act[a] == c.act[b]) & (c.act[a] >= 0), "same act"),
            (one_family, "acts of one family"),
            (c.is_bare[a] != c.is_bare[b], "a number and an act"),
        ]

    def _how_long(self, a: Numbers, b: Numbers, when: Numbers) -> Choices:
        spans = self._columns.spans
        equal, unknown, apart = (
            when == TIMES.index(r) for r in (TimeRelation.EQUAL, TimeRelation.UNKNOWN, TimeRelation.APART)
        )
        longest, gap = np.maximum(spans.days[a], spans.days[b]), spans.apart(a, b)
        between = np.maximum(spans.first[b] - spans.last[a], spans.first[a] - spans.last[b])
        return [
            (equal & (longest == 1), "one day"),
            (equal & (longest <= _SHORT), "one week at most"),
            (equal, "one long period"),
            (unknown & (gap < 0), ""),
            (unknown & (gap <= _DAYS), "reported within days"),
            (unknown & (gap <= _WEEKS), "reported within weeks"),
            (unknown & (gap <= _MONTHS), "reported within months"),
            (unknown, "reported long apart"),
            (apart & (between <= _WEEK), "a week apart at most"),
            (apart & (between <= _MONTH), "a month apart at most"),
            (apart, "long apart"),
        ]

    def _number(self, a: Numbers, b: Numbers) -> Iterator[Choices]:
        c = self._columns
        numbers = c.counts.of(a, b)
        both, either = c.has_count[a] & c.has_count[b], c.has_count[a] | c.has_count[b]
        yield [
            (~either, "no numbers"),
            (~both, "one number"),
            (c.unit[a] != c.unit[b], "numbers of other units"),
            *((numbers == n, f"numbers: {relation.value}") for n, relation in enumerate(NUMBERS)),
        ]
        same = both & (c.unit[a] == c.unit[b]) & (numbers == NUMBERS.index(NumberRelation.SAME))
        largest = np.maximum(self._claim[a], self._claim[b])
        yield [
            (same & (largest < _SMALL), "same small number"),
            (same & (largest < _MANY), "same number of tens"),
            (same, "same large number"),
        ]

    def _stage(self, a: Numbers, b: Numbers) -> Choices:
        first, second = self._columns.stage[a], self._columns.stage[b]
        return [
            (first == second, "one stage"),
            ((first < 0) | (second < 0), "stage of one is not said"),
            (first != second, "other stage"),
        ]

    def _words(self, a: Numbers, b: Numbers) -> Choices:
        shared, least = self._columns.words_shared(a, b)
        return [
            (least < _FEW_WORDS, "few words"),
            *((shared >= least * share, name) for share, name in _SHARES),
            (shared > 0, "hardly a word in common"),
            (shared == 0, "no word in common"),
        ]

    def _page(self, a: Numbers, b: Numbers) -> Choices:
        one = self._columns.entry[a] == self._columns.entry[b]
        apart = np.abs(self._start[a] - self._start[b])
        return [
            (~one, ""),
            (apart < _CLOSE, "side by side in a page"),
            (apart < _SCENE, "near each other in a page"),
            (apart < _REACH, "some way apart in a page"),
            (one, "far apart in a page"),
        ]


def _relation(a: Place | None, b: Place | None) -> int:
    relation = places.relate(a, b)
    if relation is PlaceRelation.SAME:
        return max(_COUNTRY, min(_TOWN, places.rank(a), places.rank(b))) - _COUNTRY
    if relation in (PlaceRelation.CONTAINS, PlaceRelation.WITHIN):
        wide = min(places.rank(a), places.rank(b)) <= _COUNTRY
        return _PLACES.index("within a country" if wide else "within")
    known = {PlaceRelation.NEAR: "near", PlaceRelation.APART: "apart"}
    return _PLACES.index(known.get(relation, "open"))


def _states_place(told: Told) -> bool:
    return told.statement.place is not None and told.statement.place_basis != "inferred"


def _is_of_country(told: Told) -> bool:
    """Whether a statement itself names a whole country, and no time."""
    return _states_place(told) and places.rank(told.place) <= _COUNTRY and told.statement.when is None


def _states_time(told: Told) -> bool:
    return told.period is not None and told.statement.when is not None and told.statement.when_basis != "inferred"


def _claim(told: Told) -> float:
    return (claim(told.statement.count) if told.statement.count else None) or 0.0


def _weight(name: str) -> int:
    return weights().get(name, 0) if name else 0


@cache
def weights() -> Mapping[str, int]:
    """What each feature adds to the log-odds, in hundredths."""
    text = (resources.files("guvoh.assessment") / "data" / "likeness.toml").read_text(encoding="utf-8")
    found: Mapping[str, int] = tomllib.loads(text)["weights"]
    return found
