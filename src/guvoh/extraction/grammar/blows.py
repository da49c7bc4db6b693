"""Blows of which no word says who dealt them: right after a raid they are dealt by those who raid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.people import among, can_act
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import exact_words

_NEAR = 6
"""For so many sentences after a raid, those in it are spoken of without being named."""
_BACK = 60  # words
_MAIN = frozenset({"root", "ROOT", "conj", "parataxis"})
_PRIVATE, _OF_FORCE = "private_violence", "excessive_force"

Row = tuple[Sentence, list[Trigger]]


def of_the_raid(text: Annotated, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with "two were beaten", told soon after officers raided a place, as force and not as private violence.

    Not after an attacker was named: whom a crowd beat is not told as beaten by the police.
    """
    raided: int | None = None
    for n, (sentence, told) in enumerate(rows):
        if any(_by_others(text, t) for t in told):
            raided = None
        near = raided is not None and n - raided <= _NEAR and not any(t.term == _OF_FORCE for t in told)
        yield sentence, [replace(t, term=_OF_FORCE) if near and _dealt_by_none(text, t) else t for t in told]
        if any(t.term == "raid" and t.frame is not None for t in told):
            raided = n


def _dealt_by_none(text: Annotated, trigger: Trigger) -> bool:
    """Whether a blow is told by a pattern, without who dealt it or by "they" alone, and at no other named place."""
    verb, actor = trigger.head, trigger.roles.actor
    known = exact_words(text.language)
    if trigger.frame is None or trigger.term != _PRIVATE or known["blows"].isdisjoint((verb.lemma, verb.lower)):
        return False
    if actor is None:
        return verb.tag == "VBN" and not any(
            t.pos == "PROPN" for k in text.children(verb, "obl") for t in text.subtree(k)
        )
    return actor.lower in known["somebody"] and _are_police(text, actor)


def _are_police(text: Annotated, they: Token) -> bool:
    """Whether several who did something last, before "they" do, are police or in uniform; so where there are none."""
    for token in reversed(text.tokens[max(0, they.i - _BACK) : they.i]):
        police, deed = among(text, token, "uniform", "police"), text.head(token)
        main = token.dep == "nsubj" and deed.relation in _MAIN and not among(text, deed, "telling_verb")
        if main and can_act(text, token) and (police or token.tag == "NNS"):
            return police
    return True


def _by_others(text: Annotated, trigger: Trigger) -> bool:
    """Whether violence has an attacker who is named and wears no uniform."""
    actor = trigger.roles.actor
    if trigger.term != _PRIVATE or actor is None or actor.lower in exact_words(text.language)["somebody"]:
        return False
    return can_act(text, actor) and not among(text, actor, "uniform", "police")
