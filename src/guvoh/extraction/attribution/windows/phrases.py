"""The words that name a source: a noun for people or a body with what belongs to it, and a personal name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.attribution.lexicon import organisations
from guvoh.extraction.attribution.windows.belongings import Belongings
from guvoh.extraction.attribution.windows.lexicon import people, plain, words
from guvoh.extraction.attribution.windows.named_bodies import Body
from guvoh.extraction.attribution.windows.naming import may_be_a_place, names_a_place, run_of_names
from guvoh.extraction.attribution.windows.phrase import LONGEST_TAIL, PRONOUNS, Phrase, list_marks
from guvoh.extraction.attribution.windows.readings import DAT, GEN, NOM, Reading, adjective, known, lemmas, readings
from guvoh.model import SourceKind, Span

_POSSESSIVES = frozenset({"его", "ее", "их"})
_FEW = frozenset({"два", "две", "три", "четыре", "оба", "обе"})
_ASKING = frozenset({"сколько"})
_PREFIXED = 6
_TOO_SHORT = 2  # letters of «и», which the dictionary has as a living being


class PhraseReader:
    """Reads phrases of one text. `bodies` are the bodies it names, by first token."""

    def __init__(self, annotated: Annotated, bodies: Mapping[int, Body]) -> None:
        self.tokens = annotated.tokens
        self.text = annotated.text
        self.bodies = bodies
        self.known_official = frozenset(
            self.text[self.tokens[b.first].start : self.tokens[b.last].end]
            for b in bodies.values()
            if b.kind is SourceKind.OFFICIAL
        )
        self.list_marks = frozenset(list_marks(self.tokens))
        self.belongings = Belongings(self.tokens, bodies, self.list_marks)
        self.heads = {plain(w): kind for w, kind in organisations("ru").heads.items()}

    def span(self, phrase: Phrase) -> Span:
        """The characters of a phrase."""
        return self.tokens[phrase.first].start, self.tokens[phrase.last].end

    def read_any(self, i: int, case: str, hi: int) -> Phrase | None:
        """The same, or any noun with what belongs to it: whatever «следует из» names."""
        found = self.read(i, case, hi)
        if found is not None:
            return found
        for j in range(i, min(hi, i + _PREFIXED)):
            head = next((r for r in readings(self.tokens[j].text) if r.case == case and r.pos == "NOUN"), None)
            if head is not None:
                return self._with_tail(i, j, head, case, hi)
            if not self._modifies(j, case):
                break
        return None

    def read_name(self, i: int, case: str, hi: int) -> Phrase | None:
        """A personal name at token `i` that no list knows, where a name must stand."""
        behind = run_of_names(self.tokens, i, hi, case, bound=True)
        return self._named(i, i, behind, case, None) if behind > i and i not in self.bodies else None

    def heads_people(self, i: int) -> bool:
        """Whether a token is a noun for a person in the accusative or genitive."""
        return any(r.case in ("accs", GEN) and r.lemma in people().human for r in readings(self.tokens[i].text)[:3])

    def read(self, i: int, case: str, hi: int) -> Phrase | None:
        """The phrase in `case` that opens at token `i` and ends before `hi`; None where no source can be meant."""
        if i >= hi:
            return None
        low = plain(self.tokens[i].text)
        if low in _ASKING:
            return None
        if low in PRONOUNS and case == NOM:
            number, gender = ("p", "") if low == "они" else ("s", "m" if low == "он" else "f")
            return Phrase(i, i, i, low, case, number, gender)
        return self._one_of(i, case, hi) or self._noun_phrase(i, case, hi)

    def _one_of(self, i: int, case: str, hi: int) -> Phrase | None:
        """«один из прихожан», «двое из них» as the people they are of."""
        if i + 2 < hi and plain(self.tokens[i].text) in words().sets["before_counts"]:
            some = self._one_of(i + 1, case, hi)
            return some and replace(some, first=i)
        if i + 1 >= hi or not self._counts(self.tokens[i]):
            return None
        if plain(self.tokens[i + 1].text) != "из":
            some = self._noun_phrase(i + 1, GEN, hi)
            few = plain(self.tokens[i].text) in _FEW  # «два источника»
            if some is None or some.name is not None or some.lemma not in people().human:
                return None
            if some.number != "p" and not few:
                return None
            return Phrase(i, some.last, i, some.lemma, case, "p", "")
        if i + 2 >= hi:
            return None
        single = any(r.lemma == "один" and r.number == "s" for r in readings(self.tokens[i].text))
        if plain(self.tokens[i + 2].text) in ("них", "нас"):
            return Phrase(i, i + 2, i, "они", case, "s" if single else "p", "")
        inner = self._noun_phrase(i + 2, GEN, hi)
        if inner is None or inner.lemma not in people().human:
            return None
        return Phrase(i, inner.last, i, inner.lemma, case, "s" if single else "p", "")

    def _counts(self, token: Token) -> bool:
        return any(r.lemma in people().some for r in readings(token.text)) or token.pos == "NUM"

    def _noun_phrase(self, i: int, case: str, hi: int) -> Phrase | None:
        j, human = i, None
        while j < hi and j - i < _PREFIXED and j not in self.bodies:
            modifies = self._modifies(j, case) and self._of_body(j, case, hi)
            behind = j if modifies else run_of_names(self.tokens, j, hi, case, bound=human is not None)
            behind += behind == j and case == NOM and self.tokens[j].text in self._surnames
            if behind > j and (j == i or human is not None or self._modifiers_only(i, j)):
                return self._named(i, j, behind, case, human)
            head = self._head(j, case) or self._head_of_name(j, case, hi)
            if head is not None and (head.pos in ("NOUN", "NPRO") or not self._goes_on(j + 1, head, hi)):
                return self._with_tail(i, j, head, case, hi)
            if not self._modifies(j, case):
                return None
            j += 1
        if j < hi and j in self.bodies and case in self.bodies[j].cases:
            return self._with_tail(i, j, None, case, hi)
        return None

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of the names that the text gives in full."""
        out = set()
        for token in self.tokens:
            if token.text[0].isupper() and any(r.name == "given" and r.case == NOM for r in readings(token.text)[:2]):
                behind = run_of_names(self.tokens, token.i, len(self.tokens), NOM, bound=False)
                out |= {self.tokens[behind - 1].text} if behind > token.i + 1 else set()
        return frozenset(word for word in out if len(word) > _TOO_SHORT)

    def _modifiers_only(self, i: int, j: int) -> bool:
        return all(self._modifies(k, "") for k in range(i, j))

    def _of_body(self, j: int, case: str, hi: int) -> bool:
        """Whether an adjective in the case is told of a body behind it: «Люблинский районный суд»."""
        first = adjective(self.tokens[j].text, case)
        k = j + 1
        while (
            k < hi
            and k - j < _PREFIXED
            and adjective(self.tokens[k].text, case) is not None
            and self._head(k, case) is None
        ):
            k += 1
        return first is not None and k < hi and self._head(k, case) is not None and self._nouns(k, first)

    def _goes_on(self, j: int, before: Reading, hi: int) -> bool:
        """Whether a noun follows of which the adjective before is told: no «управляющая кафе»."""
        while j < hi and adjective(self.tokens[j].text, before.case) is not None and not self._nouns(j, before):
            j += 1
        return j < hi and self._nouns(j, before)

    def _nouns(self, j: int, like: Reading) -> bool:
        if len(self.tokens[j].text) == 1:
            return False  # «и» is in the dictionary as a letter, too
        fitting = (r for r in readings(self.tokens[j].text) if r.pos == "NOUN" and r.case == like.case)
        return any(r.number == like.number and (like.number == "p" or r.gender == like.gender) for r in fitting)

    def _modifies(self, j: int, case: str) -> bool:
        token = self.tokens[j]
        low = plain(token.text)
        if low in _POSSESSIVES or token.text[0].isdigit():
            return True
        return (
            adjective(token.text, case) is not None
            if case
            else any(r.pos in ("ADJF", "PRTF", "NUMR") for r in readings(token.text))
        )

    def _head(self, j: int, case: str) -> Reading | None:
        """The reading of a token as a noun for people, a body or a document in the case."""
        text = self.tokens[j].text
        if j + 1 < len(self.tokens) and self.tokens[j + 1].text[0].isdigit() and "статья" in lemmas(text):
            return None  # «по части 2 статьи 213»
        fitting = [r for r in readings(text) if r.case == case and r.pos in ("NOUN", "ADJF", "PRTF", "NPRO")]
        known = people().human | people().collective | words().sets["documents"] | self.heads.keys()
        found = next((r for r in fitting if r.lemma in known or r.lemma.endswith(people().endings)), None)
        return found or self._deputy(text, case) or next((r for r in fitting if self._of_people(r, j)), None)

    def _deputy(self, text: str, case: str) -> Reading | None:
        """The reading of «замначальника», which no case changes, whatever the dictionary says."""
        low = plain(text)
        fixed = low.startswith(tuple(words().sets["deputy"])) and low in people().human
        return replace(readings(text)[0], lemma=low, case=case, fixed=True) if fixed else None

    def _of_people(self, reading: Reading, j: int) -> bool:
        """Whether a common noun that no list has is one for people: «стропальщик», «родные»."""
        text = self.tokens[j].text
        opens = j == 0 or self.tokens[j - 1].sent != self.tokens[j].sent or not self.tokens[j - 1].text[0].isalnum()
        shown = text.islower() or (opens and text[1:].islower() and not any(r.name for r in readings(text)))
        describes = adjective(text, reading.case)
        if describes is not None and self._goes_on(j + 1, describes, len(self.tokens)):
            return False  # «в городском отделе»
        common = reading.pos == "NOUN" and reading.animate and not reading.name and shown and len(text) > _TOO_SHORT
        return common and known(plain(text)) and reading.lemma not in people().no_speakers

    def _head_of_name(self, j: int, case: str, hi: int) -> Reading | None:
        """A noun for a person that no list knows, before a name: «профорг Тамара Зимина»."""
        found = next(
            (r for r in readings(self.tokens[j].text) if r.case == case and r.pos == "NOUN" and r.animate), None
        )
        if found is None or self.tokens[j].text[0].isupper():
            return None
        return found if run_of_names(self.tokens, j + 1, hi, case, bound=True) > j + 1 else None

    def _named(self, first: int, i: int, behind: int, case: str, human: Reading | None) -> Phrase:
        number = "p" if human is not None and human.number == "p" else "s"
        lemma = human.lemma if human is not None else ""
        return Phrase(first, behind - 1, -1, lemma, case, number, human.gender if human else "", (i, behind))

    def _with_tail(self, first: int, j: int, head: Reading | None, case: str, hi: int) -> Phrase:
        lemma = head.lemma if head is not None else ""
        body = self.bodies.get(j) if head is None else None
        at = last = body.last if body is not None else j
        number = head.number if head is not None else "s"
        human = head is not None and (lemma in people().human or (head.animate and lemma not in self.heads))
        while at + 1 < hi and at - j < LONGEST_TAIL:
            step = at + 1
            if step in self.bodies:
                named = self.bodies[step]
                stands = case in named.cases or (named.quoted and NOM in named.cases)
                if human or not (stands and self._apposed(lemma, named)):
                    if not self._owns(named, beside=at == j or self._tells_what(at), human=human):
                        break
                    at = last = named.last
                    continue
                return Phrase(first, named.last, j, lemma, case, number, self._gender(head), None, named)
            if human and lemma.endswith("щий") and at == j:
                step = at = last = self.belongings.in_charge_of(step, hi)
                step += 1
            if human:
                while step + 1 < hi and self._second_head(step, case):
                    step += 1
                behind = run_of_names(self.tokens, step, hi, case, bound=True)
                of_a_place = behind > step and (
                    (lemma in words().sets["of_a_place"] and behind == step + 1 and may_be_a_place(self.tokens[step]))
                    or names_a_place(self.tokens, step, behind, case)
                )
                if behind > step and not of_a_place:
                    return Phrase(first, behind - 1, j, lemma, case, number, self._gender(head), (step, behind))
            if not human and (self._to_whom(step) or (at == j and plain(self.tokens[step].text) == "слова")):
                break  # «передаёт фонд слова X»
            longer = self.belongings.inside(step, hi) or self.belongings.listed(j, step, hi)
            if longer is None:
                break
            at = last = longer
        return Phrase(first, last, j if head is not None else -1, lemma, case, number, self._gender(head), None, body)

    def _to_whom(self, step: int) -> bool:
        """Whether the page's own people stand there, to whom it is told: «в отделе МВД редакции ответили»."""
        told = any(r.case == DAT and r.lemma in people().own_staff for r in readings(self.tokens[step].text))
        return told and step + 1 < len(self.tokens) and self.tokens[step + 1].pos == "VERB"

    def _second_head(self, step: int, case: str) -> bool:
        """Whether a token is a second noun for the same person: «начальник отдела | подполковник | X»."""
        low = self.tokens[step].text.islower()
        return low and any(
            r.case == case and r.pos == "NOUN" and r.lemma in people().human for r in readings(self.tokens[step].text)
        )

    def _gender(self, head: Reading | None) -> str:
        if head is None:
            return ""
        told = people().gendered.get(head.lemma, "")
        return told or ("f" if head.gender == "f" and head.lemma in people().human else "")

    def _apposed(self, lemma: str, named: Body) -> bool:
        """Whether a name in marks is that of the noun before it: «центр «Опора»», no «пресс-служба «X»»."""
        own_name = named.quoted or named.kind in (SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.NGO)
        return (
            own_name and lemma not in words().sets["parts_of_bodies"] and lemma in (self.heads.keys() | people().media)
        )

    def _tells_what(self, i: int) -> bool:
        """Whether a noun right before a name tells what body it is: «доклад организации | Steppe Voice»."""
        known = self.heads.keys() | people().media
        return any(r.pos == "NOUN" and r.lemma in known for r in readings(self.tokens[i].text)[:2])

    def _owns(self, named: Body, *, beside: bool, human: bool) -> bool:
        """Whether a body can be what the noun before belongs to: an outlet only right behind it, or people's."""
        if GEN not in named.cases and not named.quoted:
            return False
        return human or beside or named.kind is SourceKind.OFFICIAL or (named.kind is None and GEN in named.cases)
