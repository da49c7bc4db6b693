"""Documents set behind what they show, however the parse reads the verb: "…, records made public this week show."."""

from __future__ import annotations

from guvoh.extraction.attribution.content import trim
from guvoh.extraction.attribution.kinds_of_tokens import nominal
from guvoh.extraction.attribution.lexicon import CueKind, Cues, saying_words
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

SHOWING = saying_words()["showing"]
_ENDS = frozenset({"", ".", "!", "”", '"'})
_CLAUSE = 12
"""Tokens that a clause may have that tells of the documents: "obtained by X", "made public on Monday"."""


class DocumentsShow:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues) -> None:
        self.documents = cues.words["documents"]

    def told(self, scene: Scene, i: int, word: str) -> Report | None:
        """“S, documents seen by X show”: token `i` is the verb, which ends the sentence."""
        if word not in SHOWING or scene.lower(i + 1) not in _ENDS or scene.in_quote(i):
            return None
        lo, _ = scene.bounds(i)
        comma = next((n for n in range(i - 2, max(lo, i - _CLAUSE - 6), -1) if scene.lower(n) == ","), None)
        source = phrase_from(scene, comma + 1, i) if comma is not None else None
        if comma is None or source is None or source.first != comma + 1 or not self._document(scene, source, i):
            return None
        content = trim(scene, lo, comma) if scene.finite(lo, comma) else None
        if content is None:
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“…, {scene.words(source)} … {word}”"
        return Report(cue, CueKind.REPORT, source, (content,), scene.sentence.i, rule, trigger=i)

    def _document(self, scene: Scene, source: Phrase, v: int) -> bool:
        """Whether the phrase is of documents, and only what became of them stands between it and the verb."""
        if scene.lower(source.head) not in self.documents:
            return False
        between = scene.tokens[source.last + 1 : v]
        if not between:
            return nominal(scene.tokens[v])  # the rules of verbs read the others
        return between[0].tag in ("VBN", "VBD", "JJ") and len(between) <= _CLAUSE
