"""Whose the numbers behind a colon are: "These figures were given by X: 20 held", "Data of X: 20 held, 10 fined"."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.content import trim
from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import owner, skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from

RULE = "the numbers behind a colon, which X gave"
_AGENT = frozenset({"by", "from"})
_FROM = frozenset({"of", "from", "by"})
_THAT = frozenset({"that", "which"})
_ORIGINS = saying_words()["origins"]
_BE = frozenset({"is", "are", "was", "were"})
_LONGEST, _NEAR = 30, 4


class ListedData:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def report(self, scene: Scene) -> Report | None:
        """The report that a sentence makes of the numbers behind its colon, or of the list below it."""
        colon = next((t.i for t in scene.tokens[scene.first : scene.stop] if t.text == ":"), None)
        if colon is None or colon - scene.first > _LONGEST or scene.in_quote(colon) or not self._tells(scene, colon):
            return None
        if any(
            s.flag == "denial" for t in scene.tokens[scene.first : colon] for s in self.cues.senses.get(t.lower, ())
        ):
            return None  # "Memorial disputes the figures that the ministry published: 40 held"
        found = next((f for f in self._ways(scene, colon) if speaks(scene, f[1], self.cues, self.roles)), None)
        told = trim(scene, colon + 1, scene.stop) or trim(scene, scene.first, colon)
        if found is None or told is None:
            return None
        cue = (scene.tokens[found[0]].start, scene.tokens[found[0]].end)
        return Report(cue, CueKind.REPORT, found[1], (told,), scene.sentence.i, RULE, trigger=found[0])

    def _tells(self, scene: Scene, colon: int) -> bool:
        """Whether numbers stand behind the colon, or a list below it, and nothing before tells that none are given."""
        if any(t.lower in self.cues.words["withholding"] for t in scene.tokens[scene.first : colon]):
            return False
        below = colon + 1 == scene.stop and scene.text[scene.tokens[colon].end :].lstrip(" ")[:1] == "\n"
        return below or any(number_at(scene, i) for i in range(colon + 1, scene.stop))

    def _ways(self, scene: Scene, colon: int) -> Iterator[tuple[int, Phrase]]:
        """The word that gives and whoever gives, by each way that the words before the colon may have."""
        nouns = self.cues.words["given_nouns"]
        noun = next((i for i in range(scene.first, colon) if scene.lower(i) in nouns), None)
        if noun is None or scene.in_quote(noun):
            return
        giving, stemming = self.cues.words["giving"], self.cues.words["stemming"]
        for v in range(scene.first, colon):
            by = scene.lower(v + 1) in _AGENT
            if scene.lower(v) in giving and by and (passive(scene, v) or v == noun + 1):
                yield from self._from(scene, v, v + 2, colon)
            elif scene.lower(v) in giving and not passive(scene, v):
                yield from self._gives(scene, v, noun, colon)
            elif scene.lower(v) in stemming and scene.lower(v + 1) == "from" and noun < v <= noun + _NEAR:
                yield from self._from(scene, v, v + 2, colon)
            elif scene.lower(v) in _BE and any(scene.lower(i) in _ORIGINS for i in range(scene.first, min(noun, v))):
                yield from self._from(scene, v, v + 1, colon)
        yield from self._headed(scene, noun, colon)

    def _gives(self, scene: Scene, v: int, noun: int, colon: int) -> Iterator[tuple[int, Phrase]]:
        """“X gave these figures:”, “Here are the figures that X published:”."""
        before = scene.lower(noun + 1) in _THAT and noun < v  # the numbers stand before the verb
        ends = (v if before else noun) + 1
        joined = before or v < noun <= v + _NEAR
        if not joined or any(finite(t) for t in scene.tokens[ends:colon]) or scene.lower(ends) in ("of", "to", "with"):
            return
        source = adjacent(scene, skip_back(scene, v) + 1, noun + 2 if before else scene.first)
        if source is not None and (before or source.first <= scene.first + _NEAR):
            yield v, source

    def _headed(self, scene: Scene, noun: int, colon: int) -> Iterator[tuple[int, Phrase]]:
        """“Statistics from X:”, “X's data:”, with nothing else before the colon."""
        if noun > scene.first + _NEAR + _NEAR or scene.finite(scene.first, colon):
            return
        whose = owner(scene, noun, scene.first)
        if noun + 1 == colon and noun > scene.first:
            yield noun, whose or Phrase(scene.first, noun - 1, noun - 1)  # "Ministry data:"
        if noun <= scene.first + 2 and scene.lower(noun + 1) in _FROM:
            yield from self._from(scene, noun, noun + 2, colon)

    def _from(self, scene: Scene, v: int, i: int, colon: int) -> Iterator[tuple[int, Phrase]]:
        """The source from token `i` on, behind the word `v` that gives: no places and no number of them."""
        source = phrase_from(scene, i, colon)
        if source is None or source.first != i:
            return
        if scene.tokens[source.last].pos == "PROPN" and scene.tokens[source.last].text.islower():
            source = Phrase(i, source.last - 1, min(source.head, source.last - 1))  # "the ministry in Osh | differ"
        head = scene.tokens[source.head]
        place = head.text.islower() and head.lower in self.cues.words["places_of_counting"]
        if head.pos != "NUM" and not place and not any(finite(t) for t in scene.tokens[source.last + 1 : colon]):
            yield v, source
