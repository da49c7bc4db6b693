"""Who a source phrase stands for: names, pronouns, roles, authors of documents, descriptions."""

from __future__ import annotations

import re

from guvoh.extraction.attribution.authors import author_after, owner_known, without_topic
from guvoh.extraction.attribution.bodies import Bodies
from guvoh.extraction.attribution.brought_up import brought_up, subject_by_role
from guvoh.extraction.attribution.called_again import of_kind, taken_for_a_person
from guvoh.extraction.attribution.descriptions import Descriptions, befallen
from guvoh.extraction.attribution.employers import employer
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS, Cues, Organisations, Roles, singular
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.nominal import IMPERSONAL
from guvoh.extraction.attribution.persons import Persons
from guvoh.extraction.attribution.phrases_beside import antecedent, with_abbreviation
from guvoh.extraction.attribution.pronouns import Pronouns
from guvoh.extraction.attribution.scene import Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.extraction.attribution.whose_words import (
    before_partners,
    document_again,
    joint_of,
    of_the_page,
    one_of_ours,
    owner_named_by_kind,
    through_its_own,
)
from guvoh.model import SourceKind

_SINGULAR = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_RELATIVE = frozenset({"who", "which", "that"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})
_CHANNELS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_NEAR = 3
_NEWS = frozenset({"news", "press", "same", "local", "online", "media", "wire", "information"})
_AGED = re.compile(r"the \d+-year-old(?: [\w-]+)?$", re.IGNORECASE)
_JUST_ONE = frozenset({"woman", "man", "girl", "boy"})
_INQUIRIES = frozenset({"investigation", "probe", "inquiry"})
_RESEARCHERS = frozenset({"researchers", "monitors", "observers", "investigators", "interviewers"})
_BODIES = frozenset("group organisation organization charity network watchdog ngo agency body association".split())
_STAFFED = _BODIES | frozenset(
    "office committee team hotline foundation centre center union lawyers staff embassy consulate department society"
    " shelter institute firm clinic agency ministry company".split()
)
_NOT_NAMED_BEFORE = frozenset({"government", "court", "parliament", "police", "state", "army", "council"})
_ANY_OFFICE = frozenset({"official", "officer", "politician", "lawmaker", "representative", "deputy", "diplomat"})
_BY_CALLING = frozenset({"defender", "activist", "advocate", "expert", "analyst", "researcher", "journalist"})


