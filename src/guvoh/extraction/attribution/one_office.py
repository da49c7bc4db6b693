"""Offices of a state in another order of their words: "Labor Ministry" and "Ministry of Labor of Tajikistan"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import Organisation, saying_words
from guvoh.extraction.vocabulary.load import nationalities

_OF_PLACE = re.compile(r" of (?:the )?[A-Z].*")
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = saying_words()["empty_in_offices"]
_OFFICES = saying_words()["offices_of_a_state"]
_ABROAD = saying_words()["offices_abroad"]
_LIKE = {word: alike for word, _, alike in (pair.partition(" ") for pair in saying_words()["alike_in_offices"])}

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Office:
    """What kind of office a name tells, of which matters, and of which country, None where it does not tell."""

    kind: str
    matters: frozenset[str]
    country: str | None


@lru_cache(maxsize=4096)
def office(name: str, language: str = "en") -> Office | None:
    """The office that a name gives, or None where it gives none: "Interior Ministry", "Tajik embassy in Moscow"."""
    words = [word.lower() for word in _WORD.findall(name.replace("’s", "").replace("'s", ""))]
    kind = next((word for word in words if word in _OFFICES), None)
    if kind is None:
        return None
    if kind in _ABROAD and "in" in words:
        words = words[: words.index("in")]  # where it stands tells nothing of whose it is
    country = _country(" ".join(words), language)
    of_nation = {w for said, c in _nations(language) if c == country for w in said.split()} if country else set()
    matters = frozenset(_LIKE.get(w, w) for w in words if w not in _EMPTY | of_nation | {kind})
    return Office(kind, matters, country)


def same_office(
    name: str, known: Iterable[Identity], named: Iterable[Office] = (), language: str = "en"
) -> Identity | None:
    """The one known body whose name gives the same office, or by its country where `name` tells none.

    `named` are all offices of the text: where two countries have such an office, a name without one is open.
    """
    mine = office(name, language)
    if mine is None or not (mine.matters or mine.kind in _ABROAD):
        return None
    told = [(x, yours) for x in known if not x.persona and x.named and (yours := office(x.name, language)) is not None]
    alike = [x for x, yours in told if (yours.kind, yours.matters) == (mine.kind, mine.matters)]
    of_country = [x for x in alike if (yours := office(x.name, language)) is not None and yours.country == mine.country]
    if of_country:
        return of_country[0]
    countries = {o.country for o in named if (o.kind, o.matters) == (mine.kind, mine.matters) and o.country}
    return alike[0] if mine.country is None and len(alike) == 1 and len(countries) < _SEVERAL else None


def of_another_place(body: Organisation, behind: str, language: str = "en") -> bool:
    """Whether what stands behind the name of a state's body makes it that of a region or of another country."""
    place = _OF_PLACE.match(behind)
    if place is None:
        return False
    country = _country(place.group().lower(), language)
    mine = {_country(name.lower(), language) for name in (body.name, *body.aliases)} - {None}
    return country is None or (bool(mine) and country not in mine)


def _country(words: str, language: str) -> str | None:
    """The country that words in small letters name, or None."""
    return next((c for said, c in _nations(language) if re.search(rf"\b{re.escape(said)}\b", words)), None)


@cache
def _nations(language: str) -> tuple[tuple[str, str], ...]:
    """The words for each country and its people, the longest first, with the name that stands for it."""
    rows = nationalities(language)
    said = {
        (word.lower(), row.countries[0]) for row in rows if row.countries for word in (*row.countries, *row.adjectives)
    }
    return tuple(sorted(said, key=lambda pair: (-len(pair[0]), pair)))
