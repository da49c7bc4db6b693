"""What kind of body a phrase names, by its head noun or the nouns with a capital in it."""

from __future__ import annotations

from guvoh.extraction.attribution.lexicon import Organisations, Roles, saying_words, singular, speaker_patterns
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import SourceKind

_NEWS = saying_words()["of_news"]
_MATTERS = saying_words()["of_matters"]


def kind_of(scene: Scene, phrase: Phrase, roles: Roles, organisations: Organisations) -> SourceKind | None:
    """The kind of body that the head noun or a capitalised noun of the phrase makes out."""
    heads = organisations.heads
    low = scene.lower(phrase.head)
    if low == "general" and scene.lower(phrase.head - 1) == "consulate":
        return SourceKind.OFFICIAL
    if low in heads:
        return heads[low]
    if speaker_patterns()["site"].fullmatch(scene.tokens[phrase.head].text):
        return SourceKind.OUTLET
    if low == "agency" and _of_a_state(scene, phrase):
        return SourceKind.OFFICIAL
    if _league(scene, phrase, roles.human):
        return SourceKind.NGO
    if low in roles.human or low in roles.collective:
        return None
    capitals = (t.lower for t in scene.tokens[phrase.first : phrase.last + 1] if t.text[:1].isupper())
    return next((heads[word] for word in capitals if word in heads), None)


def _of_a_state(scene: Scene, phrase: Phrase) -> bool:
    """Whether an agency is no news agency: "Agency for External Labor Migration", "Border Agency"."""
    words = {t.lower for t in scene.tokens[phrase.first : phrase.last + 1]}
    of_matters = scene.lower(phrase.head + 1) in ("for", "of", "on") and scene.tokens[phrase.head].text.istitle()
    return not words & _NEWS and (of_matters or bool(words & _MATTERS))


def _league(scene: Scene, phrase: Phrase, human: frozenset[str]) -> bool:
    """Whether people give a body its name: "Lawyers for Human Dignity", "Doctors Without Borders"."""
    head, after = scene.tokens[phrase.head], phrase.head + 2
    people = singular(head.lower) in human and singular(head.lower) != head.lower
    tied = scene.lower(phrase.head + 1) in ("for", "without", "against", "beyond")
    return people and tied and head.text[:1].isupper() and after <= phrase.last and scene.tokens[after].text.istitle()
