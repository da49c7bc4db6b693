"""Numbers that a page itself sets against each other: "The number is disputed: A counted 34, while B spoke of 80"."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from guvoh.assessment import places, times
from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.families import unit_family
from guvoh.assessment.phrases import phrases
from guvoh.assessment.places import PlaceRelation
from guvoh.assessment.times import Period, TimeRelation
from guvoh.model import Count, Modality, Statement

_ANNOUNCING = "in dispute"
_OPPOSING = ("another number", "another number, lower", "another number, higher")
"""Tables of `data/quarrels.toml`: said before two numbers, and between or after them."""
_REACH = 400  # characters from one number to the other
_BEFORE = 160  # characters before the first of two in which it is announced that they do not agree
_TIMES_MOST = 12.0  # a number so many times larger counts something else
_LONG = 7  # days: of two such periods none is told for the other
_TELLING = 5  # of two pages that give smaller numbers, each may count something else
_ASSERTED = frozenset({Modality.ASSERTED, Modality.ALLEGED})
Rivals = frozenset[tuple[str, float, float]]
"""Unit families with the smaller and the larger of two numbers."""
_READ: WeakKeyDictionary[Entry, Rivals] = WeakKeyDictionary()
"""What was found on the pages still held: this is asked of every two numbers of an event."""


def are_rivals(a: Told, b: Told) -> bool:
    """Whether the page of one of two figures sets their two numbers against each other. Symmetric.

    They are of two sources, of one unit and family of acts (a bare number may be of any), both asserted, and cannot
    both be right: not of two places or times that both themselves name ("in May 900, while in June only 300").
    """
    one, other = a.statement.count, b.statement.count
    if one is None or other is None or not a.unit or a.unit != b.unit or a.origin == b.origin:
        return False
    if a.family != b.family and not (a.is_bare or b.is_bare):
        return False
    if not (a.asserts and b.asserts) or compare(one, other) is not NumberRelation.APART:
        return False
    small, large = sorted((claim(one) or 0, claim(other) or 0))
    if small < 1 or large > _TIMES_MOST * small or _tells_apart(a, b):
        return False
    if a.entry.key == b.entry.key:
        return (a.unit, small, large) in rivals(a.entry)
    return large >= _TELLING and any((a.unit, small, large) in rivals(entry) for entry in (a.entry, b.entry))


def rivals(entry: Entry) -> Rivals:
    """The pairs of numbers that a page sets against each other; its words are read only around two that may be."""
    found = _READ.get(entry)
    if found is None:
        found = _READ[entry] = frozenset(_opposed(entry, entry.document.text))
    return found


def _tells_apart(a: Told, b: Told) -> bool:
    """Whether each names a place, or each a time, and these are two."""
    one, other = a.statement, b.statement
    placed = "inferred" not in (one.place_basis, other.place_basis)
    dated = "inferred" not in (one.when_basis, other.when_basis) and one.when and other.when
    elsewhere = placed and places.relate(one.place, other.place) in (PlaceRelation.APART, PlaceRelation.NEAR)
    return elsewhere or bool(dated and _times_differ(a.period, b.period))


def _times_differ(a: Period | None, b: Period | None) -> bool:
    """Whether two periods are apart, or one follows the other: "in May", "in June"; two days running may be one."""
    relation = times.relate(a, b)
    long = all(p is not None and (p.days or 0) >= _LONG for p in (a, b))
    return relation is TimeRelation.APART or (long and relation is TimeRelation.ADJACENT)


def _opposed(entry: Entry, text: str) -> Iterator[tuple[str, float, float]]:
    last: dict[str, tuple[Statement, Count]] = {}
    ends: dict[str, int] = {}  # of the one before the last
    told = [(s, s.count) for s in entry.findings.statements if s.count]
    for statement, count in sorted(told, key=lambda one: (one[1].start, one[0].id)):
        unit = unit_family(count.unit)
        before, since = last.get(unit), ends.get(unit, 0)
        if before is None or count.start >= before[1].end:
            last[unit] = (statement, count)
            ends[unit] = before[1].end if before is not None else 0
        if before is not None and _is_opposed(before, (statement, count), text, since):
            small, large = sorted((claim(before[1]) or 0, claim(count) or 0))
            yield unit, small, large


def _is_opposed(a: tuple[Statement, Count], b: tuple[Statement, Count], text: str, since: int) -> bool:
    """Whether the number of `b` is set against that of `a`, the one before it; `since` is where one before `a` ends."""
    (first, one), (second, other) = a, b
    small, large = sorted((claim(one) or 0, claim(other) or 0))
    is_part = first.id == other.of or second.id == one.of
    if is_part or small < 1 or large > _TIMES_MOST * small or not 0 <= other.start - one.end <= _REACH:
        return False
    if not {first.modality, second.modality} <= _ASSERTED or _source(first) == _source(second):
        return False
    if phrases("quarrels", _ANNOUNCING).search(text[max(since, one.start - _BEFORE) : one.start]):
        return True
    against, lower, higher = _OPPOSING
    grows, between = (claim(other) or 0) > (claim(one) or 0), text[one.end : other.start]
    if phrases("quarrels", higher if grows else lower).search(between):
        return True
    after = text[other.start : min(second.end, other.end + _REACH)]
    return bool(phrases("quarrels", against).search(between + after))


def _source(statement: Statement) -> str | None:
    return statement.attribution[0].name if statement.attribution else None
