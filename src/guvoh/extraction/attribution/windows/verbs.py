"""Verbs of saying in Russian: who stands before or behind them, to whom it is told, and what they tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guvoh.extraction.attribution.windows.content import Contents
from guvoh.extraction.attribution.windows.lexicon import Cue, people, words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.naming import run_of_names
from guvoh.extraction.attribution.windows.phrases import Phrase
from guvoh.extraction.attribution.windows.readings import DAT, GEN, LOC, NOM, readings
from guvoh.extraction.attribution.windows.scene import DASHES, Scene, Told, verb_of
from guvoh.model import SourceKind, Span

_THAT = frozenset({"что", "как", "будто", "чтобы", "почему", "где", "сколько", "куда", "зачем", "когда", "якобы"})
_ABOUT = frozenset({"о", "об", "обо", "про"})
_CONVERSATIONS = frozenset(
    {
        "интервью",
        "разговоре",
        "беседе",
        "комментарии",
        "эфире",
        "через",
        "радио",
        "изданию",
        "агентству",
        "газете",
        "ответе",
    }
)
_CHANNELS = (SourceKind.OUTLET, SourceKind.AGENCY)
_SKIPPED = 9
_CALENDAR_PREPOSITIONS = frozenset(
    {"в", "во", "на", "к", "после", "до", "через", "по", "об", "о", "из", "с", "при", "позже", "уже"}
)


class VerbRules:
    """Reads each cue verb of a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.contents = Contents(scene)

    def told(self) -> Iterator[Told]:
        """What every cue verb of the text reports."""
        for token in self.scene.tokens:
            lemma = verb_of(token) if self.scene.free(token.i) else None
            if lemma is not None:
                found = self._told(token.i, words().verbs[lemma])
                if found is not None:
                    yield found

    def _told(self, v: int, cue: Cue) -> Told | None:
        scene = self.scene
        lo, hi = scene.around(v)
        source, there = self._source(v, lo, hi)
        how = self._how(v, lo, hi, source)
        goes_on = source is None and v == scene.sentence_of(v).first and scene.low(hi) in (",", ":")
        if goes_on and how in (None, "object"):
            how = "bare"
        if source is None and self._gerund(v):
            source = self._subject_before(v, lo)
        if how is None or not _allowed(cue.frame, how) or (cue.frame == "number" and not self._counts(source, v, hi)):
            return None
        if source is None and not there and how != "quote" and not goes_on:
            return None
        relay = None
        owner = self._whose_words(v, hi) if source is not None else None
        if owner is not None:
            source, relay = owner, source
        content = self.contents.of(how, v, lo, hi, source) + self._of_themselves(source, lo)
        if not content:
            return None
        token = scene.tokens[v]
        second = self._second(source, hi)
        through = self._listeners(v, lo, hi, source)
        rule = f"“{token.lower}”, {_RULES[how]}"
        gender = next((r.gender for r in readings(token.text) if r.pos == "VERB" and r.number == "s"), "")
        return Told(
            (token.start, token.end), cue.kind, source, content, token.sent, rule, cue.flag, second, through,
            gender if gender != "n" else "", how != "object", how == "quote", there and source is None, relay, True,
        )  # fmt: skip

    def _counts(self, source: Phrase | None, v: int, hi: int) -> bool:
        """Whether a body that helps or tells, or a person by name, has a number of cases: no police that found ten."""
        if source is None or not any(self.scene.tokens[i].pos == "NUM" for i in range(v + 1, hi)):
            return False
        kind = source.body.kind if source.body is not None else self.scene.reader.heads.get(source.lemma)
        return source.name is not None or kind in (SourceKind.NGO, SourceKind.OUTLET)

    def _whose_words(self, v: int, hi: int) -> Phrase | None:
        """Whose words a cue verb hands on: «приводит слова сменного мастера X»."""
        if self.scene.low(v + 1) not in words().sets["others_words"]:
            return None
        return self.scene.reader.read(v + 2, GEN, hi)

    def _of_themselves(self, source: Phrase | None, lo: int) -> tuple[Span, ...]:
        """What a clause between a speaker and the verb tells: «адвокат X, к которому обратились семьи, сказал»."""
        if source is None or source.last + 2 >= lo - 1 or self.scene.low(source.last + 1) != ",":
            return ()
        first = source.last + 2
        told = any(r.lemma == "который" for k in (first, first + 1) for r in readings(self.scene.tokens[k].text))
        return self.contents.trimmed((self.scene.tokens[first].start, self.scene.tokens[lo - 1].start)) if told else ()

    def _how(self, v: int, lo: int, hi: int, source: Phrase | None) -> str | None:
        scene = self.scene
        sentence = scene.sentence_of(v)
        before = scene.utterance_before(scene.tokens[lo].start)
        behind = scene.utterance_behind(scene.tokens[hi - 1].end) if hi <= len(scene.tokens) else None
        if before is not None or behind is not None:
            return "quote"
        if scene.low(hi) == "," and scene.low(hi + 1) in _THAT:
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
        if scene.about_this(lo, hi):
            return "about this"
        if scene.low(hi) == ":" and scene.tokens[hi].sent == sentence.i:
            return "colon"
        inverted = (source is not None and source.first > v) or self._in_body_behind(v, source)
        if inverted and lo > sentence.first and scene.low(lo - 1) in DASHES | {","}:
            return "aside"
        if source is not None and lo > sentence.first and scene.low(lo - 1) == "," and hi - lo <= 4 and source.pronoun:
            return "aside"
        if any(scene.low(i) in _ABOUT for i in range(v + 1, hi)):
            return "about"
        return "object" if hi > v + 1 else None

    def _in_body_behind(self, v: int, source: Phrase | None) -> bool:
        return source is None and self.scene.low(v + 1) in ("в", "во")

    def _source(self, v: int, lo: int, hi: int) -> tuple[Phrase | None, bool]:
        """Who says it, and whether «там» stands for it."""
        plural = any(r.pos == "VERB" and r.number == "p" for r in readings(self.scene.tokens[v].text))
        left = (
            self._before(v, lo, plural=plural)
            or self._apart(v, lo, plural=plural)
            or self._joined(v, lo, plural=plural)
        )
        right = self._behind(v, hi, plural=plural)
        if left is None and right is None and not plural:
            right = self.scene.reader.read_name(v + 1, NOM, hi)
        if left is not None and right is not None:
            listener = (
                left.body is not None and DAT in left.body.cases and left.last == left.body.last and not left.lemma
            )
            return (right if listener else left), False
        if left is not None or right is not None:
            return left or right, False
        if plural:
            inside = self._inside(lo, v, v) or self._inside(v + 1, hi, hi)
            there = inside is None and any(self.scene.low(i) == "там" for i in range(lo, hi))
            return inside, there
        return None, False

    def _before(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        for s in range(lo, v):
            if s > lo and self._starts_inside(s):
                continue
            found = self.scene.reader.read(s, NOM, v)
            if found is None:
                continue
            if self._agrees(found, plural=plural) and self._skippable(found.last + 1, v):
                return found
            joined = self.scene.reader.read(found.last + 2, NOM, v) if self.scene.low(found.last + 1) == "и" else None
            if joined is not None and plural and self._skippable(joined.last + 1, v):
                return found
        return None

    def _joined(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        """The subject of a verb before this one: «X выразил обеспокоенность и сообщил»."""
        and_ = next((i for i in range(v - 1, max(lo, v - 4), -1) if self.scene.low(i) == "и"), None)
        if and_ is None or not self._skippable(and_, v):
            return None
        for w in range(lo + 1, and_):
            verbs = [r for r in readings(self.scene.tokens[w].text)[:1] if r.pos == "VERB"]
            if verbs and (verbs[0].number == "p") == plural:
                return self._before(w, lo, plural=plural)
        return None

    def _starts_inside(self, s: int) -> bool:
        """Whether a token belongs to the phrase before it: behind a preposition, or a genitive behind a noun."""
        before = self.scene.tokens[s - 1]
        if before.pos == "ADP":
            return True
        if any(r.lemma == "который" for r in readings(before.text)):
            return False
        genitive = any(r.case == GEN for r in readings(self.scene.tokens[s].text))
        return genitive and before.pos in ("NOUN", "ADJ", "PROPN") and s not in self.scene.bodies

    def _gerund(self, v: int) -> bool:
        return any(r.pos == "GRND" for r in readings(self.scene.tokens[v].text)[:1])

    def _subject_before(self, v: int, lo: int) -> Phrase | None:
        """The subject of the clause before a gerund: «X отказался отвечать, добавив, что»."""
        sentence = self.scene.sentence_of(v)
        for s in range(sentence.first, lo):
            if self.scene.free(s) and not (s > sentence.first and self._starts_inside(s)):
                found = self.scene.reader.read(s, NOM, lo)
                if found is not None:
                    return found
        return None

    def _apart(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        """The subject before words set off by commas: «Адвокат X, которая приехала ночью, рассказала»."""
        scene = self.scene
        sentence = scene.sentence_of(v)
        if lo <= sentence.first or scene.low(lo - 1) != "," or not self._skippable(lo, v):
            return None
        for c in range(lo - 2, sentence.first, -1):
            if scene.low(c) != "," or not self._opens_aside(c + 1):
                continue
            for s in range(scene.around(c - 1)[0], c):
                found = scene.reader.read(s, NOM, c)
                if found is not None and found.last == c - 1 and self._agrees(found, plural=plural):
                    return self._named_aside(found, c + 1, lo - 1)
        return None

    def _named_aside(self, found: Phrase, first: int, stop: int) -> Phrase:
        """The phrase with the name that stands alone between commas: «сестра одного из них, Мадина,»."""
        if found.name is None and run_of_names(self.scene.tokens, first, stop, NOM, bound=True) == stop:
            return replace(found, last=stop - 1, name=(first, stop))
        return found

    def _opens_aside(self, i: int) -> bool:
        found = readings(self.scene.tokens[i].text)
        if self.scene.tokens[i].text[0].isupper():
            return True
        if any(r.lemma == "который" or r.pos in ("PRTF", "GRND") for r in found):
            return True
        if self.scene.low(i + 1) in ("которого", "которой", "которых", "котором", "которому"):
            return True
        return any(r.lemma in people().human and r.case == NOM for r in found)

    def _behind(self, v: int, hi: int, *, plural: bool) -> Phrase | None:
        for s in range(v + 1, min(hi, v + _SKIPPED)):
            if s > v + 1 and self._starts_inside(s):
                continue
            found = self.scene.reader.read(s, NOM, hi)
            if found is not None and self._agrees(found, plural=plural, hi=hi) and self._skippable(v + 1, s):
                return self._apposed(found)
        return None

    def _apposed(self, found: Phrase) -> Phrase:
        """The name told right behind a comma: «один из рабочих, гражданин Кыргызстана Эрмек Т.»."""
        mark = found.last + 1
        if found.name is not None or found.body is not None or self.scene.low(mark) != ",":
            return found
        named = (
            self.scene.reader.read(mark + 1, NOM, self.scene.around(mark + 1)[1])
            if mark + 1 < len(self.scene.tokens)
            else None
        )
        return named if named is not None and named.name is not None and found.lemma in people().human else found

    def _inside(self, lo: int, hi: int, stop: int) -> Phrase | None:
        """«в полиции», «в пресс-службе ГУ МВД» as who says it."""
        for s in range(lo, min(hi, lo + _SKIPPED)):
            if self.scene.low(s) in ("в", "во", "из", "на"):
                found = self.scene.reader.read(s + 1, LOC, stop)
                if (
                    found is not None
                    and found.lemma not in people().human
                    and self._skippable(found.last + 1, hi if hi == stop and lo < s else found.last + 1)
                ):
                    return found
        return None

    def _agrees(self, found: Phrase, *, plural: bool, hi: int = 0) -> bool:
        if found.body is not None and not found.lemma:
            return not plural
        joined = hi and self.scene.low(found.last + 1) == "и"
        return (found.number == "p") == plural or bool(joined)

    def _skippable(self, first: int, stop: int) -> bool:
        """Whether tokens may stand between a verb and its source: adverbs, listeners, when and where it was said."""
        i = first
        while i < stop:
            if i in self.scene.bodies:
                i = self.scene.bodies[i].last + 1
                continue
            token = self.scene.tokens[i]
            noun = token.pos in ("NOUN", "ADJ", "NUM", "PROPN", "PRON")
            if not (
                noun or token.pos in ("ADV", "PART", "ADP", "CCONJ") or self.scene.low(i) in _CALENDAR_PREPOSITIONS
            ):
                return False
            if noun and any(r.case == NOM and r.pos == "NOUN" and r.animate for r in readings(token.text)[:1]):
                return False
            i += 1
        return stop - first <= _SKIPPED

    def _second(self, source: Phrase | None, hi: int) -> Phrase | None:
        if source is None or self.scene.low(source.last + 1) != "и":
            return None
        return self.scene.reader.read(source.last + 2, source.case, hi)

    def _listeners(self, v: int, lo: int, hi: int, source: Phrase | None) -> tuple[Body, ...]:
        out = []
        for i in range(lo, hi):
            body = self.scene.bodies.get(i)
            if body is None or (source is not None and source.first <= i <= source.last):
                continue
            told = DAT in body.cases or any(self.scene.low(k) in _CONVERSATIONS for k in range(max(lo, i - 4), i))
            media = body.kind in _CHANNELS or body.kind is SourceKind.NGO or (body.kind is None and body.quoted)
            if told and media and self._near(i, v, body):
                out.append(body)
        return tuple(out)

    def _near(self, i: int, v: int, body: Body) -> bool:
        between = range(v + 1, i) if i > v else range(body.last + 1, v)
        return all(self.scene.tokens[k].pos != "VERB" for k in between) and len(between) <= _SKIPPED


def _allowed(frame: str, how: str) -> bool:
    if how == "quote" or frame == "wish":
        return True
    if frame == "quote":
        return how == "colon"
    if frame == "number":
        return how in ("object", "about")
    if how == "about":
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
    "object": "with an object",
}
