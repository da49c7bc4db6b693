"""Act patterns of the clause windows, read from the vocabulary: what they match and what they count."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from guvoh.extraction.vocabulary.load import WordSet, folder
from guvoh.extraction.windows.words import Word, classes, flat
from guvoh.model.acts import act
from guvoh.model.errors import BadTerm

_FIELDS = frozenset(
    "match with need need_not near near_not page page_not pos people units money term own_negation "
    "examples counter".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a phrase, after at most `gap` others."""

    known: WordSet
    gap: int = 0


Phrase = tuple[Step, ...]
_OF_THE_PAGE = "@foreigners"  # whom a page is about need not be named beside each act
_IN_POWER = ("@authority", "@force", "@lockup")
_BESIDE_CLUSTERS = {"в": "во", "с": "со", "к": "ко", "о": "об", "из": "изо", "от": "ото"}
"""Prepositions and how they are written before some words: "во Внуково", "со станции"."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way a clause names an act, by lemmas.

    `match` is the phrase; `head` its word that carries the act. One of `beside` (phrases) and one of `need` stand in
    the clause, none of `need_not`; one of `near` in the sentence or two beside it, or of `anywhere` on the page, and
    none of `near_not`, one of `page` and none of `page_not` anywhere on the page. `pos` is the head's class: verb,
    noun or any. `people` tells whether its numbers count people, `units` what else they count, `money` that a sum is
    its, `term` a length of time, `quoted` that the words may stand
    as a name in quotation marks. `own_negation`: the "не" belongs to the act.
    """

    term: str
    name: str
    match: Phrase
    head: int
    beside: tuple[Phrase, ...]
    need: WordSet
    need_not: WordSet
    near: WordSet
    anywhere: WordSet
    near_not: WordSet
    page: WordSet
    page_not: WordSet
    pos: str
    people: bool
    quoted: bool
    units: WordSet
    money: bool
    lasting: bool
    own_negation: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]


@cache
def patterns(language: str) -> tuple[Pattern, ...]:
    """Every act pattern of a language. Raises BadTerm for a term or a field that is not known.

    An act with many has more than one file: `raid.toml`, `raid.ways.toml`.
    """
    out: list[Pattern] = []
    numbered: Counter[str] = Counter()
    for entry in sorted((folder(language) / "acts").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            term = entry.name.partition(".")[0]
            act(term)
            data = tomllib.loads(entry.read_text(encoding="utf-8"))
            flags = {"people": bool(data.get("people", True)), "quoted": bool(data.get("quoted", False))}
            rows = enumerate(data["pattern"], numbered[term] + 1)
            out += [read_pattern(term, n, row, language, **flags) for n, row in rows]
            numbered[term] += len(data["pattern"])
    return tuple(out)


def read_pattern(
    term: str, n: int, row: Mapping[str, Any], language: str, *, people: bool = True, quoted: bool = False
) -> Pattern:
    """One row of an act's file, the `n`th. Raises BadTerm for what is not known or can never match."""
    unknown = set(row) - _FIELDS
    if unknown:
        raise BadTerm(f"Act {term}, pattern {n}: unknown field {min(unknown)}.", "See windows/patterns.py.")
    match, head = _phrase(row["match"], language)
    return Pattern(
        term=term,
        name=f"{term}/{n}",
        match=match,
        head=head,
        beside=tuple(_phrase(phrase, language)[0] for phrase in row.get("with", ())),
        need=_words(row.get("need", ()), language),
        need_not=_words(row.get("need_not", ()), language),
        near=_words(row.get("near", ()), language),
        anywhere=_of_the_page([name for name in row.get("near", ()) if name == _OF_THE_PAGE], language),
        near_not=_words(row.get("near_not", ()), language),
        page=_of_the_page(row.get("page", ()), language, wide=_asks_for_power(row, language)),
        page_not=_words(row.get("page_not", ()), language),
        pos=row.get("pos", "any"),
        people=bool(row.get("people", people)),
        quoted=quoted,
        units=frozenset(row.get("units", ())),
        money=bool(row.get("money", False)),
        lasting=bool(row.get("term", False)),
        own_negation=bool(row.get("own_negation", False)),
        examples=tuple(row.get("examples", ())),
        counter=tuple(row.get("counter", ())),
    )


def _phrase(words: str, language: str) -> tuple[Phrase, int]:
    """A phrase as steps, and which of them is the head: the one with "*", else the first."""
    steps: list[Step] = []
    head = gap = 0
    for part in words.split():
        if part.startswith(".."):
            gap = int(part[2:])
            continue
        if part.startswith("*"):
            head = len(steps)
        listed = part.lstrip("*").split("|")
        listed += [_BESIDE_CLUSTERS[word] for word in listed if word in _BESIDE_CLUSTERS]
        steps.append(Step(_words(listed, language), gap))
        gap = 0
    return tuple(steps), head


def _of_the_page(listed: Sequence[str], language: str, *, wide: bool = False) -> WordSet:
    """Words of which one stands on a page: one that names a country abroad is about foreigners, too.

    A country that people also go to on holiday and buy from counts only where `wide`.
    """
    if _OF_THE_PAGE not in listed:
        return _words(listed, language)
    known = classes(language)
    return _words(listed, language) | (known["abroad"] if wide else known["abroad"] - known["hosts"])


def _asks_for_power(row: Mapping[str, Any], language: str) -> bool:
    """Whether a row asks for somebody in power, or where they hold people, in the clause or near it."""
    beside = _words([*row.get("need", ()), *row.get("near", ())], language)
    return not beside.isdisjoint(_words(_IN_POWER, language))


def _words(listed: Iterable[str], language: str) -> WordSet:
    known = classes(language)
    out: set[str] = set()
    for word in listed:
        if word.startswith("@"):
            if word[1:] not in known:
                raise BadTerm(f"An act pattern names an unknown word class {word}.", "See windows.toml.")
            out |= known[word[1:]]
        elif " " in word:
            raise BadTerm(f"An act pattern asks for “{word}” as one word.", "Only `match` and `with` take phrases.")
        else:
            out.add(flat(word))
    return frozenset(out)


def matches(words: Sequence[Word], phrase: Phrase, at: int) -> list[int] | None:
    """Where each step of a phrase stands that begins at `at`, or None."""
    if not words[at].among(phrase[0].known):
        return None
    places = [at]
    for step in phrase[1:]:
        reach = words[places[-1] + 1 : places[-1] + 2 + step.gap]
        found = next((n for n, word in enumerate(reach) if word.among(step.known)), None)
        if found is None:
            return None
        places.append(places[-1] + 1 + found)
    return places


def stands_in(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase stands anywhere in `words`."""
    return any(matches(words, phrase, at) is not None for at in range(len(words)))
