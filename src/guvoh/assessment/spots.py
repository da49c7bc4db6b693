"""Names of spots that no gazetteer knows: "Wafra", "Potami beach", "the Torgovy Gorod market".

Two reports that name one such spot in what they tell of an act tell of one place, though neither could be put on a map.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guvoh.assessment import places
from guvoh.assessment.corpus import Told
from guvoh.assessment.names import fold
from guvoh.extraction.vocabulary.load import nationalities

_NAME = r"[A-ZÀ-ÝА-ЯЁ][\w’'-]{3,}"
_SITE = (
    r"(?:market|bazaar|depot|plant|factory|mosque|beach|site|hostel|dormitory|camp|farms?|warehouse|crossing|station|"
    r"hotel|mine|port|harbour|village|area|district|street|quarter|centre|center|park|prison|school|shopping)"
)
_SPOT = re.compile(
    rf"\b(?:in|at|near|of|on|from|around|outside|through|opposite)\s+(?:the\s+)?(?P<after>{_NAME}(?:\s{_NAME})?)"
    rf"|(?P<before>{_NAME}(?:\s{_NAME})?)(?:\s[a-z-]+)?\s{_SITE}\b"
)
_NO_SPOT = frozenset(
    fold(word)
    for word in (
        "January February March April June July August September October November December Monday Tuesday Wednesday "
        "Thursday Friday Saturday Sunday Police Ministry Department Court Committee Service National Guard Federal "
        "Interior Foreign Migration Security Council Government Region District Street General Labour Justice Press "
        "Northern Southern Eastern Western Central Russian Europe Asia Human Rights Muslim Islamic President"
    ).split()
)


def spots(told: Told) -> frozenset[str]:
    """The folded names of the spots that a statement names, where it names no town that is known."""
    return frozenset() if places.rank(told.place) > 1 else _spots(told.statement.quote)


@lru_cache(maxsize=16384)
def _spots(quote: str) -> frozenset[str]:
    found = (word for m in _SPOT.finditer(quote) for word in (m["after"] or m["before"]).split())
    return frozenset(w for w in map(fold, found) if w and w not in _NO_SPOT and w not in _lands())


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    """Folded names of countries and peoples."""
    named = (word for row in nationalities("en") for word in (*row.countries, *row.adjectives, *row.nouns))
    return frozenset(fold(part) for word in named for part in (word, f"{word}s", *word.split()))
