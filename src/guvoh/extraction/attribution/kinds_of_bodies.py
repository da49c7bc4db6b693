"""What kind of body a phrase names, by its head noun or the nouns with a capital in it."""

from __future__ import annotations

from guvoh.extraction.attribution.lexicon import (
    Organisations,
    Roles,
    name_words,
    saying_words,
    singular,
    speaker_patterns,
)
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import SourceKind

_NEWS = saying_words()["of_news"]
_MATTERS = saying_words()["of_matters"]
_OUTLETS = tuple(name_words("en")["outlet_endings"])
_ENDINGS = name_words("en")["body_endings"]


def kind_of(scene: Scene, phrase: Phrase, roles: Roles, organisations: Organisations) -> SourceKind | None:
    """The kind of body that the head noun or a capitalised noun of the phrase makes out."""
    heads = organisations.heads
    low = scene.lower(phrase.head)
    if low == "general" and scene.lower(phrase.head - 1) == "consulate":
        return SourceKind.OFFICIAL
    both = f"{scene.lower(phrase.head - 1)} {low}"
    if low in heads or both in heads:
        return heads.get(both) or heads[low]  # "the National News Agency"
    if speaker_patterns()["site"].fullmatch(scene.tokens[phrase.head].text):
        return SourceKind.OUTLET
    if scene.tokens[phrase.head].text.istitle() and low.endswith(_OUTLETS) and low not in _OUTLETS:
        return SourceKind.OUTLET  # "Caspnews", "Asiapress"
    if low == "agency" and _of_a_state(scene, phrase):
        return SourceKind.OFFICIAL
    if _league(scene, phrase, roles.human) or _ends_as_body(scene, phrase):
        return SourceKind.NGO
    if low in roles.human or low in roles.collective:
        return None
    capitals = (t.lower for t in scene.tokens[phrase.first : phrase.last + 1] if t.text[:1].isupper())
    return next((heads[word] for word in capitals if word in heads), None)


def kind_of_name(name: str, organisations: Organisations) -> SourceKind | None:
    """The kind that a noun in the name of a body makes out, or the word that closes it."""
    words = name.lower().partition(" (")[0].split()
    found = next((organisations.heads[word] for word in words if word in organisations.heads), None)
    return found or (SourceKind.NGO if len(words) > 1 and words[-1] in _ENDINGS else None)


def _of_a_state(scene: Scene, phrase: Phrase) -> bool:
    """Whether an agency is no news agency: "Agency for External Labor Migration", "Border Agency"."""
    words = {t.lower for t in scene.tokens[phrase.first : phrase.last + 1]}
    of_matters = scene.lower(phrase.head + 1) in ("for", "of", "on") and scene.tokens[phrase.head].text.istitle()
    return not words & _NEWS and (of_matters or bool(words & _MATTERS))


def _ends_as_body(scene: Scene, phrase: Phrase) -> bool:
    """Whether the name ends in a word that closes those of bodies: "Rights Monitor | International"."""
    head, before = scene.tokens[phrase.head], scene.token(phrase.head - 1)
    named = head.text.istitle() and before is not None and before.i >= phrase.first and before.text[:1].isupper()
    return named and head.lower in _ENDINGS


def _league(scene: Scene, phrase: Phrase, human: frozenset[str]) -> bool:
    """Whether people give a body its name: "Lawyers for Human Dignity", "Doctors Without Borders"."""
    head, after = scene.tokens[phrase.head], phrase.head + 2
    people = singular(head.lower) in human and singular(head.lower) != head.lower
    tied = scene.lower(phrase.head + 1) in ("for", "without", "against", "beyond")
    return people and tied and head.text[:1].isupper() and after <= phrase.last and scene.tokens[after].text.istitle()
