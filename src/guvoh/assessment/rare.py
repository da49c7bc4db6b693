"""Rare names: what a page names that pages about anything do not."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from guvoh.assessment.corpus import Entry
from guvoh.assessment.names import is_common, stem, words
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import TELLING_ROLES, Role

Name = frozenset[str]
"""The folded stems of a run of capitalised words that name no country, office or day."""

_RUN = re.compile(r"[A-ZА-ЯЁ][\w’'-]+(?: [A-ZА-ЯЁ][\w’'-]+)*")
_OPENS = re.compile(r"(?:^|[.!?:…\n]|[.!?…:]?[\"“”«»(]+|[-–—])\s*$")
_QUOTED = re.compile(r"[\"“«][A-ZА-ЯЁ][\w’'-]+[\"”»]")
_LETTERS = 4
_BEFORE = 4  # characters before a run by which it is seen that it opens a sentence


def rare_names(entry: Entry) -> tuple[Name, ...]:
    """The names that a document tells of, titles aside, where a language may write every word with a capital."""
    found: dict[Name, None] = {}
    for text in _told(entry):
        for match in _RUN.finditer(text):
            start, end = match.span()
            opens = _opens(text[max(0, start - _BEFORE) : start]) and not _QUOTED.match(text[start - 1 : end + 1])
            if name := _name(match[0], is_open=opens):
                found[name] = None
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _opens(before: str) -> bool:
    """Whether what stands before a run shows that it opens a sentence."""
    return _OPENS.search(before or "\n") is not None


@lru_cache(maxsize=1 << 16)
def _name(run: str, *, is_open: bool) -> Name:
    """What a run names; the first word of one that opens a sentence may be any word."""
    parts = run.split(" ")
    return frozenset[str]().union(*map(_rare_roots, parts[1:] if is_open else parts))


@lru_cache(maxsize=1 << 16)
def _rare_roots(part: str) -> frozenset[str]:
    """The roots of the long words in a part of a name, those aside that any page may name."""
    long = (word for word in words(part) if len(word) >= _LETTERS)
    return frozenset(root(word) for word in long if not _is_everywhere(stem(word)))


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """A word of a name without its endings: "Kuznechnaya" is «Кузнечной»."""
    while (shorter := stem(word)) != word:
        word = shorter
    bare = word.rstrip("aeiou")
    return bare if len(bare) >= _LETTERS else word


def _told(entry: Entry) -> list[str]:
    text = entry.document.text
    told = [text[p.start : p.end] for p in entry.document.passages if p.role in TELLING_ROLES - {Role.TITLE}]
    return told or [text]


@cache
def _is_everywhere(word: str) -> bool:
    """Whether a stem is of a country, people, office, month or street, which pages about anything name."""
    return word in _peoples() or is_common(word)


@cache
def _peoples() -> frozenset[str]:
    rows = nationalities("en")
    named = (name for row in rows for name in (*row.adjectives, *row.countries, *row.nouns))
    return frozenset(stem(word) for name in named for word in (*words(name), *words(f"{name}s")))
