"""What courts do by ruling ("ruled that 60 be deported"), which whoever makes it known tells; findings they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.lexicon import Cues
from guvoh.extraction.attribution.scene import Report, Scene
from guvoh.extraction.attribution.told_by import WHOLE

_WILL = frozenset({"must", "shall", "should", "will", "would", "may", "can", "could", "might"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


class Rulings:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues) -> None:
        self._verbs = cues.words["rulings"]

    def act(self, scene: Scene, report: Report) -> bool:
        """Whether a report is of a ruling that does what it tells: “ruled that 60 be deported”, “decided to expel”.

        What a court finds to be so it says like anybody else: “ruled that police tortured three men”.
        """
        v = report.trigger
        if v < 0 or scene.lower(v) not in self._verbs:
            return False
        clause = [t for t in scene.tokens[v + 1 : scene.stop] if t.dep in _CLAUSES and t.head == v]
        if clause:
            return not _found(scene, clause[0])
        that = scene.lower(v + 1) == "that"
        verb = next((t for t in scene.tokens[v + 1 : scene.stop] if t.pos in ("AUX", "VERB")), None)
        return not that or verb is None or not _found(scene, verb)

    def left_out(self, scenes: Mapping[int, Scene], reports: Sequence[Report]) -> list[Report]:
        """The reports without such acts where a sentence behind tells who made them known: that one tells it."""
        over = [span for r in reports if r.rule in WHOLE for span in r.content]
        if not over:
            return list(reports)
        acts = (r for r in reports if self.act(scenes[r.sentence], r))
        known = {r.cue for r in acts if any(s <= r.cue[0] and r.cue[1] <= e for s, e in over)}
        return [r for r in reports if r.cue not in known]


def _found(scene: Scene, verb: Token) -> bool:
    """Whether a clause tells what is or was so: neither “be expelled”, “must leave” nor “to leave” is.

    A verb alone is always taken for the past: “that guards beat nine men” looks like “that the guards leave”.
    """
    helping = {t.lower for t in scene.annotated.children(verb) if t.pos in ("AUX", "PART") and t.i < verb.i}
    if helping & _WILL:
        return "have" in helping  # "ruled that police should have told them"
    bare = verb.lower == "be" or (verb.i > 0 and scene.lower(verb.i - 1) == "to")
    return not bare and not helping & {"be", "to"}
