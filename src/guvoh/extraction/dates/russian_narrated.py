"""Russian dates told from the day before them in the text: "на следующий день", "днём ранее", "через два дня"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from guvoh.extraction.dates.narrated import Told, day_before, is_aside
from guvoh.extraction.dates.settling import Tense
from guvoh.extraction.timewords import calendar, either
from guvoh.model.statement import DateMention, Span

_I = re.IGNORECASE
_NEAR = 60  # letters between a word of reporting and its date
_DAYS = {"day": 1, "week": 7}


def retold(text: str, sentence: Span, number: int, told: Sequence[Told], tense: Tense) -> list[DateMention]:
    """Mentions of a sentence, the text's `number`, told from one of the dates in `told`; none where it is unclear."""
    out: list[DateMention] = []
    for match in _pattern().finditer(text, *sentence):
        if match["n2"] and tense(sentence, match.span()) == "future":
            continue  # "через два дня истекает срок" counts from today
        before = [t for t in told if t.at < match.start()]
        reference = day_before([t for t in before if t.sentence == number], before, number)
        moved = reference.shifted(_step(match)) if reference is not None else None
        if reference is not None and moved is not None:
            out.append(DateMention(moved.edtf(), "inferred", *match.span(), f"told from {reference.edtf()}"))
    return out


def reported(text: str, sentence: Span, at: int) -> bool:
    """Whether a date is when something was printed or told, rather than when it happened."""
    return is_aside(text, sentence, at) or _reporting().search(text, max(sentence[0], at - _NEAR), at) is not None


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(calendar('ru').raw['links']['reporting'])})(?!\w)[^.;,]{{0,30}}$", _I)


@cache
def _pattern() -> re.Pattern[str]:
    words = calendar("ru")
    raw = words.raw["narrated"]
    number = rf"(?P<n>{either(words.numbers)}|\d{{1,2}})"
    units = either(form for form, unit in words.raw["units"].items() if unit in _DAYS)
    fixed = "|".join(rf"(?P<{name}>{either(raw[name])})" for name in ("same", "next", "prior", "days"))
    counted = (
        rf"{number}\s+(?P<u>{units})\s+(?:(?P<later>{either(raw['later'])})|(?P<earlier>{either(raw['earlier'])}))"
    )
    ahead = rf"через\s+(?P<n2>{either(words.numbers)}|\d{{1,2}})\s+(?P<u2>{units})"
    return re.compile(rf"(?<!\w)(?:{fixed}|{counted}|{ahead})(?!\w)", _I)


def _step(match: re.Match[str]) -> int:
    words = calendar("ru")
    steps = {"same": 0, "next": 1, "prior": -1}
    name = next((name for name in steps if match[name]), None)
    if name is not None:
        return steps[name]
    if match["days"]:
        return int(words.raw["narrated"]["days"][" ".join(match["days"].lower().split())])
    told, unit = (match["n"] or match["n2"]).lower(), words.raw["units"][(match["u"] or match["u2"]).lower()]
    days = (int(told) if told.isdigit() else words.numbers[told]) * _DAYS[unit]
    return -days if match["earlier"] else days
