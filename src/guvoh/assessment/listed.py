"""Bodies that the lists of the languages read know by name, each one body in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain

from guvoh.extraction.vocabulary.bodies import listed

LANGUAGES = ("en", "ru")
Spelled = Callable[[str], str]


def keys_of_listed(table: Mapping[str, str], fold: Spelled, bag: Spelled) -> dict[str, str]:
    """The key of every listed name, by its bag or its folded words; `table` gives those of bodies known already.

    A body is another list's where they share a name. Bodies of which each country has one (keys with `*`) stay out:
    their names tell the country.
    """
    keys = dict(table)
    for _, names in chain.from_iterable(map(listed, LANGUAGES)):
        spelled = [bag(name) if _tells(name, bag(name)) else fold(name) for name in names]
        known = (keys[name] for name in [*map(bag, names[:1]), *spelled] if name in keys)
        key = next(known, spelled[0])
        if not key.startswith("*"):
            keys |= {name: key for name in spelled if name not in keys}
    return keys


def small_names() -> frozenset[str]:
    """The listed names of one word in small letters, which are no common words: "dpa"."""
    every = chain.from_iterable(names for _, names in chain.from_iterable(map(listed, LANGUAGES)))
    return frozenset(name for name in every if name.isalpha() and name.islower())


def kinds_of_listed(key_of: Spelled) -> dict[str, str]:
    """The kind of each listed body by its key: "outlet", "agency", "ngo" or "official"."""
    kinds: dict[str, str] = {}
    for kind, names in chain.from_iterable(map(listed, LANGUAGES)):
        kinds.setdefault(key_of(names[0]), kind)
    return kinds


def _tells(name: str, found: str) -> bool:
    """Whether a name's bag can mean this body alone: no "saudi" of "Saudi Press Agency", nor the letter of "AA"."""
    return len(found) > 1 and (" " in found or " " not in name.removeprefix("The "))
