"""Whether a page speaks of migrants, foreigners, papers or people held: what the model was trained on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import WordSet, classes, exact_words, nationalities, nationals

_SHORT = 80  # tokens: a shorter text may be on the topic and not name it
_SURE = 0.8
"""On other pages an act that only the model hears stands from this probability on."""


def on_topic(text: Annotated) -> bool:
    """Whether any word of the page belongs to the topic; a language without such a list is on it."""
    words = classes(text.language).get("topic")
    if words is None:
        return True
    peoples = _peoples(text.language)
    spoken = any(t.lemma in words or t.lower in words or t.lower in peoples for t in text.tokens)
    return spoken or len(text.tokens) < _SHORT


@cache
def _peoples(language: str) -> WordSet:
    """Countries and peoples by any of their words, without those that any page may speak of."""
    rows = nationalities(language)
    named = {word.lower() for row in rows for word in (*row.countries, *row.adjectives, *row.nouns)}
    return frozenset(named) - exact_words(language)["any_page"] | nationals(language)


def surely_heard(triggers: Iterable[Trigger]) -> list[Trigger]:
    """The acts of a page on something else: those of rules, and what the model hears beyond doubt."""
    return [t for t in triggers if t.probability is None or t.probability >= _SURE]
