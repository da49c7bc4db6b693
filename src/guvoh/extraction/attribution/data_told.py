"""Sentences that tell whose the numbers before them are: "The figures come from X", "X gave these figures"."""

from __future__ import annotations

from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.content import trim
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles
from guvoh.extraction.attribution.parenthesis import owner, skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.said_before import ToldSoFar, before
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from
from guvoh.extraction.attribution.told_by import GIVEN, pointed

_POINTS = frozenset({"such", "this", "these", "that", "those"})
_THIS = frozenset({"this", "it", "that"})
_BE = frozenset({"is", "are", "was", "were"})
_APPEAR = frozenset({"appear", "appears", "appeared", "feature", "figure", "stand"})
_FROM = frozenset({"from", "in", "by"})
_KEPT = frozenset({"of", "by", "from"})
_ELSEWHERE = frozenset({"of", "for", "to", "with", "as"})
_SHORT = 30
_NEAR = 4


class DataTold:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def report(self, scene: Scene, told: ToldSoFar) -> Report | None:
        """The report that a sentence, or its last clause, makes of what stands before it."""
        for n in range(scene.first, scene.stop):
            opens = n == scene.first or (scene.lower(n) in _POINTS and scene.lower(n - 1) == ",")
            if not opens or scene.in_quote(n):
                continue
            found = self._clause(scene, n) if n > scene.first else self._sentence(scene, told)
            if found is not None:
                return found
        return None

    def _sentence(self, scene: Scene, told: ToldSoFar) -> Report | None:
        """A sentence that tells nothing itself, of the sentences before it."""
        if scene.stop - scene.first > _SHORT or any(t.text == ":" for t in scene.tokens[scene.first : scene.stop]):
            return None
        if self._withholds(scene, scene.first):
            return None
        found = self._stems(scene, scene.first) or self._follows(scene) or self._kept(scene) or self._gave(scene)
        content = before(scene, max(told.whole, told.own), across=True) if found is not None else None
        return self._made(scene, found, content) if found is not None and content is not None else None

    def _clause(self, scene: Scene, n: int) -> Report | None:
        """The clause from token `n` on behind a comma: "315 were expelled, these numbers come from X"."""
        found = self._stems(scene, n) if not self._withholds(scene, n) else None
        told = trim(scene, scene.first, n - 1) if found is not None else None
        return self._made(scene, found, (told,)) if found is not None and told is not None else None

    def _stems(self, scene: Scene, n: int) -> tuple[int, Phrase] | None:
        """“The figures come from X”: the verb and X."""
        noun = self._noun(scene, n)
        if noun is None:
            return None
        for v in range(noun + 1, min(noun + 1 + _NEAR, scene.stop)):
            if scene.lower(v) in self.cues.words["stemming"] and scene.lower(v + 1) == "from":
                return self._who(scene, v, v + 2)
            if scene.lower(v) in _APPEAR and scene.lower(v + 1) == "in":
                found = self._who(scene, v, v + 2)
                return found if found is not None and self._holds(scene, found[1]) else None
        return None

    def _holds(self, scene: Scene, paper: Phrase) -> bool:
        """Whether it is a document in which something stands: "these figures appear in the report of X".

        Of one that is told more of, "in reports that X denies", it cannot be told whose it is.
        """
        known = scene.lower(paper.head) in self.cues.words["documents"]
        return known and not scene.finite(paper.last + 1, scene.stop)

    def _gave(self, scene: Scene) -> tuple[int, Phrase] | None:
        """“X gave these figures”, “X cited such data at a meeting”."""
        verbs = (t.i for t in scene.tokens[scene.first : scene.stop] if t.lower in self.cues.words["giving"])
        for v in verbs:
            noun = self._noun(scene, v + 1)
            if noun is None or passive(scene, v) or any(finite(t) for t in scene.tokens[noun + 1 : scene.stop]):
                continue
            about = scene.lower(noun + 1) == "on" and scene.lower(v + 1) == "the"
            if scene.lower(noun + 1) in _ELSEWHERE or about or scene.lower(noun) == "information":
                continue  # "gave the data of 12 clients", "shares these figures with X", "gave this figure as 12"
            source = adjacent(scene, skip_back(scene, v) + 1, scene.first)
            opens = source is not None and source.first <= scene.first + _NEAR
            if source is not None and opens and speaks(scene, source, self.cues, self.roles):
                return v, source
        return None

    def _withholds(self, scene: Scene, n: int) -> bool:
        """Whether nothing is given from token `n` on: "has not released such data", "nobody published the numbers"."""
        return any(t.lower in self.cues.words["withholding"] for t in scene.tokens[n : scene.stop])

    def _follows(self, scene: Scene) -> tuple[int, Phrase] | None:
        """“This follows from a report by X”, “This is according to X”."""
        first = scene.first
        if scene.lower(first) not in _THIS:
            return None
        v = first + 1 + (scene.lower(first + 1) in _BE)
        if scene.lower(v) == "according" and scene.lower(v + 1) == "to":
            return self._who(scene, v, v + 2)
        follows = scene.lower(v) in self.cues.words["following"] and scene.lower(v + 1) in _FROM
        return self._who(scene, v, v + 2) if follows else None

    def _kept(self, scene: Scene) -> tuple[int, Phrase] | None:
        """“That is the count kept by X”, “These are X's figures”."""
        first = scene.first
        if scene.lower(first) not in _POINTS or scene.lower(first + 1) not in _BE:
            return None
        nouns = (t.i for t in scene.tokens[first + 2 : scene.stop] if t.lower in self.cues.words["given_nouns"])
        noun = next(nouns, None)
        whose = owner(scene, noun, first + 2) if noun is not None else None
        if noun is None or noun > first + 2 + _NEAR + _NEAR or scene.finite(first + 2, noun):
            return None
        if whose is not None and speaks(scene, whose, self.cues, self.roles):
            return noun, whose
        behind = (i for i in (noun + 1, noun + 2) if scene.lower(i) in _KEPT)
        return next((found for i in behind if (found := self._who(scene, noun, i + 1)) is not None), None)

    def _noun(self, scene: Scene, n: int) -> int | None:
        """The noun of “such data”, “these official figures”, “the numbers” from token `n` on."""
        if scene.lower(n) not in _POINTS | {"the"}:
            return None
        return pointed(scene, n, self.cues.words["given_nouns"])

    def _who(self, scene: Scene, v: int, i: int) -> tuple[int, Phrase] | None:
        """The source from token `i` on, behind the word `v` that gives; whose data a document holds is its source."""
        source = phrase_from(scene, i, scene.stop)
        if source is None or source.first != i or self._is_place(scene, source):
            return None
        if not speaks(scene, source, self.cues, self.roles):
            return None
        return v, source

    def _is_place(self, scene: Scene, source: Phrase) -> bool:
        """Whether what was counted stands there, places or a number: "from three prisons in Tula", "from 12 towns"."""
        head = scene.tokens[source.head]
        return head.pos == "NUM" or (head.text.islower() and head.lower in self.cues.words["places_of_counting"])

    def _made(self, scene: Scene, found: tuple[int, Phrase], content: tuple[tuple[int, int], ...]) -> Report:
        v, source = found
        cue = (scene.tokens[v].start, scene.tokens[v].end)
        return Report(cue, CueKind.REPORT, source, content, scene.sentence.i, GIVEN, trigger=v)
