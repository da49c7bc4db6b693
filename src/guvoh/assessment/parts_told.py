"""Numbers that one page tells as a part and its whole: on two pages, they are no earlier and later count."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.families import unit_family

_TELLING = 5  # a smaller part or whole may be another of equal size
Parts = frozenset[tuple[str, str | None, float, float]]
"""Unit families and acts with the number of a part and of its whole."""
_READ: WeakKeyDictionary[Entry, Parts] = WeakKeyDictionary()
"""What was found on the pages still held: this is asked of every two numbers that may be a count and a later one."""


def part_told(a: Told, b: Told) -> tuple[Told, Told] | None:
    """The part and the whole of two figures of which the page of one tells so, when the other was told; else None.

    Of "218 foreigners, 44 of them Syrians" on one page the 218 of a page of that day or a later one is the whole. Both
    are of one act, as on that page; what was told before that page may be an earlier count.
    """
    one, other = a.statement.count, b.statement.count
    if one is None or other is None or a.unit != b.unit or a.statement.act != b.statement.act:
        return None
    numbers = claim(one) or 0, claim(other) or 0
    if min(numbers) < _TELLING or numbers[0] == numbers[1]:
        return None
    part, whole = (a, b) if numbers[0] < numbers[1] else (b, a)
    told = (a.unit, a.statement.act, min(numbers), max(numbers))
    known = any(told in parts(page.entry) and page.published <= lone.published for page, lone in ((a, b), (b, a)))
    return (part, whole) if known else None


def parts(entry: Entry) -> Parts:
    """The numbers that a page tells as part and whole."""
    found = _READ.get(entry)
    if found is None:
        found = _READ[entry] = frozenset(_parts(entry))
    return found


def _parts(entry: Entry) -> list[tuple[str, str | None, float, float]]:
    counted = {s.id: (s.act, s.count) for s in entry.findings.statements if s.count is not None}
    pairs = ((act, count, counted.get(count.of)) for act, count in counted.values() if count.of is not None)
    return [
        (unit_family(part.unit), act, claim(part) or 0, claim(whole[1]) or 0)
        for act, part, whole in pairs
        if whole is not None and whole[0] == act and unit_family(part.unit) == unit_family(whole[1].unit)
    ]
