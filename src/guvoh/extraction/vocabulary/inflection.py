"""English inflection of vocabulary words, so that a rare word is met in every form whatever the lemmatizer says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeiou"


@cache
def irregular() -> Mapping[str, tuple[str, ...]]:
    """The other forms of each word that no rule inflects."""
    return {word: tuple(others) for word, others in _listed()["forms"].items()}


@cache
def _listed() -> dict[str, Any]:
    path = files("guvoh.extraction.vocabulary") / "en" / "irregular.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _doubling() -> frozenset[str]:
    """Words of more than one syllable whose last consonant doubles or may double."""
    return frozenset(_listed()["doubling"] + _listed()["often_doubling"])


@cache
def forms(lemma: str) -> frozenset[str]:
    """Every form a regular or listed irregular noun or verb of that lemma may take, the lemma included."""
    if not lemma.isalpha():
        return frozenset({lemma})
    if lemma in irregular():
        return frozenset({lemma, *irregular()[lemma]})
    return frozenset({lemma, *_regular(lemma)})


def _regular(word: str) -> set[str]:
    out: set[str] = set()
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        out |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        out |= {word + "es", word + "ed", word + "ing"}
    elif word.endswith("e"):
        out |= {word + "s", word + "d", word[:-1] + "ing", word + "ing"}
    else:
        out |= {word + "s", word + "ed", word + "ing"}
    if word in _doubling() or _short(word):
        out |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return out


def _short(word: str) -> bool:
    """One syllable ending consonant-vowel-consonant (rob, plan)."""
    vowels = sum(c in _VOWELS for c in word)
    return len(word) >= 3 and vowels == 1 and word[-2] in _VOWELS and word[-1] not in _VOWELS + "wxy"
