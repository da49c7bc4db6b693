"""The rules of `scoring` for many pairs of statements at once, on columns.

`scoring.score` says the same of one pair, with its reasons; the tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from guvoh.assessment import groups, places
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.columns import TIMES, Answers, Numbers, Sets, Spans, numbered
from guvoh.assessment.corpus import Told
from guvoh.assessment.families import PEOPLE
from guvoh.assessment.groups import GroupRelation
from guvoh.assessment.names import fold
from guvoh.assessment.quotes import content_words
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.scoring import (
    ALIKE,
    DAYS_SHORT,
    FAR_PUBLISHED,
    MANY_WORDS,
    NEAR_PUBLISHED,
    REMOVAL,
    SOME_WORDS,
    TELLING_NUMBER,
    THRESHOLD,
    WEIGHTS,
    group_feature,
    is_dated,
    place_feature,
)
from guvoh.assessment.spots import has_town, spots
from guvoh.assessment.times import TimeRelation
from guvoh.model import Count, Party, Place, Stage

_PARTS = 100
"""Weights are whole hundredths, so sums are exact."""
BARRED = -1000
NUMBERS = tuple(NumberRelation)
JOINS = round(THRESHOLD * _PARTS)
"""Statements that score at least this are one happening."""
_LEAST_WORDS = 3


def weight(name: str) -> int:
    """The weight of a feature in hundredths; none for no feature."""
    return round(WEIGHTS[name] * _PARTS) if name else 0


class Columns:
    """Statements as columns, and the pairs of them that the rules join."""

    def __init__(self, statements: Sequence[Told], reuse: Reuse, *, is_whole: bool) -> None:
        counts = [t.statement.count for t in statements]
        self.spans = Spans(statements)
        self.places = Answers([t.place for t in statements], place_key, _place_weight)
        self.groups = Answers([t.statement.affected for t in statements], groups.marks_or_none, _group_weight)
        self.counts = Answers(counts, _count_key, lambda a, b: NUMBERS.index(compare(a, b)) if a and b else -1)
        self.quotes = [t.statement.quote for t in statements]
        self.words = _words(self.quotes) if is_whole else None
        self.named = [spots(t) for t in statements]
        self.spots = Sets.of_words(self.named)
        self.has_town = np.array([has_town(t) for t in statements], dtype=bool)
        self.names_spot = np.array([bool(names) for names in self.named], dtype=bool)
        self.is_dated = np.array([is_dated(t) for t in statements], dtype=bool)
        self.family = numbered([t.family for t in statements])
        self.removes = np.array([t.family == REMOVAL for t in statements], dtype=bool)
        self.is_bare = np.array([t.is_bare for t in statements], dtype=bool)
        self.counts_people = self.is_bare & np.array([t.unit == PEOPLE for t in statements], dtype=bool)
        self.act = numbered([t.done for t in statements])
        self.unit = numbered([t.unit for t in statements])
        self.origin = numbered([t.origin for t in statements])
        own = {key: n for n, key in enumerate(dict.fromkeys(t.entry.key for t in statements))}
        self.entry = np.array([own[t.entry.key] for t in statements], dtype=np.int64)
        self.stage = numbered([t.stage for t in statements])
        self.plans = np.array([t.stage is Stage.PLANNED for t in statements], dtype=bool)
        self.root = numbered([reuse.root(t.entry.key, t.statement.start) for t in statements])
        self.has_count = np.array([c is not None for c in counts], dtype=bool)
        self.tells = np.array([((claim(c) if c else None) or 0) >= TELLING_NUMBER for c in counts], dtype=bool)
        at = {t.id: n for n, t in enumerate(statements)}
        self.whole = np.array([at.get(c.of or "", -1) if c else -1 for c in counts], dtype=np.int64)

    def joining(self, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Those of the pairs that join, with their scores."""
        when = self.spans.relate(a, b)
        foretold = self.told_before(a, b)
        one_family = self.family[a] == self.family[b]
        counted = (self.counts_people[a] & ~self.is_bare[b]) | (self.counts_people[b] & ~self.is_bare[a])
        may = (one_family | counted) & (when != TIMES.index(TimeRelation.APART)) & ~foretold
        a, b, when = a[may], b[may], when[may]
        where = self.places.of(a, b)
        near = (where == weight("places near each other")) & (self.entry[a] == self.entry[b])
        total = np.where(near, BARRED, where) + self.groups.of(a, b) + self._time(a, b, when)
        numbers = self.counts.of(a, b)
        spotted = self.spotted(a, b)
        total += self._number(a, b, numbers) + self._told(a, b, numbers) + self._rest(a, b)
        total += self._document(a, b, when, spotted)
        total += np.where(spotted, weight("a spot of one name"), 0)
        apart = self.counted_apart(a, b, numbers, self.one_scene(a, b, when))
        may = (total >= JOINS - weight("many words in common")) & ~apart
        a, b, total = a[may], b[may], total[may]
        total = total + self._spoken(a, b)
        may = total >= JOINS
        return a[may], b[may], total[may]

    def told_before(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether one was told before the time of the other came, and the other is no plan."""
        told: Numbers = self.spans.foretold(a, b) & ~self.plans[b]
        told |= self.spans.foretold(b, a) & ~self.plans[a]
        return told

    def _time(self, a: Numbers, b: Numbers, when: Numbers) -> Numbers:
        gap = self.spans.apart(a, b)
        longest = np.maximum(self.spans.days[a], self.spans.days[b])
        stated = self.spans.is_day[a] & self.spans.is_day[b]
        unknown, equal, adjacent = (
            when == TIMES.index(r) for r in (TimeRelation.UNKNOWN, TimeRelation.EQUAL, TimeRelation.ADJACENT)
        )
        choices = [
            (unknown & (gap < 0), ""),
            (unknown & (gap <= NEAR_PUBLISHED), "no date, reported within days"),
            (unknown & (gap > FAR_PUBLISHED), "no date, reported long apart"),
            (unknown, ""),
            (equal & (longest == 1), "same day"),
            (equal & (longest <= DAYS_SHORT), "same days"),
            (equal, "same long period"),
            (adjacent & stated, "another stated day"),
            (adjacent, "adjacent days"),
        ]
        return np.select([w for w, _ in choices], [weight(n) for _, n in choices], weight("overlapping days"))

    def _number(self, a: Numbers, b: Numbers, numbers: Numbers) -> Numbers:
        same, rounded, bound, apart = (
            numbers == NUMBERS.index(r)
            for r in (NumberRelation.SAME, NumberRelation.ROUNDED, NumberRelation.BOUND, NumberRelation.APART)
        )
        choices = [
            ((self.unit[a] != self.unit[b]) | (self.unit[a] < 0), ""),
            (same & self.tells[a], "same number"),
            (same, "same small number"),
            (rounded | bound, "numbers agree within hedges"),
            (apart, "numbers differ"),
        ]
        counted = np.select([w for w, _ in choices], [weight(n) for _, n in choices], 0)
        copied = (self.root[a] == self.root[b]) & (self.root[a] >= 0) & (self.entry[a] != self.entry[b])
        differ = (self.unit[a] == self.unit[b]) & (self.unit[a] >= 0) & apart
        return counted + np.where(copied & ~differ, weight("copied passage"), 0)

    def _told(self, a: Numbers, b: Numbers, numbers: Numbers) -> Numbers:
        same = (numbers == NUMBERS.index(NumberRelation.SAME)) & self.tells[a] & (self.unit[a] == self.unit[b])
        choices = [
            ((self.family[a] != self.family[b]) & same, "number of an act"),
            (self.family[a] != self.family[b], "number of nothing said"),
            (self.act[a] == self.act[b], "same act"),
        ]
        return np.select([w for w, _ in choices], [weight(n) for _, n in choices], weight("acts of one family"))

    def _rest(self, a: Numbers, b: Numbers) -> Numbers:
        one_document = self.entry[a] == self.entry[b]
        told = np.where((self.origin[a] == self.origin[b]) & ~one_document, weight("same origin"), 0)
        staged = (self.stage[a] >= 0) & (self.stage[b] >= 0) & (self.stage[a] != self.stage[b])
        return told + np.where(staged, weight("other stage"), 0)

    def _document(self, a: Numbers, b: Numbers, when: Numbers, spotted: Numbers) -> Numbers:
        one_day = (when == TIMES.index(TimeRelation.EQUAL)) & (self.spans.days[a] == 1) & (self.spans.days[b] == 1)
        one_spot = spotted | ~(self.names_spot[a] & self.names_spot[b])
        one_day &= one_spot & ~self.has_town[a] & ~self.has_town[b]
        told = np.where(one_day, weight("one day of one document"), weight("told elsewhere in the document"))
        return np.where(self.entry[a] == self.entry[b], told, 0)

    def spotted(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether both name one spot."""
        both = self.names_spot[a] & self.names_spot[b] & ~(self.has_town[a] & self.has_town[b])
        found = np.zeros(len(a), dtype=bool)
        found[both] = self.spots.shared(a[both], b[both]) > 0
        return found

    def one_scene(self, a: Numbers, b: Numbers, when: Numbers) -> Numbers:
        """Whether both name one spot and say themselves that it was on one day."""
        is_day: Numbers = (when == TIMES.index(TimeRelation.EQUAL)) & self.is_dated[a] & self.is_dated[b]
        return self.spotted(a, b) & is_day

    def counted_apart(self, a: Numbers, b: Numbers, numbers: Numbers, one_scene: Numbers) -> Numbers:
        """The rules of `scoring.veto` on two counts."""
        barred: Numbers = np.logical_or.reduce([where for where, _ in self.counts_apart(a, b, numbers, one_scene)])
        return barred

    def counts_apart(self, a: Numbers, b: Numbers, numbers: Numbers, one_scene: Numbers) -> list[tuple[Numbers, str]]:
        """What there may be about two counts that sets them apart, each with its name."""
        counted = self.has_count[a] & self.has_count[b]
        alike = np.isin(numbers, [NUMBERS.index(r) for r in ALIKE])
        chance = ~alike | ~(self.tells[a] | self.tells[b])
        one_voice = (self.entry[a] == self.entry[b]) & (self.origin[a] == self.origin[b])
        one_thing = (self.unit[a] == self.unit[b]) & (self.stage[a] == self.stage[b]) & (self.act[a] == self.act[b])
        differ = numbers == NUMBERS.index(NumberRelation.APART)
        removal = (self.removes[a] & self.removes[b]) & (self.unit[a] != self.unit[b])
        no_act = self.is_bare[a] & self.is_bare[b] & chance & ~(one_scene & (self.entry[a] != self.entry[b]))
        return [
            (counted & no_act, "other numbers of which no act is said"),
            (counted & ((self.whole[a] == b) | (self.whole[b] == a)), "a part and its whole"),
            (counted & one_voice & one_thing & differ, "other numbers of one voice"),
            (counted & self.spans.other(a, b) & ~alike, "other numbers of a longer time"),
            (counted & removal & (self.stage[a] != self.stage[b]) & ~alike, "other numbers of another stage"),
        ]

    def _spoken(self, a: Numbers, b: Numbers) -> Numbers:
        shared, least = self.words_shared(a, b)
        choices = [
            (least < _LEAST_WORDS, ""),
            (shared >= least * MANY_WORDS, "many words in common"),
            (shared >= least * SOME_WORDS, "some words in common"),
        ]
        return np.select([w for w, _ in choices], [weight(n) for _, n in choices], 0)

    def words_shared(self, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
        """How many words the quotes of each pair have in common, and how many the shorter one has."""
        words = self.words
        if words is None:  # few are asked for: only their words are looked at
            at, back = np.unique(np.concatenate([a, b]), return_inverse=True)
            words = _words(self.quotes[n] for n in at.tolist())
            a, b = back[: len(a)], back[len(a) :]
        return words.shared(a, b), np.minimum(words.sizes[a], words.sizes[b])


def _words(quotes: Iterable[str]) -> Sets:
    return Sets.of_words(map(content_words, quotes))


def place_key(place: Place | None) -> tuple[object, ...]:
    """What is equal of places that stand alike to every other."""
    if place is None:
        return ()
    spot = (place.country, place.admin1, place.lat, place.lon, place.precision, place.disputed)
    return (places.key(place), fold(place.name), place.id is None, *spot)


def _place_weight(a: Place | None, b: Place | None) -> int:
    name = place_feature(a, b)
    return BARRED if name is None else weight(name)


def _group_weight(a: Party | None, b: Party | None) -> int:
    if groups.relate(a, b) is GroupRelation.APART:
        return BARRED
    return weight(group_feature(a, b))


def _count_key(count: Count | None) -> tuple[object, ...]:
    return (count.qualifier, count.low, count.best, count.high) if count else ()
