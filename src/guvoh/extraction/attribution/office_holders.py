"""Names that follow a long office without a comma: "Representative of the Ministry of Labor, Health and Trade X said".

News agencies of Central Asia and of Russia write so. The office is a noun for one person, a preposition and the names
of bodies; the last two or three capitalised words are the name where they look like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.lexicon import Organisations, Roles, name_words
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import Role

_OF = frozenset({"of", "for", "at", "to", "in"})
_WITHIN = _OF | {"the", "and", "on", "with", ",", "'s", "’s", "&", "-"}
_REACH = 26
_WORD = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’ʻʼ]+(?:-[A-ZÀ-Þa-z][a-zß-ÿ]+)*$")


@dataclass(frozen=True, slots=True)
class Holder:
    """The office in tokens `first..` and the name in tokens `name..last`."""

    first: int
    name: int
    last: int


class OfficeHolders:
    """Finds the holders of offices in the sentences of one document."""

    def __init__(self, annotated: Annotated, roles: Roles, organisations: Organisations) -> None:
        self._sentences = annotated.sentences
        self._tokens = annotated.tokens
        self._text = annotated.text
        self._roles = roles
        self._organisations = organisations
        words = name_words(annotated.language)
        self._behind, self._second = words["behind_names"], tuple(words["patronymic_endings"])
        self._ends = (*(end for end, _ in roles.endings), *words["surname_endings"])
        self._countries = {c for row in nationalities(annotated.language) for c in row.countries}

    def by_name(self) -> dict[int, Holder]:
        """Those of all sentences, titles aside, by the first token of the name."""
        return {h.name: h for s in self._sentences if s.role is not Role.TITLE for h in self._of(s)}

    def _of(self, sentence: Sentence) -> Iterator[Holder]:
        at = sentence.first
        while at < sentence.stop - 3:
            found = self._at(at, sentence.stop) if self._is_office(at, sentence.stop) else None
            if found is not None:
                yield found
            at = found.last + 1 if found is not None else at + 1

    def _is_office(self, i: int, stop: int) -> bool:
        t = self._tokens[i]
        if t.lower not in self._roles.human or t.tag in ("NNS", "NNPS"):
            return False
        return any(self._tokens[n].lower in _OF for n in range(i + 1, min(i + 4, stop)))

    def _at(self, office: int, stop: int) -> Holder | None:
        last = self._end(office, stop)
        name = last - 1
        of_father = self._tokens[name].text.endswith(self._second) and self._tokens[name - 2].lower not in _WITHIN
        if of_father or (last > office and self._tokens[last].lower in self._behind | {"-"}):
            name -= 1
        before = self._tokens[name - 1]
        if name - office < 3 or before.lower in _WITHIN or self._is_title(before) or not self._may_be_name(name, last):
            return None
        of_state = self._tokens[office].lower in self._roles.official
        abroad = of_state and before.text in self._countries  # "Pakistan's ambassador to Kazakhstan | X said"
        if not abroad and not self._is_name(name, last):
            return None
        of_body = before.lower in self._organisations.heads or before.lower in self._roles.collective
        of_body = of_body or any(t.text[:1].isupper() for t in self._tokens[office + 1 : name])
        if not of_state and not of_body:
            return None  # "the lawyer of the detained X": of another person
        first = office
        while first > 0 and self._tokens[first - 1].sent == self._tokens[office].sent and self._leads(first - 1):
            first -= 1
        return Holder(first, name, last)

    def _end(self, office: int, stop: int) -> int:
        """The last capitalised word that the office and a name reach to."""
        last = office
        for i in range(office + 1, min(stop, office + _REACH)):
            t = self._tokens[i]
            if t.text[:1].isupper() or t.lower in self._behind:
                last = i
            elif not (t.lower in _WITHIN or t.pos in ("NOUN", "ADJ", "PROPN")):
                break
        return last

    def _leads(self, i: int) -> bool:
        t = self._tokens[i]
        return (
            t.pos in ("ADJ", "PROPN")
            or t.tag == "PRP$"
            or t.lower in self._roles.human
            or t.lower in ("'s", "’s", "vice", "-")
        )

    def _is_title(self, t: Token) -> bool:
        low = t.lower.rstrip(".")
        return low in self._roles.titles or low in self._roles.human or low == ""

    def _may_be_name(self, first: int, last: int) -> bool:
        """Whether the words could be a person's name: capitals throughout, no word for a body or a role."""
        said = [t for t in self._tokens[first : last + 1] if t.lower not in self._behind]
        if len(said) < 2 or not all(_WORD.match(t.text) for t in said):
            return False
        return not any(t.lower in self._organisations.heads or t.lower in self._roles.human for t in said)

    def _is_name(self, first: int, last: int) -> bool:
        """Whether such words look like a name: a given name, a surname's ending, a surname that stands alone."""
        said = [t for t in self._tokens[first : last + 1] if t.lower not in self._behind]
        return said[0].lower in self._roles.given or said[-1].lower.endswith(self._ends) or self._stands_alone(said[-1])

    def _stands_alone(self, surname: Token) -> bool:
        """Whether a word is elsewhere a name of its own: "According to X", "X noted"."""
        alone = rf"(?:[Aa]ccording to |(?:^|[.!?”\"»]) ?){re.escape(surname.text)}\b(?! [A-Z])"
        return re.search(alone, self._text, re.MULTILINE) is not None
