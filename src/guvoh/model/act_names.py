"""From the word that a person writes to the act: its term, a label in any interface language, a plural or a synonym."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from guvoh.model.acts import acts
from guvoh.model.errors import BadTerm

_NEAR, _SHOWN = 0.6, 4


def act_named(word: str, others: Iterable[str] = ()) -> str:
    """The act's term for a term, a label or another word of it; one of `others`, such as families, by its own name.

    Raises BadTerm for what names none, with the nearest.
    """
    known = dict(_by_word()) | {_key(name): name for name in others}
    found = known.get(_key(word))
    if found is not None:
        return found
    near = dict.fromkeys(known[key] for key in get_close_matches(_key(word), known, _SHOWN * 3, _NEAR))
    told = ", ".join(_told(term) for term in list(near)[:_SHOWN])
    step = f"Did you mean: {told}? `guvoh acts` lists all." if told else "`guvoh acts` lists the terms."
    raise BadTerm(f"“{word[:40]}” is no act of the vocabulary.", step)


@cache
def _by_word() -> Mapping[str, str]:
    """The term of each word; terms before whole labels, labels before their parts and other words."""
    also = tomllib.loads((files("guvoh.model") / "data" / "act_words.toml").read_text(encoding="utf-8"))
    labels = [(label, act.term) for act in acts().values() for label in act.labels.values()]
    pairs = [(term, term) for term in acts()] + labels
    pairs += [(part, term) for label, term in labels for part in label.split(",")]
    pairs += [(word, term) for term, words in also.items() for word in words]
    found: dict[str, str] = {}
    for word, term in pairs:
        found.setdefault(_key(word), term)
    return found


def _key(word: str) -> str:
    """The word in small letters, without the marks between words and the plural of English nouns."""
    return " ".join(_singular(part) for part in re.findall(r"[^\W_]+", word.casefold()))


def _singular(word: str) -> str:
    if not word.isascii() or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _told(term: str) -> str:
    label = acts()[term].label() if term in acts() else ""
    return f"{label.lower()} ({term})" if label else term
