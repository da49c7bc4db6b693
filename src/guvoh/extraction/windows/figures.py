"""What the numerals of a sentence count: people, things by their English noun, money, shares, lengths of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.extraction.grammar.counted import PERSON, Counted
from guvoh.extraction.numbers.mention import NumberKind, NumberMention, bounds_of
from guvoh.extraction.windows.not_counted import NotCounted
from guvoh.extraction.windows.numerals import Numeral, numerals
from guvoh.extraction.windows.parts import AMONG, Parts
from guvoh.extraction.windows.words import Numbers, Word, classes, numbers, units
from guvoh.model import Qualifier

THING = "thing"
"""The unit of a counted noun that the vocabulary has no English word for."""
_REACH = 4  # words between a number and its noun
_BETWEEN = 2  # words between a number and its verb
_AHEAD = 8  # words of a sentence before the number that counts its first noun
_SUCH = frozenset({"таких", "подобных", "этих", "всего"})
_LEAST_SUM = 1000
_OF_THEM = ["их", "было"]
_OWNED = frozenset({"его", "ее", "их"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something: `counted` as the rules know it, `at` its place among the sentence's words."""

    counted: Counted
    at: int
    stop: int
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What the text has counted so far: the last number, and whether any counted people."""

    last: Counted | None = None
    people: bool = False

    def then(self, numbers: Sequence[Figure]) -> Before:
        """The same once `numbers` are told too."""
        counted = [n.counted for n in numbers if n.counted.mention.kind is NumberKind.COUNT]
        people = self.people or any(c.unit == PERSON for c in counted)
        return Before(counted[-1] if counted else self.last, people)


def figures(text: str, words: Sequence[Word], language: str, before: Before) -> list[Figure]:
    """The numbers of a sentence that count something; `before` is what was counted in the sentences before."""
    reader = _Reader(text, words, language)
    out: list[Figure] = []
    for numeral in reader.numerals:
        found = reader.figure(numeral, before)
        if found is not None:
            out.append(found)
            before = before.then([found])
    return out


class _Reader:
    """One sentence's numerals and what stands about them."""

    def __init__(self, text: str, words: Sequence[Word], language: str) -> None:
        self.text = text
        self.words = words
        self.known: Numbers = numbers(language)
        self.classes = classes(language)
        self.units = units(language)
        self.numerals = numerals(words, self.known)
        self.aside = NotCounted(text, words, self.known, self.classes)
        self.parts = Parts(words, self.classes)

    def figure(self, number: Numeral, before: Before) -> Figure | None:
        """The figure of a numeral, or None for a date, a clock time, a label and the like."""
        if self.aside.holds(number):
            return None
        measured = self._measured(number)
        if measured is not None:
            return measured
        if self.aside.measures(number):
            return None
        noun = self._noun(number)
        if noun is not None and self._tells(noun):
            return None
        if noun is not None:
            return self._counting(number, noun)
        if number.single and not self._stands_alone(number):
            return None
        ahead = self._noun_before(number) or self._genitive_before(number)
        if ahead is not None:
            return ahead
        return self._bare(number, before)

    def _word(self, i: int) -> Word | None:
        return self.words[i] if 0 <= i < len(self.words) else None

    def _tells(self, noun: int) -> bool:
        """ "Два источника рассказали": how many tell it."""
        behind = self.words[noun + 1 : noun + 1 + _REACH]
        told = any(word.predicate and word.among(self.classes["speaking"]) for word in behind)
        return told and self.words[noun].among(self.classes["unnamed_sources"])

    def _stands_alone(self, number: Numeral) -> bool:
        """ "Ещё одному разбили губу", "Одного, по данным суда, выдворили": "one" is a person without a noun."""
        before, after = self._word(number.first - 1), self._word(number.stop)
        opens = before is None or before.form in ("еще", ",", "и", "«", ";")
        form = self.words[number.first].form in ("одного", "одному", "одну")
        return form and opens and after is not None and (after.form == "," or after.predicate)

    def _measured(self, number: Numeral) -> Figure | None:
        """Money, a share in percent or a length of time."""
        after = self._word(number.stop)
        if after is None:
            return None
        stop = number.stop
        if number.end > stop and number.end < len(self.words):  # "6 с лишним процентов"
            stop, after = number.end, self.words[number.end]
        if after.form in ("российских", "календарных"):
            stop += 1
            after = self._word(stop)
        for kind, name in (
            (NumberKind.MONEY, "money"), (NumberKind.PERCENT, "percent"), (NumberKind.DURATION, "duration")
        ):  # fmt: skip
            unit = None if after is None else self._unit_of(name, after)
            if unit is not None:
                return self._made(number, stop + 1, kind, unit, self.words[stop])
        return None

    def _unit_of(self, name: str, word: Word) -> str | None:
        """The unit that a word names, by its lemma or, as the dictionary may not have it, its form: "тенге"."""
        listed = self.known.units[name]
        return listed.get(word.lemma) or listed.get(word.form)

    def _noun(self, number: Numeral) -> int | None:
        """Where the counted noun stands behind the number: "четыре иностранных гражданина", "112 из них" has none."""
        described = None
        for i in range(number.end, min(number.end + _REACH, len(self.words))):
            word = self.words[i]
            if word.token.pos in ("NOUN", "PROPN") and not word.participle:
                if self._agrees(number, word):
                    return i
                return described
            describes = word.participle or word.token.tag.startswith("ADJF") or word.form in _OWNED
            if not describes and word.form not in self.classes["filling"]:
                return described
            if describes and (word.has("Number=Plur") or self._is_odd(number)) and self._of_people(word):
                described = i
        return described

    def _is_odd(self, number: Numeral) -> bool:
        """Whether the noun is in the singular: "51 задержанный"."""
        return number.single or (number.value is not None and number.value % 10 == 1)

    def _of_people(self, word: Word) -> bool:
        """A describing word that stands for people: "троих задержанных", "трое неизвестных", "54 рабочих"."""
        return word.participle or word.among(self.classes["person"])

    def _agrees(self, number: Numeral, noun: Word) -> bool:
        if number.single:
            return noun.among(self.classes["person"])
        if noun.form == "человек":
            return True
        if noun.has("Case=Nom") and noun.has("Number=Sing") and noun.token.pos == "NOUN":
            return number.value is not None and number.value % 10 == 1 and number.figures
        subject = noun.has("Case=Nom") and noun.has("Number=Plur")
        few = number.value is None or number.value % 10 in (2, 3, 4) or number.collective
        return not subject or few or noun.has("Animacy=Inan")

    def _noun_before(self, number: Numeral) -> Figure | None:
        """ "Человек девяносто": the noun before its number makes it one of about that size."""
        noun = self._word(number.begin - 1)
        if noun is None or number.collective or number.value is None or noun.form != "человек":
            return None
        further = self._word(number.begin - 2)
        if further is not None and (further.token.pos == "NUM" or further.form in ("сколько", "несколько", "тысяч")):
            return None
        return self._made(number, number.end, NumberKind.COUNT, PERSON, noun, begin=number.begin - 1, about=True)

    def _genitive_before(self, number: Numeral) -> Figure | None:
        """ "Таких обращений у нас больше четырёхсот": what is counted stands first, in the genitive."""
        after = self._word(number.stop)
        closes = after is None or after.token.pos == "PUNCT"
        leads = [w for w in self.words[: number.begin] if w.form not in ("«", "-", "—", "–")]
        if number.collective or number.value is None or not closes or not leads or number.begin > _AHEAD:
            return None
        first, noun = leads[0], next((w for w in leads[:3] if w.token.pos == "NOUN"), None)
        plural = noun is not None and noun.has("Case=Gen") and noun.has("Number=Plur")
        told = first.form in _SUCH or any(w.lemma == "быть" for w in leads)
        if noun is None or not plural or not told or any(w.token.pos == "PUNCT" for w in leads):
            return None
        return self._made(number, number.end, NumberKind.COUNT, self._unit(noun), noun)

    def _counting(self, number: Numeral, noun: int) -> Figure | None:
        word = self.words[noun]
        if word.lemma in self.known.words["months"] or word.lemma == "год":
            return None
        return self._made(number, noun + 1, NumberKind.COUNT, self._unit(word), word)

    def _unit(self, word: Word) -> str:
        if word.among(self.classes["person"]) or (word.participle and not word.has("Animacy=Inan")):
            return PERSON
        return self.units.get(word.lemma, THING)

    def _bare(self, number: Numeral, before: Before) -> Figure | None:
        """A number without a noun: people, where it says so or the words about it do; else what was counted before."""
        after, last = self._word(number.stop), self._word(number.begin - 1)
        word = self.words[number.stop - 1]
        if self.parts.of_them(number.end):
            unit = before.last.unit if before.last is not None else PERSON
            return self._made(number, number.end + 2, NumberKind.COUNT, unit, word)
        if number.collective:
            return self._made(number, number.end, NumberKind.COUNT, PERSON, word)
        verb = self._verb_beside(number)
        if self._is_sum(number):
            return self._made(number, number.end, NumberKind.MONEY, "RUB", word)
        told = verb is not None
        open_end = (
            after is None or after.token.pos in ("PUNCT", "ADP", "CCONJ") or (verb is not None and verb is not last)
        )
        if self._is_many_people(number, before, after):
            return self._made(number, number.end, NumberKind.COUNT, PERSON, word)
        if number.value is None or not (open_end and self._may_open(last)) or (before.last is None and not told):
            return None
        if number.figures and number.value < 2 and not told:
            return None
        befalls = verb is not None and verb.among(self.classes["of_people"])
        unit = PERSON if before.people or befalls or before.last is None else before.last.unit
        of_them = [w.form for w in self.words[max(0, number.begin - 2) : number.begin]] == _OF_THEM
        if before.last is not None and of_them:
            unit = before.last.unit
        return self._made(number, number.end, NumberKind.COUNT, unit, word)

    def _is_many_people(self, number: Numeral, before: Before, after: Word | None) -> bool:
        """ "Пишет о нескольких сотнях": dozens and hundreds of those told of before, with no noun behind."""
        large = self.words[number.stop - 1].lemma in self.known.words["of_people"]
        return number.value is None and before.people and large and (after is None or after.token.pos == "PUNCT")

    def _may_open(self, last: Word | None) -> bool:
        """Whether a number without a noun may stand behind a word: a mark, a verb, "ещё", "все", "их"."""
        if last is None or not _is_word(last) or last.predicate:
            return True
        if last.token.pos in ("PUNCT", "VERB", "ADP", "CCONJ", "ADV", "PART"):
            return True
        return last.form in ("все", "еще", *self.classes["those_told"], *_OWNED)

    def _is_sum(self, number: Numeral) -> bool:
        """ "Обещали 50 тысяч", "требуют с рабочих по 5 тысяч": thousands that somebody pays."""
        before = self.words[max(0, number.begin - _REACH) : number.begin]
        paid = any(word.predicate and word.among(self.classes["paying"]) for word in before)
        return paid and number.value is not None and number.value >= _LEAST_SUM

    def _verb_beside(self, number: Numeral) -> Word | None:
        """The verb right behind a number, adverbs and a dash aside ("16 потом отпустили"), else right before it."""
        at = number.stop
        while at < len(self.words) and at - number.stop < _BETWEEN and self._is_between(self.words[at]):
            at += 1
        after, last = self._word(at), self._word(number.begin - 1)
        if after is not None and after.predicate:
            return after
        return last if last is not None and last.predicate else None

    def _is_between(self, word: Word) -> bool:
        return word.token.pos in ("ADV", "PART") or word.form in ("—", "–")

    def _made(
        self, number: Numeral, stop: int, kind: NumberKind, unit: str, noun: Word, *, begin: int | None = None,
        about: bool = False,
    ) -> Figure:  # fmt: skip
        words = self.words
        first = number.begin if begin is None else begin
        start, end = words[first].token.start, max(words[stop - 1].token.end, words[number.end - 1].token.end)
        exact = number.qualifier is Qualifier.EXACT
        qualifier = Qualifier.ABOUT if about and exact else number.qualifier
        low, best, high = bounds_of(qualifier, number.value, number.upper)
        mention = NumberMention(
            start, end, number_start(words, number), words[number.stop - 1].token.end, self.text[start:end], kind,
            qualifier, low, best, high, unit, weak=number.single,
        )  # fmt: skip
        part = kind is NumberKind.COUNT and self.parts.told_with(number, stop)
        counted = Counted(mention, noun.token, unit, part, start, end)
        return Figure(counted, number.first, max(stop, number.end), number.collective)


def _is_word(word: Word) -> bool:
    """Whether it is no sign before the items of a list, such as "▪️"."""
    return any(letter.isalnum() for letter in word.form)


def is_whole(figure: Figure, words: Sequence[Word]) -> bool:
    """ "Из 30 задержанных двоих выдворили": whether a number is that of which another is told."""
    return any(word.form in AMONG for word in words[max(0, figure.at - 2) : figure.at])


def number_start(words: Sequence[Word], number: Numeral) -> int:
    """The character where the bare number begins."""
    return words[number.first].token.start
