"""Sentences that only tell who says the one before: "The ministry reported.", "X told TASS about this on Monday."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.annotate import Sentence
from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles, saying_words
from guvoh.extraction.attribution.parenthesis import skip_back
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from
from guvoh.extraction.attribution.whole_subjects import whole_subject
from guvoh.model import Role, Span

RULE = "the sentence before, which X reported"
_ADDRESSED = frozenset({"wrote", "writes"})
_TOLD = saying_words()["told_somebody"]
_POINTS = frozenset({"this", "it", "that", "so"})
_ABOUT = frozenset({"about", "of", "on"})
_PLACES = frozenset({"in", "on", "at", "via", "through", "during", "to", "with", "by"})
_SHORT = 40
_NAME = 4
"""Words that a name in quotation marks may have."""


@dataclass(slots=True)
class ToldSoFar:
    """How far back the next such sentence may reach, in one document; numbers of sentences, -1 for none."""

    whole: int = -1
    """The last sentence that told who says those before it."""
    own: int = -1
    """The last sentence with a source of its own: no data "given by X" behind it are of what stands in it."""
    _earlier: int = -1

    def tells(self, sentence: int) -> None:
        """Note a sentence that tells who says those before it."""
        self._earlier, self.whole = self.whole, sentence

    def since(self, sentence: int) -> int:
        """The sentence that such a one stops at: the last such, or the one before where the last stands beside it."""
        return self._earlier if self.whole == sentence - 1 else self.whole


class SaidBefore:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def report(self, scene: Scene, found: Sequence[Report], told: ToldSoFar) -> Report | None:
        """The report that the whole sentence makes of the one before; None where `found` tells what it says itself."""
        if scene.stop - scene.first > _SHORT or any(q.words > _NAME for q in scene.quoted):
            return None
        v = next(
            (t.i for t in scene.tokens[scene.first : scene.stop] if t.lower in self.cues.words["tells_before"]), None
        )
        if v is None or any(t.lower in self.cues.words["withholding"] for t in scene.tokens[scene.first : v]):
            return None  # "This could not be confirmed by the police"
        source, points = self._active(scene, v) if not passive(scene, v) else (None, False)
        if not points and (found or scene.lower(v) in _ADDRESSED):
            return None
        since = told.since(scene.sentence.i)
        span = before(scene, since, across=points or _goes_on(scene)) if source is not None else None
        if source is None or span is None or not self._speaks(scene, source):
            return None
        cue = (scene.tokens[v].start, scene.tokens[v].end)
        whom = phrase_from(scene, v + 1, scene.stop) if scene.lower(v) in _TOLD else None
        return Report(cue, CueKind.REPORT, source, span, scene.sentence.i, RULE, addressee=whom, trigger=v)

    def _speaks(self, scene: Scene, source: Phrase) -> bool:
        """Whether a source can speak; a name that opens the sentence is shown by what is told of it behind a comma."""
        told = scene.tokens[source.head].text.istitle()
        return speaks(scene, source, self.cues, self.roles) or (told and scene.lower(source.head + 1) == ",")

    def _active(self, scene: Scene, v: int) -> tuple[Phrase | None, bool]:
        """“The ministry reported.”, “X told TASS about this”; and whether "this" points at the sentence before."""
        source = adjacent(scene, skip_back(scene, v) + 1, scene.first)
        source = whole_subject(scene, source, scene.first) if source is not None else None
        if source is None or source.first != scene.first or any(finite(t) for t in scene.tokens[v + 1 : scene.stop]):
            return None, False
        points, at = self._object(scene, v)
        apposed = scene.lower(source.last + 1) == ","  # "The head of the office, X, wrote about this"
        whole = source if apposed else Phrase(source.first, max(source.last, skip_back(scene, v)), source.head)
        return (whole, points) if at is not None and self._only_beside(scene, at) else (None, False)

    def _object(self, scene: Scene, v: int) -> tuple[bool, int | None]:
        """Whether "this" or "about it" stands for what is told, and the token after it and after who was told."""
        at = v + 1
        if scene.lower(v) in ("said", "says") and scene.lower(at) == "it":
            return False, None  # "Nazarov said it": a word that he was asked for
        if scene.lower(at) in _POINTS:
            return True, at + 1
        if scene.lower(v) in _TOLD:
            told = phrase_from(scene, at, scene.stop)
            at = told.last + 1 if told is not None and told.first == at else at
        if scene.lower(at) in _ABOUT and scene.lower(at + 1) in _POINTS:
            return True, at + 2
        noun = at < scene.stop and scene.tokens[at].pos in ("NOUN", "PROPN", "NUM", "DET", "ADJ", "PRON", "VERB")
        return False, None if noun and scene.lower(at) not in TIME_WORDS else at

    def _only_beside(self, scene: Scene, at: int) -> bool:
        """Whether nothing but a day, a place or a channel follows from token `at` on: no number, no "that"."""
        rest = scene.tokens[at : scene.stop]
        if any(t.text == ":" or t.pos == "SCONJ" or (t.lower in ("about", "that", "of") and t.i == at) for t in rest):
            return False
        first = rest[0] if rest else None
        begins = first is None or first.pos == "PUNCT" or first.lower in _PLACES | TIME_WORDS or first.pos == "ADV"
        told = (
            t for t in rest if not (t.dep == "obj" and scene.lower(t.i - 1) == "to")
        )  # "to Gazeta.uz", taken for one
        return begins and not any(t.dep in ("obj", "ccomp", "xcomp") and t.head < at for t in told)


def _goes_on(scene: Scene) -> bool:
    """Whether a line only ends the sentence of the one above: "31 of whom broke the law,¶ the ministry reported."."""
    above = scene.text[: scene.sentence.start].rstrip()
    return scene.text[scene.sentence.start].islower() and above.endswith(",")


def before(scene: Scene, since: int, *, across: bool) -> tuple[Span, ...] | None:
    """The sentences of the paragraph before this one; of the paragraph before it, where the sentence points back.

    None of them stands at or before sentence `since`: what it told of is told.
    """
    sentences, i = scene.annotated.sentences, scene.sentence.i - 1
    if i <= since or i < 0 or sentences[i].role is Role.TITLE:
        return None
    if "\n" in scene.text[sentences[i].end : scene.sentence.start] and not across:
        return None
    first = i
    while first > max(since + 1, 0) and _joined(scene, sentences[first - 1], sentences[first]):
        first -= 1
    return tuple((s.start, s.end) for s in sentences[first : i + 1])


def _joined(scene: Scene, before: Sentence, after: Sentence) -> bool:
    return before.role is after.role and "\n" not in scene.text[before.end : after.start]
