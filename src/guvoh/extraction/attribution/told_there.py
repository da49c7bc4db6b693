"""Outlets that were told by an office: "TASS was told at the ministry", "PrimaMedia learned in the police"."""

from __future__ import annotations

from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import around, skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from

_TOLD = saying_words()["told_somebody"]
_LEARNT = saying_words()["learnt"]
_INSIDE = frozenset({"in", "at"})
_ENDS = frozenset({"", ".", ","})
RULE = "“…, Y was told at X”"


class ToldThere:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self._offices = roles.collective | cues.words["mouthpieces"]

    def office(self, scene: Scene, v: int) -> Phrase | None:
        """The office in which, by the verb at `v`, somebody was told or learned something; None without one."""
        learnt = scene.lower(v) in _LEARNT and not passive(scene, v)
        if scene.lower(v + 1) not in _INSIDE or not (learnt or (scene.lower(v) in _TOLD and passive(scene, v))):
            return None
        found = phrase_from(scene, v + 2, scene.stop)
        return found if found is not None and scene.lower(found.head) in self._offices else None

    def report(self, scene: Scene, v: int, word: str) -> Report | None:
        """The report that an office made to an outlet, set beside what was told."""
        office = self.office(scene, v) if word in _TOLD | _LEARNT and not scene.in_quote(v) else None
        listener = adjacent(scene, skip_back(scene, v) + 1, scene.first) if office is not None else None
        if office is None or listener is None or scene.lower(listener.first - 1) != ",":
            return None
        last = office.last + 1
        last += 2 if scene.lower(last) == "on" and scene.lower(last + 1) in TIME_WORDS else 0
        if scene.lower(last) not in _ENDS:
            return None
        lo, hi = scene.bounds(v)
        spans = around(scene, listener.first, last, lo, hi)
        cue = (scene.tokens[v].start, scene.tokens[v + 1].end)
        if not spans:
            return None
        return Report(cue, CueKind.REPORT, office, spans, scene.sentence.i, RULE, relays=listener, trigger=v)
