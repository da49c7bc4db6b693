"""What two statements of one matter have in common, and what sets them apart: the named features of likeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from guvoh.assessment import places
from guvoh.assessment.bounds import NumberRelation, claim
from guvoh.assessment.columns import TIMES, Answers, Numbers, numbered
from guvoh.assessment.corpus import Told
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.rivals import are_rivals, rivals
from guvoh.assessment.strict import BARRED, NUMBERS, Columns, place_key
from guvoh.assessment.times import TimeRelation
from guvoh.model import Place

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


class Traits:
    """The features of pairs of the statements of `columns`; pairs are given as two equally long arrays of indices."""

    def __init__(self, statements: Sequence[Told], columns: Columns) -> None:
        self._columns = columns
        self._told = statements
        quarrels = {entry.key: bool(rivals(entry)) for entry in {t.entry.key: t.entry for t in statements}.values()}
        self._quarrels = np.array([quarrels[t.entry.key] for t in statements], dtype=bool)
        self._where = Answers([t.place for t in statements], place_key, _relation)
        self._is_placed = np.array([t.statement.place is not None for t in statements], dtype=bool)
        self._is_dated = np.array([t.statement.when is not None for t in statements], dtype=bool)
        self._names_place = np.array([_states_place(t) for t in statements], dtype=np.int64)
        self._names_day = np.array([_states_time(t) for t in statements], dtype=np.int64)
        self._of_country = np.array([_is_of_country(t) for t in statements], dtype=bool)
        self._start = np.array([t.statement.start for t in statements], dtype=np.int64)
        self._depth = np.array([t.statement.start / max(1, len(t.entry.document.text)) for t in statements])
        self._claim = np.array([_claim(t) for t in statements])
        self._language = numbered([t.entry.document.language for t in statements])

    def all_of(self, a: Numbers, b: Numbers) -> Iterator[Choices]:
        """What each pair has, choice by choice."""
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
        yield [(c.told_before(a, b), "one was told before the time of the other")]
        yield [(c.groups.of(a, b) <= BARRED, "people of other groups")]
        yield from ([one] for one in c.counts_apart(a, b, c.counts.of(a, b), c.one_scene(a, b, when)))
        depth = np.maximum(self._depth[a], self._depth[b])
        yield [
            (depth < _EARLY, "both open their pages"),
            (depth < _FIRST, "both in the first third"),
            (depth < _MIDDLE, "both in the first half"),
            (depth < _LATE, "one in the second half"),
            (depth >= _LATE, "one near the end"),
        ]

    def on_other_days(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether each itself names a time, and these are apart."""
        apart = self._columns.spans.relate(a, b) == TIMES.index(TimeRelation.APART)
        named: Numbers = apart & (self._names_day[a] & self._names_day[b] > 0)
        return named

    def foretold(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether one itself names a time that had not come when the other was told, and is no plan."""
        c = self._columns
        told: Numbers = c.spans.foretold(a, b) & ~c.plans[b] & (self._names_day[a] > 0)
        told |= c.spans.foretold(b, a) & ~c.plans[a] & (self._names_day[b] > 0)
        return told

    def at_other_spots(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether each names a spot (a street, a market), and not the same."""
        c = self._columns
        named: Numbers = c.names_spot[a] & c.names_spot[b] & ~c.spotted(a, b)
        return named

    def elsewhere(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether each itself names a place, and these are apart."""
        parted = np.isin(self._where.of(a, b), [_PLACES.index("near"), _PLACES.index("apart")])
        named: Numbers = parted & (self._names_place[a] & self._names_place[b] > 0)
        return named

    def parted(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether each itself names a place, and these are apart and not even near."""
        parted: Numbers = self.elsewhere(a, b) & (self._where.of(a, b) == _PLACES.index("apart"))
        return parted

    def listed(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether a page names two places side by side, and so means two."""
        one_page = self._columns.entry[a] == self._columns.entry[b]
        listed: Numbers = one_page & (np.abs(self._start[a] - self._start[b]) < _AT_ONCE) & self.elsewhere(a, b)
        return listed

    def rivals(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether the page of one sets the numbers of the two against each other."""
        c, found = self._columns, np.zeros(len(a), dtype=bool)
        asked = np.flatnonzero(self._quarrels[a] | self._quarrels[b])
        one, other = a[asked], b[asked]
        may = (
            c.has_count[one] & c.has_count[other] & (c.unit[one] == c.unit[other]) & (c.origin[one] != c.origin[other])
        )
        for at in asked[may].tolist():
            found[at] = are_rivals(self._told[a[at]], self._told[b[at]])
        return found

    def half_told(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether one names a whole country and no time, or one a place alone and the other a time alone."""
        wide = (self._of_country[a] ^ self._of_country[b]) & (self._where.of(a, b) == _PLACES.index("within a country"))
        placed, dated = self._is_placed, self._is_dated
        half: Numbers = wide | (placed[a] & ~dated[a] & ~placed[b] & dated[b])
        half |= placed[b] & ~dated[b] & ~placed[a] & dated[a]
        return half

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
            (self._language[a] != self._language[b], "told in two languages"),
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
