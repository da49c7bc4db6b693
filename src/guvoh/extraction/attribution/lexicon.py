"""The attribution vocabulary of a language as lookup tables: cues, roles, organisations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from guvoh.extraction.vocabulary.bodies import listed, table
from guvoh.model import SourceKind


class CueKind(StrEnum):
    """What a cue does with its content; only report and opinion make chains of attribution."""

    REPORT = "report"
    OPINION = "opinion"
    DIRECTIVE = "directive"
    ATTITUDE = "attitude"


class Frame(StrEnum):
    """What must stand beside a verb for it to be a cue."""

    ANY = "any"
    CLAUSE = "clause"
    THAT = "that"
    QUOTE = "quote"
    OBJECT = "object"
    INFINITIVE = "infinitive"
    FIGURE = "figure"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Sense:
    """One use of a cue verb. `particle` must follow it.

    `known` asks for a name, person, body or document as source, `document` for a document or a count.
    """

    base: str
    particle: tuple[str, ...]
    kind: CueKind
    frame: Frame
    known: bool
    flag: str | None
    document: bool = False


@dataclass(frozen=True)
class Cues:
    """Reporting cues: senses by inflected form (lower case), and the sets of words of cues.toml."""

    senses: Mapping[str, tuple[Sense, ...]]
    prepositions: tuple[tuple[str, ...], ...]
    citing: tuple[tuple[str, ...], ...]
    words: Mapping[str, frozenset[str]]
    to_outlets: tuple[tuple[str, ...], ...] = ()
    credits: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Roles:
    """Role nouns: kind by noun, gender by title, role noun, given name or surname ending."""

    official: frozenset[str]
    person: frozenset[str]
    affected: frozenset[str]
    collective: frozenset[str]
    state: frozenset[str]
    media: frozenset[str]
    helpers: frozenset[str]
    everyday: frozenset[str]
    titles: Mapping[str, str]
    gendered: Mapping[str, str]
    given: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]

    @cached_property
    def human(self) -> frozenset[str]:
        """Every noun for one person by role."""
        return self.official | self.person | self.affected


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body known by name."""

    name: str
    kind: SourceKind
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Organisations:
    """Known bodies by alias, the head nouns that make a phrase a body, and social platforms."""

    by_alias: Mapping[str, Organisation]
    first_words: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, SourceKind]
    platforms: frozenset[str]

    @cached_property
    def openings(self) -> re.Pattern[str]:
        """Words with which a body's name may begin: with a capital, a digit, or small as in "dpa" and "iStories"."""
        small = sorted(re.escape(word) for word in self.first_words if word[:1].islower())
        return re.compile("|".join([r"\b[^\W\d_a-zа-яё]\w*", r"\b\d+\w*", *(rf"\b{word}\b" for word in small)]))


def inflect(base: str) -> tuple[str, ...]:
    """The regular forms of an English verb, the base among them ("deny": deny, denies, denied, denying)."""
    if re.search(r"[^aeiou]y$", base):
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        stem = base[:-1]
        return base, base + "s", base + "d", (base if base.endswith("ee") else stem) + "ing"
    third = base + ("es" if re.search(r"(s|x|z|ch|sh|o)$", base) else "s")
    return base, third, base + "ed", base + "ing"


