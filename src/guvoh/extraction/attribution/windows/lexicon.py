"""The reporting vocabulary of a language read by windows of words: cue verbs, phrases before a source, roles."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from guvoh.extraction.attribution.lexicon import CueKind
from guvoh.extraction.vocabulary.bodies import table


@dataclass(frozen=True, slots=True)
class Cue:
    """How a verb reports: its kind, what must stand beside it, and whether it keeps its distance or denies."""

    kind: CueKind
    frame: str
    flag: str | None = None


@dataclass(frozen=True)
class Words:
    """The cues of a language: verbs by lemma, phrases as runs of words, and the sets of words that rules ask for."""

    verbs: Mapping[str, Cue]
    impersonal: Mapping[str, str | None]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    sets: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class People:
    """Nouns for people and bodies by lemma, «ё» written as «е», and given names by gender."""

    official: frozenset[str]
    person: frozenset[str]
    affected: frozenset[str]
    collective: frozenset[str]
    state: frozenset[str]
    everyday: frozenset[str]
    media: frozenset[str]
    own_staff: frozenset[str]
    generic: frozenset[str]
    desks: frozenset[str]
    offices: frozenset[str]
    aid: frozenset[str]
    anyone: frozenset[str]
    firms: frozenset[str]
    some: frozenset[str]
    of_the_press: frozenset[str]
    no_speakers: frozenset[str]
    heads: frozenset[str]
    endings: tuple[str, ...]
    gendered: Mapping[str, str]
    given: Mapping[str, str]

    @cached_property
    def human(self) -> frozenset[str]:
        """Every noun for one person."""
        return self.official | self.person | self.affected


_RUNS = (
    "genitive",
    "opinion",
    "hearsay_phrases",
    "dative",
    "document_of",
    "citing",
    "rumours",
    "about_this",
    "came_out_with",
    "goes_on",
    "account_goes_on",
)


@cache
def words(language: str = "ru") -> Words:
    """The reporting cues of a language."""
    raw = _load(language, "cues.toml")
    verbs: dict[str, Cue] = {}
    for group in raw["verbs"]:
        cue = Cue(CueKind(group["kind"]), group["frame"], group.get("flag"))
        verbs |= {plain(word): cue for word in group["words"]}
    impersonal: dict[str, str | None] = {plain(word): None for word in raw["impersonal"]["report"]}
    impersonal |= {plain(word): "hearsay" for word in raw["impersonal"]["hearsay"]}
    phrases = raw["phrases"]
    runs = {name: _runs(phrases[name]) for name in _RUNS}
    sets = {name: _set(phrases[name]) for name in phrases if name not in _RUNS}
    return Words(verbs, impersonal, runs, sets)


@cache
def people(language: str = "ru") -> People:
    """The nouns for people and bodies of a language."""
    raw = _load(language, "roles.toml")
    names = ("official", "person", "affected", "collective", "state", "everyday", "media", "own_staff")
    again = ("generic", "desks", "offices", "aid", "anyone", "firms", "some", "heads")
    others = ("of_the_press", "no_speakers")
    given = {plain(name): gender for gender, listed in raw["given_names"].items() for name in listed}
    gendered = {plain(word): gender for word, gender in raw["gendered"].items()}
    sets = {name: _set(raw[name]) for name in (*names, *again, *others)}
    return People(**sets, endings=tuple(raw["endings"]), gendered=gendered, given=given)


@cache
def name_words(language: str = "ru") -> Mapping[str, frozenset[str]]:
    """The word sets of names.toml."""
    return {key: _set(listed) for key, listed in _load(language, "names.toml").items()}


@cache
def only_in_marks(language: str = "ru") -> frozenset[str]:
    """Names of bodies, in small letters, that are also common words: bodies only in quotation marks."""
    return frozenset(name.casefold() for name in table(language)["in_marks"]["words"])


@cache
def fixed_names(language: str = "ru") -> frozenset[str]:
    """Names of bodies that no case changes."""
    return frozenset(table(language)["fixed"]["words"])


def plain(word: str) -> str:
    """A word in small letters with «е» for «ё»."""
    return word.lower().replace("ё", "е")


def _set(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, listed))


def _runs(listed: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(plain(row).split()) for row in listed), key=len, reverse=True))


def _load(language: str, name: str) -> dict[str, Any]:
    path = files("guvoh.extraction.vocabulary") / language / name
    return tomllib.loads(path.read_text(encoding="utf-8"))
