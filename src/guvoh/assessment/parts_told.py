"""Numbers that a page tells as a part and its whole: so they stand wherever these two numbers are told of one event."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.families import unit_family

_TELLING = 5  # a smaller part or whole may be another of equal size
Parts = frozenset[tuple[str, float, float]]
"""Unit families with the number of a part and of its whole."""
_READ: WeakKeyDictionary[Entry, Parts] = WeakKeyDictionary()
"""What was found on the pages still held: this is asked of every two numbers of an event."""


def part_told(a: Told, b: Told) -> tuple[Told, Told] | None:
    """The part and the whole of two figures whose numbers one of their pages tells as part and whole; else None.

    "Of 218 foreigners 174 are Syrians" on one page makes the 174 of another a part of the 218 of a third, too.
    """
    one, other = a.statement.count, b.statement.count
    if one is None or other is None or a.unit != b.unit:
        return None
    numbers = claim(one) or 0, claim(other) or 0
    if min(numbers) < _TELLING or numbers[0] == numbers[1]:
        return None
    part, whole = (a, b) if numbers[0] < numbers[1] else (b, a)
    told = (a.unit, min(numbers), max(numbers))
    return (part, whole) if any(told in parts(entry) for entry in (a.entry, b.entry)) else None


def parts(entry: Entry) -> Parts:
    """The numbers that a page tells as part and whole."""
    found = _READ.get(entry)
    if found is None:
        found = _READ[entry] = frozenset(_parts(entry))
    return found


def _parts(entry: Entry) -> list[tuple[str, float, float]]:
    counts = {s.id: s.count for s in entry.findings.statements if s.count is not None}
    pairs = ((count, counts.get(count.of)) for count in counts.values() if count.of is not None)
    return [
        (unit_family(part.unit), claim(part) or 0, claim(whole) or 0)
        for part, whole in pairs
        if whole is not None and unit_family(part.unit) == unit_family(whole.unit)
    ]
