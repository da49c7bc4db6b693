"""One way in which Russian writes a date, and the words of a year behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from guvoh.extraction.dates.partial import Partial, Raw
from guvoh.extraction.dates.rule import YEAR, group
from guvoh.extraction.timewords import calendar, either

OF_YEAR = r"(?:-?(?:й|ый|м|ом|го|ого|е|му))?\s*(?:год[а-я]*|г\b\.?|гг\b\.?)"
Build = Callable[[re.Match[str]], list[Raw]]


@dataclass(frozen=True, slots=True)
class RussianRule:
    """A pattern and what makes raw dates of its match (none when it is no date)."""

    pattern: re.Pattern[str]
    build: Build


def year_words() -> str:
    """A pattern for "прошлого", "этом", "следующий" and their like, in groups `last`, `this` and `next`."""
    raw = calendar("ru").raw
    return "|".join(rf"(?P<{step}>(?:{either(raw[step])})\w*)" for step in ("last", "this", "next"))


def step_of(match: re.Match[str]) -> str:
    """Which of "last", "this" and "next" a match of `year_words` says; empty for none."""
    return next((step for step in ("last", "this", "next") if group(match, step)), "")


def year_after(*, need: bool = False) -> str:
    """A pattern for the year behind a date, in digits (group `y`) or in words; with `need` it must be there."""
    told = rf"(?:,?\s+(?P<y>{YEAR})(?![\d–-]\d)(?:{OF_YEAR}(?![а-я]))?)"
    either_way = rf"(?:{told}|\s+(?:{year_words()})\s+года?\b|\s+(?P<sg>[ст]\.\s?г\.))"
    return either_way if need else f"{either_way}?"


def raw_of(match: re.Match[str], first: Partial, last: Partial | None = None, unit: str = "year") -> Raw:
    """The raw date of a match, with the word of its year or of its `unit`."""
    word = step_of(match) or ("this" if group(match, "sg") else "")
    end = match.end() - (match.group().endswith(".") and not re.search(r"г\.$", match.group()))
    start = match.start("begin") if group(match, "begin") is not None else match.start()
    return Raw(start, end, first, last, year_word=f"{word} {unit}" if word else "")
