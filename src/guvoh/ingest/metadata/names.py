"""Authors and publisher from the text's own lines: by-lines, mastheads that recur as a credit, own-edition notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guvoh.ingest.segment.patterns import Patterns

_SEPARATOR = re.compile(r"\s*(?:,|;|&|\band\b|\bи\b|\bwith\b)\s*", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[A-ZÀ-ÞА-ЯЁӢӮҒҚҲҶЎІҮӨҢ][\w.’'ʻ-]*|de|von|van|der|al|el|bin|ibn|kyzy|uulu|кызы|уулу|оглы|ogly|qizi|oʻgʻli)"
)
_NO_NAME = frozenset("the a an staff admin editor редакция our police email".split())
_LONGEST_BYLINE = 160


def byline_names(line: str, p: Patterns) -> tuple[str, ...]:
    """The names in a line that is a by-line ("By Aida Osmonova", "Author: …"), () where it is none."""
    if len(line) > _LONGEST_BYLINE:
        return ()
    for pattern in p.bylines:
        match = pattern.fullmatch(line)
        names = split_names(match["names"]) if match else ()
        if names:
            return names
    return ()


def split_names(text: str) -> tuple[str, ...]:
    """The person names in "A, B and C"; () when a part does not look like a name."""
    parts = [part.strip() for part in _SEPARATOR.split(text) if part.strip()]
    return tuple(parts) if parts and all(_is_name(part) for part in parts) else ()


def _is_name(text: str) -> bool:
    tokens = text.split()
    if not 1 <= len(tokens) <= 5 or tokens[0].casefold() in _NO_NAME:
        return False
    return all(_NAME.fullmatch(token) for token in tokens) and tokens[0][0].isupper()


def own_publisher(texts: Iterable[str], p: Patterns) -> str | None:
    """The outlet that says it published this text first in another of its own language editions."""
    for text in texts:
        for pattern in p.own_edition:
            match = pattern.search(text[:1_500])
            if match:
                return match["name"].strip()
    return None


def recurring_name(mastheads: Sequence[str], story: Sequence[str], p: Patterns) -> str | None:
    """The masthead of an organisation that the text names, or that it names as told to or as taker of its pictures.

    A line above the title may as well be a section ("World"); only a name that recurs so is clear enough.
    """
    told = " ".join(story)
    for line in mastheads:
        if {word.casefold() for word in line.split()} & p.organisation_words and line in told:
            return line
    named = {
        match["name"].strip().casefold()
        for text in story
        for pattern in p.credit_names
        for match in pattern.finditer(text)
    }
    return next((line for line in mastheads if line.casefold() in named), None)
