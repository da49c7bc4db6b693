"""Numbers that a page itself sets against each other: "The number is disputed: A counted 34, while B spoke of 80"."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.assessment.bounds import NumberRelation, claim, compare
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.families import unit_family
from guvoh.assessment.phrases import phrases
from guvoh.model import Count, Modality, Statement

_ANNOUNCING = "in dispute"
_OPPOSING = ("another number", "another number, lower", "another number, higher")
"""Tables of `data/quarrels.toml`: said before two numbers, and between or after them."""
_REACH = 400  # characters from one number to the other
_BEFORE = 160  # characters before the first of two in which it is announced that they do not agree
_TIMES_MOST = 12.0  # a number so many times larger counts something else
_TELLING = 5  # of two pages that give smaller numbers, each may count something else
_ASSERTED = frozenset({Modality.ASSERTED, Modality.ALLEGED})
Rivals = frozenset[tuple[str, float, float]]
"""Unit families with the smaller and the larger of two numbers."""


def are_rivals(a: Told, b: Told) -> bool:
    """Whether the page of one of two figures sets their two numbers against each other. Symmetric.

    They are of two sources, of one unit, both asserted, and cannot both be right.
    """
    one, other = a.statement.count, b.statement.count
    if one is None or other is None or not a.unit or a.unit != b.unit or a.origin == b.origin:
        return False
    if not (a.asserts and b.asserts) or compare(one, other) is not NumberRelation.APART:
        return False
    small, large = sorted((claim(one) or 0, claim(other) or 0))
    if small < 1 or large > _TIMES_MOST * small:
        return False
    if a.entry.key == b.entry.key:
        return (a.unit, small, large) in rivals(a.entry)
    return large >= _TELLING and any((a.unit, small, large) in rivals(entry) for entry in (a.entry, b.entry))


def rivals(entry: Entry) -> Rivals:
    """The pairs of numbers that a page sets against each other; its words are read only around two that may be."""
    return frozenset(_opposed(entry, entry.document.text))


def _opposed(entry: Entry, text: str) -> Iterator[tuple[str, float, float]]:
    last: dict[str, tuple[Statement, Count]] = {}
    told = [(s, s.count) for s in entry.findings.statements if s.count]
    for statement, count in sorted(told, key=lambda one: (one[1].start, one[0].id)):
        unit = unit_family(count.unit)
        before = last.get(unit)
        if before is None or count.start >= before[1].end:
            last[unit] = (statement, count)
        if before is not None and _is_opposed(before, (statement, count), text, _last_end(told, before[1], unit)):
            small, large = sorted((claim(before[1]) or 0, claim(count) or 0))
            yield unit, small, large


def _last_end(told: list[tuple[Statement, Count]], count: Count, unit: str) -> int:
    """Where the number of that unit ends which stands last before a count; 0 where none does."""
    return max((c.end for _, c in told if c.end <= count.start and unit_family(c.unit) == unit), default=0)


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
