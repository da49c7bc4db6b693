"""The body or group that is the subject of the clause or the sentence before a source phrase."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.bodies import Bodies
from guvoh.extraction.attribution.descriptions import Descriptions, befallen
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import Cues, Organisations, Roles, saying_words, singular
from guvoh.extraction.attribution.phrases_beside import with_abbreviation
from guvoh.extraction.attribution.pronouns import PLURALS
from guvoh.extraction.attribution.scene import Phrase, Scene

BODIES = saying_words()["bodies_again"]
"""Nouns by which a text calls an organisation again without its name."""
_WITHIN = frozenset({",", "which", "where", ";", "to", "in", "after", "when", "once", "before"})


class ClauseSubjects:
    """Finds the bodies and groups that subjects name, for one document."""

    def __init__(
        self, cues: Cues, roles: Roles, organisations: Organisations, bodies: Bodies, descriptions: Descriptions
    ) -> None:
        self.cues = cues
        self.roles = roles
        self.organisations = organisations
        self.bodies = bodies
        self.descriptions = descriptions

    def own(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body that is the subject of the clause before: "The police detained 87 men, it announced"."""
        word = scene.lower(phrase.head)
        plural = word in PLURALS
        if not (plural or word in ("it", "its")) or not self._within(scene, phrase.first - 1):
            return None
        there = scene.lower(phrase.first - 1) == "where"  # "Survivors were taken to Reggio, where they told"
        tokens = scene.tokens[scene.first : phrase.first]
        subjects = [t for t in tokens if t.relation == "nsubj" and (there or t.dep == "nsubj")]
        subjects = [t for t in subjects if there or not befallen(scene, t)]
        subject = next((t for t in subjects if not scene.dateline(t.i)), None)
        several = subject is not None and (subject.tag in ("NNS", "NNPS") or subject.lower == "police")
        if subject is None or subject.pos == "PRON" or (plural and not several):
            return None
        counted = any(t.pos == "NUM" for t in scene.annotated.children(subject, "nummod"))
        is_told = scene.annotated.child(scene.annotated.head(subject), "cop") is not None
        if plural and not there and counted and is_told:
            return None  # "Four people were on a wanted list, they added"
        if word == "its" and several and subject.lower != "police":
            return self._where_counted(scene, phrase, subject)
        if word == "it" and subject.pos in ("ADJ", "NUM", "DET"):
            return None  # "As many as 26 have asked for asylum, it said"
        if word == "it" and several and subject.lower != "police":
            return None  # "There were 73 prisoners in the jail, it added"
        whom = with_abbreviation(scene, scene.phrase(subject.i, scene.first, phrase.first))
        return self.body_or_group(scene, whom, subject.lower)

    def _where_counted(self, scene: Scene, phrase: Phrase, subject: Token) -> Identity | None:
        """The body at which those counted are: "4,000 girls study at the university, according to its site"."""
        verb = scene.annotated.head(subject)
        if not scene.annotated.child(subject, "nummod") or scene.annotated.child(verb, "obj", "ccomp", "xcomp"):
            return None
        heads = (t for t in reversed(scene.tokens[scene.first : phrase.first]) if t.tag in ("NN", "NNP"))
        body = next((t for t in heads if t.lower in self.organisations.heads or t.lower in self.roles.collective), None)
        case = None if body is None else scene.annotated.child(body, "case")
        if body is None or case is None or case.lower != "at":
            return None
        whom = scene.phrase(body.i, scene.first, phrase.first)
        return self.body_or_group(scene, whom, body.lower) or self.descriptions.described(scene, whom)

    def before(self, scene: Scene, phrase: Phrase, spoken_in: int) -> Identity | None:
        """The body that was the subject of the sentence before, when nobody has spoken since."""
        n = scene.sentence.i - 1
        if n < 0 or not scene.annotated.sentences[n].parsed or spoken_in >= n:
            return None
        before = Scene(scene.annotated, scene.annotated.sentences[n], scene.quotes)
        if before.lower(before.first) == "there":
            return None  # "There are 34 of them, including two women. They say"
        subject = self._subject(scene.tokens[before.first : before.stop])
        if subject is None or not self._agrees(scene.lower(phrase.head), subject):
            return None
        whom = before.phrase(subject.i, before.first, before.stop)
        found = self.body_or_group(before, whom, subject.lower)
        if found is not None and found.plural and not found.named and scene.lower(phrase.head) in ("it", "its"):
            return None  # "Several are led to a bus.¶ Some 1,800 were checked, it said"
        firm = subject.pos == "PROPN" and scene.lower(phrase.head) == "it" and before.lower(whom.last + 1) == ","
        return found or (self.descriptions.described(before, whom) if firm else None)

    def _subject(self, tokens: Sequence[Token]) -> Token | None:
        """The subject of a sentence; the body named first, where the parser took "X detained men" for a name."""
        bodies = (t for t in tokens if t.pos == "PROPN" and t.lower in self.organisations.heads)
        subject = next((t for t in tokens if t.relation == "nsubj" and t.tag not in ("WP", "WDT")), None)
        return subject if subject is not None else next(bodies, None)

    def _agrees(self, pronoun: str, subject: Token) -> bool:
        """Whether a pronoun may mean the subject: "they" several or a body of several, "it" no group of people."""
        several = subject.tag in ("NNS", "NNPS")
        if pronoun in PLURALS:
            return several or subject.lower == "police"
        return pronoun not in ("it", "its") or not several or subject.lower == "police"

    def body_or_group(self, scene: Scene, phrase: Phrase, head: str) -> Identity | None:
        """The body or the group that a subject names; None for anything else."""
        apposed = self.bodies.apposed(scene, phrase)  # "The company, Prairie Beef, was not charged. It said"
        found = apposed or self.bodies.beside_generic(scene, phrase) or self.bodies.body(scene, phrase)
        several = head != singular(head) and singular(head) in self.roles.human | set(self.organisations.heads) | BODIES
        if found is None and (head in self.roles.collective or several):
            return self.descriptions.described(scene, phrase)
        return found

    def _within(self, scene: Scene, i: int) -> bool:
        """Whether what follows token `i` goes on inside the sentence: a clause, or what somebody "said that"."""
        i -= scene.lower(i) == "that"
        return scene.lower(i) in _WITHIN or scene.lower(i) in self.cues.senses
