"""Sentences that only lead to what somebody counts or tells: "X also gave crime figures. In May …", "as an example"."""

from __future__ import annotations

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.own_work import OwnWork
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import cluster_start, passive, source_of
from guvoh.model import Span

AHEAD = "gave figures, which stand in the next sentence"
_GAVE, _NAMED, _EXAMPLES = saying_words()["gave_figures"], saying_words()["named_example"], saying_words()["examples"]
_THESE = frozenset({"such", "these", "those", "this", "that", "no", "any"})
_HEADS = frozenset({"figures", "statistics", "data", "numbers"})
_BY_OTHERS = frozenset({"according"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_NEAR, _SHORT = 8, 25


class FiguresAhead:
    """The rule over one vocabulary."""

    triggers = _GAVE | _NAMED

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def told(self, scene: Scene, i: int, word: str) -> Report | None:
        """The report by whoever gives figures in a sentence without any, or names an example."""
        if word not in self.triggers or scene.in_quote(i) or passive(scene, i) or self._withheld(scene, i):
            return None
        spans, rule = self._example(scene, i), "“as an example, X named …”"
        if spans is None and word in _GAVE and self._gives(scene, i):
            spans, rule = self._next(scene), AHEAD
        source = self._source(scene, i) if spans is not None else None
        if spans is None or source is None:
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(cue, CueKind.REPORT, source, (spans,), scene.sentence.i, rule, trigger=i)

    def _withheld(self, scene: Scene, i: int) -> bool:
        group = range(cluster_start(scene, i, scene.first), i + 2)
        return any(scene.lower(n) in self.cues.words["withholding"] for n in group)

    def _gives(self, scene: Scene, i: int) -> bool:
        """Whether figures are the object, and the sentence holds none itself."""
        words = scene.tokens[i : scene.stop]
        if scene.stop - scene.first > _SHORT or any(t.pos == "NUM" or t.text == ":" for t in words):
            return False
        for n in range(i + 1, min(i + _NEAR, scene.stop)):
            if scene.lower(n) in _HEADS:
                return not scene.finite(n + 1, scene.stop)
            if scene.lower(n) in _THESE or scene.tokens[n].pos not in ("ADJ", "NOUN", "DET", "PROPN", "VERB"):
                return False
        return False

    def _example(self, scene: Scene, i: int) -> Span | None:
        """What somebody names "as a recent example", behind the verb."""
        near = [n for n in range(scene.first, min(i + _NEAR, scene.stop)) if scene.lower(n) in _EXAMPLES]
        if scene.lower(i) not in _NAMED or not near:
            return None
        opens = (scene.first,) if near[0] < i else (near[0] - 1, near[0] - 2, near[0] - 3)
        if not any(scene.lower(n) in _OPENS for n in opens):
            return None
        return content.trim(scene, i + 1, scene.stop)

    def _next(self, scene: Scene) -> Span | None:
        """The next sentence of the paragraph, when it has a number, nobody tells it, and it is no account of abuse."""
        sentences, n = scene.annotated.sentences, scene.sentence.i + 1
        if n >= len(sentences) or not sentences[n].parsed:
            return None
        if "\n" in scene.text[scene.sentence.end : sentences[n].start]:
            return None
        words = scene.annotated.of(sentences[n])
        numbers = any(t.pos == "NUM" for t in words)
        told = any((t.pos == "VERB" and self._tells(t.lower)) or t.lower in _BY_OTHERS for t in words)
        told = told or OwnWork(scene.annotated).abuse(words)
        return (sentences[n].start, sentences[n].end) if numbers and not told else None

    def _tells(self, word: str) -> bool:
        return any(s.kind in CHAIN_KINDS and not s.particle for s in self.cues.senses.get(word, ()))

    def _source(self, scene: Scene, i: int) -> Phrase | None:
        found, _ = source_of(scene, i, scene.first, scene.stop, quoting=False)
        if found is None or scene.lower(found.head) in _PRONOUNS:
            return found
        return found if speaks(scene, found, self.cues, self.roles) else None


_OPENS = frozenset({"as", "for"})
