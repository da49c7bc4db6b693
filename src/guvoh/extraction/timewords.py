"""The words of time of one language, read from its data file and compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from guvoh.model.errors import BadTerm


@dataclass(frozen=True, slots=True)
class Calendar:
    """Month, weekday and number words by form, patterns for them, and the raw lists of the data file.

    `month_pattern` and `weekday_pattern` are regular expressions for capitalised or all-capital forms.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    events: tuple[str, ...]
    month_pattern: str
    weekday_pattern: str
    raw: Mapping[str, Any]


def either(forms: Iterable[str]) -> str:
    """A regular expression for any of the forms, longest first."""
    ordered = sorted(set(forms), key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


@cache
def calendar(language: str = "en") -> Calendar:
    """The words of `language`. Raises BadTerm when there is no data file for it."""
    source = files("guvoh.extraction") / "dates" / "data" / f"{language}.toml"
    if not source.is_file():
        raise BadTerm(f"No words of time for “{language[:20]}”.", "Add its data file in extraction/dates/data.")
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    months = {form: i for i, forms in enumerate(raw["months"], 1) for form in forms}
    weekdays = {form: i for i, forms in enumerate(raw["weekdays"]) for form in forms}
    full_days = [forms[0] for forms in raw["weekdays"]]
    return Calendar(
        months=months,
        weekdays=weekdays,
        numbers=raw["numbers"],
        seasons={name: (span[0], span[1]) for name, span in raw["seasons"].items()},
        events=tuple(raw["events"]["nouns"]),
        month_pattern=f"(?:{_capital(months)})",
        weekday_pattern=f"(?:{_capital(full_days)})",
        raw=raw,
    )


def _capital(forms: Iterable[str]) -> str:
    forms = list(forms)
    return either([*(w.capitalize() for w in forms), *(w.upper() for w in forms)])
