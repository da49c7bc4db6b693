"""Telling without a subject that tells: passives, "as noted", "it is said in", "was told by"."""

from __future__ import annotations

from guvoh.extraction.attribution import content
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.inside_bodies import told_inside
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import agent_after, around, past_apposition, quotes_or_agent, skip_back
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from

IMPERSONAL = "“as noted, …”: the speaker before goes on"
"""The rule of what nobody is said to say: it is told by whoever spoke before."""
_IMPERSONAL = saying_words()["impersonal"]
_OF_OTHERS = frozenset({"alleged", "claimed", "rumoured", "rumored", "believed", "thought", "purported"})
_REMINDS = saying_words()["reminds"]
_AUX = frozenset({"AUX", "ADV"})
_RELATIVES = frozenset({"which", "who"})


class ImpersonalRules:
    """The rules for cues without a subject that tells, over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def passive(self, scene: Scene, i: int, word: str) -> Report | None:
        """“it is reported that S”, “were reported to have S”: hearsay, with the agent when one is named."""
        if word not in self.cues.words["hearsay_passives"] or not passive(scene, i):
            return None
        lo, hi = scene.bounds(i)
        after = scene.lower(i + 1)
        agent = agent_after(scene, i + 1, min(hi, i + 8)) if after == "by" else None
        expletive = scene.lower(skip_back(scene, i)) == "it"
        if not (
            after == "to"
            or (after == "that" and expletive)
            or agent is not None
            or (word == "reported" and not quotes_or_agent(scene, i) and not told_inside(scene, i + 1))
        ):
            return None
        begin, hi = _clause(scene, i, lo, hi)
        spans = content.trim(scene, i + 2 if after == "that" else begin, hi)
        if spans is None:
            return None
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        return Report(
            cue, CueKind.REPORT, agent, (spans,), scene.sentence.i, f"“is {word}”: hearsay", flag="hearsay", trigger=i
        )

    def as_established(self, scene: Scene, i: int, word: str) -> Report | None:
        """“As was established by the court, S”, “S, as reported by X”."""
        if word != "as":
            return None
        v = next((n for n in range(i + 1, min(scene.stop, i + 5)) if scene.lower(n) in self.cues.senses), None)
        if v is None or scene.lower(v + 1) != "by" or not all(scene.tokens[n].pos in _AUX for n in range(i + 1, v)):
            return None
        if not any(sense.kind in CHAIN_KINDS for sense in self.cues.senses[scene.lower(v)]):
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, v + 2, hi)
        spans = around(scene, i, past_apposition(scene, source.last + 1, hi), lo, hi) if source is not None else ()
        if source is None or not spans:
            return None
        cue = (scene.tokens[v].start, scene.tokens[v].end)
        return Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, f"“as {scene.lower(v)} by X”", trigger=v)

    def as_noted(self, scene: Scene, i: int, word: str) -> Report | None:
        """“As noted, S”, “it was added that S”: whoever spoke before goes on."""
        if word not in ("as", "it") or i > scene.first + 1 or scene.in_quote(i):
            return None
        v = next((n for n in range(i + 1, min(scene.stop, i + 5)) if scene.lower(n) in _IMPERSONAL), None)
        if v is None or not all(scene.tokens[n].pos in _AUX or scene.lower(n) == "it" for n in range(i + 1, v)):
            return None
        if scene.lower(v + 1) != ("," if word == "as" else "that") or (word == "it" and v == i + 1):
            return None
        if word == "it" and scene.lower(v) in _REMINDS and scene.lower(v - 1) == "is":
            return None  # "It is recalled that 12,000 live there": the page reminds its readers
        span = content.trim(scene, v + 2, scene.stop)
        cue = (scene.tokens[v].start, scene.tokens[v].end)
        source = Phrase(i, i, i)
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, IMPERSONAL, trigger=v) if span else None

    def it_is_said(self, scene: Scene, i: int, word: str) -> Report | None:
        """“S, it is said in X's press release”, “S, it was stated at the ministry”: X says it."""
        told = self.cues.words["hearsay_passives"] | _IMPERSONAL
        if word == "it" and i == scene.first and scene.lower(i + 1) in self.cues.words["following"]:
            return self._it_follows(scene, i)
        if word != "it" or scene.lower(i - 1) not in (",", ";") or scene.lower(i + 2) not in told:
            return None
        if scene.lower(i + 1) in ("is", "was") and scene.lower(i + 3) in (",", ".", ""):
            return self._aside(scene, i)
        if scene.lower(i + 1) not in ("is", "was") or scene.lower(i + 3) not in ("in", "on", "at", "by"):
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + 4, hi)
        if source is None or not speaks(scene, source, self.cues, self.roles):
            return None
        spans = around(scene, i, source.last + 1, lo, hi)
        cue = (scene.tokens[i + 2].start, scene.tokens[i + 2].end)
        rule = f"“it is {scene.lower(i + 2)} in X”"
        return Report(cue, CueKind.REPORT, source, spans, scene.sentence.i, rule, trigger=i + 2) if spans else None

    def _aside(self, scene: Scene, i: int) -> Report | None:
        """“They could not go out, it was said, and 40 had …”: whoever spoke before goes on."""
        spans = around(scene, i, i + 3, *scene.bounds(i))
        if scene.in_quote(i) or not spans or scene.lower(i + 2) in _OF_OTHERS:
            return None
        cue = (scene.tokens[i + 2].start, scene.tokens[i + 2].end)
        return Report(cue, CueKind.REPORT, Phrase(i, i, i), spans, scene.sentence.i, IMPERSONAL, trigger=i + 2)

    def _it_follows(self, scene: Scene, i: int) -> Report | None:
        """“It follows from the report that S”: whose report it is says it."""
        source = phrase_from(scene, i + 3, scene.stop) if scene.lower(i + 2) == "from" else None
        if source is None or scene.lower(source.last + 1) != "that":
            return None
        span = content.trim(scene, source.last + 2, scene.stop)
        if span is None or not speaks(scene, source, self.cues, self.roles):
            return None
        cue = (scene.tokens[i + 1].start, scene.tokens[i + 2].end)
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, "“it follows from X that”", trigger=i + 1)

    def told_by(self, scene: Scene, i: int, word: str) -> Report | None:
        """“She was told by the police that S”."""
        inside = scene.lower(i + 1) in ("in", "at")  # "The paper was told in the ministry's press service that S"
        if word not in ("told", "informed") or not (inside or scene.lower(i + 1) == "by") or not passive(scene, i):
            return None
        lo, hi = scene.bounds(i)
        source = phrase_from(scene, i + 2, hi)
        that = source is not None and scene.lower(source.last + 1) == "that"
        if inside and not (that and source is not None and speaks(scene, source, self.cues, self.roles)):
            return None
        comma = next((n for n in range(i - 1, max(lo, i - 9), -1) if scene.lower(n) == ","), None)
        if source is None or not (that or (comma is not None and scene.finite(lo, comma))):
            return None
        span = content.trim(scene, source.last + 2, hi) if that else content.trim(scene, lo, comma or lo)
        cue = (scene.tokens[i].start, scene.tokens[i].end)
        rule = f"“was {word} by X that”"
        return Report(cue, CueKind.REPORT, source, (span,), scene.sentence.i, rule, trigger=i) if span else None


def _clause(scene: Scene, i: int, lo: int, hi: int) -> tuple[int, int]:
    """The clause of a passive: an aside on its own ("X, which is believed to have left, | said") or what it joins."""
    subject = skip_back(scene, i)
    if scene.lower(subject) in _RELATIVES and scene.lower(subject - 1) == ",":
        return subject, next((n for n in range(i + 1, hi) if scene.lower(n) == ","), hi)
    return _joined(scene, i, lo), hi


def _joined(scene: Scene, i: int, lo: int) -> int:
    """Where the clause of a passive begins behind another: "142 ran away, and | one was reported to have died"."""
    commas = (n for n in range(i - 1, lo, -1) if scene.lower(n) == "," and scene.lower(n + 1) in ("and", "but"))
    comma = next(commas, None)
    if comma is None or not scene.finite(lo, comma):
        return lo
    subject = any(t.relation == "nsubj" for t in scene.tokens[comma + 2 : i])
    return comma + 2 if subject else lo
