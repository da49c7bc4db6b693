"""Whom "he" and "she" stand for: the nearest person of the gender, speakers first."""

from __future__ import annotations

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.keeping_silent import keeps_silent
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.names import NameRun
from guvoh.extraction.attribution.persons import Persons
from guvoh.extraction.attribution.roles_of_names import gender_of, role_of
from guvoh.extraction.attribution.scene import Scene
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import Role, SourceKind

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
"""The pronouns of one person, with the gender they tell."""

PLURALS = frozenset({"they", "them", "their", "theirs"})
_SINGLE_REACH = 3
_PLACED = saying_words()["placed"]
_REPORTERS = saying_words()["reporters"]
_INSIDE = saying_words()["inside_of"]
_ONLY, _NEAR_ONLY = saying_words()["no_more"], 4


class Pronouns:
    """The pronouns of one document."""

    def __init__(self, persons: Persons) -> None:
        self.persons = persons
        self.names = persons.names

    def before(self, at: int, gender: str) -> Identity | None:
        """Whom "he" or "she" at token `at` stands for: the nearest person of that gender, speakers first."""
        found = self._before(at, gender)
        if found is not None and not found.gender:
            found.gender = gender  # the text has told it now
        return found

    def named_in(self, scene: Scene, first: int, gender: str) -> bool:
        """Whether a sentence names somebody from token `first` on whom a pronoun of the gender may mean."""
        runs = (run for run in self.names.persons if first <= run.first and run.last < scene.stop)
        runs = (run for run in runs if not self._of_the_head(run))
        full = (r for r in runs if r.last > r.first or self.names.tokens[r.first].text in self.names.by_surname)
        return any(self._gender(run) in (gender, "") for run in full)

    def _before(self, at: int, gender: str) -> Identity | None:
        opens = self._opens_paragraph(at, gender)
        if opens is not None:
            return opens
        behind = self._behind(at)
        found = self._spoke_last(gender, behind)
        if (
            found is not None
            and gender == "f"
            and found.kind is SourceKind.OFFICIAL
            and not (found.named or found.gender)
        ):
            woman = self.persons.register.latest(lambda x: x.named and x.persona and x.gender == gender)
            if woman is not None:
                return woman  # "An investigator said …. Nine signed, she says"
        since = found.span[0] if found is not None and found.span[0] < self.names.tokens[at].start else 0
        earlier = [run for run in self.names.persons if run.first < at and not self._of_the_head(run)]
        near = self.names.tokens[at].sent - 1
        line = self.names.text.rfind("\n", 0, self.names.tokens[at].start)
        if found is not None and not found.gender:
            shown = self._of_gender(earlier, gender, near)
            if shown is not None and shown is not found:
                return shown
        for run in reversed(earlier[-6:]):
            first = self.names.tokens[run.first]
            if first.start < since:
                break
            if found is not None and not self._says_only(at) and keeps_silent(self.names.annotated, first.sent):
                continue  # "The police chief, X, declined to comment. He said": who spoke before
            if first.text in behind:
                continue  # "There, she says, Safiya was taken"
            close = first.sent >= near or first.start > line
            known = (gender, "") if close else (gender,)
            if self.subject(run) and self._gender(run) in known:
                return self.persons.person(run)
        here = self._of_one_name(at, gender, line) if found is not None and found.span[1] <= line else None
        return here or found or self._last_named(earlier, gender) or self._single(at, gender)

    def _spoke_last(self, gender: str, behind: frozenset[str]) -> Identity | None:
        """Who spoke last and may be meant; no reporter who only passes on what another says in the same sentence."""
        register = self.persons.register
        found = register.latest(lambda x: _may_be(x, gender) and x.name.split()[0] not in behind)
        if found is None or found.named or found.head not in _REPORTERS:
            return found
        other = register.latest(
            lambda x: x is not found and _may_be(x, gender) and x.name.split()[0] not in behind
        )  # "X said on Monday, a Gazeta correspondent reports. He added"
        together = other is not None and register.spoke_in(other) == register.spoke_in(found)
        return other if together else found

    def _behind(self, at: int) -> frozenset[str]:
        """The names behind a pronoun in its sentence: who is named there is somebody else; a street is nobody."""
        sentence = self.names.annotated.sentences[self.names.tokens[at].sent]
        words = self.names.tokens[at + 1 : sentence.stop]
        return frozenset(t.text for t in words if t.text[:1].isupper() and not self._of_a_place(t))

    def _of_a_place(self, t: Token) -> bool:
        """Whether a capital belongs to a place: behind "in", or before a capital that is no surname."""
        after = self.names.text_at(t.i + 1)
        placed = t.i > 0 and self.names.tokens[t.i - 1].lower in _PLACED
        return placed or (after[:1].isupper() and after not in self.names.by_surname)

    def of_paragraph(self, at: int) -> Identity | None:
        """Whom the paragraph of token `at` is about, where it says "the 48-year-old": the last full name before it."""
        annotated, tokens = self.names.annotated, self.names.tokens
        opens = annotated.text.rfind("\n", 0, tokens[at].start)
        for run in reversed(self.names.persons):
            if run.first < at and tokens[run.first].start > opens and self.subject(run):
                return self.persons.person(run)
        return self.persons.register.latest(lambda x: x.persona and not x.plural) or self._single(at)

    def _says_only(self, at: int) -> bool:
        """Whether the one at token `at` says no more than a little: "He said only that", of him who would not say."""
        return any(t.lower in _ONLY for t in self.names.tokens[at : at + _NEAR_ONLY])

    def _opens_paragraph(self, at: int, gender: str) -> Identity | None:
        """Who opens the paragraph by one name: "Aibek from Osh was turned back. He says"; nobody else told of since."""
        annotated, tokens = self.names.annotated, self.names.tokens
        i = tokens[at].sent
        while i > 0 and "\n" not in annotated.text[annotated.sentences[i - 1].end : annotated.sentences[i].start]:
            i -= 1
        t = tokens[annotated.sentences[i].first]
        if not self._one_name(t) or self.names.roles.given.get(t.lower, gender) != gender:
            return None
        since = (run for run in self.names.persons if t.i < run.first < at)
        if any(self.subject(run) for run in since) or any(self._person_told(x) for x in tokens[t.i + 1 : at]):
            return None
        return self.persons.person(NameRun(t.i, t.i))

    def _of_one_name(self, at: int, gender: str, line: int) -> Identity | None:
        """Who the paragraph that begins behind `line` tells of by one name, nobody else since: "Ilhom spent"."""
        for t in reversed(self.names.tokens[:at]):
            if t.start <= line:
                return None
            if self._person_told(t) and self.names.roles.gendered.get(t.lower, gender) == gender:
                return None
            if self._one_name(t) and self.names.roles.given.get(t.lower, gender) == gender and not self._country(t):
                return self.persons.person(NameRun(t.i, t.i))
        return None

    def _country(self, t: Token) -> bool:
        return any(t.text in row.countries for row in nationalities(self.names.annotated.language))

    def _person_told(self, t: Token) -> bool:
        """Whether a word is the subject of a clause and one person without a name: "the judge", "an officer"."""
        return t.relation == "nsubj" and t.lower in self.names.roles.human and t.tag != "NNS"

    def _one_name(self, t: Token) -> bool:
        """Whether a word that opens a sentence as its subject is one person's name: a name, or "X from Y"."""
        if t.i + 1 == len(self.names.tokens):
            return False
        after, then = self.names.tokens[t.i + 1], self.names.tokens[t.i + 2 : t.i + 3]
        from_there = after.lower == "from" and any(word.text.istitle() for word in then)
        if (
            len(t.text) < 3
            or not t.text.istitle()
            or t.relation not in ("nsubj", "nsubj:pass")
            or after.pos in ("PROPN", "NOUN")
        ):
            return False
        named = t.pos == "PROPN" or t.text in self.names.by_surname
        if not (named or (from_there and not t.text.endswith("s"))) or t.tag == "NNPS":
            return False
        body = self.names.organisation_at(t.start, t.end) is not None or self.names.person(t.i, t.i) is None
        return not body and not self.names.place(t.text) and not self.names.common(t)

    def _of_gender(self, earlier: list[NameRun], gender: str, near: int) -> Identity | None:
        """The last full name of the sentence before, or of this one, whose gender the text or the name shows."""
        for run in reversed(earlier[-3:]):
            if self.names.tokens[run.first].sent >= near and run.last > run.first and self._gender(run) == gender:
                return self.persons.person(run)
        return None

    def _single(self, at: int, gender: str = "") -> Identity | None:
        """Who a text of one-word names speaks of: the last such subject in the three sentences before token `at`.

        Of a `gender` nobody whose name tells the other: "Olga said …. He also alleged".
        """
        tokens = self.names.tokens
        near = tokens[at].sent
        for t in reversed(tokens[:at]):
            if t.sent < near - _SINGLE_REACH:
                return None
            if self.names.annotated.sentences[t.sent].role is Role.TITLE:
                continue
            if t.dep == "nmod:poss" and t.sent == near - 1 and self._owner(t):
                return self.persons.person(NameRun(t.i, t.i))
            initial = t.text[:1].isupper() and len(t.text) <= 2 and t.i and tokens[t.i - 1].text[:1].isupper()
            if t.relation not in ("nsubj", "nsubj:pass") and not initial:
                continue
            if gender and self.names.roles.given.get(t.lower, gender) != gender:
                continue
            run = self.names.run_at(max(t.i - 1, 0) if initial else t.i, t.i, t.i)
            person = self.names.person(run.first, run.last) if run is not None and t.pos == "PROPN" else None
            place = self.names.place(t.text)
            if person is not None and not place and not self.names.organisation_at(t.start, t.end):
                return self.persons.person(person)
        return None

    def _owner(self, t: Token) -> bool:
        """Whether a word is one person's name with a genitive: "The marks on Zabiullah's back are still red. He"."""
        lone = t.i and t.pos == "PROPN" and not self.names.tokens[t.i - 1].text[:1].isupper()
        of_somebody = self.names.tokens[t.head].lower in self.names.roles.human  # "Mirlan's mother"
        if not lone or of_somebody or self._country(t) or self.names.place(t.text) or self.names.common(t):
            return False
        return self.names.person(t.i, t.i) is not None and self.names.organisation_at(t.start, t.end) is None

    def _last_named(self, earlier: list[NameRun], gender: str) -> Identity | None:
        """The last person named whose gender does not speak against it."""
        last = reversed(earlier[-3:])
        return next((self.persons.person(run) for run in last if self._gender(run) in (gender, "")), None)

    def _of_the_head(self, run: NameRun) -> bool:
        """Whether a name is a place's or in a page's first lines: "in Ankara", "Ankara, 6 May", "By Selin Aksoy"."""
        day, month = self.names.text_at(run.last + 2), self.names.text_at(run.last + 3)
        dated = self.names.text_at(run.last + 1) == "," and day[:1].isdigit() and month.istitle()
        place = run.first == run.last and (dated or self.names.place(self.names.tokens[run.first].text))
        before = self.names.text_at(run.first - 1).lower() if run.first > 0 else ""
        return place or before in _INSIDE or (run.first > 0 and self.names.text_at(run.first - 1) == "By")

    def _gender(self, run: NameRun) -> str:
        return gender_of(self.names, self.names.roles, run, role_of(self.names, self.names.roles, run))

    def subject(self, run: NameRun) -> bool:
        """Whether the name is a subject, or opens its sentence before an apposition ("Waleed, a teacher, crossed")."""
        tokens = self.names.tokens
        opens = run.first == self.names.annotated.sentences[tokens[run.first].sent].first
        aside = opens and self.names.text_at(run.last + 1) == ","
        before = max(run.first - 1, 0)  # "Lawyer X was kept outside": the parse makes the role the subject
        first = before if tokens[before].lower in self.names.roles.human else run.first
        held = self.names.holders.get(run.first)
        first = first if held is None else held.first
        if aside or any(tokens[i].relation == "nsubj" for i in range(first, run.last + 1)):
            return True
        office = self.names.annotated.head(tokens[run.first])  # "the spokesman for the army, Sidi Ahmed, said"
        return tokens[run.first].relation == "appos" and office.relation == "nsubj" and office.i < run.first


def _may_be(known: Identity, gender: str) -> bool:
    """Whether an identity can be meant by "he" or "she": one person, or somebody of whom the text tells nothing."""
    initials = known.name.isupper() and len(known.name) > 1 and " " not in known.name  # "reports APA": no person
    if known.plural or known.gender not in (gender, "") or initials:
        return False
    return known.persona or known.kind in (SourceKind.PERSON, SourceKind.WITNESS)
