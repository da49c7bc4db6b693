"""The list of known bodies of a language as it is kept, and which of their names hold a full stop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from guvoh.extraction.vocabulary.load import read_toml

KINDS = ("outlet", "agency", "ngo", "official")
"""The kinds of body that the list tells apart, in the order in which a name that two bodies share is given away."""


@cache
def table(language: str) -> Mapping[str, Any]:
    """The list of a language: the bodies of each kind, and the words that tell of bodies."""
    return read_toml(language, "organisations.toml")


def listed(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The kind of each body and the names it goes by, the fullest first."""
    for kind in KINDS:
        for row in table(language).get(kind, ()):
            yield kind, (row["name"], *row["aliases"])


def names_with_stops(language: str) -> tuple[str, ...]:
    """The names of one word that hold a full stop: "Idel.Realii", "Kun.uz"."""
    names = {name for _, names in listed(language) for name in names}
    return tuple(sorted(name for name in names if "." in name[1:-1] and " " not in name))
