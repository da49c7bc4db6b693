"""What is told inside a body, as pages put into English say it: "as noted in the consulate", "In X they said"."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, CueKind, Cues, saying_words
from guvoh.extraction.attribution.parenthesis import around
from guvoh.extraction.attribution.scene import TIME_WORDS, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from

_INSIDE = frozenset({"in", "at"})
_BODIES = saying_words()["tell_inside"]
_AUX = frozenset({"AUX", "ADV"})
_ENDS = frozenset({"", ".", ","})
_TO_US = frozenset({"us", "me"})


class InsideBodies:
    """The rules over one vocabulary."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues

    def told(self, scene: Scene, i: int, word: str) -> Report | None:
        """“As was noted in the consulate, S”, “S, as explained in X”, “S, informed in the press service of X.”."""
        if word not in _INSIDE or scene.in_quote(i):
            return None
        v = self._past_listener(scene, i - 1)
        body = body_at(scene, i)
        if v <= scene.first - 1 or body is None or not self._tells(scene, v):
            return None
        begin = v
        while begin - 1 >= scene.first and scene.tokens[begin - 1].pos in _AUX:
            begin -= 1
        heading = scene.lower(begin - 1) == "as" and begin - 1 >= scene.first
        begin -= heading
        last = _past_place(scene, body.last + 1)
        if scene.lower(last) not in _ENDS or not (heading or self._closes(scene, begin, v, last)):
            return None
        spans = around(scene, begin, last, *scene.bounds(v))
        cue = (scene.tokens[v].start, scene.tokens[i].end)
        rule = f"“…, {scene.lower(v)} in X”"
        return Report(cue, CueKind.REPORT, body, spans, scene.sentence.i, rule, trigger=v) if spans else None

    def _past_listener(self, scene: Scene, i: int) -> int:
        """The verb before "to us" and a day, that ends at token `i`."""
        i -= scene.lower(i) in _TO_US
        return i - (scene.lower(i) == "to" and scene.lower(i + 1) in _TO_US)

    def _tells(self, scene: Scene, v: int) -> bool:
        """Whether the word is a form in the past of a verb by which somebody says something."""
        past = scene.tokens[v].tag in ("VBN", "VBD")
        return past and any(sense.kind in CHAIN_KINDS for sense in self.cues.senses.get(scene.lower(v), ()))

    def _closes(self, scene: Scene, begin: int, v: int, last: int) -> bool:
        """Whether verb and body close the sentence behind what is told, with nobody between: “…, told in X.”."""
        before = scene.token(begin - 1)
        alone = begin == v and before is not None and begin > scene.first and scene.lower(last) != ","
        if not alone or before is None or scene.lower(v) not in self.cues.words["tells_before"]:
            return False
        return before.text in MARKS or (before.text == "," and scene.finite(scene.first, begin - 1))


def they_inside(scene: Scene, pronoun: int) -> Phrase | None:
    """The body in which "they" tell something: "In the press service of the ministry | they told"."""
    opens = scene.lower(scene.first) in _INSIDE and scene.lower(pronoun) == "they" and not scene.in_quote(pronoun)
    body = body_at(scene, scene.first) if opens else None
    if body is None or body.last != pronoun - 1 - (scene.lower(pronoun - 1) == ","):
        return None
    return None if _brought_there(scene, body) else body


def body_at(scene: Scene, i: int) -> Phrase | None:
    """The body by whose noun the phrase behind "in" or "at" at token `i` is headed."""
    found = phrase_from(scene, i + 1, scene.stop)
    return found if found is not None and scene.lower(found.head) in _BODIES else None


def _past_place(scene: Scene, i: int) -> int:
    """The token past the place where a body sits and the day on which it told: "the consulate | in Perm on Monday"."""
    place = phrase_from(scene, i + 1, scene.stop) if scene.lower(i) in _INSIDE else None
    if place is not None and scene.tokens[place.head].text[:1].isupper():
        i = place.last + 1
    return i + 2 if scene.lower(i) == "on" and scene.lower(i + 1) in TIME_WORDS else i


def told_inside(scene: Scene, i: int) -> bool:
    """Whether "in" or "at" and a body stand at token `i`: "as was reported | in the ministry"."""
    return scene.lower(i) in _INSIDE and body_at(scene, i) is not None


def _brought_there(scene: Scene, body: Phrase) -> bool:
    """Whether the sentence before tells of people there: "They were taken to the embassy. In the embassy they"."""
    if scene.sentence.i == 0:
        return False
    before = scene.annotated.sentences[scene.sentence.i - 1]
    return scene.lower(body.head) in scene.text[before.start : before.end].lower()
