"""Names of spots that no gazetteer knows: "Wafra", "Potami beach", "the Torgovy Gorod market".

Two reports that name one such spot in what they tell of an act tell of one place, though neither could be put on a map.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guvoh.assessment import places
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.fitted import table
from guvoh.assessment.names import fold
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import Role

_NAME = r"[A-ZÀ-ÝА-ЯЁ][\w’'-]{3,}"
_WORDS = table("spots")
_SITE = rf"(?:{'|'.join(_WORDS['sites'])})"
_RUSSIAN = rf"(?:{'|'.join(_WORDS['sites_before'])})"
_NO_SPOT = frozenset(map(fold, _WORDS["never"]))
_CALLED = rf"|\b{_RUSSIAN}\w*\s+[«\"“]?(?P<called>{_NAME}(?:\s{_NAME})?)"
_SPOT = re.compile(
    rf"\b(?:in|at|near|of|on|from|around|outside|through|opposite)\s+(?:the\s+)?(?P<after>{_NAME}(?:\s{_NAME})?)"
    rf"|(?P<before>{_NAME}(?:\s{_NAME})?)(?:\s[a-z-]+)?\s{_SITE}\b{_CALLED}"
)
_SCENE = re.compile(
    rf"\b(?:at|on|near|outside|opposite)\s+(?:the\s+)?(?P<after>{_NAME}(?:\s{_NAME})?)"
    rf"|(?P<before>{_NAME}(?:\s{_NAME})?)(?:\s[a-z-]+)?\s{_SITE}\b{_CALLED}"
)
_FACILITY = 5  # the rank of a place that is itself a site
_OPENING = 300  # characters


def spots(told: Told) -> frozenset[str]:
    """The folded names of the spots that a statement names; for one without a known town, else those of the opening.

    "43 were taken away from the mosque on Shakhterov Street. More than 100 were driven to the departments."
    """
    named = _spots(told.statement.quote)
    return named if named or has_town(told) else _opening_spots(told.entry)


def has_town(told: Told) -> bool:
    """Whether its place is one that is known, so that it needs no spot."""
    return places.rank(told.place) > 1


def are_at_two_sites(a: Told, b: Told) -> bool:
    """Whether the sentences of two statements name sites, and no word of one is in the other's: two markets."""
    one, other = (_sites(t.statement.quote) - _in_its_place(t) for t in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def _in_its_place(told: Told) -> frozenset[str]:
    """The words of the town where a statement puts itself: "in Omsk" names no site."""
    is_town = told.place is not None and 1 < places.rank(told.place) < _FACILITY
    return frozenset(fold(told.place.name).split()) if told.place and is_town else frozenset()


@lru_cache(maxsize=4096)
def _opening_spots(entry: Entry) -> frozenset[str]:
    """The spots at which the first sentences of a document set its event."""
    begin = next((p.start for p in entry.document.passages if p.role in (Role.LEAD, Role.BODY)), 0)
    return _spots_of(_SCENE, entry.document.text[begin : begin + _OPENING])


@lru_cache(maxsize=16384)
def _spots(quote: str) -> frozenset[str]:
    return _spots_of(_SPOT, quote)


@lru_cache(maxsize=4096)
def _sites(quote: str) -> frozenset[str]:
    return _spots_of(_SCENE, quote)


def _spots_of(pattern: re.Pattern[str], words: str) -> frozenset[str]:
    found = (word for m in pattern.finditer(words) for word in (m["after"] or m["before"] or m["called"]).split())
    return frozenset(w for w in map(fold, found) if w and w not in _NO_SPOT and w not in _lands())


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    """Folded names of countries and peoples."""
    named = (word for row in nationalities("en") for word in (*row.countries, *row.adjectives, *row.nouns))
    return frozenset(fold(part) for word in named for part in (word, f"{word}s", *word.split()))
