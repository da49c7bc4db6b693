"""What a sentence opens with that somebody put out: "In a list made public by X on Monday, 46 men were named"."""

from __future__ import annotations

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.scene import Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

RULE = "“In a list published by X, …”"
_PUT_OUT = saying_words()["put_out"]
_HANDED_OUT = saying_words()["handed_out"]
_KNOWN = frozenset({"public", "known"})
_REACH = 16


class OpenedBy:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self._cues, self._roles = cues, roles

    def told(self, scene: Scene, i: int, word: str) -> Report | None:
        """The report that the opening words of a sentence make of the clause behind their comma."""
        if word != "in" or i != scene.first:
            return None
        near = range(i + 2, min(scene.stop - 1, i + _REACH))
        by = next((n for n in near if scene.lower(n) == "by"), None)
        comma = next((n for n in near if scene.lower(n) == ","), None)
        if by is None or comma is None or by > comma or scene.finite(i, comma) or not self._put_out(scene, i, by - 1):
            return None
        source = phrase_from(scene, by + 1, comma)
        span = content.trim(scene, comma + 1, scene.stop)
        if source is None or span is None or not scene.finite(comma, scene.stop):
            return None
        if not speaks(scene, source, self._cues, self._roles):
            return None
        cue = (scene.tokens[by - 1].start, scene.tokens[by].end)
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, RULE, trigger=by - 1)

    def _put_out(self, scene: Scene, first: int, i: int) -> bool:
        """Whether a participle of making public ends at token `i`; a document may also be "posted" or "shared"."""
        made = scene.lower(i) in _KNOWN and scene.lower(i - 1) == "made"
        papers = {scene.lower(n) for n in range(first + 1, i)} & (
            self._cues.words["documents"] | self._cues.words["news"]
        )
        return made or scene.lower(i) in _PUT_OUT or (bool(papers) and scene.lower(i) in _HANDED_OUT)
