"""Whose word an act rests on: what a victim, a relative or a lawyer tells is an accusation, not the page's own word."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.lexicon import organisations, roles, singular
from guvoh.model import Link, SourceKind

_WORDS = re.compile(r"\w+")
OWNED = frozenset({"raid", "legislation", "criminal_charge", "travel_advisory", "other"})
"""Acts that those who do them announce themselves: whoever mentions one, the page tells of it as of a fact."""
RECORDED = OWNED | frozenset(
    "fine expulsion collective_expulsion reentry_ban denial_of_entry permit_cancellation work_ban".split()
)
"""With what courts and offices decide on paper: a lawyer or an activist reports it, a victim tells what befell."""
_IN_OFFICE = frozenset(
    "spokesman spokeswoman spokesperson spokespeople head chief director officer agent guard warden representative"
    " superintendent detective policeman trooper soldier bailiff source adviser advisor aide".split()
)
"""They speak for a body, or for those who did it."""
_BODIES = frozenset("agency branch watchdog channel homeland investigations directorate".split())
"""Words of the names of bodies, beside those that are known to head one."""
_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_UNSPOKEN = re.compile(r"\b(?:[B-DF-HJ-NP-TV-XZ]{2,5}|[A-Z]?[B-DF-HJ-NP-TV-XZ]{4})\b")
"""Initials that nobody could say as a name: "NC", "ALQST"."""
_OF_OTHERS = re.compile(r",|\b(?:of|to|for|in|at|from|with|by|who|whose)\b")
_CHARGES = frozenset("complaint lawsuit suit petition submission affidavit testimony".split())
"""Documents in which somebody accuses."""


def is_accusation(act: str, teller: Link, language: str) -> bool:
    """Whether an act that `teller` says first is alleged: he or she accuses, and the page does not vouch for it.

    Those it befell or who saw it do; so does a person without an office, of what was done to people, and a complaint.
    Nobody accuses of raids, laws and charges, and a lawyer or an activist not of measures that are on paper.
    """
    words = _words(teller.role or teller.name)
    if teller.kind is SourceKind.DOCUMENT:
        return bool(words & _CHARGES)
    if teller.kind is not SourceKind.PERSON:
        return teller.kind is SourceKind.WITNESS
    known = roles(language)
    if act in OWNED or words & (_IN_OFFICE | known.official | known.state) or _is_body(teller.name, language):
        return False
    return act not in RECORDED or not words & (known.person - known.everyday)


def _is_body(name: str, language: str) -> bool:
    heads = organisations(language).heads
    return _has_initials(name, language) or any(
        word in heads or word in _BODIES for word in _words(_OF_OTHERS.split(name)[0])
    )


def _has_initials(name: str, language: str) -> bool:
    """Whether a name holds the initials of a body: beside other words, or of a known one; "KARIMOVA" is a person.

    In capitals throughout it may be a person's name, or, of two letters ("TK"), stand for one.
    """
    if name.isupper():
        unspoken = len(name) > 2 and _UNSPOKEN.search(name) is not None
        return unspoken or name in organisations(language).by_alias
    words = name.lower().split()
    return _INITIALS.search(name) is not None and roles(language).given.keys().isdisjoint(words)


def _words(text: str) -> set[str]:
    return {singular(word) for word in _WORDS.findall(text.lower())}
