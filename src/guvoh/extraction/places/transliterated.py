"""Latin spellings of Cyrillic names, for towns of which the gazetteer has no Cyrillic name: Зейтинбурну, Эсеньюрт."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import product

_MOST = 64  # spellings of one name


@cache
def _letters() -> dict[str, list[str]]:
    source = files("guvoh.extraction.places") / "data" / "ru.toml"
    letters: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))["latin"]
    return letters


def spellings(word: str) -> list[str]:
    """The ways to write a Cyrillic word in Latin letters, the usual one first; none for a word of other letters."""
    letters, parts, at = _letters(), [], 0
    lower = word.lower()
    while at < len(lower):
        step = 2 if lower[at : at + 2] in letters else 1
        found = letters.get(lower[at : at + step])
        if found is None:
            return []
        parts.append(found)
        at += step
    out: list[str] = []
    for some in product(*parts):
        out.append("".join(some))
        if len(out) == _MOST:
            break
    return out
