"""Named persons as sources: full name for a surname, role and gender from the text beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from guvoh.extraction.attribution.identities import Identity, Register, another_role, clean
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import Roles, saying_words
from guvoh.extraction.attribution.names import NameRun, Names
from guvoh.extraction.attribution.postings import past_posting, past_relative, tells_whence
from guvoh.extraction.attribution.roles_of_names import gender_of, is_private, role_of
from guvoh.extraction.attribution.same_surname import nearest
from guvoh.extraction.attribution.scene import Phrase
from guvoh.model import Role, SourceKind

_ONE = saying_words()["one_of_body"]
_CLOSES = frozenset({"*", ",", ".", ";", ":", "!", "?", ")", "—", "–", "-", "”", '"'})
_NAME_ENDS = MARKS | {","}
_LONGEST_NAME, _WITHHELD, _NAME_REACH = 3, 5, 14
"""Words of a name in quotation marks; before "named", among which "not" withholds it; behind a source, to its name."""
_AGED = re.compile(r"\d{1,3}-year-old ")
_CLOSING, _AS, _NAMED = saying_words()["closing"], saying_words()["named_as"], frozenset({",", "who", "be"})


class Persons:
    """The named persons of one document."""

    def __init__(self, names: Names, roles: Roles, register: Register) -> None:
        self.names = names
        self.roles = roles
        self.register = register

    def named(self, phrase: Phrase) -> Identity | None:
        """The person whose name the phrase is or ends with; a surname stands for the full name of the text."""
        apposed = self._apposed(phrase) or self._given(phrase) or self._right_before(phrase)
        if apposed is not None:
            self._known_by_role(phrase, apposed)
            return self.person(apposed) if apposed.last > apposed.first else self._only_name(apposed)
        run = self._run(phrase)
        if run is not None and self._labels_turn(run, phrase):
            return self._in_capitals(run)
        person = self.names.person(run.first, run.last) if run is not None else None
        if person is None:
            return None
        return self.by_surname(person) if person.last == person.first else self.person(person)

    def holder(self, phrase: Phrase) -> Identity | None:
        """The person named behind a long office in which the phrase stands, who has the office for a role."""
        first = phrase.first + (self.names.tokens[phrase.first].pos == "DET")
        held = self.names.holders.values()
        found = next((h for h in held if h.first <= first and phrase.last <= h.last), None)
        return self.person(NameRun(found.name, found.last)) if found is not None else None

    def _office(self, run: NameRun) -> str | None:
        """The words of the long office right before a name."""
        held, tokens = self.names.holders.get(run.first), self.names.tokens
        if held is None:
            return None
        return " ".join(self.names.text[tokens[held.first].start : tokens[held.name - 1].end].split())

    def _run(self, phrase: Phrase) -> NameRun | None:
        """The run of capitals that holds the head, or that follows the head right away ("lawyer X")."""
        run = self.names.run_at(phrase.first, phrase.last, phrase.head)
        if run is None or run.first <= phrase.head <= run.last:
            return run
        return run if phrase.head == run.first - 1 else None

    def _apposed(self, phrase: Phrase) -> NameRun | None:
        """The name set between commas after a role: "the group's director, X, said", "a student, X, whose"."""
        tokens = self.names.tokens
        head = tokens[phrase.head]
        comma = phrase.last + 1
        if comma + 1 < len(tokens) and tokens[comma].lower in ("named", "called"):
            run = self.names.run_at(comma + 1, min(comma + 3, len(tokens) - 1))
            return run if run is not None and run.first == comma + 1 else None
        if head.lower in _ONE and self.names.text_at(comma) == "of":  # "one of them, X, says"
            comma = next((n for n in range(comma, min(comma + 5, len(tokens) - 1)) if tokens[n].text == ","), comma)
        comma = past_relative(tokens, past_posting(tokens, comma), self.roles.human)
        if comma + 1 >= len(tokens) or tokens[comma].text != "," or tokens[comma].sent != head.sent:
            return None
        role = head.lower in self.roles.human or head.lower.endswith(("or", "er", "ist")) or head.lower in _ONE
        if not role or (head.text[:1].isupper() and head.lower not in self.roles.human | _ONE):
            return None
        first = self._past_roles(comma + 1)
        run = self.names.run_at(first, min(first + 6, len(tokens) - 1), first)
        if run is None or run.first != first or tokens[run.last].sent != head.sent:
            return None
        run = self._past_state(phrase, run) or run
        after = tokens[run.last + 1] if run.last + 1 < len(tokens) else None
        if (
            after is not None
            and after.sent == head.sent
            and after.text not in _CLOSES
            and not tells_whence(tokens, after.i)
        ):
            return None
        return self.names.person(run.first, run.last)

    def _past_state(self, phrase: Phrase, run: NameRun) -> NameRun | None:
        """The name behind that of a state: "the sheriff of Jefferson County, Wisconsin, | Dale Hoffmann, said"."""
        tokens, first = self.names.tokens, run.last + 2
        placed = tokens[phrase.head].tag == "NN" and phrase.last > phrase.head
        if not placed or self.names.text_at(first - 1) != "," or tokens[run.first].lower in self.roles.given:
            return None
        behind = self.names.run_at(first, min(first + 6, len(tokens) - 1), first)
        full = behind is not None and behind.first == first and behind.last > first
        return behind if full and behind is not None and self.names.text_at(behind.last + 1) == "," else None

    def _labels_turn(self, run: NameRun, phrase: Phrase) -> bool:
        """Whether a name in capitals opens its sentence as the label of a turn; no body's initials do."""
        sentence = self.names.annotated.sentences[self.names.tokens[run.first].sent]
        label = self.names.words(run).isupper() and self.names.text_at(phrase.last + 1) in (":", ",")
        told = phrase.first < run.first and self.names.tokens[phrase.first].pos == "NOUN"  # "says pollster IBMS,"
        return label and (sentence.first == run.first or told or self.names.text_at(phrase.last + 1) == ":")

    def _right_before(self, phrase: Phrase) -> NameRun | None:
        """The name right before, in quotation marks or at the head: "“Farida,” a cleaner from Bukhara, said"."""
        tokens, i = self.names.tokens, phrase.first - 1
        opens = self.names.annotated.sentences[tokens[phrase.head].sent].first
        if i == opens + 1 and tokens[i].text == "," and tokens[opens].text in self.names.by_surname:
            return self.names.person(opens, opens)  # "Umid, a taxi driver from Khorezm, has lived"
        if tokens[phrase.first].pos != "DET" or tokens[phrase.head].pos != "NOUN":
            return None
        while i > 0 and tokens[i].text in _NAME_ENDS:
            i -= 1
        between = {t.text for t in tokens[i + 1 : phrase.first]}
        last = i
        while i > 0 and tokens[i].text.istitle() and last - i < _LONGEST_NAME:
            i -= 1
        if "," not in between or len(between) < 2 or i == last or tokens[i].text not in MARKS:
            return None
        return self.names.person(i + 1, last)

    def _past_roles(self, first: int) -> int:
        """The token after titles, an age and a role such as "Uzbek citizen"."""
        tokens = self.names.tokens
        aged = _AGED.match(self.names.text, tokens[first].start)
        while aged is not None and first < len(tokens) - 1 and tokens[first].start < aged.end():
            first += 1
        role = next(
            (n for n in range(first, min(first + 3, len(tokens) - 1)) if tokens[n].lower in self.roles.human), None
        )
        if role is not None and all(tokens[n].pos in ("ADJ", "NOUN") for n in range(first, role)):
            first = role
        while first < len(tokens) - 1 and self._title(tokens[first].lower):
            first += 1
        return first

    def _given(self, phrase: Phrase) -> NameRun | None:
        """The name in "a worker who gave his name as X", "who asked to be called X", "who gave only his name, X"."""
        tokens = self.names.tokens
        for i in range(phrase.last + 1, min(phrase.last + _NAME_REACH, len(tokens) - 1)):
            if tokens[i].sent != tokens[phrase.head].sent or tokens[i].text == "." or tokens[i].lower in _CLOSING:
                return None
            told = tokens[i].text == "," and tokens[i - 1].lower == "name"
            by_name = told or tokens[i].lower in ("named", "called")
            if by_name and any(t.lower == "not" for t in tokens[i - _WITHHELD : i]):
                return None  # "a foreman who asked not to be named told Radio X"
            named = told or (tokens[i].lower == "as" and tokens[i - 1].lower in _AS)
            only = [t.lower for t in tokens[i + 1 : i + 3]] == ["only", "as"]  # "to be named only as X"
            if by_name and only:
                continue
            apposed = i == phrase.last + 4 and tokens[i - 3].text == "," and tokens[i - 1].lower in self.roles.human
            if named or (tokens[i].lower in ("named", "called") and (apposed or tokens[i - 1].lower in _NAMED)):
                run = self.names.run_at(i + 1, min(i + 4, len(tokens) - 1), i + 1)
                if run is None or run.first > i + 2 or tokens[run.first].sent != tokens[phrase.head].sent:
                    return None
                return None if re.fullmatch(r"[A-Z]{2,}", self.names.words(run)) else run  # initials of a body
        return None

    def _in_capitals(self, run: NameRun) -> Identity | None:
        """The speaker of a turn, by the name in which the text introduces him or her, else as printed."""
        words = self.names.words(run)
        known = self.names.by_surname.get(words.split()[-1].title(), ())
        found = next((self.person(k) for k in known), None) or self.register.find(words)
        longer = (x for x in self.register.all if x.persona and x.name.split()[-1:] == words.split()[-1:])
        found = found or next(longer, None)
        span = (self.names.tokens[run.first].start, self.names.tokens[run.last].end)
        return found or self.register.add(Identity(words, SourceKind.PERSON, span, persona=True))

    def _title(self, word: str) -> bool:
        return word in self.roles.titles or word in self.roles.human or word == "."

    def _known_by_role(self, phrase: Phrase, run: NameRun) -> None:
        """Give "a police spokesman" his name when the text later says "the spokesman, X"."""
        tokens = self.names.tokens
        name, head = clean(self.names.words(run)), tokens[phrase.head].lower
        if tokens[phrase.first].lower != "the" or self.register.find(name):
            return
        unnamed = (x for x in reversed(self.register.all) if x.persona and not x.named and not x.plural)
        found = next((x for x in unnamed if x.head == head), None)
        if found is None or phrase.last > phrase.head:
            return
        self.register.alias(found, found.name)
        found.role, found.name, found.named = found.name, name, True
        found.span = (tokens[run.first].start, tokens[run.last].end)
        self.register.add_key(found, name)

    def _only_name(self, run: NameRun) -> Identity:
        return self.by_surname(run) or self.person(run)

    def by_surname(self, run: NameRun) -> Identity | None:
        """The person that one word of a name stands for; None when nothing shows that it is a person."""
        surname = self.names.words(run)
        full = nearest(self.names, self.register, self.names.by_surname.get(surname, ()), run)
        longer = self._by_first_name(surname, full) if full and full[0].first == full[0].last else None
        if longer is not None:
            return longer
        if full:
            return self.person(full[0], alias=surname)
        known = self.register.find(surname) or self._by_first_name(surname)
        if known is not None:
            return known
        first = self.names.tokens[run.first]
        if self.names.organisation_at(first.start, first.end):
            return None
        title = self.names.tokens[run.first - 1].text.lower().rstrip(".") if run.first else ""
        personal = title in self.roles.titles or title in self.roles.human or surname.lower() in self.roles.given
        return self.person(run) if personal else None

    def _by_first_name(self, word: str, bare: Sequence[NameRun] = ()) -> Identity | None:
        """The one person whose full name, titles aside, opens with the word: "Rosli" for "Datuk Rosli Mahmud".

        `bare` are the places where the word stands alone: "Ali, a porter" is not "lawyer Ali Karimov".
        """
        full: dict[str, list[NameRun]] = {}
        for run in self.names.persons:
            words = self.names.words(run)
            if run.last > run.first and word in [w for w in words.split() if not self._title(w.lower())][:1]:
                full.setdefault(words, []).append(run)
        if len(full) != 1:
            return None
        (runs,) = full.values()
        if another_role(self._told_role(bare), self._told_role(runs)):
            return None
        return self.person(runs[-1], alias=word)

    def _told_role(self, runs: Iterable[NameRun]) -> str | None:
        """The first role that the text gives a name where it stands there."""
        return next((role for run in runs if (role := self._office(run) or role_of(self.names, self.roles, run))), None)

    def person(self, run: NameRun, alias: str | None = None) -> Identity:
        """The identity of the full name `run`, made when it is new."""
        name = self._as_printed(run)
        found = self.register.find(name) or self._same(run) or self._new(run, name)
        if alias:
            self.register.alias(found, alias)
        return found

    def _as_printed(self, run: NameRun) -> str:
        """The words of a name; a mere initial with the title before it: "Mr. K."."""
        name = clean(self.names.words(run))
        before = self.names.tokens[run.first - 1] if run.first else None
        titled = before is not None and before.text == "." and run.first > 1
        title = self.names.tokens[run.first - 1 - titled] if before is not None else None
        if len(name.rstrip(".")) > 1 or title is None or title.lower.rstrip(".") not in self.roles.titles:
            return name
        return clean(self.names.text[title.start : self.names.tokens[run.last].end])

    def _same(self, run: NameRun) -> Identity | None:
        """A person known by a longer or shorter form of the name ("John R. Smith", "John Smith")."""
        mine = self.names.without_descent(self.names.words(run).split())
        for known in (x for x in self.register.all if x.persona):
            words = self.names.without_descent(known.name.split())
            short, ends = min(len(words), len(mine)), (words[0], words[-1]) == (mine[0], mine[-1])
            if short > 1 and (ends or (words[:short] == mine[:short] and not self._differs(run, known))):
                return known
        return None

    def _differs(self, run: NameRun, known: Identity) -> bool:
        """Whether a name has another role than a known person, or is longer than the text has it before, with none."""
        same = (r for r in self.names.persons if self.names.words(r) == self.names.words(run))
        role = self._told_role([run, *same])
        if role and known.role:
            return another_role(role, known.role)
        first = self.names.annotated.at(known.span[0])
        return run.last - run.first >= len(known.name.split()) and (first is None or first.role is not Role.TITLE)

    def _new(self, run: NameRun, name: str) -> Identity:
        mentions = [
            run,
            *(r for r in self.names.by_surname.get(name.rsplit(maxsplit=1)[-1], ()) if self.names.words(r) == name),
        ]
        role = self._told_role(mentions)
        private = is_private(self.names, self.roles, run, role)
        words = set(re.findall(r"[\w-]+", (role or "").lower()))
        kind = SourceKind.OFFICIAL if words & (self.roles.official | self.roles.state) else SourceKind.PERSON
        span = (self.names.tokens[run.first].start, self.names.tokens[run.last].end)
        gender = gender_of(self.names, self.roles, run, role)
        kind = SourceKind.WITNESS if private else kind
        return self.register.add(Identity(name, kind, span, role, private, gender, persona=True))
