"""People without a name whom the text brings up as a subject, and whom "he" or "her report" then means."""

from __future__ import annotations

from guvoh.extraction.attribution.keeping_silent import keeps_silent
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import Roles, saying_words
from guvoh.extraction.attribution.scene import Phrase, Scene

_NEW = frozenset({"a", "an", "another"})
_OF_FAITH = saying_words()["of_faith"]
_OPENING = 2
"""How far from the head of its sentence a pronoun opens it: "According to him"."""


def brought_up(
    scene: Scene, pronoun: int, gender: str, roles: Roles, *, anyone: bool = False
) -> tuple[Scene, Phrase] | None:
    """Whom the sentence before brings up, where `pronoun` opens this one: "The first was Aziz's cousin. He said".

    The first sentence of a paragraph does, by its subject or predicate, with "a" or a genitive, and any sentence by
    an office, by `anyone` too where nobody else is meant: "The consul visited them. According to him"; `gender` is the
    pronoun's. None where it is nobody new.
    """
    n = scene.sentence.i - 1
    sentences = scene.annotated.sentences
    opening = (
        pronoun <= scene.first + 1 or scene.lower(scene.first) == scene.lower(pronoun) or _behind_words(scene, pronoun)
    )
    if n < 1 or not (opening or pronoun <= scene.first + _OPENING) or not sentences[n].parsed:
        return None
    before = Scene(scene.annotated, sentences[n], scene.quotes)
    if "\n" in scene.text[sentences[n].start : scene.sentence.start]:
        return None
    told = None if keeps_silent(scene.annotated, n) and not anyone else _main_noun(before)
    if told is None or roles.gendered.get(before.lower(told), gender) != gender:
        return None
    noun, whom = before.tokens[told], before.phrase(told, before.first, before.stop)
    person = noun.text.islower() and noun.tag not in ("NNS", "NNPS") and noun.lower in roles.human
    if not person:
        return None
    holds = anyone or noun.lower in roles.official | _OF_FAITH
    if before.in_quote(noun.i):
        return None  # "“My boss keeps my passport. I told him,” he said"
    if noun.relation == "nsubj" and holds and whom.first == before.first:
        return (before, whom) if before.lower(whom.first) == "the" and whom.last == whom.head else None
    opens = "\n" in scene.text[sentences[n - 1].end : sentences[n].start]
    owned = any(t.dep == "nmod:poss" for t in scene.annotated.children(noun))
    return (before, whom) if opens and opening and (owned or before.lower(whom.first) in _NEW) else None


def _behind_words(scene: Scene, pronoun: int) -> bool:
    """Whether nothing but what is quoted stands before the pronoun: "“…,” | she said"."""
    before = scene.tokens[scene.first : pronoun]
    return not scene.in_quote(pronoun) and all(t.text in MARKS or scene.in_quote(t.i) for t in before)


def _main_noun(scene: Scene) -> int | None:
    """The predicate noun of a sentence such as "The first was a cook", else its subject."""
    tokens = scene.tokens[scene.first : scene.stop]
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or scene.annotated.child(root, "cop") is not None:
        return None if root is None else root.i
    return next((t.i for t in tokens if t.relation == "nsubj" and t.head == root.i), None)


def subject_by_role(scene: Scene, owner: Phrase, roles: Roles) -> Phrase | None:
    """The person by role who is the subject before ", her report says": "The Ombudsman received 1,200 letters"."""
    if scene.lower(owner.first) not in ("his", "her") or scene.lower(owner.first - 1) != ",":
        return None
    subject = next((t for t in scene.tokens[scene.first : owner.first] if t.relation == "nsubj"), None)
    if subject is None or subject.tag in ("NNS", "NNPS") or subject.lower not in roles.human:
        return None
    return scene.phrase(subject.i, scene.first, owner.first)
