"""The vocabulary of the clause windows: word classes, units, numerals and nationalities by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from guvoh.extraction.annotate import Token
from guvoh.extraction.vocabulary.load import WordSet, folder, nationalities, read_toml

_TWO, _NOUN = 2, 4  # parts of a compound, and letters of the shortest


def has_windows(language: str) -> bool:
    """Whether a language has a vocabulary for clause windows."""
    return (folder(language) / "windows.toml").is_file()


def flat(word: str) -> str:
    """A word as the vocabulary writes it: lower case, "е" for "ё"."""
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Word:
    """A token with what the vocabulary knows it by: its lemma and its form."""

    token: Token
    lemma: str
    form: str

    def among(self, known: WordSet) -> bool:
        """Whether the lemma or the form is one of `known`."""
        return self.lemma in known or self.form in known or not known.isdisjoint(self.halves)

    @property
    def halves(self) -> tuple[str, ...]:
        """The nouns of a compound: "помощник-афганец" is an Afghan, too."""
        both = self.lemma.split("-") if self.token.pos == "NOUN" and "-" in self.lemma else []
        return tuple(both) if len(both) == _TWO and min(map(len, both)) >= _NOUN else ()

    def has(self, feature: str) -> bool:
        """Whether the token has a UD feature ("Case=Gen")."""
        return feature in self.token.morph.split("|")

    @property
    def participle(self) -> bool:
        """Whether it is a full participle: a word that describes a noun."""
        return self.token.tag.startswith("PRTF")

    @property
    def predicate(self) -> bool:
        """Whether it can carry a clause: a finite verb, a short participle, a word of state."""
        return self.has("VerbForm=Fin") or self.token.tag.startswith(("PRTS", "ADJS", "PRED"))


def spread(forms: Iterable[str]) -> WordSet:
    """Forms as the vocabulary writes them, with the halves of compounds."""
    plain = {flat(form) for form in forms}
    return frozenset(plain | {half for form in plain if "-" in form for half in form.split("-")})


def word_of(token: Token) -> Word:
    """The token as a word of the vocabulary."""
    return Word(token, flat(token.lemma or token.lower), flat(token.lower))


@cache
def classes(language: str) -> Mapping[str, WordSet]:
    """Word classes by name; `country`, of which `abroad`, and `person_in`: people other than those in authority."""
    raw = read_toml(language, "windows.toml")
    table = {name: frozenset(words.split()) for name, words in raw.items() if isinstance(words, str)}
    rows = nationalities(language)
    table["country"] = frozenset(name for row in rows for name in row.countries)
    table["national"] = frozenset(noun for row in rows for noun in row.nouns)
    table["person"] |= table["national"]
    table["migration"] |= table["national"] | frozenset(word for row in rows for word in row.adjectives)
    abroad = [row for row in rows if row.code not in table["home"]]
    table["foreigners"] |= frozenset(word for row in abroad for word in (*row.nouns, *row.adjectives))
    table["abroad"] = frozenset(name for row in abroad for name in row.countries)
    table["collective"] = frozenset(numbers(language).words["collective"])
    table["person_in"] = (table["person"] - table["authority"] - table["aside_people"]) | table["collective"]
    return MappingProxyType(table)


@cache
def actors(language: str) -> Mapping[str, WordSet]:
    """The words of each kind of actor, in the order in which they are tried."""
    raw: dict[str, str] = read_toml(language, "windows.toml")["actors"]
    return MappingProxyType({kind: frozenset(words.split()) for kind, words in raw.items()})


@cache
def units(language: str) -> Mapping[str, str]:
    """The English unit of each noun that numbers count, people apart."""
    raw: dict[str, str] = read_toml(language, "units.toml")
    return MappingProxyType({noun: unit for unit, nouns in raw.items() for noun in nouns.split()})


@cache
def nationality_of(language: str) -> Mapping[str, str]:
    """The ISO 3166-1 code that each word of a nationality stands for."""
    return MappingProxyType(
        {word: row.code for row in nationalities(language) for word in (*row.countries, *row.adjectives, *row.nouns)}
    )


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numerals of a language and the words about them."""

    values: Mapping[str, float]
    scales: Mapping[str, int]
    words: Mapping[str, WordSet]
    hedges: Mapping[tuple[str, ...], str]
    after: Mapping[tuple[str, ...], str]
    kinds: Mapping[str, WordSet]
    units: Mapping[str, Mapping[str, str]]


@cache
def numbers(language: str) -> Numbers:
    """The numerals of a language."""
    raw = read_toml(language, "numbers.toml")

    def phrases(name: str) -> dict[tuple[str, ...], str]:
        return {tuple(p.split()): qualifier for qualifier, listed in raw[name].items() for p in listed}

    def word_sets(table: Mapping[str, Any]) -> dict[str, WordSet]:
        return {name: frozenset(words.split()) for name, words in table.items()}

    return Numbers(
        values=raw["values"],
        scales=raw["scales"],
        words=word_sets(raw["words"]),
        hedges=phrases("hedges"),
        after=phrases("after"),
        kinds=word_sets(raw["kinds"]),
        units={name: raw[name] for name in ("duration", "money", "percent")},
    )
