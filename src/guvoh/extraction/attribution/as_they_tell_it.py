"""Accounts set beside what they tell: "…, as residents tell it", "the way X sees it, …", "to hear X tell it"."""

from __future__ import annotations

from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import around, speaks_again, stands_at
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_TELLING = saying_words()["telling_it"]
_OPENINGS = (("as",), ("the", "way"), ("to", "hear"))
_AGAINST = saying_words()["set_against"]
_REACH = 14
"""Tokens between the opening and "it"."""


class AsTheyTellIt:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def told(self, scene: Scene, i: int, word: str) -> Report | None:
        """“…, as X tells it”: the clause around it is told by X; token `i` is the "it"."""
        v = i - 1
        if word != "it" or scene.lower(v) not in _TELLING:
            return None
        lo, hi = scene.bounds(i)
        begin = next((n for n in range(v - 1, max(lo, v - _REACH) - 1, -1) if self._opens(scene, n)), None)
        if begin is None or (begin > lo and scene.lower(begin - 1) not in (",", "—", "–", "(")):
            return None
        first = begin + (1 if scene.lower(begin) == "as" else 2)
        source = phrase_from(scene, first, v)
        if source is None or source.first != first or any(finite(t) for t in scene.tokens[first:v]):
            return None
        spans = around(scene, begin, i + 1, lo, _ends(scene, i + 1, hi) if begin == lo else hi)
        if not spans or not speaks(scene, source, self.cues, self.roles):
            return None
        whole = Phrase(source.first, max(source.last, v - 1), source.head)
        cue = (scene.tokens[v].start, scene.tokens[i].end)
        rule = f"“as X {scene.lower(v)} it”"
        return Report(cue, CueKind.REPORT, whole, spans, scene.sentence.i, rule, in_quote=scene.in_quote(i), trigger=i)

    def _opens(self, scene: Scene, n: int) -> bool:
        return any(stands_at(scene, n, words) for words in _OPENINGS)


def _ends(scene: Scene, first: int, hi: int) -> int:
    """Where an account that opens its sentence ends: at a semicolon or a "but" behind which somebody else speaks."""
    joints = (i for i in range(first, hi) if scene.lower(i) == ";" or scene.lower(i) in _AGAINST)
    return next((i for i in joints if speaks_again(scene, i + 1, hi)), hi)
