"""What a number in a text is: its words, its bounds, its kind and its unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guvoh.model.statement import Qualifier, Span


class NumberKind(StrEnum):
    """What a number does in its sentence; `count`, and where it matters percent, money …, may become a figure."""

    COUNT = "count"
    ORDINAL = "ordinal"
    AGE = "age"
    CLOCK = "clock"
    DATE = "date"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    DISTANCE = "distance"
    AREA = "area"
    WEIGHT = "weight"
    VOLUME = "volume"
    SPEED = "speed"
    ARTICLE = "article"
    PHONE = "phone"
    SCORE = "score"
    TEMPERATURE = "temperature"
    COORDINATE = "coordinate"
    FRACTION = "fraction"
    MULTIPLIER = "multiplier"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as the words give it.

    `text[start:end] == words` holds the number with its hedges and currency sign; `number_start:number_end`
    only the number. `low`, `best`, `high` hold what the words support and nothing more (see the contract).
    `unit` is an English singular noun or currency code when the words themselves name it, at `unit_span`;
    what is counted otherwise is for the grammar. `weak` marks numerals that often count nothing ("one", "a
    couple", "12-member"); `each` marks a distributive number ("5,000 rubles each").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    words: str
    kind: NumberKind
    qualifier: Qualifier
    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str | None = None
    unit_span: Span | None = None
    weak: bool = False
    each: bool = False


def bounds_of(
    qualifier: Qualifier, value: float | None, upper: float | None = None
) -> tuple[float | None, float | None, float | None]:
    """`(low, best, high)` that the contract gives to a value under a qualifier; `upper` is the end of a range."""
    if value is None or qualifier is Qualifier.VAGUE:
        return (None, None, None)
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        return (value, None, None)
    if qualifier in (Qualifier.LESS_THAN, Qualifier.AT_MOST):
        return (None, None, value if upper is None else upper)
    if qualifier is Qualifier.NEARLY:
        return (None, value, value)
    if qualifier is Qualifier.ABOUT:
        return (None, value, None)
    if qualifier is Qualifier.RANGE:
        return (value, None, upper)
    return (value, value, value)
