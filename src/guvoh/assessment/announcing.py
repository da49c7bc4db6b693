"""Numbers that officials announced: pages that give one within days have it from them, though only one says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from guvoh.assessment.accounts import TELLING_NUMBER, Number, View
from guvoh.assessment.bounds import claim, is_telling
from guvoh.assessment.corpus import Told
from guvoh.assessment.sides import Side, side
from guvoh.assessment.sources import Registry
from guvoh.model import SourceKind

_SAME_NEWS = 10  # days after which the press may have a number, told before, from anyone
_KNOWN = 150  # days for which a large number that stands on the page of an office is known to be the office's
_LARGE = 1000
_MARKS = (",", " ", "\u00a0", "\u202f")  # between thousands
_COUNTED = 100  # so many a reporter does not count
_PRESS = frozenset({SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.PUBLISHER})


class Announced(NamedTuple):
    """A number that two pages have from one source, and whether officials are seen to give it."""

    number: float
    by_officials: bool


def announced(a: View, b: View, registry: Registry) -> Announced | None:
    """The largest number, one hard to meet by chance, that both pages have and that officials gave, as far as is known.

    Within days: either has it from officials, or is theirs, or is of the press and gives for itself, or from an agency,
    a number so large that no reporter counted it. Within months: an office's own page has it, it is very large, and the
    other is of the press. Who stands up for the affected counts alone.
    """
    if a.side is Side.CIVIL or b.side is Side.CIVIL or a.day is None or b.day is None:
        return None
    gap = abs(a.day - b.day)
    found = _given_to_both(a, b, registry) if gap <= _SAME_NEWS else set[Announced]()
    if gap <= _KNOWN and Side.STATE in (a.side, b.side) and Side.OPEN in (a.side, b.side):
        for one, other in ((a, b), (b, a)):
            found |= {Announced(n, True) for n in one.figures if _is_written(n, other.entry.document.text)}
    return max(found, default=None)


def _given_to_both(a: View, b: View, registry: Registry) -> set[Announced]:
    common = {number for number in a.numbers & b.numbers if number[1] >= _COUNTED and is_telling(number[1])}
    if not common:
        return set()
    mine, its = (_voices(view, registry) for view in (a, b))
    return {Announced(n[1], Side.STATE in mine[n] | its[n]) for n in common & mine.keys() & its.keys()}


def _is_written(number: float, text: str) -> bool:
    """Whether a large number, one hard to meet by chance, stands in a text in figures."""
    if number < _LARGE or not is_telling(number):
        return False
    ways = (f"{number:,.0f}".replace(",", mark) for mark in _MARKS)
    met = "|".join(re.escape(spelled) for spelled in ways if spelled in text)  # of most numbers none is
    return met != "" and re.search(rf"(?<![\d.,])(?<!\d\s)(?:{met})(?!\d|[.,\s]\d)", text) is not None


def telling_number(told: Told) -> Number | None:
    """The number of a statement with its unit, where two documents hardly give it by chance."""
    value = claim(told.statement.count) if told.statement.count else None
    return (told.unit, value) if told.unit and value is not None and value >= TELLING_NUMBER else None


def _voices(view: View, registry: Registry) -> Mapping[Number, set[Side]]:
    """For each telling number whether officials give it (STATE) or the press (OPEN); nobody else's voice is noted."""
    own, out = view.side, defaultdict[Number, set[Side]](set)
    for told in (m for members in view.told.values() for m in members):
        if (number := telling_number(told)) is None:
            continue
        who = own if told.is_own else side(told)
        is_press = told.is_own or registry.kind(told.origin) in _PRESS
        if who is Side.STATE or (who is Side.OPEN and is_press):
            out[number].add(who)
    return out
