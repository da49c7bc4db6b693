"""Whom a bare "both", "some" or "two" means: the people that the sentences before it in the paragraph name last."""

from __future__ import annotations

from math import inf

from guvoh.extraction.attribution.lexicon import Roles, saying_words, singular
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.numbers import find_numbers
from guvoh.extraction.vocabulary.load import nationals

_BARE = saying_words()["bare_quantities"]
_REACH = 4  # sentences back
_HYPHEN = 2  # tokens behind the first of "Thirty-one"


def people_before(scene: Scene, phrase: Phrase, roles: Roles) -> tuple[Scene, Phrase] | None:
    """The people that a phrase of one such word stands for, with the scene that names them; None for other phrases."""
    number = scene.tokens[phrase.head].tag == "CD" and scene.words(phrase).lower() != "one"  # "Thirty-one said"
    if phrase.last - phrase.first > _HYPHEN or not (number or scene.lower(phrase.head) in _BARE):
        return None
    sentences, i = scene.annotated.sentences, scene.sentence.i
    for n in range(i - 1, max(-1, i - 1 - _REACH), -1):
        before = sentences[n]
        if before.role is not scene.sentence.role or "\n" in scene.text[before.end : sentences[n + 1].start]:
            return None
        if before.parsed and (found := _last_people(Scene(scene.annotated, before, scene.quotes), roles)):
            return found if _enough(*found, scene.words(phrase)) else None
    return None


def _enough(scene: Scene, people: Phrase, number: str) -> bool:
    """Whether the people, where they are counted, are as many as a number tells: "thirty-one" are not of "30 men"."""
    language, (start, end) = scene.annotated.language, scene.span(people)
    sentence = find_numbers(scene.text, scene.sentence.start, scene.sentence.end, language)
    counted = [m for m in sentence if start <= m.number_start < end]
    told = find_numbers(number, 0, len(number), language)
    most = [m.high or (inf if m.best is None else m.best) for m in counted]
    return not most or all((m.best or 0) <= max(most) for m in told)


def _last_people(scene: Scene, roles: Roles) -> tuple[Scene, Phrase] | None:
    known = nationals(scene.annotated.language)
    for t in reversed(scene.tokens[scene.first : scene.stop]):
        people = singular(t.lower) in roles.human if t.tag == "NNS" else t.tag == "NNPS" and t.lower in known
        others = t.relation == "nsubj" and scene.annotated.child(t, "nummod") is not None  # "Ten women said"
        told = others or t.dep == "obl:agent" or any(x.lower == "that" for x in scene.tokens[scene.first : t.i])
        if people and not told and not scene.in_quote(t.i):
            return scene, scene.phrase(t.i, scene.first, t.i + 1)
    return None
