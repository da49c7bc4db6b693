"""The pairs of statements that are one happening, found for many pairs at once: the rules of `scoring` on columns.

`scoring.score` says the same of one pair, with its reasons; the tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from guvoh.assessment import groups, places
from guvoh.assessment.blocking import Block, blocks, candidates
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.columns import TIMES, Answers, Numbers, Sets, Spans, distinct, numbered
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
_BARRED = -1000
_NUMBERS = tuple(NumberRelation)
_LEAST_WORDS = 3
_PLACE, _SCORE = 26, 10  # bits of a statement's place and of a score where a pair is one number
_IN_PLACE = (1 << _PLACE) - 1
_LEAST_FRESH = 1 << 20  # pairs kept before they are made unique


def weight(name: str) -> int:
    """The weight of a feature in hundredths; none for no feature."""
    return round(WEIGHTS[name] * _PARTS) if name else 0


def joins(
    statements: Sequence[Told],
    reuse: Reuse,
    about: Collection[str] | None = None,
    seats: Iterable[Iterable[tuple[Block, bool]]] | None = None,
) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs (i < j) of statements in canonical order that are one happening, with their scores in hundredths.

    With `about` (ids), only the pairs of which one is of these. `seats` are the blocks of each statement, where known.
    """
    asked = None if about is None else np.array([t.id in about for t in statements], dtype=bool)
    kept = _Kept(len(statements))
    if statements:
        columns = _Columns(statements, reuse, is_whole=asked is None)
        if seats is None:
            seats = (blocks(told, reuse, spots) for told, spots in zip(statements, columns.named, strict=True))
        for first, second in candidates(statements, seats):
            if asked is not None:
                wanted = asked[first] | asked[second]
                first, second = first[wanted], second[wanted]  # noqa: PLW2901
            pairs = distinct(first << _PLACE | second)
            kept.add(*columns.joining(pairs >> _PLACE, pairs & _IN_PLACE))
    return kept.all()


class _Kept:
    """Pairs with their scores, each once: as single numbers, made unique whenever they have doubled."""

    def __init__(self, many: int) -> None:
        if many > _IN_PLACE:
            raise AssertionError(f"at most {_IN_PLACE} statements are weighed at once")
        self._codes = [np.zeros(0, dtype=np.int64)]
        self._held = self._fresh = 0

    def add(self, first: Numbers, second: Numbers, scores: Numbers) -> None:
        """Keep some more."""
        self._codes.append((first << _PLACE | second) << _SCORE | scores)
        self._fresh += len(first)
        if self._fresh > max(self._held, _LEAST_FRESH):
            self._join()

    def _join(self) -> Numbers:
        codes = distinct(np.concatenate(self._codes))
        self._codes, self._held, self._fresh = [codes], len(codes), 0
        return codes

    def all(self) -> tuple[Numbers, Numbers, Numbers]:
        """What is kept, by first and second."""
        codes = self._join()
        first, second = codes >> (_PLACE + _SCORE), codes >> _SCORE & _IN_PLACE
        return first.astype(np.int32), second.astype(np.int32), (codes & (1 << _SCORE) - 1).astype(np.int16)


