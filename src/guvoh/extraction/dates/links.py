"""Words beside a date that tell its year: of a list, of what opens a stretch, reports, or is yet to come."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from guvoh.extraction.timewords import calendar, either


@dataclass(frozen=True, slots=True)
class Links:
    """Patterns of a language: between the dates of a list, before a stretch, of reporting, of what is to come."""

    listed: re.Pattern[str]
    opens: re.Pattern[str]
    reported: re.Pattern[str]
    to_do: re.Pattern[str]
    will: re.Pattern[str]
    since: re.Pattern[str]


@cache
def links(language: str) -> Links:
    """The patterns of `language`."""
    words = calendar(language).raw["links"]
    return Links(
        re.compile(rf"[\s,]*(?:(?:{either(words['listed'])})[\s,]+)*"),
        re.compile(rf"\b(?:{either(words['opening'])})\s+(?:on\s+)?$", re.IGNORECASE),
        re.compile(rf"\b(?:{either(words['reporting'])})\b", re.IGNORECASE),
        _known(words, r"\b(?:{to_do})\s(?:[^,;:.]*\s)?to\s+[a-z]+\b[^,;:.]*$|\b(?:{told_ahead})\s+(?:the\s+)?$"),
        _known(words, r",?(?:\s[^,;:.]*,)?[^,;:.]{{0,8}}\s(?:{will})\b"),
        _known(words, r"(?i:{since})\b"),
    )


def _known(words: Mapping[str, Sequence[str]], pattern: str) -> re.Pattern[str]:
    """A pattern with lists of words of a language in it; one that matches nothing where it has no such words."""
    lists = {name: either(words.get(name) or ()) or r"(?!)" for name in ("to_do", "told_ahead", "will", "since")}
    return re.compile(pattern.format(**lists))
