"""Names behind a long office: "deputy head of the migration office X", "Assistant Superintendent of Police X"."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import nominal
from guvoh.extraction.attribution.lexicon import organisations, roles
from guvoh.extraction.attribution.scene import Phrase, Scene

_REACH = 14


def with_office(scene: Scene, phrase: Phrase | None, lo: int) -> Phrase | None:
    """The phrase of a name with the office before it, when that ends in "of" and begins with a human role noun.

    The head stays the name; any other phrase comes back as it is.
    """
    if phrase is None or scene.tokens[phrase.head].pos != "PROPN" or scene.lower(phrase.first - 1) != "of":
        return phrase
    i = phrase.first - 2
    if i < lo or not nominal(scene.tokens[i]) or scene.tokens[phrase.last].text.islower():
        return phrase
    if _names_person(scene, i, lo):
        return phrase  # "lawyer Karim Dodarov of the organisation X | notes"
    first = i
    while first > lo and phrase.first - first < _REACH and _joins(scene, first - 1):
        first -= 1
    opens = first == lo or scene.lower(first - 1) in (",", "”", '"', "—", "–", "--")
    return Phrase(first, phrase.last, phrase.head) if opens else phrase


def _names_person(scene: Scene, i: int, lo: int) -> bool:
    """Whether two words of a name end at token `i`, behind a noun in lower case: no office goes on from there."""
    language = scene.annotated.language
    known = roles(language).human | roles(language).collective | frozenset(organisations(language).heads)
    both = (scene.tokens[i - 1], scene.tokens[i])
    named = all(t.pos == "PROPN" and t.text.istitle() and t.lower not in known for t in both)
    return i - 2 >= lo and named and scene.lower(i - 2) in known and scene.tokens[i - 2].text.islower()


def _joins(scene: Scene, i: int) -> bool:
    t = scene.tokens[i]
    return t.pos in ("NOUN", "PROPN", "ADJ", "DET") or t.lower in ("of", "for", "'s", "’s", "-")
