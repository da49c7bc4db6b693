"""Names of bodies that list what they deal with: "Ministry of Labor, Health and Trade"."""

from __future__ import annotations

import re

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.lexicon import organisations, speaker_patterns
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import Span


def listed_names(text: str, tokens: tuple[Token, ...], first: int, stop: int, language: str) -> list[Span]:
    """First and last token of each such name among tokens `first..stop-1`, which lists no body or country by name."""
    start, end = tokens[first].start, tokens[stop - 1].end
    if text.find(" and ", start, end) < 0:
        return []
    found = speaker_patterns()["listing_name"].finditer(text, start, end)
    places = [m.span() for m in found if not _names_others(m["rest"], language)]
    within = ([t.i for t in tokens[first:stop] if a <= t.start < b] for a, b in places)
    return [(inside[0], inside[-1]) for inside in within if inside]


def _names_others(rest: str, language: str) -> bool:
    listed = {part.strip().removeprefix("the ") for part in re.split(r",| and ", rest)}
    countries = {name for row in nationalities(language) for name in row.countries}
    return bool(listed & countries) or any(part in organisations(language).by_alias for part in listed)
