"""Which country's ministry a page means where it names one without its country, and which one by "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from guvoh.assessment import names

# words around a body's name in which its country may stand: "Uzbek", "of the Republic of Uzbekistan"
_BEFORE, _AFTER = 2, 6
_LONGEST = 40
_FIRST = 4  # letters by which a name is looked up; no ending of Russian changes them
_LAST_CAPITAL = re.compile(r"([A-Z][\w’']+)\s\Z")
_OF_WHAT = re.compile(r"\s(?:of|for|on|[Aa]gainst)\s(?:the\s)?[A-Z]")
_LINKS = frozenset({"of", "the", "republic", "affairs", "federation", "respublika", "respubliki", "s"})
_WORD = re.compile(r"[^\W_]+")
_OWN = re.compile(r"\b(?:country|nation|republic|state)[’']s\b|\b(?:страны|республики|государства)\b", re.IGNORECASE)
# "Beaten in Russia, the Foreign Ministry said": what a mark sets apart is no part of the name
_APART = re.compile(r"[.!?]\s|[\n,;:—–()«»“”\"]")


@dataclass(frozen=True, slots=True)
class Told:
    """The bodies of states that one page names, by their keys, with the countries that stand beside the name."""

    bodies: Mapping[str, frozenset[str]]
    at_home: frozenset[str] = frozenset()
    """Those named without a country before any with one, as a page names the bodies of its own country."""
    others: frozenset[str] = frozenset()
    """The kinds of further bodies that no table knows: "ministry" where a Ministry of Beekeeping is named."""

    def state(self, key: str) -> str:
        """The one country beside which the page names the body, "" for none, several or its own."""
        codes = self.bodies.get(key, frozenset())
        return next(iter(codes)) if len(codes) == 1 and key not in self.at_home else ""

    def called(self, name: str) -> str:
        """The key of the one body that the page means by a word such as "the ministry", "" when it may be another."""
        kinds = _called().get(names.fold(name), ())
        if self.others.intersection(kinds):
            return ""
        meant = [key for key in self.bodies if any(key.endswith(kind) for kind in kinds)]
        one = len(meant) == 1 and len(self.bodies[meant[0]]) < 2 and f"*{meant[0]}" in names.data()["bodies_by_name"]
        return meant[0] if one else ""


@lru_cache(maxsize=65536)
def asks_the_page(name: str) -> bool:
    """Whether only its page can tell whose body a name means: a ministry without a country, or "the ministry"."""
    if names.fold(name) in _called():
        return True
    _, country, is_national = names.body_key(name)
    return is_national and not country


def told_bodies(text: str) -> Told:
    """The bodies of states in a page's whole text, its title too."""
    found: dict[str, set[str]] = {}
    at_home, taken = set[str](), set[int]()
    title = text.find("\n")
    for key, match in _named_in(text):
        codes = set(_beside(text, match.start(), match.end()))
        if not codes and not found.get(key) and match.start() > title:
            at_home.add(key)
        found.setdefault(key, set()).update(codes)
        taken.update(range(match.start(), match.end()))
    return Told({key: frozenset(codes) for key, codes in found.items()}, frozenset(at_home), _others(text, taken))


def _named_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The bodies that the text names, by key, in its order: only names that begin as a word does are tried on it."""
    table, upto = _bodies(), 0
    for word in _WORD.finditer(text):
        if word.start() < upto:
            continue
        for key, pattern in table.get(word[0][:_FIRST].lower(), ()):
            if match := pattern.match(text, word.start()):
                yield key, match
                upto = match.end()
                break


def _others(text: str, taken: Container[int]) -> frozenset[str]:
    """The kinds of the bodies that stand outside the names already read: "Health Ministry", "Committee for Culture"."""
    found = {match[0].lower() for match in _kind_words().finditer(text) if match.start() not in taken and _named(match)}
    return frozenset(found)


def _named(kind: re.Match[str]) -> bool:
    """Whether the word for a kind of body has a name of its own before or behind it, no country and no "The"."""
    before = _LAST_CAPITAL.search(kind.string, max(0, kind.start() - _LONGEST), kind.start())
    mine = before is not None and not names.country_named(before[1]) and names.fold(before[1]) not in _small_words()
    return mine or _OF_WHAT.match(kind.string, kind.end()) is not None


def own_country(text: str, name: str, start: int) -> str:
    """The country named last before "the country's ministry" in `text`, "" when the name at `start` is no such one."""
    if not _OWN.search(name):
        return ""
    before = (code for word in reversed(_WORD.findall(text[:start])) if (code := names.country_named(word)))
    return next(before, "")


def _beside(text: str, start: int, end: int) -> Iterable[str]:
    before = _WORD.findall(_APART.split(text[max(0, start - 40) : start])[-1])[-_BEFORE:]
    after = _WORD.findall(_APART.split(text[end : end + 60])[0])[:_AFTER]
    for words in (reversed(before), after):
        for word in words:
            if code := names.country_named(word):
                yield code
            if names.fold(word) not in _LINKS:
                break


@cache
def _bodies() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The names of the bodies of states with their keys, the longest first, by the letters with which they begin."""
    named, kinds = names.data()["bodies_by_name"].items(), tuple(names.data()["called"])
    listed = {
        name: key.lstrip("*")
        for key, spelled in named
        if key.startswith("*") or key.endswith(kinds)
        for name in spelled
    }
    table: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name in sorted(listed, key=lambda name: (-len(name), name)):
        begin = _WORD.findall(name)[0][:_FIRST].lower()
        table.setdefault(begin, []).append((listed[name], re.compile(rf"{_inflected(name)}(?!\w)")))
    return {begin: tuple(found) for begin, found in table.items()}


def _inflected(name: str) -> str:
    """A name in small letters too, its first word with the endings that Russian gives it; initials as they stand."""
    if name.isupper():
        return re.escape(name)
    first, gap, rest = name.partition(" ")
    stem = re.escape(first) if name.isascii() else re.escape(first.rstrip("аеоуыия")) + "[а-яё]{0,3}"
    return f"(?i:{stem}{re.escape(gap + rest)})"


@cache
def _kind_words() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{kind.capitalize()}\b" for kind in names.data()["called"] if " " not in kind))


@cache
def _small_words() -> frozenset[str]:
    return names.folded_set("fillers")


@cache
def _called() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for kind, spelled in names.data()["called"].items():
        for name in spelled:
            table.setdefault(names.fold(name), []).append(kind)
    return {name: tuple(kinds) for name, kinds in table.items()}
