"""Verbs of saying in Russian: who stands before or behind them, to whom it is told, and what they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guvoh.extraction.attribution.identities import CHANNELS
from guvoh.extraction.attribution.windows.citing import cited_in
from guvoh.extraction.attribution.windows.content import Contents
from guvoh.extraction.attribution.windows.lexicon import Cue, people, words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.phrase import POSSESSIVE, Phrase
from guvoh.extraction.attribution.windows.readings import DAT, GEN, NOM, Reading, readings
from guvoh.extraction.attribution.windows.scene import DASHES, Scene, Told, verb_of
from guvoh.extraction.attribution.windows.subjects import Subjects
from guvoh.model import SourceKind, Span

_THAT = frozenset({"что", "как", "будто", "чтобы", "почему", "где", "сколько", "куда", "зачем", "когда", "якобы"})
_SAID = frozenset({"что", "будто", "чтобы", "якобы"})
_POINTED = frozenset({"тому", "том", "тем", "того"})
_ABOUT = frozenset({"о", "об", "обо", "про"})
_SKIPPED = 9


class VerbRules:
    """Reads each cue verb of a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.contents = Contents(scene)
        self.subjects = Subjects(scene)

    def told(self) -> Iterator[Told]:
        """What every cue verb of the text reports."""
        for token in self.scene.tokens:
            lemma = verb_of(token) if self.scene.free(token.i) else None
            if lemma is not None and not self._denied(token.i, lemma):
                found = self._told(token.i, words().verbs[lemma])
                if found is not None:
                    yield found

    def _denied(self, v: int, lemma: str) -> bool:
        """Whether nothing is told: «не подтвердили»; no «не исключил», «не отрицает», «не скрывает»."""
        bare = self.scene.low(v - 1) == "не" and words().verbs[lemma].flag != "denial"
        return bare and lemma in words().sets["told_not"]

    def _told(self, v: int, cue: Cue) -> Told | None:
        scene = self.scene
        lo, hi = scene.around(v)
        source, there = self.subjects.source(v, lo, hi)
        how = self._how(v, lo, hi, source, quoting=cue.frame not in ("number", "witness"))
        goes_on = source is None and v == scene.sentence_of(v).first and scene.low(hi) in (",", ":")
        if goes_on and how in (None, "object"):
            how = "bare"
        if source is None and self.subjects.gerund(v):
            source = self.subjects.subject_before(v, lo)
        if how is None or not self._may_tell(v, hi, cue.frame, how, source):
            return None
        if source is None and not there and how != "quote" and not goes_on:
            return None
        source, relay = self._handed_on(v, hi, source)
        content = self.contents.of(how, v, lo, hi, source) + self._of_themselves(source, lo)
        if not content:
            return None
        token = scene.tokens[v]
        second = self._second(source, hi)
        listeners = self._listeners(v, lo, hi, source)
        rule = f"“{token.lower}”, {_RULES[how]}"
        gender = next((r.gender for r in readings(token.text) if r.pos == "VERB" and r.number == "s"), "")
        flag = None if cue.flag == "denial" and scene.low(v - 1) == "не" else cue.flag  # «не отрицает»
        return Told(
            (token.start, token.end), cue.kind, source, content, token.sent, rule, flag, second, listeners,
            gender if gender != "n" else "", how != "object", how == "quote", there and source is None, relay, True,
        )  # fmt: skip

    def _may_tell(self, v: int, hi: int, frame: str, how: str, source: Phrase | None) -> bool:
        """Whether a verb of a frame tells what stands beside it in such a way."""
        handed = (how == "about this" and self._its_object(v)) or self._gives_data(v)
        handed = handed or (how == "object" and self._promises(v, hi, source))
        return (handed or _allowed(frame, how)) and (frame != "number" or self._counts(source, v, hi))

    def _handed_on(self, v: int, hi: int, source: Phrase | None) -> tuple[Phrase | None, Phrase | None]:
        """Who says it, and who hands on the words of another where the subject of a verb does."""
        owner = self._whose_words(v, hi, source) if source is not None else None
        if owner is None or source is None:
            return source, None
        relay: Phrase | None = replace(source, last=source.body.last) if source.body is not None else source
        if owner.first == source.first + 1 and source.body is None:  # «цитирует паблик одного из прихожан»
            relay = replace(source, last=source.first)
        if owner.pronoun and source.first <= owner.first <= source.last:  # «цитирует его заявление агентство»
            relay = self.scene.reader.read(source.last + 1, NOM, hi)
        return owner, relay

    def _counts(self, source: Phrase | None, v: int, hi: int) -> bool:
        """Whether a body that helps or tells, or a person by name, has a number of cases: no police that found ten."""
        if source is None or not any(self.scene.tokens[i].pos == "NUM" for i in range(v + 1, hi)):
            return False
        kind = (source.body.kind if source.body is not None else None) or self.scene.reader.heads.get(source.lemma)
        helps = source.lemma in words().sets["who_count"]
        return helps or source.name is not None or kind in (SourceKind.NGO, SourceKind.OUTLET)

    def _its_object(self, v: int) -> bool:
        """Whether a pronoun before a verb tells whose words it hands on."""
        return self.scene.low(v) in words().sets["cites"] and self.scene.low(v - 1) in POSSESSIVE

    def _gives_data(self, v: int) -> bool:
        """«привело данные о 40 задержанных», «привели статистику: …»."""
        gives = any(r.lemma in words().sets["giving"] for r in readings(self.scene.tokens[v].text)[:2])
        return gives and self.scene.low(v + 1) in words().sets["given_nouns"]

    def _promises(self, v: int, hi: int, source: Phrase | None) -> bool:
        """Whether an official or a body promises: «мэрия пообещала выслать 40 человек»; no «сосед обещал работу»."""
        if source is None or not any(r.lemma in words().sets["promising"] for r in _likely(self.scene, v)):
            return False
        listed = words().sets["finding_out"]  # «пообещала выяснить, кто избил 40 человек»
        if any(r.lemma in listed for i in range(v + 1, hi) for r in _likely(self.scene, i)):
            return False
        return source.body is not None or source.lemma in people().official | people().state

    def _whose_words(self, v: int, hi: int, source: Phrase) -> Phrase | None:
        """Whose words a cue verb hands on: «приводит слова сменного мастера X»."""
        if self._its_object(v):  # «его цитирует РИА»
            lemma, number, gender = POSSESSIVE[self.scene.low(v - 1)]
            return Phrase(v - 1, v - 1, v - 1, lemma, GEN, number, gender)
        body = self.scene.bodies.get(v + 1)
        behind = body.last + 1 if body is not None else v + 1  # «приводит ТАСС сообщение X»
        if body is None and source.first == v + 1 and source.name is None:
            behind = source.last + 1 if self.scene.low(source.last + 1) in words().sets["others_words"] else v + 1
        if self.scene.low(behind) in POSSESSIVE and self.scene.low(behind + 1) in words().sets["others_words"]:
            lemma, number, gender = POSSESSIVE[self.scene.low(behind)]  # «цитирует его заявление агентство»
            return Phrase(behind, behind, behind, lemma, GEN, number, gender)
        if self.scene.low(v) in words().sets["cites"]:
            behind += body is None and self._channel(behind)  # «цитирует паблик одного из прихожан»
            read = (self.scene.reader.read(behind, case, hi) for case in ("accs", GEN))
            found = [phrase for phrase in read if phrase is not None]
            return next((phrase for phrase in found if phrase.name is not None), found[0] if found else None)
        if self.scene.low(behind) not in words().sets["others_words"]:
            return None
        return self.scene.reader.read(behind + 1, GEN, hi)

    def _channel(self, i: int) -> bool:
        """Whether an outlet is told by its common noun alone, and whom it cites behind it."""
        if i + 1 >= len(self.scene.tokens) or not any(r.lemma in people().media for r in _likely(self.scene, i)):
            return False
        return self.scene.reader.heads_people(i + 1) or self.scene.low(i + 1).startswith("одн")

    def _of_themselves(self, source: Phrase | None, lo: int) -> tuple[Span, ...]:
        """What a clause between a speaker and the verb tells: «адвокат X, к которому обратились семьи, сказал»."""
        if source is None or source.last + 2 >= lo - 1 or self.scene.low(source.last + 1) != ",":
            return ()
        first = source.last + 2
        told = any(r.lemma == "который" for k in (first, first + 1) for r in readings(self.scene.tokens[k].text))
        return self.contents.trimmed((self.scene.tokens[first].start, self.scene.tokens[lo - 1].start)) if told else ()

    def _how(self, v: int, lo: int, hi: int, source: Phrase | None, *, quoting: bool) -> str | None:
        scene = self.scene
        sentence = scene.sentence_of(v)
        before = scene.utterance_before(scene.tokens[lo].start)
        behind = scene.utterance_behind(scene.tokens[hi - 1].end) if hi <= len(scene.tokens) else None
        if quoting and (before is not None or behind is not None):
            return "quote"
        if scene.low(hi) == "," and scene.low(hi + 1) in _THAT and (scene.low(hi + 1) in _SAID or self._alone(v, hi)):
            return "that"
        if (
            scene.low(hi) == ","
            and scene.low(hi + 1) in _ABOUT
            and scene.low(hi + 3) == ","
            and scene.low(hi + 4) in _THAT
        ):
            return "that"
        if scene.low(lo) == "как" and source is not None:
            return "as"
        if scene.about_this(lo, hi) or (self._its_object(v) and v == lo + 1):
            return "about this"
        if scene.low(hi) == ":" and scene.tokens[hi].sent == sentence.i:
            return "colon"
        inverted = (source is not None and source.first > v) or self._in_body_behind(v, source)
        if inverted and v == sentence.first and scene.low(hi) == "," and self._main_behind(hi):
            return "bare"
        clause = scene.low(lo) in _SAID and scene.low(lo - 2) not in _POINTED  # «рассказал, что писали соседи»
        if inverted and lo > sentence.first and scene.low(lo - 1) in DASHES | {","} and not clause:
            return "aside"
        apart = source is not None and lo > sentence.first and scene.low(lo - 1) == ","
        short = source is not None and hi - lo <= 4 and source.pronoun
        if apart and (short or self._about_that(sentence.first, lo)):
            return "aside"
        if scene.any_of(_ABOUT, v + 1, hi):
            return "about"
        if scene.low(lo) in _ABOUT and hi >= sentence.stop - 1:
            return "about before"
        return "object" if hi > v + 1 else None

    def _about_that(self, first: int, lo: int) -> bool:
        """Whether what is told opens the sentence: «О том, что в мечети держат сорок человек, X написал»."""
        opening = tuple(self.scene.low(i) for i in range(first, first + 3))
        told = opening[0] in _ABOUT and opening[1:] == ("том", ",") and self.scene.low(first + 3) in _THAT
        return told and lo > first + 4 and self.scene.low(lo - 1) == ","

    def _alone(self, v: int, hi: int) -> bool:
        """Whether no other verb stands before «где» or «когда»: «признал виновным и поместил в центр, где» has one."""
        return all(self.scene.tokens[k].pos != "VERB" for k in range(v + 1, hi))

    def _main_behind(self, comma: int) -> bool:
        """Whether a main clause follows: «Пишут подписчики, стоят восемь автобусов», no «…, который уехал»."""
        tokens = self.scene.tokens
        if comma + 1 >= len(tokens):
            return False
        found = readings(tokens[comma + 1].text)
        relative = any(r.lemma in ("который", "кто", "чей") or r.pos in ("PRTF", "GRND", "PREP") for r in found[:2])
        return not relative and self.scene.low(comma + 1) not in _THAT

    def _in_body_behind(self, v: int, source: Phrase | None) -> bool:
        return source is None and self.scene.low(v + 1) in ("в", "во")

    def _second(self, source: Phrase | None, hi: int) -> Phrase | None:
        if source is None or self.scene.low(source.last + 1) != "и":
            return None
        return self.scene.reader.read(source.last + 2, source.case, hi)

    def _listeners(self, v: int, lo: int, hi: int, source: Phrase | None) -> tuple[Body, ...]:
        out = []
        cited = cited_in(self.scene, lo, hi)
        apart = cited[1] if cited is not None else (0, 0)
        for i in range(lo, hi):
            body = self.scene.bodies.get(i)
            if body is None or (source is not None and source.first <= i <= source.last):
                continue
            if apart[0] <= self.scene.tokens[i].start < apart[1]:
                continue
            told = DAT in body.cases or any(
                self.scene.low(k) in words().sets["conversations"] for k in range(max(lo, i - 4), i)
            )
            media = body.kind in CHANNELS or body.kind is SourceKind.NGO or (body.kind is None and body.quoted)
            if told and media and self._near(i, v, body):
                out.append(body)
        return tuple(out)

    def _near(self, i: int, v: int, body: Body) -> bool:
        between = range(v + 1, i) if i > v else range(body.last + 1, v)
        return all(self.scene.tokens[k].pos != "VERB" for k in between) and len(between) <= _SKIPPED


def _likely(scene: Scene, i: int) -> tuple[Reading, ...]:
    return readings(scene.tokens[i].text)[:2]


def _allowed(frame: str, how: str) -> bool:
    if frame == "witness":
        return how == "that"
    if frame == "number":
        return how in ("object", "about")
    if how == "quote" or frame == "wish":
        return True
    if frame == "quote":
        return how == "colon"
    if how in ("about", "about before"):
        return frame in ("about", "object")
    return how != "object" or frame == "object"


_RULES = {
    "quote": "a quotation beside it",
    "that": "with a clause",
    "as": "“как …” names who says it",
    "about this": "tells of what stands before",
    "bare": "at the head of its sentence, who spoke last",
    "colon": "what follows a colon",
    "aside": "set off by commas",
    "about": "tells about it",
    "about before": "tells about it",
    "object": "with an object",
}