def singular(noun: str) -> str:
    """The singular of an English plural in lower case; other words come back as they are."""
    for ending, single in (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if noun.endswith(ending):
            return noun.removesuffix(ending) + single
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def words_of(text: str) -> set[str]:
    """The words of a text in lower case; a word with a hyphen is one word."""
    return set(re.findall(r"[\w-]+", text.lower()))


@cache
def cues(language: str = "en") -> Cues:
    """The cue vocabulary of `language`."""
    raw = _load(language, "cues.toml")
    table: dict[str, list[Sense]] = {}
    for group in raw["verbs"]:
        for words in group["words"]:
            base, *particle = words.split()
            sense = Sense(
                base,
                tuple(particle),
                CueKind(group["kind"]),
                Frame(group["frame"]),
                group["speakers"] == "known",
                group.get("flag"),
                group["speakers"] == "document",
            )
            for form in (base, *raw["irregular"].get(base, inflect(base)[1:])):
                table.setdefault(form, []).append(sense)
    phrases = raw["phrases"]
    citing = [*([word] for word in phrases["citing"]), *phrases["citing_phrases"]]
    sets = {k: frozenset(v) for k, v in phrases.items() if v and isinstance(v[0], str)}
    return Cues(
        {form: tuple(sorted(senses, key=lambda s: -len(s.particle))) for form, senses in table.items()},
        _tuples(phrases["prepositions"]),
        _tuples(citing),
        sets,
        _tuples(phrases.get("to_outlets", ())),
        _tuples(phrases.get("credits", ())),
    )


@cache
def roles(language: str = "en") -> Roles:
    """The role nouns of `language`."""
    raw = _load(language, "roles.toml")
    endings = [(end, gender) for gender, ends in raw["surname_endings"].items() for end in ends]
    return Roles(
        frozenset(raw["official"]),
        frozenset(raw["person"]),
        frozenset(raw["affected"]),
        frozenset(raw["collective"]),
        frozenset(raw["state"]),
        frozenset(raw["media"]),
        frozenset(raw["helpers"]),
        frozenset(raw["everyday"]),
        raw["titles"],
        raw["gendered"],
        {name: gender for gender, names in raw["given_names"].items() for name in names},
        tuple(sorted(endings, key=lambda e: -len(e[0]))),
    )


@cache
def name_words(language: str = "en") -> Mapping[str, frozenset[str]]:
    """The word sets of names.toml: particles, words that are no names, calendar, occasions, places."""
    return {key: frozenset(words) for key, words in _load(language, "names.toml").items()}


@cache
def saying_words(language: str = "en") -> Mapping[str, frozenset[str]]:
    """The word sets of saying.toml, by which the rules tell saying from doing and read what stands around a cue."""
    return {key: frozenset(words) for key, words in _load(language, "saying.toml").items()}


@cache
def speaker_words(language: str = "en") -> Mapping[str, frozenset[str]]:
    """The word sets of speakers.toml, by which it is told whose words a sentence holds."""
    return {key: frozenset(words) for key, words in _load(language, "speakers.toml")["words"].items()}


@cache
def speaker_patterns(language: str = "en") -> Mapping[str, re.Pattern[str]]:
    """The patterns of speakers.toml, by which it is told whose words a sentence or a page holds."""
    return {key: re.compile(pattern) for key, pattern in _load(language, "speakers.toml")["patterns"].items()}


@cache
def organisations(language: str = "en") -> Organisations:
    """The bodies of `language` by name and by head noun."""
    raw = table(language)
    by_alias: dict[str, Organisation] = {}
    for kind, names in listed(language):
        body = Organisation(names[0], SourceKind(kind), names[1:])
        for alias in names:
            by_alias.setdefault(alias, body)
            by_alias.setdefault(alias.upper() if len(alias) > 5 else alias, body)
    first: dict[str, list[str]] = {}
    for alias in by_alias:
        first.setdefault(first_word(alias), []).append(alias)
    return Organisations(
        by_alias,
        {word: tuple(sorted(names, key=len, reverse=True)) for word, names in first.items()},
        {head: SourceKind(kind) for kind, heads in raw["heads"].items() for head in heads},
        frozenset(raw["platforms"]["words"]),
    )


def first_word(alias: str) -> str:
    """The leading run of letters and digits by which aliases are looked up."""
    match = re.match(r"\w+", alias)
    return match.group() if match else alias


@cache
def _cue_pattern(language: str) -> re.Pattern[str]:
    vocabulary = cues(language)
    words = {form for form, senses in vocabulary.senses.items() if any(s.kind in CHAIN_KINDS for s in senses)}
    words |= {" ".join(phrase) for phrase in (*vocabulary.prepositions, *vocabulary.citing)}
    words |= vocabulary.words["hearsay_adverbs"] | vocabulary.words["claims"] | vocabulary.words["documents"]
    words |= vocabulary.words["own_words"] | vocabulary.words["points_back"]
    return re.compile(r"[\"“”«»„]|\b(?:" + "|".join(sorted(map(re.escape, words))) + r")\b", re.IGNORECASE)


CHAIN_KINDS = frozenset({CueKind.REPORT, CueKind.OPINION})
"""Kinds of cue whose source is the speaker of what the content states."""


def may_report(text: str, language: str = "en") -> bool:
    """Whether a sentence holds a word or mark that can report speech: such sentences are worth a parse."""
    return _cue_pattern(language).search(text) is not None


def _tuples(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(row) for row in rows), key=len, reverse=True))


def _load(language: str, name: str) -> dict[str, Any]:
    path = files("guvoh.extraction.vocabulary") / language / name
    return tomllib.loads(path.read_text(encoding="utf-8"))
