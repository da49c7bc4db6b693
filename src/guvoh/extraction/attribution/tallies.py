"""Cues beside verbs of speaking: a count that stands at a number, what "was confirmed by X", who "is certain"."""

from __future__ import annotations

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.figures_told import number_at
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import around, owner, past_apposition
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from

STANDS = saying_words()["stands"]
"""Verbs by which a count comes to a number."""
_LEARNT = saying_words()["learnt"]
_LINKS = saying_words()["linking"]
_AGENT_REACH, _OPENING, _OUTLET_REACH = 14, 5, 9
_NUMBER_REACH = 6
_DENIED = 3


def _at_number(scene: Scene, i: int, by: int) -> bool:
    """Whether a number stands behind "at" or "to" between two tokens: "put at some 70 by X"."""
    ats = [n for n in range(i + 1, by) if scene.lower(n) in ("at", "to")]
    return any(number_at(scene, m) for n in ats for m in range(n + 1, min(by, n + 4)))


class TallyRules:
    """The rules for counts, passives with an agent and states of mind, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles
        self.triggers = (
            _LEARNT | cues.words["documents"] | STANDS | cues.words["passed_by_agent"] | cues.words["certain"]
        )

    def stands(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X's count stood at 87”, “her own tally is 40”: whose count it is gives the number."""
        if word not in STANDS:
            return None
        lo, hi = scene.bounds(i)
        noun = next((n for n in range(i - 1, max(lo, i - 3), -1) if scene.tokens[n].pos == "NOUN"), None)
        if noun is None or scene.lower(noun) not in self.cues.words["own_words"] | self.cues.words["counts"]:
            return None
        source = owner(scene, noun, lo)
        near = range(i + 1, min(hi, i + _NUMBER_REACH))
        if source is None or not self._may_speak(scene, source) or self._of_them(scene, source, noun):
            return None
        ends = next(
            (n for n in near if scene.lower(n) in (",", "since", "when")), near.stop
        )  # "has grown since May 22"
        if not any(scene.tokens[n].pos == "NUM" for n in range(i + 1, ends)):
            return None
        span = content.trim(scene, i + 1, hi)
        cue = (scene.tokens[noun].start, scene.tokens[noun].end)
        rule = f"“X's {scene.lower(noun)} {word}”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=noun) if span else None

    def _of_them(self, scene: Scene, source: Phrase, noun: int) -> bool:
        """Whether it is how many they are, and nobody's count: "their number was 218"."""
        return scene.tokens[source.head].tag == "PRP$" and scene.lower(noun) in self.cues.words["how_many_they_are"]

    def learnt(self, scene: Scene, i: int, word: str) -> Report | None:
        """“She learned from X that S”, “heard from X that S”: X says it."""
        if word not in _LEARNT or scene.lower(i + 1) != "from":
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + 2, hi)
        aside = self._learnt_aside(scene, i, source, lo, hi) if source is not None else None
        if aside is not None:
            return aside
        joint = "," if scene.lower(scene.first) == "as" else "that"  # "As the paper learned from X, S"
        if source is None or scene.lower(source.last + 1) != joint or not self._may_speak(scene, source):
            return None
        span = content.trim(scene, source.last + 2, hi)
        cue = (scene.tokens[i].start, scene.tokens[i + 1].end)
        rule = f"“{word} from X that”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i) if span else None

    def _learnt_aside(self, scene: Scene, i: int, source: Phrase, lo: int, hi: int) -> Report | None:
        """“S, as TASS learned from X”: X says it, whoever learned it passes it on."""
        at = next(
            (
                n
                for n in range(i - 1, max(lo, i - _OUTLET_REACH), -1)
                if scene.lower(n) == "as" and scene.lower(n - 1) == ","
            ),
            None,
        )
        comma = next((n for n in range(i - 1, max(lo, i - _OUTLET_REACH), -1) if scene.lower(n) == ","), None)
        at = comma + 1 if at is None and comma is not None and scene.finite(lo, comma) else at
        if at is None or scene.lower(at - 1) != "," or not self._may_speak(scene, source):
            return None
        spans = around(scene, at, past_apposition(scene, source.last + 1, hi), lo, hi)
        cue = (scene.tokens[i].start, scene.tokens[i + 1].end)
        relays, rule = phrase_from(scene, at + (scene.lower(at) == "as"), i), "“as X learned from Y”"
        made = Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, rule, relays=relays, trigger=i)
        return made if spans else None

    def study(self, scene: Scene, i: int, word: str) -> Report | None:
        """“A survey by X in which S”, “a report from X that says S”, “In a survey by X, S”: X tells what it holds."""
        if word not in self.cues.words["documents"] or scene.lower(i + 1) not in ("by", "from"):
            return None
        _, hi = scene.bounds(i)
        source = phrase_from(scene, i + 2, hi)
        if source is None or not speaks(scene, source, self.cues, self.roles):
            return None
        after = source.last + 1 + (scene.lower(source.last + 1) == ",")
        in_which = scene.lower(after) == "in" and scene.lower(after + 1) == "which"
        opens = after == source.last + 2 and i - scene.first <= _OPENING and scene.lower(scene.first) in ("in", "of")
        linked = in_which or opens or scene.lower(after) in _LINKS
        begin = after if opens and not in_which else after + 1 + in_which
        span = content.trim(scene, begin, hi) if linked else None
        if span is None or not any(t.pos == "NUM" for t in scene.tokens[begin:hi]):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“{word} by X in which”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i)

    def by_agent(self, scene: Scene, i: int, word: str) -> Report | None:
        """“was put at 70 by X”, “has been confirmed by X”: the agent tells the clause."""
        if word not in self.cues.words["passed_by_agent"] or not passive(scene, i):
            return None
        lo, hi = scene.bounds(i)
        if any(scene.lower(n) in self.cues.words["withholding"] for n in range(max(lo, i - _DENIED), i)):
            return None  # "the data could not be confirmed by the police"
        by = next((n for n in range(i + 1, min(hi, i + _AGENT_REACH)) if scene.lower(n) in ("by", ",", ";", ".")), None)
        if by is None or scene.lower(by) != "by":
            return None
        source = phrase_from(scene, by + 1, hi)
        if word == "put" and not _at_number(scene, i, by):
            return None  # "29 men were put on trial by courts of the republic", "put into two boats by the guard"
        if source is None or not speaks(scene, source, self.cues, self.roles):
            return None
        span = content.trim(scene, lo, by)
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“was {word} by X”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i) if span else None

    def certain(self, scene: Scene, i: int, word: str) -> Report | None:
        """“X is certain that S”, “X is convinced: S”."""
        if word not in self.cues.words["certain"] or scene.lower(i + 1) not in ("that", ":"):
            return None
        if scene.lower(i - 1) not in ("is", "are", "was", "were", "’s", "'s"):
            return None
        lo, hi = scene.bounds(i)
        subject = next((t for t in reversed(scene.tokens[lo : i - 1]) if t.relation == "nsubj"), None)
        source = scene.phrase(subject.i, lo, i - 1) if subject is not None else adjacent(scene, i - 1, lo)
        span = content.trim(scene, i + 2, hi)
        if source is None or span is None or not self._may_speak(scene, source):
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“X is {word} that”"
        return Report(cue, CueKind.OPINION, source, (span,), scene.sentence.i, rule, trigger=i)

    def _may_speak(self, scene: Scene, source: Phrase) -> bool:
        pronoun = scene.tokens[source.head].pos == "PRON" and scene.lower(source.head) not in ("it", "this", "that")
        return pronoun or speaks(scene, source, self.cues, self.roles)
