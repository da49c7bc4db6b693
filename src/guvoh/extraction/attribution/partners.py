"""Two sources that speak together: "police and a human rights lawyer said"."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import MARKS, nominal
from guvoh.extraction.attribution.lexicon import Roles, roles, singular
from guvoh.extraction.attribution.phrases_beside import core_head
from guvoh.extraction.attribution.scene import Phrase, Scene

_EDGES = frozenset({",", ";", ":", "—", "–", "--", "that", "but", "while"})


def with_partner(scene: Scene, phrase: Phrase, lo: int) -> Phrase:
    """The phrase with whoever stands before its "and", where those two make a whole: ", police and a lawyer said".

    The one before must be people or a body and stand at the edge of the clause; else the phrase comes back as it is.
    """
    phrase = _presented(scene, phrase, lo)
    link = phrase.first - 1
    if link - 1 < lo or scene.lower(link) not in ("and", "or") or not nominal(scene.tokens[link - 1]):
        return phrase
    partner = scene.phrase(core_head(scene, link - 1, lo), lo, link)
    while _more_before(scene, partner, lo):
        head = partner.first - 2
        partner = Phrase(scene.phrase(head, lo, partner.first - 1).first, partner.last, head)
    edge = (
        partner.first == lo or scene.lower(partner.first - 1) in _EDGES or scene.tokens[partner.first - 1].text in MARKS
    )
    speaks = _speaks(scene, partner.head, roles(scene.annotated.language))
    return Phrase(partner.first, phrase.last, phrase.head) if edge and speaks else phrase


def _presented(scene: Scene, phrase: Phrase, lo: int) -> Phrase:
    """A name with the noun that it is told by: "an employee named | Sherzod"."""
    noun = phrase.first - 2
    if noun < lo or scene.lower(noun + 1) not in ("named", "called") or not nominal(scene.tokens[noun]):
        return phrase
    return Phrase(scene.phrase(noun, lo, noun + 1).first, phrase.last, phrase.head)


def _more_before(scene: Scene, partner: Phrase, lo: int) -> bool:
    """Whether a third stands before a comma: "police, medics and a lawyer"."""
    i = partner.first - 2
    if i - 1 < lo or scene.lower(i + 1) != "," or not _speaks(scene, i, roles(scene.annotated.language)):
        return False
    third = scene.phrase(i, lo, i + 1)
    return third.first == lo or scene.lower(third.first - 1) == ","


def _speaks(scene: Scene, i: int, known: Roles) -> bool:
    """Whether a noun is one for people, a body or the press, or a name."""
    word = scene.lower(i)
    people = known.human | known.collective | known.media
    return scene.tokens[i].pos == "PROPN" or bool({word, singular(word)} & people)
