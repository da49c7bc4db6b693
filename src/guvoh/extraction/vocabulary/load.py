"""Vocabulary files to frozen tables: word classes, act frames with their examples, nationalities."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from guvoh.extraction.vocabulary.inflection import forms
from guvoh.extraction.vocabulary.patterns import Pattern, compile_pattern
from guvoh.model.acts import act
from guvoh.model.errors import BadTerm

WordSet = frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a text names an act.

    `roles` says how actor and affected hang on the head: "verb", "noun", "experiencer" (a phrase whose
    governing verb's subject or object undergoes it), "advised" (a verb whose subject is told by another
    to do it) or "none". The word sets restrict the sense: `need…`
    by the words of the sentence, `near…` by those of the sentence and two on either side of it.
    """

    term: str
    name: str
    pattern: Pattern
    roles: str
    need: WordSet
    need_all: tuple[WordSet, ...]
    need_not: WordSet
    near: WordSet
    near_all: tuple[WordSet, ...]
    near_not: WordSet
    need_actor: WordSet
    need_no_actor: WordSet
    need_object: WordSet
    not_object: WordSet
    need_verb: WordSet
    not_next: WordSet
    not_prev: WordSet
    not_head: WordSet
    not_after: WordSet
    passive: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def folder(language: str) -> Traversable:
    """The vocabulary folder of a language."""
    return files("guvoh.extraction.vocabulary") / language


def read_toml(language: str, name: str) -> dict[str, Any]:
    """A vocabulary file of a language as a table."""
    return tomllib.loads((folder(language) / name).read_text(encoding="utf-8"))


@cache
def classes(language: str) -> Mapping[str, WordSet]:
    """Word classes by name, each word in every form."""
    files_ = ("classes.toml", "act_classes.toml")
    table = {n: _inflected(words.split()) for file in files_ for n, words in read_toml(language, file).items()}
    table["country"] = frozenset(
        name.lower() for row in nationalities(language) for name in row.countries if " " not in name
    )
    last = {noun.split()[-1].lower() for row in nationalities(language) for noun in row.nouns}  # of "Sri Lankans"
    people = frozenset(f for noun in last for f in forms(noun))
    table["person"] |= people | table["occupation"]
    table["employer"] |= table["household"]
    return MappingProxyType(table)


@cache
def exact_words(language: str) -> Mapping[str, WordSet]:
    """Sets of words that count in just the forms that the vocabulary gives."""
    return MappingProxyType(
        {name: frozenset(words.split()) for name, words in read_toml(language, "exact.toml").items()}
    )


@cache
def actor_kinds(language: str) -> Mapping[str, WordSet]:
    """The words, in every form, of each kind of actor, in the order in which the kinds are tried."""
    return MappingProxyType(
        {kind: _inflected(words.split()) for kind, words in read_toml(language, "actors.toml").items()}
    )


@cache
def wordings(language: str) -> Mapping[str, re.Pattern[str]]:
    """Wordings of a text, by which the rules read where and when a thing was, as patterns by name."""
    return MappingProxyType({name: re.compile(told) for name, told in read_toml(language, "wordings.toml").items()})


@dataclass(frozen=True, slots=True)
class Nationality:
    """A country's ISO 3166-1 code and the words for it, its adjectives and its people."""

    code: str
    countries: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]


@cache
def nationalities(language: str) -> tuple[Nationality, ...]:
    """The nationalities a language names."""
    rows = read_toml(language, "nationalities.toml")
    return tuple(
        Nationality(code, tuple(row["countries"]), tuple(row["adjectives"]), tuple(row.get("nouns", row["adjectives"])))
        for code, row in rows.items()
    )


@cache
def nationals(language: str) -> frozenset[str]:
    """The words for several people of one nation, in lower case: "iraqis"."""
    several = (noun.lower() for row in nationalities(language) for noun in row.nouns)
    return frozenset(f for noun in several for f in forms(noun) if f != noun)


@cache
def frames(language: str) -> tuple[Frame, ...]:
    """Every act frame of a language. Raises BadTerm for a term the contract does not know."""
    out: list[Frame] = []
    entries = sorted((folder(language) / "acts").iterdir(), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(".toml"):
            term = entry.name.removesuffix(".toml")
            act(term)
            rows = tomllib.loads(entry.read_text(encoding="utf-8"))["pattern"]
            out.extend(_frame(term, n, row, language) for n, row in enumerate(rows, 1))
    return tuple(out)


_FIELDS = frozenset(
    "match roles need need_all need_not near near_all near_not need_actor need_no_actor need_object not_object"
    " need_verb not_next not_prev not_head not_after passive examples counter".split()
)


def _frame(term: str, n: int, row: dict[str, Any], language: str) -> Frame:
    unknown = set(row) - _FIELDS
    if unknown:
        raise BadTerm(f"Act {term}, pattern {n}: unknown field {min(unknown)}.", "See vocabulary/load.py.")
    known = classes(language)

    def words(name: str, *, inflect: bool = False) -> WordSet:
        return _expand(row.get(name, ()), known, inflect=inflect)

    return Frame(
        term=term,
        name=f"{term}/{n}",
        pattern=compile_pattern(row["match"], known),
        roles=row.get("roles", "verb"),
        need=words("need"),
        need_all=tuple(_expand(group, known) for group in row.get("need_all", ())),
        need_not=words("need_not"),
        near=words("near"),
        near_all=tuple(_expand(group, known) for group in row.get("near_all", ())),
        near_not=words("near_not"),
        need_actor=words("need_actor", inflect=True),
        need_no_actor=words("need_no_actor", inflect=True),
        need_object=words("need_object", inflect=True),
        not_object=words("not_object", inflect=True),
        need_verb=words("need_verb", inflect=True),
        not_next=words("not_next"),
        not_prev=words("not_prev"),
        not_head=words("not_head"),
        not_after=words("not_after"),
        passive=bool(row.get("passive", False)),
        examples=tuple(row.get("examples", ())),
        counter=tuple(row.get("counter", ())),
    )


def _expand(words: Any, known: Mapping[str, WordSet], *, inflect: bool = False) -> WordSet:  # noqa: ANN401
    out: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word[1:] not in known:
                raise BadTerm(f"An act pattern names an unknown word class {word}.", "See classes.toml.")
            out |= known[word[1:]]
        else:
            out |= forms(word) if inflect else {word.lower()}
    return frozenset(out)


def _inflected(words: list[str]) -> WordSet:
    return frozenset(form for word in words for form in forms(word))
