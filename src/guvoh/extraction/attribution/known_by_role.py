"""Whom a role or a head noun means again: "the lawyer", "the woman", "his group", "the ministry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.bodies import Bodies
from guvoh.extraction.attribution.called_again import of_kind, taken_for_a_person
from guvoh.extraction.attribution.clause_subjects import BODIES, ClauseSubjects
from guvoh.extraction.attribution.employers import employer
from guvoh.extraction.attribution.identities import CHANNELS, Identity, Register
from guvoh.extraction.attribution.lexicon import (
    Organisations,
    Roles,
    saying_words,
    singular,
    words_of,
)
from guvoh.extraction.attribution.missions import mission
from guvoh.extraction.attribution.names import NameRun
from guvoh.extraction.attribution.phrases_beside import antecedent
from guvoh.extraction.attribution.pronouns import GENDERS, Pronouns
from guvoh.extraction.attribution.roles_of_names import role_of
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import SourceKind

_NEWS = saying_words()["of_agencies"]
_AGED = re.compile(r"the \d+-year-old(?: from .+| [\w-]+)?$", re.IGNORECASE)
_ANY_BODY = saying_words()["any_body"]
_JUST_ONE = saying_words()["just_one"]
_WATCHING = frozenset({"monitor", "monitors", "observatory", "tracker"})
_STAFFED = BODIES | saying_words()["staffed"]
_NOT_NAMED_BEFORE = saying_words()["not_named_before"]
_ANY_OFFICE = saying_words()["any_office"]
_FIRMS = saying_words()["firms"]
_SOURCES = saying_words()["unnamed_sources"]
_BEFORE_RANKS = saying_words()["before_ranks"]
_TRADES = saying_words()
_MANUAL = _TRADES["manual"]
_FORCES, _POLICE = saying_words()["forces"], saying_words()["police_forces"]
_BY_CALLING = saying_words()["by_calling"]


class KnownByRole:
    """Finds whom a role without a name means, for one document, in text order."""

    def __init__(
        self,
        roles: Roles,
        organisations: Organisations,
        register: Register,
        bodies: Bodies,
        pronouns: Pronouns,
        subjects: ClauseSubjects,
    ) -> None:
        self.roles = roles
        self.organisations = organisations
        self.register = register
        self.bodies = bodies
        self.pronouns = pronouns
        self.subjects = subjects

    def meant(self, scene: Scene, phrase: Phrase, own: Identity | None) -> Identity | None:
        """The last person of a role ("the lawyer"), the last body of a head noun ("the ministry")."""
        relative = next((i for i in (phrase.first, phrase.first - 1) if scene.lower(i) == "whose"), None)
        if relative is not None:
            ahead = antecedent(scene, Phrase(relative, relative, relative))
            return self.subjects.body_or_group(scene, ahead, scene.lower(ahead.head)) if ahead is not None else None
        head = scene.lower(phrase.head)
        whose = scene.lower(phrase.first)
        again = self._like_a_pronoun(scene, phrase)
        if again is not None:
            return again
        if whose in ("his", "her", "their"):
            return self._introduced(phrase, head)  # "his mother" after "his mother, Dilfuza Karimova,"
        if whose not in ("the", "this", "that") or phrase.last - phrase.first > 3:
            return None
        if own is not None and scene.tokens[phrase.head].text[:1].isupper() and head in words_of(own.name):
            return own
        human = head in self.roles.human
        if own is not None and head == "partners" and phrase.last == phrase.head:
            return own
        if head in _SOURCES:
            owned = any(scene.tokens[i].tag == "POS" for i in range(phrase.first, phrase.head))
            return self._source_again(owned=owned)
        told = self.register.latest(lambda x: x.persona == human and head in self._called(x), reach=99)
        if told is not None and human and self._another_since(phrase, head, told):
            return None  # "Lawyer A said …. Lawyer B came too. The lawyer said": nobody can tell
        told = told or mission(scene, phrase, self.register)
        told = told or self._introduced(phrase, head)
        told = told or (self._agency_that_spoke(scene, phrase) if head == "agency" else None)
        if told is not None:
            return told
        # no "regional statistics agency"
        of_some_kind = phrase.head > phrase.first + 1 and scene.lower(phrase.head - 1) not in _NEWS
        if (head in self.roles.media or head in ("agency", "paper")) and not of_some_kind:
            here = scene.tokens[phrase.first].start
            named = here if head == "agency" and phrase.last == phrase.first + 1 else 0
            return (
                self.bodies.beside(head, here)
                or self._outlet_before(head)
                or self.bodies.last_named(scene.sentence.start, named)
            )
        return self._by_role_alone(scene, phrase, head)

    def _called(self, x: Identity) -> frozenset[str]:
        """The words by which somebody may be called again: "workers of the plant" are no "plant"."""
        if x.persona:
            return frozenset(words_of(x.role or ""))
        of_others = x.plural and singular(x.head) in self.roles.human
        return frozenset({x.head} if of_others else words_of(x.name))

    def _another_since(self, phrase: Phrase, head: str, told: Identity) -> bool:
        """Whether a text brings up another of that role, as a subject, after the one who spoke last of them."""
        names, since = self.pronouns.names, self.register.spoke_in(told)
        for run in reversed(names.persons):
            sentence = names.tokens[run.first].sent
            if run.first < phrase.first and sentence <= since:
                return False
            role = role_of(names, self.roles, run) if run.first < phrase.first and self.pronouns.subject(run) else None
            if head in words_of(role or "") and self.pronouns.persons.person(run) is not told:
                return True
        return False

    def _outlet_before(self, head: str) -> Identity | None:
        """Which outlet "the paper" or "the agency" is: the last one named."""
        outlet = next((x for x in reversed(self.register.all) if x.kind in CHANNELS), None)
        return outlet or (self.register.latest(_state_body, 1) if head == "agency" else None)

    def _by_role_alone(self, scene: Scene, phrase: Phrase, head: str) -> Identity | None:
        """Whom a role means that nobody was told under: a person who may have it, or a body."""
        human = head in self.roles.human
        ranked = head in _BY_CALLING or scene.lower(phrase.head - 1) in _BEFORE_RANKS
        human = human and scene.lower(phrase.last + 1) != "itself"  # "the contractor itself admits"
        if human and phrase.last == phrase.head and (phrase.head == phrase.first + 1 or ranked):
            told_of = self._told_of(scene, phrase, head)
            if told_of is not None:
                return told_of
            return None if _of_a_new_place(scene, phrase) else self._last_who_may_be(head)
        return self._body_meant(scene, phrase, head)

    def _told_of(self, scene: Scene, phrase: Phrase, head: str) -> Identity | None:
        """Whom the sentence itself tells of, where "the former migrant says" ends it; for nobody in office."""
        ends = scene.lower(phrase.first - 1) == "," and head not in self.roles.official
        names = self.pronouns.names
        here = (r for r in names.persons if scene.first <= r.first and r.last < phrase.first)
        run = next(here, None) if ends else None
        opens = run is not None and run.first == scene.first and names.text_at(run.last + 1) in (",", "was", "had")
        return self.pronouns.persons.person(run) if run is not None and opens else None

    def _agency_that_spoke(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who "the agency" is: one named so, or the body that has just spoken: "Rosnadzor said …, the agency notes"."""
        named = self.bodies.mentioned("agency", scene.tokens[phrase.first].start)
        bare = phrase.last == phrase.head == phrase.first + 1
        cites = any(scene.lower(i) == "citing" for i in range(scene.first, scene.stop))
        return named or (self.register.latest(_body, 1) if bare and not cites else None)

    def _source_again(self, *, owned: bool) -> Identity | None:
        """Who "the source" is: the last one called so, the last person without a name, else who spoke last.

        Of one `owned`, "the agency's interlocutor", no more is known than that, where nobody of the kind has spoken.
        """
        called = self.register.latest(lambda x: not x.named and singular(x.head) in _SOURCES, reach=99)
        unnamed = self.register.latest(lambda x: x.persona and not x.named and not x.plural)
        last = None if owned else self.register.latest(lambda x: x.kind not in CHANNELS)
        return called or unnamed or last

    def _introduced(self, phrase: Phrase, head: str) -> Identity | None:
        """Who was named with the role before: "foreman Abdulaziz", "Ambassador of X to Y Saidov"."""
        if head not in self.roles.human or not phrase.last == phrase.head == phrase.first + 1:
            return None
        persons = self.pronouns.persons
        tokens = persons.names.tokens
        before = [run for run in persons.names.persons if run.first > 0 and run.last + 2 < phrase.first]
        held = {h.name: tokens[h.first].lower for h in persons.names.holders.values()}
        told = (h for h in persons.names.holders.values() if h.last < phrase.first and held[h.name] == head)
        several = len({tokens[h.last].text for h in told}) > 1
        office = "" if several else head  # of two ambassadors nobody can tell which is "the ambassador"
        named = (r for r in reversed(before) if head in _roles_beside(tokens, r) or held.get(r.first) == office)
        run = next(named, None)
        return persons.person(run) if run is not None else None

    def _like_a_pronoun(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whom "his group", "the woman" or "the 48-year-old" means: words that tell no more than a pronoun."""
        head, whose = scene.lower(phrase.head), scene.lower(phrase.first)
        if whose in ("his", "her") and phrase.last == phrase.head and head in _STAFFED:
            person = self.pronouns.before(phrase.first, GENDERS[whose])  # "his group has followed 60 cases"
            here = scene.tokens[phrase.first].start
            return (employer(self.bodies, person, here) if person is not None and head in BODIES else None) or person
        if whose == "the" and _AGED.match(scene.words(phrase)):
            return self.pronouns.of_paragraph(phrase.first)  # "said the 48-year-old"
        based = (scene.lower(phrase.head - 2), scene.lower(phrase.head - 1)) == ("-", "based")
        if whose == "the" and based and (head in BODIES or head in _WATCHING):
            return self.register.latest(
                lambda x: x.named and not x.persona, 2
            )  # "The Observatory reported …. The UK-based monitor counts"
        bare = phrase.last == phrase.head == phrase.first + 1 and scene.lower(phrase.last + 1) != "who"
        if whose == "the" and head in _JUST_ONE and bare:
            return self.pronouns.before(phrase.first, self.roles.gendered[head])  # "the woman recalls"
        return None

    def _last_who_may_be(self, head: str) -> Identity | None:
        """The last named person who may be "the lawyer" or "the mayor"; no mayor is known by one name only."""
        of_state = head in self.roles.official
        side = SourceKind.OFFICIAL if of_state else SourceKind.PERSON
        gender = self.roles.gendered.get(head, "")

        def fits(x: Identity) -> bool:
            untold = not x.role and not (of_state and " " not in x.name)
            of_side = x.kind is side and (not of_state or head in _ANY_OFFICE)  # an ombudsman is no minister
            like = not gender or x.gender == gender or (gender == "m" and not x.gender)
            fitting = x.persona and x.named and not x.plural and like and (of_side or untold)
            return fitting and not _of_another_trade(x, head)

        return self.register.latest(fits)

    def _body_meant(self, scene: Scene, phrase: Phrase, head: str) -> Identity | None:
        """The body that "the group", "the crisis group", "the ministry" means: last named, or last to speak."""
        here = scene.tokens[phrase.first].start
        if head in BODIES and phrase.last - phrase.first <= 2 and scene.tokens[phrase.head - 1].text[1:].islower():
            spoke = self.register.latest(lambda x: x.named and not x.persona and x.kind is not SourceKind.OFFICIAL, 2)
            known = self.bodies.mentioned(head, here) or spoke or taken_for_a_person(self.register)
            spoken = self.register.latest(_organised, 99)  # the last to speak at all, before one only told of
            group = known or spoken or self.bodies.last_named(0, here)
            if group is not None:
                return group
        plain = phrase.last == phrase.first + 1
        if plain and head in _FORCES:
            return self.register.latest(lambda x: _body(x) and bool(words_of(x.name) & _POLICE))
        if plain and (head in self.organisations.heads or head in ("ngo", "agency", "publication", "site")):
            state = self.organisations.heads.get(head) is SourceKind.OFFICIAL
            last = None if head in _NOT_NAMED_BEFORE else of_kind(self.register, head, state=state)
            if last is None and head in _FIRMS:
                last = taken_for_a_person(self.register, SourceKind.COMPANY)  # "Hualin said …. The company said"
            return self.bodies.mentioned(head, here) or last
        if plain and head in _ANY_BODY:
            return self.register.latest(_body, 1)  # "The directorate reports …, the institution specifies"
        return None


def _roles_beside(tokens: Sequence[Token], run: NameRun) -> frozenset[str]:
    """The nouns right before a name or behind its comma: "his mother, X", "lawyer X", "X, the wife of"."""
    comma = tokens[run.first - 1].text == ","
    behind = tokens[run.last + 1].text == "," and tokens[run.last + 2].lower in ("his", "her", "their", "the")
    near = tokens[run.last + 3 : run.last + 5] if behind else ()
    return frozenset({tokens[run.first - 1 - comma].lower, *(t.lower for t in near if t.pos == "NOUN")})


def _organised(x: Identity) -> bool:
    return x.named and not x.persona and x.kind in (SourceKind.NGO, SourceKind.PUBLISHER)


def _of_another_trade(x: Identity, head: str) -> bool:
    """Whether a person is told to have one trade, and the head noun is another: a lawyer is not "the driver"."""
    told = {trade for word in words_of(x.role or "") if (trade := _trade(word))}
    return bool(told) and _trade(head) not in told | {""}


def _trade(word: str) -> str:
    if word in _MANUAL:
        return word
    return next((name for name in ("law", "medicine") if word in _TRADES[name]), "")


def _of_a_new_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a place not told of before opens the sentence: "At a nearby school, the principal said"."""
    opening = scene.tokens[scene.first : phrase.first]
    return (
        len(opening) > 2
        and opening[0].lower in ("at", "in", "outside", "inside")
        and opening[1].lower in ("a", "an", "another")
        and opening[-1].text == ","
    )


def _body(x: Identity) -> bool:
    return not x.persona and not x.plural and x.named and x.kind is not SourceKind.WITNESS


def _state_body(x: Identity) -> bool:
    return not x.persona and x.named and x.kind is SourceKind.OFFICIAL
