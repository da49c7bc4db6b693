"""Names in a text: runs of capitalised words, which of them are persons and which are known bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.attribution.bodies_by_name import BodiesByName
from guvoh.extraction.attribution.causes import CAUSES
from guvoh.extraction.attribution.initials import stands_for
from guvoh.extraction.attribution.lexicon import (
    Organisations,
    Roles,
    first_word,
    name_words,
    saying_words,
    singular,
)
from guvoh.extraction.attribution.office_holders import Holder, OfficeHolders
from guvoh.extraction.numbers import find_numbers
from guvoh.extraction.vocabulary.load import exact_words, nationalities
from guvoh.model import Role

_INITIAL = re.compile(r"[A-ZА-ЯЁ]\.?$")
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-(?P<second>[a-z]{1,6})\b(?!-)")
_SYLLABLES = 16
_NO_SYLLABLES = saying_words()["no_syllables"]
_NAME = re.compile(r"[^\W\d_][\w’'ʻʼ.-]*$")


@cache
def _adjectives(language: str) -> frozenset[str]:
    """The words for what and who is of a nation, where they are two: "Sierra Leonean"."""
    rows = nationalities(language)
    return frozenset(word for row in rows for word in (*row.adjectives, *row.nouns) if " " in word)


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run of capitalised tokens `first..last`."""

    first: int
    last: int


