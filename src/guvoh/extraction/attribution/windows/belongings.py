"""What belongs to a noun for people or a body: genitives, phrases with a preposition, lists of what it is for."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.windows.given_names import given_in
from guvoh.extraction.attribution.windows.lexicon import name_words, people, plain, words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.readings import DAT, GEN, LOC, known, noun, readings

_INSIDE = {
    "по": DAT,
    "из": GEN,
    "от": GEN,
    "при": LOC,
    "в": LOC,
    "на": LOC,
    "за": "ablt",
    "с": "ablt",
    "для": GEN,
    "против": GEN,
}
_REGION = ("ской", "ском", "цкой", "цком")  # of regions that no dictionary has: «в Хатлонской области»


class Belongings:
    """Reads what stands behind the nouns of one text. `list_marks` are the commas and «и» of ministries' names."""

    def __init__(self, tokens: Sequence[Token], bodies: Mapping[int, Body], list_marks: Container[int]) -> None:
        self.tokens = tokens
        self.bodies = bodies
        self.list_marks = list_marks

    def inside(self, step: int, hi: int) -> int | None:
        """The last token of what belongs to the noun before `step`: a genitive, or a preposition with its noun."""
        token = self.tokens[step]
        low = plain(token.text)
        if low in _INSIDE:
            return self._after_preposition(step, low, hi)
        if low == "со" and step + 1 < hi and plain(self.tokens[step + 1].text) == "сми":
            return step + 1  # «отдел по связям со СМИ»
        if self._genitive(token) or self._called(step):
            return step
        if low == "№" and step + 1 < hi and self.tokens[step + 1].text[0].isdigit():
            return step + 1  # «отдел полиции № 8»
        if low.startswith("одн") and step + 2 < hi and plain(self.tokens[step + 1].text) == "из":
            return self._after_preposition(step + 1, "из", hi)  # «жена одного из задержанных»
        if token.text.isupper() and len(token.text) > 1 and token.text.isalpha():
            return step
        return None

    def listed(self, j: int, step: int, hi: int) -> int | None:
        """The end of a list in a ministry's name: «Министерство труда, миграции и занятости»."""
        if step not in self.list_marks or step + 1 >= hi or step <= j:
            return None
        return step + 1 if self._genitive(self.tokens[step + 1]) else None

    def in_charge_of(self, step: int, hi: int) -> int:
        """The last token of what somebody runs: «заведующий консульским отделом | X»; the one before where nothing."""
        last = step - 1
        while (
            last + 1 < hi
            and noun(self.tokens[last + 1].text, "ablt") is not None
            and self.tokens[last + 1].text.islower()
        ):
            last += 1
        return last

    def _genitive(self, token: Token) -> bool:
        if not token.text[0].isalpha() or len(token.text) == 1 or token.lemma in name_words()["calendar"]:
            return False
        found = readings(token.text)
        if found[0].pos in ("ADVB", "PREP", "CONJ", "PRCL"):
            return False
        return any(r.case == GEN and r.pos in ("NOUN", "ADJF", "PRTF", "NUMR") for r in found)

    def _called(self, step: int) -> bool:
        """Whether a word is what the place before it is called: «штата Техас»."""
        listed = name_words()["places"] | name_words()["named_places"]
        shown = self.tokens[step].text[0].isupper() and self.tokens[step].text.isalpha()
        return shown and step > 0 and any(r.lemma in listed for r in readings(self.tokens[step - 1].text))

    def _given(self, step: int) -> bool:
        """Whether a word is a given name that the dictionary or the vocabulary has."""
        text = self.tokens[step].text
        listed = plain(text) in people().given or any(given_in(text, case) for case in (GEN, DAT, LOC))
        return listed or (known(plain(text)) and any(r.name == "given" for r in readings(text)))

    def _after_preposition(self, step: int, low: str, hi: int) -> int | None:
        case = _INSIDE[low]
        k = step + 1
        while k < hi and k - step < 4 and k not in self.bodies:
            if self.tokens[k].lemma.replace("ё", "е") in name_words()["calendar"] or self.tokens[k].text[0].isdigit():
                return None
            found = noun(self.tokens[k].text, case)
            if found is None and not (
                self.tokens[k].text[0].isupper() and (k > step + 1 or _of_a_region(self.tokens[k]))
            ):
                return None
            if found is None or found.pos in ("NOUN", "NPRO") or found.lemma in people().human:
                break
            k += 1
        if k >= hi or k - step >= 4:
            return None
        told_in = words().sets["documents"] | words().sets["platforms"]
        if low in ("в", "на") and any(r.lemma in told_in for r in readings(self.tokens[k].text)[:2]):
            return None  # «посольство в сообщении уточнило»
        last = self.bodies[k].last if k in self.bodies else k
        while last + 1 < hi and last + 1 not in self.bodies and self._genitive_noun(last + 1):
            last += 1  # «источник в администрации области»
        called = last + 1 < hi and self._called(last + 1) and not self._given(last + 1)  # «в провинции Уэльва»
        shown = called and last + 2 < hi and self.tokens[last + 2].text[0].isupper()
        full = shown and last + 3 < hi and self.tokens[last + 3].text[0].isupper()
        if shown and not full:
            return None  # «в городе Самбулак Юнусов»: whether the place or the person has the first word is open
        last += called
        if full:
            return last
        if low in ("в", "на", "с", "за", "при") and not self._closed(last + 1, hi):
            return None
        return last

    def _genitive_noun(self, k: int) -> bool:
        return self.tokens[k].pos == "NOUN" and self.tokens[k].text.islower() and self._genitive(self.tokens[k])

    def _closed(self, k: int, hi: int) -> bool:
        """Whether a phrase may end before token `k`: at a mark, a verb or a personal name."""
        if k >= hi or not self.tokens[k].text[0].isalnum():
            return True
        token = self.tokens[k]
        return token.pos == "VERB" or (token.pos == "PROPN" and "NameType=Geo" not in token.morph)


def _of_a_region(token: Token) -> bool:
    return token.lower.endswith(_REGION)
