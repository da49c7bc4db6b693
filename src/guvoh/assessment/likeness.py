"""How alike two statements of one matter are: log-odds that they tell of one happening, from features with weights.

Pages of one matter tell its happenings again and again, with places and days that a page states once and a reader
carries along. So within a page, and between two pages of which some statements are plainly one happening, nearly
everything weighs and little bars; between pages about anything `scoring` stays strict. The weights are fitted by
`benchmarks/fit_likeness.py` (logistic regression) on groups of pages and stand in `data/likeness.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from guvoh.assessment import fitted
from guvoh.assessment.bounds import NumberRelation
from guvoh.assessment.columns import Numbers
from guvoh.assessment.corpus import Told
from guvoh.assessment.strict import NUMBERS, Columns
from guvoh.assessment.traits import Traits

LEAST = -130
"""The mean log-odds, in hundredths, from which on two are held to be one happening: below even odds, since of the pairs
of two clusters of one happening many share little, and a happening drawn apart is missed where a stray one is seen."""
UNLIKE = -400
"""Stands for the log-odds of two that cannot be one; a mean over many pairs may outweigh it, as pages err at times."""
APART = -1000
"""Stands for that of two which a page itself tells apart, or whose pages nothing shows to be of one matter."""
RIVALS = 400
"""That of two numbers which their page sets against each other: they quarrel over one happening."""
START = "any two"


class Likeness:
    """The likeness of pairs of the statements of `columns`."""

    def __init__(self, statements: Sequence[Told], columns: Columns) -> None:
        self._columns = columns
        self._traits = Traits(statements, columns)

    def of(self, a: Numbers, b: Numbers) -> Numbers:
        """The log-odds of each pair in hundredths; `UNLIKE` where something rules it out."""
        total = np.full(len(a), _weight(START), dtype=np.int64)
        for choices in self._traits.all_of(a, b):
            total += np.select([where for where, _ in choices], [_weight(name) for _, name in choices], 0)
        total = np.where(self._barred(a, b), np.minimum(total, UNLIKE), total)
        total = np.where(self._traits.listed(a, b), APART, total)
        return np.where(self._traits.rivals(a, b), RIVALS, total)

    def why(self, a: int, b: int) -> list[str]:
        """The features that one pair has."""
        one, other = np.array([a]), np.array([b])
        found = (next((n for w, n in choices if w[0]), "") for choices in self._traits.all_of(one, other))
        return [name for name in found if name]

    def may_meet(self, a: Numbers, b: Numbers) -> Numbers:
        """Whether the acts of each pair are of one family, or one is a number of which no act is said."""
        c = self._columns
        met: Numbers = (c.family[a] == c.family[b]) | (c.is_bare[a] != c.is_bare[b])
        return met

    def _barred(self, a: Numbers, b: Numbers) -> Numbers:
        """What two statements of one matter cannot be one for, whatever else they share: what they themselves say.

        All that is only lent to them or read into them weighs, and bars nothing.
        """
        c, traits = self._columns, self._traits
        numbers, one_unit = c.counts.of(a, b), c.unit[a] == c.unit[b]
        one_page, differ = c.entry[a] == c.entry[b], one_unit & (numbers == NUMBERS.index(NumberRelation.APART))
        told_again = one_unit & (numbers == NUMBERS.index(NumberRelation.SAME)) & c.tells[a]
        barred: Numbers = traits.on_other_days(a, b) | traits.foretold(a, b) | ~self.may_meet(a, b)
        barred |= differ & (traits.elsewhere(a, b) | (one_page & traits.at_other_spots(a, b)))
        barred |= traits.parted(a, b) & ~told_again & ~one_page
        barred |= traits.half_told(a, b) & one_page
        return barred


def _weight(name: str) -> int:
    return weights().get(name, 0) if name else 0


def weights() -> Mapping[str, int]:
    """What each feature adds to the log-odds, in hundredths."""
    return fitted.weights("likeness")
