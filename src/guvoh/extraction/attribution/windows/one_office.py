"""Offices of a state by their initials and written out: «МИД» and «министерство иностранных дел Таджикистана»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.vocabulary.load import nationalities, read_toml

_EMPTY = words("ru").sets["empty_in_offices"]
_ENDING, _SEVERAL = 2, 2


def same_office(name: str, known: Iterable[Identity], text: str = "") -> Identity | None:
    """The known body whose name gives the same office, or the only one of the kind where one name tells no country.

    Where `text` names such offices of two countries, one without a country is open.
    """
    mine = _office(name)
    if mine is None:
        return None
    told = [(x, _office(x.name)) for x in known if not x.persona]
    same = [x for x, yours in told if yours == mine]
    if same:
        return same[0]
    alike = [x for x, yours in told if yours is not None and yours[0] == mine[0]]
    return alike[0] if len(alike) == 1 and not mine[1] and len(_countries(mine[0], text)) < _SEVERAL else None


@lru_cache(maxsize=64)
def _countries(initials: str, text: str) -> frozenset[str]:
    """The countries whose office of these initials a text names, in any case: «таджикского МИД», «МИД России»."""
    names = "|".join(_in_any_case(long) for long, short in _initials() if short == initials)
    near = re.finditer(rf"(?:(\w+)\s+)?\b(?:{names})\b(?:\s+(\w+))?", text.lower().replace("ё", "е"))
    beside = {word for match in near for word in match.groups() if word}
    return frozenset(code for word in beside for stem, code in _stems() if word.startswith(stem))


def _in_any_case(name: str) -> str:
    """A pattern for a name whose words may have other endings; initials have none."""
    words = name.split()
    return words[0] if len(words) == 1 else r"\s+".join(rf"{re.escape(w[:-_ENDING])}\w*" for w in words)


def _office(name: str) -> tuple[str, str] | None:
    """The initials of an office and the first letters of whose it is, "" where it is not told; None for other names."""
    low = " ".join(name.lower().replace("ё", "е").split())
    initials = _initials()
    found = next((short for long, short in initials if re.search(rf"\b{long}\b", low)), None)
    if found is None:
        return None
    long = next(long for long, short in initials if short == found and re.search(rf"\b{long}\b", low))
    rest = [w for w in re.sub(rf"\b{long}\b", " ", low).split() if w not in _EMPTY]
    countries = {code for w in rest for stem, code in _stems() if w.startswith(stem)}
    others = [w for w in rest if not any(w.startswith(stem) for stem, _ in _stems())]
    return (found, next(iter(countries), "")) if not others and len(countries) <= 1 else None


@cache
def _initials() -> tuple[tuple[str, str], ...]:
    """The names written out and in initials, each with the initials, the longest first."""
    rows = read_toml("ru", "organisations.toml")["initials"]
    pairs = [(long.lower(), short.lower()) for short, long in rows.items()]
    return tuple(sorted({*pairs, *((short, short) for _, short in pairs)}, key=lambda p: (-len(p[0]), p)))


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """The beginnings of the words for each country, whatever their case: «таджик», «узбек», «росси»."""
    rows = nationalities("ru")
    return tuple(
        (word.lower()[: max(4, len(word) - 3)], row.code)
        for row in rows
        for word in (*row.countries, *row.adjectives)
        if " " not in word
    )