class _Columns:
    def __init__(self, statements: Sequence[Told], reuse: Reuse, *, is_whole: bool) -> None:
        counts = [t.statement.count for t in statements]
        self._spans = Spans(statements)
        self._places = Answers([t.place for t in statements], _place_key, _place_weight)
        self._groups = Answers([t.statement.affected for t in statements], groups.marks_or_none, _group_weight)
        self._counts = Answers(counts, _count_key, lambda a, b: _NUMBERS.index(compare(a, b)) if a and b else -1)
        self._quotes = [t.statement.quote for t in statements]
        self._words = _words(self._quotes) if is_whole else None
        self.named = [spots(t) for t in statements]
        self._spots = Sets.of_words(self.named)
        self._has_town = np.array([has_town(t) for t in statements], dtype=bool)
        self._names_spot = np.array([bool(names) for names in self.named], dtype=bool)
        self._is_dated = np.array([is_dated(t) for t in statements], dtype=bool)
        self._family = numbered([t.family for t in statements])
        self._removes = np.array([t.family == REMOVAL for t in statements], dtype=bool)
        self._is_bare = np.array([t.is_bare for t in statements], dtype=bool)
        self._counts_people = self._is_bare & np.array([t.unit == PEOPLE for t in statements], dtype=bool)
        self._act = numbered([t.done for t in statements])
        self._unit = numbered([t.unit for t in statements])
        self._origin = numbered([t.origin for t in statements])
        self._entry = numbered([t.entry.key for t in statements])
        self._stage = numbered([t.stage for t in statements])
        self._plans = np.array([t.stage is Stage.PLANNED for t in statements], dtype=bool)
        self._root = numbered([reuse.root(t.entry.key, t.statement.start) for t in statements])
        self._has_count = np.array([c is not None for c in counts], dtype=bool)
        self._tells = np.array([((claim(c) if c else None) or 0) >= TELLING_NUMBER for c in counts], dtype=bool)
        own = {t.id: at for at, t in enumerate(statements)}
        self._whole = np.array([own.get(c.of or "", -1) if c else -1 for c in counts], dtype=np.int64)

    def joining(self, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """Those of the pairs that join, with their scores."""
        when = self._spans.relate(a, b)
        foretold = (self._spans.foretold(a, b) & ~self._plans[b]) | (self._spans.foretold(b, a) & ~self._plans[a])
        one_family = self._family[a] == self._family[b]
        counted = (self._counts_people[a] & ~self._is_bare[b]) | (self._counts_people[b] & ~self._is_bare[a])
        may = (one_family | counted) & (when != TIMES.index(TimeRelation.APART)) & ~foretold
        a, b, when = a[may], b[may], when[may]
        where = self._places.of(a, b)
        near = (where == weight("places near each other")) & (self._entry[a] == self._entry[b])
        total = np.where(near, _BARRED, where) + self._groups.of(a, b) + self._time(a, b, when)
        numbers = self._counts.of(a, b)
        spotted = self._spotted(a, b)
        total += self._number(a, b, numbers) + self._told(a, b, numbers) + self._rest(a, b)
        total += self._document(a, b, when, spotted)
        total += np.where(spotted, weight("a spot of one name"), 0)
        one_scene = spotted & (when == TIMES.index(TimeRelation.EQUAL)) & self._is_dated[a] & self._is_dated[b]
        apart = self._counted_apart(a, b, numbers, one_scene)
        may = (total >= round(THRESHOLD * _PARTS) - weight("many words in common")) & ~apart
        a, b, total = a[may], b[may], total[may]
        total = total + self._spoken(a, b)
        may = total >= round(THRESHOLD * _PARTS)
        return a[may], b[may], total[may]

    def _time(self, a: Numbers, b: Numbers, when: Numbers) -> Numbers:
        gap = self._spans.apart(a, b)
        longest = np.maximum(self._spans.days[a], self._spans.days[b])
        stated = self._spans.is_day[a] & self._spans.is_day[b]
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
            numbers == _NUMBERS.index(r)
            for r in (NumberRelation.SAME, NumberRelation.ROUNDED, NumberRelation.BOUND, NumberRelation.APART)
        )
        choices = [
            ((self._unit[a] != self._unit[b]) | (self._unit[a] < 0), ""),
            (same & self._tells[a], "same number"),
            (same, "same small number"),
            (rounded | bound, "numbers agree within hedges"),
            (apart, "numbers differ"),
        ]
        counted = np.select([w for w, _ in choices], [weight(n) for _, n in choices], 0)
        copied = (self._root[a] == self._root[b]) & (self._root[a] >= 0) & (self._entry[a] != self._entry[b])
        differ = (self._unit[a] == self._unit[b]) & (self._unit[a] >= 0) & apart
        return counted + np.where(copied & ~differ, weight("copied passage"), 0)

    def _told(self, a: Numbers, b: Numbers, numbers: Numbers) -> Numbers:
        same = (numbers == _NUMBERS.index(NumberRelation.SAME)) & self._tells[a] & (self._unit[a] == self._unit[b])
        choices = [
            ((self._family[a] != self._family[b]) & same, "number of an act"),
            (self._family[a] != self._family[b], "number of nothing said"),
            (self._act[a] == self._act[b], "same act"),
        ]
        return np.select([w for w, _ in choices], [weight(n) for _, n in choices], weight("acts of one family"))

    def _rest(self, a: Numbers, b: Numbers) -> Numbers:
        one_document = self._entry[a] == self._entry[b]
        told = np.where((self._origin[a] == self._origin[b]) & ~one_document, weight("same origin"), 0)
        staged = (self._stage[a] >= 0) & (self._stage[b] >= 0) & (self._stage[a] != self._stage[b])
        return told + np.where(staged, weight("other stage"), 0)

    def _document(self, a: Numbers, b: Numbers, when: Numbers, spotted: Numbers) -> Numbers:
        one_day = (when == TIMES.index(TimeRelation.EQUAL)) & (self._spans.days[a] == 1) & (self._spans.days[b] == 1)
        one_spot = spotted | ~(self._names_spot[a] & self._names_spot[b])
        one_day &= one_spot & ~self._has_town[a] & ~self._has_town[b]
        told = np.where(one_day, weight("one day of one document"), weight("told elsewhere in the document"))
        return np.where(self._entry[a] == self._entry[b], told, 0)

    def _spotted(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether both name one spot."""
        both = self._names_spot[a] & self._names_spot[b] & ~(self._has_town[a] & self._has_town[b])
        found = np.zeros(len(a), dtype=bool)
        found[both] = self._spots.shared(a[both], b[both]) > 0
        return found

    def _counted_apart(self, a: Numbers, b: Numbers, numbers: Numbers, one_scene: Numbers) -> Numbers:
        """The rules of `scoring.veto` on two counts."""
        counted = self._has_count[a] & self._has_count[b]
        alike = np.isin(numbers, [_NUMBERS.index(r) for r in ALIKE])
        chance = ~alike | ~(self._tells[a] | self._tells[b])
        no_act = self._is_bare[a] & self._is_bare[b] & chance & ~(one_scene & (self._entry[a] != self._entry[b]))
        part = (self._whole[a] == b) | (self._whole[b] == a)
        one_voice = (self._entry[a] == self._entry[b]) & (self._origin[a] == self._origin[b])
        one_thing = (
            (self._unit[a] == self._unit[b]) & (self._stage[a] == self._stage[b]) & (self._act[a] == self._act[b])
        )
        apart: Numbers = one_voice & one_thing & (numbers == _NUMBERS.index(NumberRelation.APART))
        other_span = self._spans.other(a, b) & ~alike
        removal = (self._removes[a] & self._removes[b]) & (self._unit[a] != self._unit[b])
        in_other_units = removal & (self._stage[a] != self._stage[b]) & ~alike
        barred: Numbers = counted & (no_act | part | apart | other_span | in_other_units)
        return barred

    def _spoken(self, a: Numbers, b: Numbers) -> Numbers:
        words = self._words
        if words is None:  # few are asked for: only their words are looked at
            at, back = np.unique(np.concatenate([a, b]), return_inverse=True)
            words = _words(self._quotes[n] for n in at.tolist())
            a, b = back[: len(a)], back[len(a) :]
        least = np.minimum(words.sizes[a], words.sizes[b])
        shared = words.shared(a, b)
        choices = [
            (least < _LEAST_WORDS, ""),
            (shared >= least * MANY_WORDS, "many words in common"),
            (shared >= least * SOME_WORDS, "some words in common"),
        ]
        return np.select([w for w, _ in choices], [weight(n) for _, n in choices], 0)


def _words(quotes: Iterable[str]) -> Sets:
    return Sets.of_words(map(content_words, quotes))


def _place_key(place: Place | None) -> tuple[object, ...]:
    if place is None:
        return ()
    spot = (place.country, place.admin1, place.lat, place.lon, place.precision, place.disputed)
    return (places.key(place), fold(place.name), place.id is None, *spot)


def _place_weight(a: Place | None, b: Place | None) -> int:
    name = place_feature(a, b)
    return _BARRED if name is None else weight(name)


def _group_weight(a: Party | None, b: Party | None) -> int:
    if groups.relate(a, b) is GroupRelation.APART:
        return _BARRED
    return weight(group_feature(a, b))


def _count_key(count: Count | None) -> tuple[object, ...]:
    return (count.qualifier, count.low, count.best, count.high) if count else ()