class Names(BodiesByName):
    """The names of one document."""

    def __init__(self, annotated: Annotated, roles: Roles, organisations: Organisations) -> None:
        super().__init__(annotated.text, organisations)
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.roles = roles
        words = name_words(annotated.language)
        self._particles, self._places = words["particles"], words["places"]
        self._body_endings, self._trades = words["body_endings"], words["surnames_of_trades"]
        self._of_descent = exact_words(annotated.language)["of_descent"]
        self._no_names = words["not_names"] | words["calendar"]

    @cached_property
    def holders(self) -> dict[int, Holder]:
        """Those named right behind a long office, by the first token of the name."""
        return OfficeHolders(self.annotated, self.roles, self.organisations).by_name()

    @cached_property
    def proper(self) -> frozenset[str]:
        """Words capitalised inside sentences and nowhere in lower case: names, even where they open a sentence."""
        inside: set[str] = set()
        lower: set[str] = set()
        for sentence in self.annotated.sentences:
            for t in self.tokens[sentence.first : sentence.stop]:
                if t.text[:1].islower():
                    lower.add(t.text)
                elif t.i != sentence.first and sentence.role is not Role.TITLE and t.text[:1].isupper():
                    inside.add(t.text)
        return frozenset(word for word in inside if word.lower() not in lower)

    @cached_property
    def persons(self) -> tuple[NameRun, ...]:
        """Full names of persons (two words or more) in text order."""
        out = []
        for sentence in self.annotated.sentences:
            i = sentence.first
            while i < sentence.stop:
                last = self._run(i, sentence.stop, sentence.first) if self.tokens[i].text[:1].isupper() else None
                if last is None:
                    i += 1
                    continue
                person = self.person(i, last)
                full = person is not None and (
                    self._several(person)
                    or self._introduced(person.last + 1, sentence.stop)
                    or self._titled(person.first - 1, sentence.first)
                )
                thing = person is not None and person.first == i > sentence.first and self.tokens[i - 1].lower == "the"
                if person is not None and self._tail_of_body(i, sentence.first):
                    person = None
                if person is not None and full and not thing and sentence.role is not Role.TITLE:
                    out.append(person)
                i = last + 1
        return tuple(out)

    def _several(self, run: NameRun) -> bool:
        """Whether a name has two words or more, and is not one with a hyphen that a place has: "to Al-Assah"."""
        words = [t for t in self.tokens[run.first : run.last + 1] if t.text != "-"]
        joined = self.text[words[0].start : words[-1].end]
        if len(words[0].text) == 1 and self.tokens[run.first - 1].text == "(" and " " not in joined:
            return False  # "Senator Angela Thibodeau (D-Maine)"
        return len(words) > 1 and (" " in joined or not self.place(joined))

    def _tail_of_body(self, i: int, first: int) -> bool:
        """Whether the name of a body runs on to token `i`: "Directorate for | Combating", "Ministry of | Foreign"."""
        if i - 2 < first or self.tokens[i - 1].lower not in ("for", "on", "against", "of"):
            return False
        before = self.tokens[i - 2]
        if self.tokens[i - 1].lower == "of" and (self.tokens[i].lower in self.roles.given or before.lower == "office"):
            return False  # "the Office of Anna Petrova"
        return before.text[:1].isupper() and before.lower in self.organisations.heads

    def _introduced(self, i: int, stop: int) -> bool:
        """Whether an apposition of a person follows a single name: "X, a 14-year-old girl,"."""
        if i < stop and self.tokens[i].text == "(":  # "Zulfiya (name changed), a mother of two"
            i = next((n + 1 for n in range(i, min(stop, i + 6)) if self.tokens[n].text == ")"), i)
        if i + 2 >= stop or self.tokens[i].text != ",":
            return False
        dated = self.tokens[i + 2].lower in self._no_names or self.tokens[i + 2].text.isdigit()
        if self.tokens[i + 1].lower in ("who", "whose") or (self.tokens[i + 1].text.isdigit() and not dated):
            return True  # "Madina, who is nine,", "Dalia, 30,"
        told = [t.lower for t in self.tokens[i + 1 : min(stop, i + 9)]]
        if told[:2] == ["one", "of"]:
            return any(singular(word) in self.roles.human for word in told[2:5])  # "Rustam, one of the victims,"
        aged = {"year", "old"} <= set(told[1:7])  # "a 27-year-old from Idlib"
        return told[0] in ("a", "an") and (aged or any(word in self.roles.human for word in told[1:]))

    def _titled(self, i: int, first: int) -> bool:
        """Whether a noun for one person stands right before a single name: "my uncle Farhod", "his mother, Oisha"."""
        i -= i > first and self.tokens[i].text == ","
        if i - 4 >= first and self.tokens[i].lower == "old" and self.tokens[i - 1].text == "-":
            return i - 4 == first or self.tokens[i - 5].pos != "DET"  # "22-year-old Daler", no "a 22-year-old Uzbek"
        return i >= first and self.tokens[i].text.islower() and self.tokens[i].lower in self.roles.human

    def without_descent(self, words: Sequence[str]) -> Sequence[str]:
        """The words of a name without "uulu" or "kyzy" at its end, which many bear."""
        return words[:-1] if len(words) > 1 and words[-1].lower() in self._of_descent else words

    @cached_property
    def by_surname(self) -> dict[str, tuple[NameRun, ...]]:
        """Full names by their last word, in text order."""
        table: dict[str, list[NameRun]] = defaultdict(list)
        for run in self.persons:
            table[self.tokens[run.last].text].append(run)
        return {k: tuple(v) for k, v in table.items()}

    def _run(self, i: int, stop: int, first: int) -> int | None:
        if not self._capital(self.tokens[i], at_start=i == first):
            return None
        last = n = i
        while n + 1 < stop:
            t = self.tokens[n + 1]
            if n + 1 in self.holders:
                break  # "… and Migration | Chynara Alymkulova"
            if self._capital(t, at_start=False) or t.lower in self._of_descent:
                last = n = n + 1
            elif t.text == "-" and self._second_half(n):
                last = n = n + 2
            elif (t.text.lower() in self._particles and n + 2 < stop and t.start - self.tokens[n].end <= 1) or (
                t.text == "." and _INITIAL.match(self.tokens[n].text)
            ):
                n += 1
            else:
                break
        return last

    def _second_half(self, n: int) -> bool:
        """Whether a hyphen after token `n` and a word in lower case end its name: "Lee Jae-hoon"."""
        joined = self.text[self.tokens[n].start :][:_SYLLABLES]
        surname = n > 0 and self._capital(self.tokens[n - 1], at_start=False)
        match = _TWO_SYLLABLES.match(joined) if surname else None
        return match is not None and match["second"] not in _NO_SYLLABLES

    def _capital(self, t: Token, *, at_start: bool) -> bool:
        if not t.text[:1].isupper() or not _NAME.match(t.text):
            return False
        if t.text.lower() in self._no_names:
            return False
        known = t.pos in ("PROPN", "", "X") or t.text in self.proper or t.text.lower() in self.roles.human
        return not at_start or known or self._begins_name(t)

    def _begins_name(self, t: Token) -> bool:
        """Whether a noun that opens a sentence is a given name: a surname or "X, who" follows, no common noun."""
        plural = t.tag == "NNS" and t.text.endswith("s")
        if t.pos not in ("NOUN", "VERB", "ADJ", "ADV") or plural or f" {t.text.lower()} " in self.text:
            return False
        after = self.tokens[t.i + 1] if t.i + 1 < len(self.tokens) else None
        follows = after is not None and after.sent == t.sent and after.pos == "PROPN" and after.text.istitle()
        if follows and after is not None and (t.lower in self.roles.given or self._surname(after.text.lower())):
            return True  # "Firuz Nabiyev was told", whatever the tagger takes "Firuz" for
        return (t.tag == "NN" and follows) or self._presented(t)

    def _surname(self, word: str) -> bool:
        """Whether a word in lower case ends as surnames of the region do."""
        return any(word.endswith(end) and len(word) > len(end) + 2 for end, _ in self.roles.endings)

    def _presented(self, t: Token) -> bool:
        """Whether a word is told of as one person is: "Tariq, who has run", "Aziza, 34, said"; no noun of a role."""
        sentence = self.annotated.sentences[t.sent]
        return not self.common(t) and t.text.istitle() and self._introduced(t.i + 1, sentence.stop)

    def common(self, t: Token) -> bool:
        """Whether a word is a noun for people or bodies, or no name at all: "Police", "Monday"."""
        low = t.text.lower()
        known = self.roles.human | self.roles.collective | self.roles.media | self._no_names
        return bool({low, singular(low)} & (known | set(self.organisations.heads)))

    def person(self, first: int, last: int) -> NameRun | None:
        """The person's name in a run of capitalised tokens, titles and roles left off; None when it is no person."""
        words = [t.text for t in self.tokens[first : last + 1]]
        if not CAUSES.isdisjoint(words) or (len(words) > 1 and words[-1].lower() in self._body_endings):
            return None  # "Mothers Without Borders", "Prisoners Defence International"
        lead = 0
        for n, word in enumerate(words):
            low = word.lower().rstrip(".")
            if n == len(words) - 1 > lead and words[lead].lower() in self.roles.given and low in self._trades:
                break  # "John Baker", "Anna Cook"
            if low in self.roles.human or low in self.roles.titles or low in self.roles.collective:
                lead = n + 1
        rest = [w for w in words[lead:] if w != "."]
        if "Red" in rest and {"Cross", "Crescent"} & set(rest):
            return None
        if not 1 <= len([w for w in rest if w != "-"]) <= 5 or not rest[0][:1].isupper():
            return None
        if " ".join(rest) in _adjectives(self.annotated.language):
            return None  # "a Sierra Leonean who arrived"
        if len(rest) == 1 and find_numbers(rest[0], 0, len(rest[0]), self.annotated.language):
            return None  # "“Eleven of us were held,” he said"
        for word in rest:
            low = word.lower()
            if (
                low in self.organisations.heads
                or low in self._places
                or (len(word.rstrip(".")) > 1 and word.isupper())
                or word[-1:].isdigit()
            ):
                return None
        if self._known_body(" ".join(rest)) or self._with_initials(" ".join(rest), last):
            return None
        return NameRun(first + lead, last)

    def _with_initials(self, words: str, last: int) -> bool:
        """Whether a name's initials stand behind it in brackets, as no person's do: "Réseau Alerte Désert (RAD)"."""
        return self.text_at(last + 1) == "(" and " " in words and stands_for(self.text_at(last + 2), words)

    def _known_body(self, words: str) -> bool:
        return any(words.startswith(alias) for alias in self.organisations.first_words.get(first_word(words), ()))

    def place(self, word: str) -> bool:
        """Whether the text speaks of a one-word name as of a place: "in X", "near X"."""
        return re.search(rf"\b(?:in|from|to|at|near|into|outside|across) {re.escape(word)}\b", self.text) is not None

    def run_at(self, first: int, last: int, head: int = -1) -> NameRun | None:
        """The run of capitalised tokens within tokens `first..last` that holds `head`, else the last one."""
        i = first
        found = None
        while i <= last:
            end = self._run(i, last + 1, -1)
            if end is None:
                i += 1
            else:
                found = NameRun(i, end)
                if i <= head <= end:
                    return found
                i = end + 1
        return found

    def text_at(self, i: int) -> str:
        """The text of token `i`, "" after the last."""
        return self.tokens[i].text if i < len(self.tokens) else ""

    def words(self, run: NameRun) -> str:
        """The text of a run."""
        return self.text[self.tokens[run.first].start : self.tokens[run.last].end]