class Resolver:
    """Resolves the source phrases of one document, in text order."""

    def __init__(self, names: Names, cues: Cues, roles: Roles, organisations: Organisations) -> None:
        self.cues = cues
        self.roles = roles
        self.organisations = organisations
        self.text = names.text
        self.names = names
        self.publisher: Identity | None = None
        self.addressee: str | None = None
        self.register = Register()
        self._spoken_in = -1
        self._meant: dict[int, Identity | None] = {}
        self.persons = Persons(names, roles, self.register)
        self.pronouns = Pronouns(self.persons)
        self.bodies = Bodies(names, cues, roles, organisations, self.register)
        self.descriptions = Descriptions(cues, roles, organisations, self.register)

    def speaker(self, scene: Scene, report: Report, phrase: Phrase) -> Identity | None:
        """The identity that `phrase` of `report` stands for; None for the page itself or when nothing tells."""
        if report.rule == IMPERSONAL:
            near = report.sentence - self._spoken_in <= _NEAR
            return self.register.latest(lambda _: True) if near else None
        found = self._resolve(scene, phrase)
        if found is not None and report.kind in CHAIN_KINDS and not report.weak and not report.in_quote:
            self.register.spoke(found)
            self._spoken_in = report.sentence
        return found

    def relay(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who passes on what somebody else says; "the statement" after it is not the relay's."""
        return self._resolve(scene, phrase)

    def second(self, scene: Scene, phrase: Phrase | None) -> Identity | None:
        """Who speaks together with the first of two: the body after "and" in "the agency and the ministry said"."""
        joint = joint_of(scene, phrase) if phrase is not None else None
        return self._nominal(scene, Phrase(joint + 1, phrase.last, phrase.last)) if joint and phrase else None

    def _resolve(self, scene: Scene, phrase: Phrase) -> Identity | None:
        joint = joint_of(scene, phrase)
        partners = before_partners(scene, phrase)
        if partners is not None and self._page_named_before(scene, partners):
            return self.publisher
        if joint is not None:
            phrase = Phrase(phrase.first, joint - 1, phrase.head if phrase.head < joint else joint - 1)
        if scene.lower(phrase.head) == "you" and self.addressee and not scene.in_quote(phrase.head):
            return next((self.persons.person(run) for run in self.names.by_surname.get(self.addressee, ())), None)
        if of_the_page(scene, phrase):
            named = self.persons.named(phrase) if scene.lower(phrase.first) in ("our", "my") else None
            ours = Phrase(phrase.first, phrase.head, phrase.head)  # "our lawyer", without "on the spot"
            return named or (self.descriptions.described(scene, ours) if one_of_ours(scene, phrase) else None)
        word = scene.lower(phrase.head)
        if scene.lower(phrase.first) == "your" and word not in self.roles.state:
            return None
        if word in _RELATIVE and phrase.first == phrase.last:
            ahead = antecedent(scene, phrase)
            return self._resolve(scene, ahead) if ahead is not None else None
        if word in _SINGULAR:
            return self._singular(scene, phrase.head)
        if word in _PLURAL or word in ("it", "its"):
            subject = self._own_subject(scene, phrase) or self._body_before(scene, phrase)
            if subject is not None:
                return subject
        if word in _PLURAL:
            return self.register.latest(lambda x: x.plural or not x.persona) or self.register.latest(lambda _: True)
        if word in ("it", "its"):
            return self.register.latest(lambda x: not x.persona and not x.plural)
        return self._nominal(scene, phrase)

    def _page_named_before(self, scene: Scene, i: int) -> bool:
        """Whether the name of the page's own body ends right before token `i`."""
        before = scene.text[: scene.tokens[i].start].rstrip()
        return self.publisher is not None and before.endswith(self.publisher.name)

    def _own_subject(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body that is the subject of the clause before: "The police detained 87 men, it announced"."""
        word = scene.lower(phrase.head)
        if word not in ("it", "its", "they") or not self._within(scene, phrase.first - 1):
            return None
        subjects = [t for t in scene.tokens[scene.first : phrase.first] if t.dep == "nsubj" and not befallen(scene, t)]
        subject = next((t for t in subjects if not scene.dateline(t.i)), None)
        if subject is None or subject.pos == "PRON" or (word == "they" and subject.tag not in ("NNS", "NNPS")):
            return None
        whom = with_abbreviation(scene, scene.phrase(subject.i, scene.first, phrase.first))
        return self._group(scene, whom, subject.lower)

    def _within(self, scene: Scene, i: int) -> bool:
        """Whether what follows token `i` goes on inside the sentence: a clause, or what somebody "said that"."""
        i -= scene.lower(i) == "that"
        return scene.lower(i) in (",", "which", ";", "to", "in") or scene.lower(i) in self.cues.senses

    def _body_before(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body that was the subject of the sentence before, when nobody has spoken since."""
        n = scene.sentence.i - 1
        if n < 0 or not scene.annotated.sentences[n].parsed or self._spoken_in >= n:
            return None
        before = Scene(scene.annotated, scene.annotated.sentences[n], scene.quotes)
        subject = next((t for t in scene.tokens[before.first : before.stop] if t.relation == "nsubj"), None)
        if subject is None or (scene.lower(phrase.head) in _PLURAL and subject.tag not in ("NNS", "NNPS")):
            return None
        whom = before.phrase(subject.i, before.first, before.stop)
        found = self._group(before, whom, subject.lower)
        firm = subject.pos == "PROPN" and scene.lower(phrase.head) == "it" and before.lower(whom.last + 1) == ","
        return found or (self.descriptions.described(before, whom) if firm else None)

    def _singular(self, scene: Scene, at: int) -> Identity | None:
        """Whom "he" or "she" at token `at` means: a word that is asked for twice means the same person."""
        if at not in self._meant:
            gender = _SINGULAR[scene.lower(at)]
            silent = self._spoken_in < scene.sentence.i - 1
            new = brought_up(scene, at, gender, self.roles) if silent else None
            found = self.descriptions.described(*new) if new and self.persons.named(new[1]) is None else None
            self._meant[at] = found or self.pronouns.before(at, gender)
        return self._meant[at]

    def _group(self, scene: Scene, phrase: Phrase, head: str) -> Identity | None:
        """The body or the group that a subject names; None for anything else."""
        found = self.bodies.beside_generic(scene, phrase) or self.bodies.body(scene, phrase)
        several = (
            head != singular(head) and singular(head) in self.roles.human | set(self.organisations.heads) | _BODIES
        )
        if found is None and (head in self.roles.collective or several):
            return self.descriptions.described(scene, phrase)
        return found

    def _nominal(self, scene: Scene, phrase: Phrase) -> Identity | None:
        return (
            self.persons.holder(phrase)
            or self._own_people(scene, phrase)
            or self._author(scene, phrase)
            or self._same_document(scene, phrase)
            or self._mouthpiece(scene, phrase)
            or self.bodies.beside_generic(scene, phrase)
            or self.bodies.apposed(scene, phrase)
            or self.persons.named(phrase)
            or self.bodies.body(scene, phrase)
            or self._by_role(scene, phrase)
            or owner_known(scene, phrase, self.register, self.organisations, self.roles)
            or self.descriptions.described(scene, phrase)
        )

    def _own_people(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The organisation whose page it is, where "researchers" without a name speak."""
        own = self.publisher
        bare = phrase.last == phrase.head and scene.lower(phrase.first) in _RESEARCHERS | {"the", "its"}
        if own is None or not bare or phrase.last - phrase.first > 1 or scene.lower(phrase.head) not in _RESEARCHERS:
            return None
        return own if SourceKind.NGO in {self.organisations.heads.get(w) for w in _words(own.name)} else None

    def _same_document(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whose "the statement", "the same report" is: of whoever spoke last; "the investigation" of who leads it."""
        if scene.lower(phrase.head) in _INQUIRIES and phrase.last == phrase.head == phrase.first + 1:
            return self.register.latest(lambda x: not x.persona and "investigat" in x.name.lower(), reach=99)
        if not document_again(scene, phrase, self.cues.words["issued"]):
            return None
        again = scene.lower(phrase.head - 1) == "same"
        return self.register.latest(lambda x: again or x.kind is not SourceKind.WITNESS)

    def _by_role(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The last person of a role ("the lawyer"), the last body of a head noun ("the ministry")."""
        relative = next((i for i in (phrase.first, phrase.first - 1) if scene.lower(i) == "whose"), None)
        if relative is not None:
            ahead = antecedent(scene, Phrase(relative, relative, relative))
            return self._group(scene, ahead, scene.lower(ahead.head)) if ahead is not None else None
        head = scene.lower(phrase.head)
        whose = scene.lower(phrase.first)
        again = self._like_a_pronoun(scene, phrase)
        if again is not None:
            return again
        if whose not in ("the", "this", "that") or phrase.last - phrase.first > 3:
            return None
        own = self.publisher
        if own is not None and scene.tokens[phrase.head].text[:1].isupper() and head in _words(own.name.lower()):
            return own
        human = head in self.roles.human
        if own is not None and head == "partners" and phrase.last == phrase.head:
            return own
        if head in ("source", "interlocutor", "informant"):
            unnamed = self.register.latest(lambda x: x.persona and not x.named and not x.plural)
            return unnamed or (self.register.latest(lambda _: True) if head == "interlocutor" else None)
        told = self.register.latest(
            lambda x: x.persona == human and head in _words(((x.role or "") if x.persona else x.name).lower()), reach=99
        )
        if told is not None:
            return told
        if head == "agency":
            agency = self.bodies.mentioned(head, scene.tokens[phrase.first].start)
            if agency is not None:
                return agency
        of_some_kind = phrase.head > phrase.first + 1 and scene.lower(phrase.head - 1) not in _NEWS
        if (head in self.roles.media or head == "agency") and not of_some_kind:  # no "regional statistics agency"
            outlet = next((x for x in reversed(self.register.all) if x.kind in _CHANNELS), None)
            return outlet or (self.register.latest(_state_body, 1) if head == "agency" else None)
        if human and phrase.last == phrase.head and (phrase.head == phrase.first + 1 or head in _BY_CALLING):
            return self._last_who_may_be(head)
        return self._body_meant(scene, phrase, head)

    def _like_a_pronoun(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whom "his group", "the woman" or "the 48-year-old" means: words that tell no more than a pronoun."""
        head, whose = scene.lower(phrase.head), scene.lower(phrase.first)
        if whose in ("his", "her") and phrase.last == phrase.head and head in _STAFFED:
            person = self.pronouns.before(phrase.first, _SINGULAR[whose])  # "his group has followed 60 cases"
            here = scene.tokens[phrase.first].start
            return (employer(self.bodies, person, here) if person is not None and head in _BODIES else None) or person
        if whose == "the" and _AGED.match(scene.words(phrase)):
            return self.pronouns.of_paragraph(phrase.first)  # "said the 48-year-old"
        bare = phrase.last == phrase.head == phrase.first + 1 and scene.lower(phrase.last + 1) != "who"
        if whose == "the" and head in _JUST_ONE and bare:
            return self.pronouns.before(phrase.first, self.roles.gendered[head])  # "the woman recalls"
        return None

    def _last_who_may_be(self, head: str) -> Identity | None:
        """The last named person who may be "the lawyer" or "the mayor"; no mayor is known by one name only."""
        of_state = head in self.roles.official
        side = SourceKind.OFFICIAL if of_state else SourceKind.PERSON

        def fits(x: Identity) -> bool:
            untold = not x.role and not (of_state and " " not in x.name)
            of_side = x.kind is side and (not of_state or head in _ANY_OFFICE)  # an ombudsman is no minister
            return x.persona and x.named and not x.plural and (of_side or untold)

        return self.register.latest(fits)

    def _body_meant(self, scene: Scene, phrase: Phrase, head: str) -> Identity | None:
        """The body that "the group", "the crisis group", "the ministry" means: last named, or last to speak."""
        here = scene.tokens[phrase.first].start
        if head in _BODIES and phrase.last - phrase.first <= 2 and scene.tokens[phrase.head - 1].text[1:].islower():
            spoke = self.register.latest(lambda x: x.named and not x.persona and x.kind is not SourceKind.OFFICIAL, 2)
            known = self.bodies.mentioned(head, here) or spoke or taken_for_a_person(self.register)
            group = known or self.bodies.last_named(0, here)
            if group is not None:
                return group
        plain = phrase.last == phrase.first + 1
        if plain and (head in self.organisations.heads or head in ("ngo", "agency", "publication", "site")):
            state = self.organisations.heads.get(head) is SourceKind.OFFICIAL
            last = None if head in _NOT_NAMED_BEFORE else of_kind(self.register, head, state=state)
            return self.bodies.mentioned(head, here) or last
        return None

    def _author(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whose document it is: "information from the Russian press", "a report by X", "X's figures"."""
        if scene.lower(phrase.head) not in self.cues.words["documents"]:
            return None
        owner = next((i for i in range(phrase.first + 1, phrase.head) if scene.tokens[i].text in _GENITIVE), None)
        if owner is not None:
            return self._nominal(scene, Phrase(phrase.first, owner - 1, owner - 1))
        for i in range(phrase.head + 1, phrase.last):
            if scene.lower(i) in ("by", "from") or (
                scene.lower(i) == "of" and scene.tokens[phrase.last].pos == "PROPN"
            ):
                return self._nominal(scene, without_topic(scene, Phrase(i + 1, phrase.last, phrase.last)))
            body = phrase_from(scene, i + 1, phrase.last + 1) if scene.lower(i) == "of" else None
            if body is not None and scene.tokens[body.head].pos == "PROPN" and self.bodies.body(scene, body):
                return self.bodies.body(scene, body)
            if body is not None and scene.lower(i + 1) == "the" and scene.lower(body.head) in self.organisations.heads:
                return self._nominal(scene, body)  # "the answer of the federal government to a question by X"
        after = author_after(scene, phrase.last + 1)
        if after is not None:
            return self._nominal(scene, after)
        if scene.tokens[phrase.first].tag == "PRP$":
            holder = subject_by_role(scene, phrase, self.roles)
            if holder is not None:
                return self._nominal(scene, holder)
            return self._resolve(scene, Phrase(phrase.first, phrase.first, phrase.first))
        before = phrase.head - 1
        if before > phrase.first and scene.tokens[before].text[:1].isupper() and phrase.last == phrase.head:
            first = phrase.first + (scene.tokens[phrase.first].pos == "DET")
            return self.bodies.body(scene, Phrase(first, before, before))  # "an Interior Ministry statement"
        return None

    def _mouthpiece(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body that speaks through "its press office" or "its spokesman" without a name."""
        head = scene.lower(phrase.head)
        if scene.lower(phrase.first) == "a" and head.startswith("spokes") and phrase.last == phrase.first + 1:
            found = None if self._names_somebody(phrase) else self._body_before(scene, phrase)
            return found if found is not None and found.named and not found.persona else None
        of_kind = owner_named_by_kind(scene, phrase, self.cues, self.roles.collective - self.roles.human)
        if of_kind is not None:
            return self._by_role(scene, of_kind)
        if not through_its_own(scene, phrase, self.cues) or self._names_somebody(phrase):
            return None
        here = scene.tokens[phrase.first].start
        owner = self._own_subject(scene, phrase) or self.bodies.last_named(scene.tokens[scene.first].start, here)
        return (
            owner
            or self._body_before(scene, phrase)
            or self._resolve(scene, Phrase(phrase.first, phrase.first, phrase.first))
        )

    def _names_somebody(self, phrase: Phrase) -> bool:
        return self.persons.named(phrase) is not None

    def people_or_body(self, identity: Identity) -> bool:
        """Whether a source without a name is people or a body, by its head noun."""
        known = self.roles.human | self.roles.collective | self.roles.media
        return identity.head in known or singular(identity.head) in known

    def body(self, identity: Identity) -> bool:
        """Whether a source without a name is a group or a body ("charities")."""
        return identity.head in self.roles.collective or identity.head in self.organisations.heads

    def affected(self, identity: Identity) -> bool:
        """Whether a source without a name is the people that things happened to ("migrants in the region")."""
        return identity.kind is SourceKind.WITNESS and not identity.named


def _state_body(x: Identity) -> bool:
    return not x.persona and x.named and x.kind is SourceKind.OFFICIAL


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text.lower()))
