"""What a number's words leave possible, and how two numbers stand to each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from guvoh.model import Count, Qualifier

_REACH = 5  # "more than 30" says nothing of a number more than so many times larger
_ROUND = 0.025  # a bare number ending in two zeros may be rounded by so much of itself


class NumberRelation(StrEnum):
    """How two numbers of one thing stand to each other."""

    SAME = "same"
    ROUNDED = "rounded"
    BOUND = "bound"
    APART = "apart"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high


def last_digit_unit(number: float) -> float:
    """One unit of the last significant digit: 100 for 600, 10 for 450, 1 for 584, 0.1 for 2.5."""
    if number == 0:
        return 1.0
    digits = 0
    while digits < 6 and not math.isclose(number * 10**digits, round(number * 10**digits)):
        digits += 1
    unit = 10.0**-digits
    while math.isclose(number % (unit * 10), 0) and unit * 10 <= abs(number):
        unit *= 10
    return unit


def interval(count: Count) -> Interval | None:
    """What the words leave possible for the true number; None for a vague quantity.

    "Nearly 600" lies in 500–600 and "about 40" in 35–45: a hedge moves the last significant digit by less than one.
    """
    return _interval(count.qualifier, count.low, count.best, count.high)


@lru_cache(maxsize=65536)
def _interval(qualifier: Qualifier, low: float | None, best: float | None, high: float | None) -> Interval | None:
    named = next((v for v in (best, low, high) if v is not None), None)
    if named is None or qualifier is Qualifier.VAGUE:
        return None
    unit = last_digit_unit(named)
    shapes = {
        Qualifier.NEARLY: Interval(named - unit, named),
        Qualifier.ABOUT: Interval(named - unit / 2, named + unit / 2),
        Qualifier.MORE_THAN: Interval(math.nextafter(named, math.inf), math.inf),
        Qualifier.LESS_THAN: Interval(0, math.nextafter(named, 0)),
        Qualifier.AT_LEAST: Interval(named, math.inf),
        Qualifier.AT_MOST: Interval(0, named),
        Qualifier.EXACT: Interval(named, named),
    }
    least = named if low is None else low
    return shapes.get(qualifier, Interval(least, least if high is None else high))


@lru_cache(maxsize=65536)
def _loosened(strict: Interval) -> Interval:
    """The interval, widened where a bare round number may stand for one near it."""
    return Interval(strict.low - _slack(strict.low), strict.high + _slack(strict.high))


def _slack(number: float) -> float:
    is_round = math.isfinite(number) and number >= 100 and last_digit_unit(round(number)) >= 100
    return number * _ROUND if is_round else 0.0


def compare(a: Count, b: Count) -> NumberRelation:
    """How the numbers stand to each other when they count the same thing."""
    first, second = interval(a), interval(b)
    if first is None or second is None:
        return NumberRelation.UNKNOWN
    if first is second or first == second:
        return NumberRelation.SAME
    if first.meets(second):
        if not (_is_bound(a) or _is_bound(b)):
            return NumberRelation.ROUNDED
        return NumberRelation.BOUND if _within_reach(a, b) else NumberRelation.UNKNOWN
    meet = _loosened(first).meets(_loosened(second))
    return NumberRelation.ROUNDED if meet else NumberRelation.APART


def _within_reach(a: Count, b: Count) -> bool:
    small, large = sorted((claim(a) or 0, claim(b) or 0))
    return large <= small * _REACH


def _is_bound(count: Count) -> bool:
    return count.qualifier not in (Qualifier.EXACT, Qualifier.NEARLY, Qualifier.ABOUT)


def low_bound(count: Count, *, round_down: bool = False) -> float | None:
    """The least that the words support, None when they support none.

    With `round_down`, "nearly 500" and "about 40" give one unit of their last significant digit less: 400 and 30.
    """
    if count.low is not None:
        return count.low
    if round_down and count.best is not None and count.qualifier in (Qualifier.NEARLY, Qualifier.ABOUT):
        return max(0.0, count.best - last_digit_unit(count.best))
    return None


def claim(count: Count) -> float | None:
    """The number a count names, for showing and sorting: best, else low, else high."""
    if count.best is not None:
        return count.best
    return count.high if count.low is None else count.low


def is_telling(number: float, digits: int = 2) -> bool:
    """Whether a number has so many digits, zeros at its end aside, that it is hard to meet by chance: 475, not 400."""
    return len(f"{number:.0f}".rstrip("0")) >= digits
