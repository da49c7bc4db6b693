"""One way of writing a date: a pattern, and what makes a raw date of its match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from guvoh.extraction.dates.partial import Raw

YEAR = r"(?:19|20)\d\d"
YEAR_OPENS = r"(?:19|20)\d"  # of a decade too
FROM = re.compile(r"\b(?:from|as\s+of|starting|beginning)\s+(?:on\s+)?$", re.IGNORECASE)
"""Before a date from which on something is."""
BACK, BESIDE = "counted back from the date published", "beside the date published"
"""What a date was computed from."""
TO = r"\s?(?:[-–—]|\bto\b|\bthrough\b|\buntil\b|\btill\b|\band\b)\s?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what makes a raw date of its match (None when the match is no date).

    `of_year` says that it matches only where a year stands, in digits or as "last year".
    """

    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], str], Raw | None]
    of_year: bool = False


def group(match: re.Match[str], name: str) -> str | None:
    """A named group, None also where the pattern has none of that name."""
    return match.groupdict().get(name)


def year_of(match: re.Match[str], name: str = "y") -> int | None:
    """The year in a named group."""
    value = group(match, name)
    return int(value) if value else None
