"""Sentences in which somebody makes "this" known: "X made this public", "About this informed X", "Reports X."."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.attribution.claims import speaks
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import CueKind, Cues, Roles
from guvoh.extraction.attribution.parenthesis import skip_back, stands_at
from guvoh.extraction.attribution.phrases_beside import adjacent
from guvoh.extraction.attribution.said_before import RULE, ToldSoFar, before
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import passive, phrase_from
from guvoh.extraction.attribution.whole_subjects import whole_subject

_THIS = frozenset({"this", "it", "that"})
_ABOUT = frozenset({"about", "of", "on"})
_BEHIND = _THIS | _ABOUT
"""What stands right behind a verb that makes "this" known."""
_MAKES = frozenset({"made", "makes", "make"})
_BE = frozenset({"is", "was"})
_WHO = frozenset({"to", "who", "that", "which"})
_KNOWN = frozenset({"public", "known"})
_INSIDE = frozenset({"in", "at", "by"})
_SHORT, _NEAR = 40, 6

Found = tuple[int, Phrase, Phrase | None]
"""The verb, who tells, and who only passes it on."""


class PointingBack:
    """The rule over one vocabulary."""

    def __init__(self, cues: Cues, roles: Roles) -> None:
        self.cues = cues
        self.roles = roles

    def report(self, scene: Scene, told: ToldSoFar) -> Report | None:
        """The report that a sentence makes of those before it in its paragraph, or of the paragraph before."""
        words = scene.tokens[scene.first : scene.stop]
        if len(words) > _SHORT or any(t.lower in self.cues.words["withholding"] for t in words):
            return None
        found = next((f for f in self._ways(scene) if f is not None and self._speaks(scene, f[1])), None)
        content = before(scene, told.since(scene.sentence.i), across=True) if found is not None else None
        if found is None or content is None:
            return None
        v, source, relays = found
        cue = (scene.tokens[v].start, scene.tokens[v].end)
        return Report(cue, CueKind.REPORT, source, content, scene.sentence.i, RULE, relays=relays, trigger=v)

    def _ways(self, scene: Scene) -> Iterator[Found | None]:
        yield self._about_this(scene)
        yield self._opened_by_verb(scene)
        yield self._cleft(scene)
        for v in range(scene.first + 1, scene.stop - 1):
            if scene.tokens[v + 1].lower in _BEHIND and self._makes_known(scene, v):
                source = adjacent(scene, skip_back(scene, v) + 1, scene.first)
                source = whole_subject(scene, source, scene.first) if source is not None else None
                yield (v, source, None) if source is not None and source.first == scene.first else None

    def _makes_known(self, scene: Scene, v: int) -> bool:
        """Whether the verb at `v` makes "this" known, and nothing but a day, a place or a channel follows."""
        word, what = scene.lower(v), scene.lower(v + 1)
        if passive(scene, v):
            return False  # "The mayor was informed about this"
        if what in _THIS and word in _MAKES and scene.lower(v + 2) in _KNOWN:
            return not scene.finite(v + 3, scene.stop)
        if what in _THIS and word in self.cues.words["shares_this"]:
            return not scene.finite(v + 2, scene.stop)
        about = what in _ABOUT and scene.lower(v + 2) in _THIS and word in self.cues.words["speaks_of_this"]
        return about and scene.lower(v + 3) != "with" and not scene.finite(v + 3, scene.stop)

    def _about_this(self, scene: Scene) -> Found | None:
        """“About this on Monday informed the ministry”, in machine English also "in the press service of X"."""
        first = scene.first
        if scene.lower(first) not in _ABOUT or scene.lower(first + 1) not in _THIS:
            return None
        told = self.cues.words["tells_before"] | self.cues.words["speaks_of_this"]
        subject = phrase_from(scene, first + 2, scene.stop)
        subject = subject if subject is not None and subject.first == first + 2 else None
        at = first + 2 if subject is None else subject.last + 1
        v = next((v for v in range(at, min(at + _NEAR, scene.stop)) if scene.lower(v) in told), None)
        if v is None:
            return None
        if subject is not None and not passive(scene, v) and skip_back(scene, v) <= subject.last:
            return (v, subject, None) if not scene.finite(v + 1, scene.stop) else None  # "About this X tells."
        source = phrase_from(scene, v + 1 + (scene.lower(v + 1) in _INSIDE), scene.stop)
        if source is None or scene.finite(source.last + 1, scene.stop):
            return None
        return v, source, subject if passive(scene, v) else None  # "About this TASS was told in the ministry"

    def _cleft(self, scene: Scene) -> Found | None:
        """“It is the same ministry to make it known in a release”, “It was X who reported this”."""
        first = scene.first
        if scene.lower(first) not in _THIS or scene.lower(first + 1) not in _BE:
            return None
        source = phrase_from(scene, first + 2, scene.stop)
        v = source.last + 2 if source is not None and scene.lower(source.last + 1) in _WHO else None
        v = v + 1 if v is not None and scene.tokens[min(v, scene.stop - 1)].pos in ("ADV", "AUX") else v
        if source is None or v is None or v >= scene.stop or not self._makes_known(scene, v):
            return None
        return v, source, None

    def _opened_by_verb(self, scene: Scene) -> Found | None:
        """“Reports Steppe Herald.”, “Writes “Kursk-Gorod” with reference to the police.”."""
        v = scene.first
        after = scene.token(v + 1)
        if scene.lower(v) not in self.cues.words["opens_telling"] or after is None:
            return None
        if not (after.text[:1].isupper() or after.text in MARKS or after.lower == "the"):
            return None
        source = phrase_from(scene, v + 1, scene.stop)
        if source is None or source.first != v + 1 or scene.finite(v + 1, scene.stop):
            return None
        end = source.last + 1 + (scene.lower(source.last + 1) in MARKS)
        if scene.lower(end) in (".", ""):
            return v, source, None
        end += scene.lower(end) == ","
        cited = next((p for p in self.cues.citing if stands_at(scene, end, p)), None)
        whom = phrase_from(scene, end + len(cited), scene.stop) if cited is not None else None
        return (v, whom, source) if whom is not None else None

    def _speaks(self, scene: Scene, source: Phrase) -> bool:
        named = scene.tokens[source.head].text.istitle() and scene.lower(source.head + 1) == ","
        return named or speaks(scene, source, self.cues, self.roles)
