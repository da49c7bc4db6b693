"""Days told by their number alone: "On the 6th bailiffs came", in the month that the text is in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guvoh.extraction.dates.context import Reference
from guvoh.extraction.dates.narrated import Told
from guvoh.extraction.dates.partial import Partial, months_back
from guvoh.model.statement import DateMention, Span

_NEAR = 4  # sentences back in which a month still stands
_DAY = re.compile(
    r"\b(?:(?P<since>since)\s+|(?P<until>until|till)\s+|(?:on|by|from|(?:night|morning|evening)\s+of)\s+)"
    r"the\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)\b"
    r"(?=\s*(?:[,.;:!?)”\"’]|$)|\s+(?:he|she|they|we|it|i|you|the|a|an|and|but|police|officers|his|her|their|of\s+the\s+month"
    r"|one|two|three|four|five|six|\d+|[A-Z]\w+|at|in|when|\w+ed)\b)(?!\s+(?:of\s+[A-Z]|floor|anniversary|time))",
    re.IGNORECASE,
)


def days_alone(
    text: str, sentence: Span, number: int, told: Sequence[Told], month: Partial | None, published: Reference | None
) -> Iterator[DateMention]:
    """The days of a sentence told by a number alone; its month is the one told last, the heading's, or published's.

    `told` are the dates of this sentence, whose number is `number`, and of those before it; `month` the heading's.
    """
    for match in _DAY.finditer(text, *sentence):
        day = int(match["d"])
        found = _month(match.start(), number, told) or month
        why = f"the month told before it: {found.edtf()}" if found else "the last such day before the date published"
        made = Partial(found.year, found.month, day) if found else _last_such(day, published)
        if made is not None and day >= 1 and made.sane():
            yield DateMention(_edtf(match, made), "inferred" if found else "published", *match.span(), why)


def _edtf(match: re.Match[str], day: Partial) -> str:
    if match["since"]:
        return f"{day.edtf()}/.."
    return f"../{day.edtf()}" if match["until"] else day.edtf()


def _month(at: int, number: int, told: Sequence[Told]) -> Partial | None:
    """The month of the date told last and near; none where that date turned the year or is a report's."""
    near = [t for t in told if t.at < at and number - t.sentence <= _NEAR and t.first.month and not t.aside]
    if not near:
        return None
    last = near[-1].last or near[-1].first
    return Partial(last.year, last.month)


def _last_such(day: int, published: Reference | None) -> Partial | None:
    today = published.day if published is not None else None
    if today is None:
        return None
    then = today if day <= today.day else months_back(today.replace(day=1), 1)
    return Partial(then.year, then.month, day)
