"""Objects with which a verb that can speak does something else: "dismissed 40 workers", "charged seven youths"."""

from __future__ import annotations

from guvoh.extraction.attribution.figures_told import leads_to_number
from guvoh.extraction.attribution.kinds_of_tokens import MARKS, finite
from guvoh.extraction.attribution.lexicon import Cues, Roles, saying_words, singular
from guvoh.extraction.attribution.scene import Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_IN_IT = frozenset({"than", "of", "least", "up", "to", "at"})
_QUALIFIERS = saying_words()["qualifiers"]


class ObjectRules:
    """The rules for objects, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def of_people(self, scene: Scene, begin: int) -> bool:
        """Whether people are the object: they are dismissed from work, no claim is."""
        whom = phrase_from(scene, begin, scene.stop)
        if whom is None:
            return False
        head = scene.lower(whom.head)
        people = {head, singular(head)} & self.roles.human or head in self.roles.collective
        return bool(people) or head in ("you", "him", "her", "them", "me", "us")

    def prosecutes(self, scene: Scene, begin: int) -> bool:
        """Whether people are charged, not something told: "charged seven teenagers", "charged over attacks"."""
        if scene.lower(begin) in _QUALIFIERS and leads_to_number(scene, begin):
            return not _clause(scene, begin)  # "charged no fewer than three employees"
        whom = phrase_from(scene, begin, scene.stop)
        if whom is None:
            return begin < scene.stop and scene.tokens[begin].pos == "ADP"
        if scene.tokens[whom.head].pos == "NUM" and whom.first == whom.last:
            return scene.lower(whom.last + 1) != "%"  # "the attorney has charged three"
        return scene.tokens[whom.head].tag in ("NNS", "NNPS") and self.of_people(scene, begin)

    def matter(self, scene: Scene, begin: int) -> bool:
        """Whether what is considered is a matter before somebody: "the court considered his case"."""
        what = phrase_from(scene, begin, scene.stop)
        matters = self.cues.words["refused"] | self.cues.words["claims"]
        return what is not None and bool({scene.lower(what.head), singular(scene.lower(what.head))} & matters)

    def summons(self, scene: Scene, v: int) -> bool:
        """Whether somebody is called in, and nothing called a name: "called a patrol", "called the police because"."""
        whom = phrase_from(scene, v + 1, scene.stop)
        near = scene.tokens[max(scene.first, v - 8) : v]
        named = any(t.lower in ("what", "which", "so", "that") and t.dep != "mark" for t in near)
        if whom is None or named or whom.first != v + 1:
            return False
        if any(scene.in_quote(i) != scene.in_quote(v) for i in (v + 1, whom.last)):
            return False  # “call the removals “Operation Foreigner””
        head, after = scene.lower(whom.head), scene.token(whom.last + 1)
        person = scene.tokens[whom.head].pos == "PRON" or {head, singular(head)} & self.roles.human
        if head not in self.cues.words["called_in"] and not (person and _plain_end(scene, whom.last + 1)):
            return False
        return after is None or after.text in (".", ",", ";") or after.pos in ("ADP", "SCONJ", "CCONJ", "PART")

    def refuses(self, scene: Scene, v: int) -> bool:
        """Whether something is refused and nothing denied: "denied him access", "rejected the appeal"."""
        for i in range(v + 1, min(scene.stop, v + 9)):
            word = scene.lower(i)
            if word in (",", ".", "that", ";") or word in self.cues.words["claims_reporting"]:
                return False
            if word in self.cues.words["refused"]:
                return True
        return False


def _clause(scene: Scene, begin: int) -> bool:
    """Whether a number opens a clause: "no fewer than 30 prisoners were beaten", not "three officers with beating"."""
    for i in range(begin, scene.stop):
        t = scene.tokens[i]
        if finite(t):
            return True
        if t.pos in ("PUNCT", "SCONJ", "CCONJ") or t.tag in ("WDT", "WP") or (t.tag == "IN" and t.lower not in _IN_IT):
            return False
    return False


def _plain_end(scene: Scene, i: int) -> bool:
    """Whether nothing behind a person tells what he or she is called, or called upon to do."""
    order = scene.lower(i) == "to" and scene.lower(i + 1) != "" and scene.tokens[i + 1].tag == "VB"
    shared = scene.lower(i) == "and" and scene.lower(i + 1) != "" and scene.tokens[i + 1].pos == "VERB"
    return not order and not shared and scene.lower(i) != "as" and scene.lower(i) not in MARKS
