"""Names in Latin letters of several words in a Russian text, and the initials that stand behind a name."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.kinds_of_bodies import kind_of_name
from guvoh.extraction.attribution.lexicon import organisations
from guvoh.model import SourceKind

_BETWEEN = r"(?:(?:of|for|and|the|in|on|to|without|against|&) ){0,2}"
_RUN = re.compile(rf"(?<![\w.@/-])[A-Z][A-Za-z’-]*(?:(?:['’] | {_BETWEEN})[A-Z][\w’-]*)+(?!\w)")
_INITIALS = re.compile(r" ?\((?:далее ?[-–—:]? ?)?(?P<short>[A-ZА-ЯЁ]{2,8})\)")


def latin_runs(text: str) -> list[tuple[int, int, SourceKind]]:
    """Where names of several Latin words stand, with the kind that their words tell; an outlet's where none do."""
    known = organisations("en")
    return [(m.start(), m.end(), kind_of_name(m.group(), known) or SourceKind.OUTLET) for m in _RUN.finditer(text)]


def initials_behind(text: str, end: int) -> tuple[str, int] | None:
    """The initials in parentheses right behind a name that ends at `end`, and where the parenthesis closes."""
    found = _INITIALS.match(text, end)
    return (found["short"], found.end()) if found is not None else None
