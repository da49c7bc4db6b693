"""Who stands before or behind a verb of saying: its subject, the subject of another clause, a body named with «в»."""

from __future__ import annotations

from dataclasses import replace

from guvoh.extraction.attribution.windows.citing import cited_in
from guvoh.extraction.attribution.windows.lexicon import people, words
from guvoh.extraction.attribution.windows.listened import past_listener, without_listener
from guvoh.extraction.attribution.windows.naming import run_of_names
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.readings import DAT, GEN, LOC, NOM, readings
from guvoh.extraction.attribution.windows.scene import Scene

_BEFORE_ASIDES = frozenset({"еще", "ещё", "тоже", "также", "один", "одна", "другой", "другая", "второй", "вторая"})
_THERE = frozenset({"там"})
_SKIPPED = 9
_FAR = 60  # tokens before a verb in which its subject may open, or the words set off behind a subject
_CALENDAR_PREPOSITIONS = frozenset(
    {"в", "во", "на", "к", "после", "до", "через", "по", "об", "о", "из", "с", "при", "позже", "уже"}
)


class Subjects:
    """Finds the sources of the verbs of one scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def source(self, v: int, lo: int, hi: int) -> tuple[Phrase | None, bool]:
        """Who says it, and whether «там» stands for it."""
        plural = any(r.pos == "VERB" and r.number == "p" for r in readings(self.scene.tokens[v].text))
        left = (
            self._before(v, lo, plural=plural)
            or self._apart(v, lo, plural=plural)
            or self._joined(v, lo, plural=plural)
        )
        right = self._behind(v, hi, plural=plural)
        if left is not None and right is not None and self.scene.tokens[right.first - 1].pos == "NUM":
            right = None  # «Amnesty опросила 75 человек»
        if plural and left is not None and left.lemma in words().sets["documents"]:
            left = self._inside(lo, v, v) or self._inside(v + 1, hi, hi) or left  # «сообщения в полиции опровергли»
        if plural and left is None and right is not None and not self._speaks(right, v):
            right = self._inside(lo, v, v) or right  # «в полиции опровергли сообщения»: they are its object
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
            there = inside is None and self.scene.any_of(_THERE, lo, hi)
            if inside is not None or there:
                return inside, there
        return self._chained(v, lo, plural=plural), False

    def _chained(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        """The person of the verbs before this one: «Адвокат X приехала, увидела их и рассказала, что»."""
        first = max(self.scene.sentence_of(v).first, v - _FAR)
        lo = next((i for i in range(v - 1, max(lo, v - _SKIPPED), -1) if self.scene.low(i) == "и"), lo)
        if first >= lo or not self._skippable(lo, v):
            return None
        found: Phrase | None = None
        s = first
        while s < lo:
            if self.scene.low(s) in words().sets["subordinating"] or not self.scene.free(s):
                found = None
            read = None if s > first and self._starts_inside(s) else self.scene.reader.read(s, NOM, lo)
            if read is None or not (s == first or read.name is not None or read.lemma in people().human):
                s += 1
                continue
            if found is not None:
                return None
            found, s = read, read.last + 1
        fits = found is not None and self._agrees(found, plural=plural) and self._of_gender(found, v)
        return found if fits else None

    def _of_gender(self, found: Phrase, v: int) -> bool:
        verb = next((r for r in readings(self.scene.tokens[v].text) if r.pos == "VERB"), None)
        told = verb.gender if verb is not None else ""
        return verb is not None and (not told or not found.gender or told == found.gender)

    def _speaks(self, found: Phrase, v: int) -> bool:
        """Whether a phrase right behind a verb names people, who can be no object: «рассказали рабочие»."""
        return found.first == v + 1 and (found.lemma in people().human or found.name is not None or found.pronoun)

    def _before(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        for s in range(max(lo, v - _FAR), v):
            if s > lo and self._starts_inside(s):
                continue
            found = self.scene.reader.read(s, NOM, v)
            if found is None or self._is_object(found, lo) or (not plural and self._is_counted(found, lo)):
                continue
            if self._agrees(found, plural=plural) and (
                self._skippable(found.last + 1, v) or self._cites(found.last + 1, v)
            ):
                return found
            joined = self.scene.reader.read(found.last + 2, NOM, v) if self.scene.low(found.last + 1) == "и" else None
            if joined is not None and plural and self._skippable(joined.last + 1, v):
                return found
        return None

    def _cites(self, first: int, v: int) -> bool:
        """Whether whom somebody cites is all that stands before the verb: «X со ссылкой на родных Y сообщает»."""
        cited = cited_in(self.scene, first, v)
        return cited is not None and cited[0].last == v - 1

    def _is_counted(self, found: Phrase, lo: int) -> bool:
        """Whether a number stands before them and the verb tells of one: «о выдворении 20 человек рассказал X»."""
        before = self.scene.tokens[found.first - 1]
        one = any(r.lemma == "один" for r in readings(before.text))
        return found.first > lo and before.pos == "NUM" and not one

    def _is_object(self, found: Phrase, lo: int) -> bool:
        """Whether papers stand behind a verb of their own: «отобрали документы и потребовали»."""
        if found.lemma not in words().sets["documents"]:
            return False
        return any(self.scene.tokens[k].pos == "VERB" for k in range(lo, found.first))

    def _joined(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        """The subject of a verb before this one: «X выразил обеспокоенность и сообщил»."""
        and_ = next((i for i in range(v - 1, max(lo, v - 4), -1) if self.scene.low(i) == "и"), None)
        if and_ is None or not self._skippable(and_, v):
            return None
        for w in range(max(lo + 1, and_ - _FAR), and_):
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
        if genitive and self.scene.low(s).startswith("зам") and self.scene.low(s) in people().human:
            return False  # «рассказала на брифинге замглавы службы X»
        return genitive and before.pos in ("NOUN", "ADJ", "PROPN") and s not in self.scene.bodies

    def gerund(self, v: int) -> bool:
        """Whether the verb has its subject in another clause: «добавив, что»."""
        return any(r.pos == "GRND" for r in readings(self.scene.tokens[v].text)[:1])

    def subject_before(self, v: int, lo: int) -> Phrase | None:
        """The subject of the clause before a gerund: «X отказался отвечать, добавив, что»."""
        sentence = self.scene.sentence_of(v)
        for s in range(sentence.first, min(lo, sentence.first + _FAR)):
            if self.scene.free(s) and not (s > sentence.first and self._starts_inside(s)):
                found = self.scene.reader.read(s, NOM, lo)
                if found is not None:
                    return found
        return None

    def _apart(self, v: int, lo: int, *, plural: bool) -> Phrase | None:
        """The subject before words set off by commas: «Адвокат X, которая приехала ночью, рассказала»."""
        scene = self.scene
        sentence = scene.sentence_of(v)
        if lo > sentence.first and scene.low(lo - 1) == ")" and self._skippable(lo, v):
            return self._before_parenthesis(lo - 1, sentence.first, plural=plural)
        if lo <= sentence.first or scene.low(lo - 1) != "," or not self._skippable(lo, v):
            return None
        for c in range(lo - 2, max(sentence.first, lo - _FAR), -1):
            if scene.low(c) != "," or not self._opens_aside(c + 1):
                continue
            for s in range(max(scene.around(c - 1)[0], c - _FAR), c):
                found = scene.reader.read(s, NOM, c)
                if found is not None and found.last == c - 1 and self._agrees(found, plural=plural):
                    return self._named_ahead(found) or self._named_aside(found, c + 1, lo - 1)
        return None

    def _before_parenthesis(self, closes: int, first: int, *, plural: bool) -> Phrase | None:
        """The subject before a parenthesis: «Анна Белова (адвокат) рассказала»."""
        opens = next(
            (i for i in range(closes - 1, max(first, closes - _SKIPPED), -1) if self.scene.low(i) == "("), None
        )
        if opens is None or opens <= first:
            return None
        lo = self.scene.around(opens - 1)[0]
        read = (self.scene.reader.read(s, NOM, opens) for s in range(lo, opens))
        ends = (f for f in read if f is not None and f.last == opens - 1 and self._agrees(f, plural=plural))
        return next(ends, None)

    def _named_ahead(self, found: Phrase) -> Phrase | None:
        """The name before a role that is told of in its turn: «Анна К., ещё один адвокат, который …, рассказала»."""
        scene, comma = self.scene, found.first - 1
        while scene.low(comma) in _BEFORE_ASIDES:
            comma -= 1
        if found.name is not None or found.lemma not in people().human or scene.low(comma) != ",":
            return None
        lo = scene.around(comma - 1)[0]
        named = (scene.reader.read(s, NOM, comma) for s in range(lo, comma))
        return next((n for n in named if n is not None and n.name is not None and n.last == comma - 1), None)

    def _named_aside(self, found: Phrase, first: int, stop: int) -> Phrase:
        """The phrase with the name that stands alone between commas: «сестра одного из них, Мадина,»."""
        aside = self.scene.reader.read(first, NOM, stop)
        if aside is not None and aside.last == stop - 1 and (aside.name is not None or aside.body is not None):
            human = aside.name is not None and aside.lemma in people().human
            body = aside.body is not None and found.name is None and found.lemma in people().firms
            if human or body:
                return aside
        if found.name is None and run_of_names(self.scene.tokens, first, stop, NOM, bound=True) == stop:
            return replace(found, last=stop - 1, name=(first, stop))
        return found

    def _opens_aside(self, i: int) -> bool:
        while self.scene.low(i) in _BEFORE_ASIDES:
            i += 1  # «тоже ссылаясь», «ещё один адвокат»
            if self.scene.low(i) == "из":
                return True  # «один из задержанных»
        found = readings(self.scene.tokens[i].text)
        if self.scene.tokens[i].text[0].isupper():
            return True
        if any(r.lemma == "который" or r.pos in ("PRTF", "GRND") for r in found):
            return True
        if self.scene.low(i + 1) in ("которого", "которой", "которых", "котором", "которому"):
            return True
        nouns = people().human | self.scene.reader.heads.keys()
        return any(r.lemma in nouns and r.case == NOM for r in found)

    def _behind(self, v: int, hi: int, *, plural: bool) -> Phrase | None:
        for s in range(v + 1, min(hi, v + _SKIPPED)):
            if s > v + 1 and self._starts_inside(s):
                continue
            found = self.scene.reader.read(s, NOM, hi)
            if found is not None and self._agrees(found, plural=plural, hi=hi) and self._skippable(v + 1, s):
                return self._apposed(past_listener(self.scene, found, hi))
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
                found = without_listener(self.scene, self.scene.reader.read(s + 1, LOC, stop))
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
        if stop - first > _SKIPPED:
            return False
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
        return True
