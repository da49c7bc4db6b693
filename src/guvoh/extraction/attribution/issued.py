"""Whose "the statement" is: the body that made it, not a person quoted since, nor the outlet that passed it on."""

from __future__ import annotations

from guvoh.extraction.attribution.identities import CHANNELS, Identity, Register
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import SourceKind

_PAPERS = saying_words()["papers"]
_MADE_NOW = frozenset({"a", "an", "its", "their", "his", "her"})
_NEAR, _BETWEEN = 5, 4


class Issued:
    """The statements of one document and who made them, in text order."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._makers: dict[str, Identity] = {}
        self._last: tuple[int, Identity] | None = None

    def spoke(self, scene: Scene, who: Identity) -> None:
        """Note who spoke in a sentence that tells of a new statement: "the ministry said in a statement"."""
        for i in range(scene.first, scene.stop):
            word = scene.lower(i)
            if word in _PAPERS and any(scene.lower(n) in _MADE_NOW for n in range(i - _BETWEEN, i)):
                self._makers[word] = who

    def maker(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who made "the statement": who is told to have made one, else the last body to speak, else who spoke last."""
        word = scene.lower(phrase.head)
        last = self._register.latest(_may_issue) or self._register.latest(lambda x: x.kind is not SourceKind.WITNESS)
        if word not in _PAPERS:
            return last
        passing = last is not None and (last.kind in CHANNELS or (last.persona and last.kind is SourceKind.PERSON))
        body = self._register.latest(_body, reach=_NEAR) if passing else None
        found = self._makers.get(word) or body or last
        self._last = (scene.sentence.i, found) if found is not None else None
        return found

    def again(self, scene: Scene) -> Identity | None:
        """Whose statement "it" is, when the sentence before tells what "the statement" says."""
        return self._last[1] if self._last is not None and self._last[0] == scene.sentence.i - 1 else None

    def untold(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who made "a statement" of which nothing is told: the body that has just spoken."""
        bare = scene.lower(phrase.first) in ("a", "an") and phrase.last == phrase.head == phrase.first + 1
        return self._register.latest(_body, reach=1) if bare and scene.lower(phrase.head) in _PAPERS else None


def _may_issue(x: Identity) -> bool:
    """Whether a source is one that puts out a statement: no witness, no "migrant groups" of which nothing is told."""
    return x.kind is not SourceKind.WITNESS and (x.named or not x.plural)


def _body(x: Identity) -> bool:
    return x.named and not x.persona and x.kind not in CHANNELS and x.kind is not SourceKind.WITNESS
