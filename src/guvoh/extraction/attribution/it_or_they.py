"""Whom "it" or "they" means: the subject of the clause before, else who spoke last and may be meant."""

from __future__ import annotations

from guvoh.extraction.attribution.clause_subjects import ClauseSubjects
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.issued import Issued
from guvoh.extraction.attribution.keeping_silent import keeps_silent
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.pronouns import PLURALS
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import SourceKind

_NO_IT = saying_words()["never_it"]
_GROUPS = saying_words()["groups_of_people"]


class ItOrThey:
    """The pronouns of bodies and groups in one document."""

    def __init__(self, register: Register, subjects: ClauseSubjects, issued: Issued) -> None:
        self.register = register
        self.subjects = subjects
        self.issued = issued

    def meant(self, scene: Scene, phrase: Phrase, spoken_in: int) -> Identity | None:
        """Whom the pronoun that `phrase` is means; `spoken_in` is the last sentence in which somebody spoke."""
        if _behind_something_new(scene, phrase) and (earlier := self._who_spoke(scene, phrase, spoken_in)) is not None:
            return earlier
        subject = self.subjects.own(scene, phrase) or self.subjects.before(scene, phrase, spoken_in)
        silent = subject is not None and scene.sentence.i > 0 and keeps_silent(scene.annotated, scene.sentence.i - 1)
        if subject is not None and not silent:
            return subject
        return self._who_spoke(scene, phrase, spoken_in) or subject

    def _who_spoke(self, scene: Scene, phrase: Phrase, spoken_in: int) -> Identity | None:
        if scene.lower(phrase.head) in PLURALS:
            return self.register.latest(lambda x: x.plural or not x.persona) or self.register.latest(lambda _: True)
        group = self.register.latest(lambda x: x.head in _GROUPS, reach=1)
        near = spoken_in == scene.sentence.i - 1  # "The crew said …. It said"
        return group if group is not None and near else self.issued.again(scene) or self._thing_before()

    def _thing_before(self) -> Identity | None:
        """The last body to speak, or the last document where no body has."""
        body = self.register.latest(_may_be_it)
        paper = body is not None and body.kind is SourceKind.DOCUMENT
        maker = (
            self.register.latest(lambda x: _may_be_it(x) and x.kind is not SourceKind.DOCUMENT, 3) if paper else None
        )
        return maker or body


def _behind_something_new(scene: Scene, phrase: Phrase) -> bool:
    """Whether "it" closes a clause about something not told of before: "A hotline got 64 calls, it said"."""
    opens = scene.lower(scene.first) in ("a", "an") and scene.lower(phrase.first - 1) == ","
    return opens and scene.lower(phrase.head) == "it" and scene.finite(scene.first, phrase.first)


def _may_be_it(x: Identity) -> bool:
    return not x.persona and not x.plural and x.head not in _NO_IT
