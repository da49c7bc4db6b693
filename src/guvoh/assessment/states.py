"""Which country's ministry a page means where it names one without its country, and which one by "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from guvoh.assessment import names

# words around a body's name in which its country may stand: "Uzbek", "of the Republic of Uzbekistan"
_BEFORE, _AFTER = 2, 6
_LINKS = frozenset({"of", "the", "republic", "affairs", "federation", "respublika", "respubliki", "s"})
_WORD = re.compile(r"[^\W_]+")
_OWN = re.compile(r"\b(?:country|nation|republic|state)[’']s\b|\b(?:страны|республики|государства)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Told:
    """The bodies of states that one page names, by their keys, with the countries that stand beside the name."""

    bodies: Mapping[str, frozenset[str]]

    def state(self, key: str) -> str:
        """The one country beside which the page names the body, "" for none or several."""
        codes = self.bodies.get(key, frozenset())
        return next(iter(codes)) if len(codes) == 1 else ""

    def called(self, name: str) -> str:
        """The key of the one body that the page means by a word such as "the ministry", "" when it may be another."""
        kinds = _called().get(names.fold(name), ())
        meant = [key for key in self.bodies if any(key.endswith(kind) for kind in kinds)]
        return meant[0] if len(meant) == 1 and len(self.bodies[meant[0]]) < 2 else ""


def told_bodies(text: str) -> Told:
    """The bodies of states in a page's whole text, its title too."""
    found: dict[str, set[str]] = {}
    pattern, keys = _bodies()
    for match in pattern.finditer(text):
        key = keys[(match.lastindex or 1) - 1]
        found.setdefault(key, set()).update(_beside(text, match.start(), match.end()))
    return Told({key: frozenset(codes) for key, codes in found.items()})


def own_country(text: str, name: str, start: int) -> str:
    """The country named last before "the country's ministry" in `text`, "" when the name at `start` is no such one."""
    if not _OWN.search(name):
        return ""
    before = (code for word in reversed(_WORD.findall(text[:start])) if (code := names.country_named(word)))
    return next(before, "")


def _beside(text: str, start: int, end: int) -> Iterable[str]:
    before = _WORD.findall(_SENTENCE.split(text[max(0, start - 40) : start])[-1])[-_BEFORE:]
    after = _WORD.findall(_SENTENCE.split(text[end : end + 60])[0])[:_AFTER]
    for words in (reversed(before), after):
        for word in words:
            if code := names.country_named(word):
                yield code
            if names.fold(word) not in _LINKS:
                break


@cache
def _bodies() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The names of bodies of which each country has one, each in a group, and the key of each group."""
    table = names.data()["bodies_by_name"].items()
    listed = {name: key.lstrip("*") for key, spelled in table if key.startswith("*") for name in spelled}
    longest = sorted(listed, key=lambda name: (-len(name), name))
    spelled = "|".join(f"({_inflected(name)})" for name in longest)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)"), tuple(listed[name] for name in longest)


def _inflected(name: str) -> str:
    """A name in small letters too, its first word with the endings that Russian gives it; initials as they stand."""
    if name.isupper():
        return re.escape(name)
    first, gap, rest = name.partition(" ")
    stem = re.escape(first) if name.isascii() else re.escape(first.rstrip("аеоуыия")) + "[а-яё]{0,3}"
    return f"(?i:{stem}{re.escape(gap + rest)})"


@cache
def _called() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for kind, spelled in names.data()["called"].items():
        for name in spelled:
            table.setdefault(names.fold(name), []).append(kind)
    return {name: tuple(kinds) for name, kinds in table.items()}
