"""Who a source phrase stands for: names, pronouns, roles, authors of documents, descriptions."""

from __future__ import annotations

from guvoh.extraction.attribution.authors import (
    PAPERS,
    author_after,
    begins_author,
    maker_before,
    on_their_channel,
    owner_known,
    without_topic,
    writer_told,
)
from guvoh.extraction.attribution.bodies import Bodies
from guvoh.extraction.attribution.brought_up import subject_by_role
from guvoh.extraction.attribution.clause_subjects import ClauseSubjects
from guvoh.extraction.attribution.descriptions import Descriptions
from guvoh.extraction.attribution.he_or_she import HeOrShe
from guvoh.extraction.attribution.identities import Identity, Register
from guvoh.extraction.attribution.impersonal_telling import IMPERSONAL
from guvoh.extraction.attribution.inside_bodies import they_inside
from guvoh.extraction.attribution.issued import Issued
from guvoh.extraction.attribution.it_or_they import ItOrThey
from guvoh.extraction.attribution.known_by_role import KnownByRole
from guvoh.extraction.attribution.lexicon import (
    CHAIN_KINDS,
    Cues,
    Organisations,
    Roles,
    saying_words,
    singular,
    words_of,
)
from guvoh.extraction.attribution.listeners import Listeners
from guvoh.extraction.attribution.names import Names
from guvoh.extraction.attribution.persons import Persons
from guvoh.extraction.attribution.phrases_beside import antecedent
from guvoh.extraction.attribution.pronouns import GENDERS, PLURALS, Pronouns
from guvoh.extraction.attribution.scene import DEED, Phrase, Report, Scene
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.extraction.attribution.studies import makers_before, named_maker, study_of
from guvoh.extraction.attribution.together import Together
from guvoh.extraction.attribution.whose_words import (
    before_partners,
    document_again,
    joint_of,
    of_the_page,
    office_of_country,
    one_of_ours,
    owner_named_by_kind,
    through_its_own,
)
from guvoh.extraction.vocabulary.load import nationals
from guvoh.model import SourceKind

_GENITIVE = saying_words()["genitive"]
_RELATIVE = saying_words()["relative"]
_NEAR, _WROTE = 3, 2
_INQUIRIES = saying_words()["inquiries"]
_PAPERS = saying_words()["papers"]
_RESEARCHERS = saying_words()["researchers"]


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
        self._nationals = nationals(names.annotated.language)
        self.register = Register()
        self.issued = Issued(self.register)
        self._spoken_in = -1
        self.persons = Persons(names, roles, self.register)
        self.pronouns = Pronouns(self.persons)
        self.together = Together(self.persons, roles)
        self.bodies = Bodies(names, cues, roles, organisations, self.register)
        self.listeners = Listeners(self.bodies)
        self.descriptions = Descriptions(cues, roles, organisations, self.register)
        self.subjects = ClauseSubjects(cues, roles, organisations, self.bodies, self.descriptions)
        self.by_role = KnownByRole(roles, organisations, self.register, self.bodies, self.pronouns, self.subjects)
        self.it_or_they = ItOrThey(self.register, self.subjects, self.issued)
        self.he_or_she = HeOrShe(roles, self.pronouns, self.by_role, self.descriptions)

    def speaker(self, scene: Scene, report: Report, phrase: Phrase) -> Identity | None:
        """The identity that `phrase` of `report` stands for; None for the page itself or when nothing tells."""
        if report.rule == IMPERSONAL:
            near = report.sentence - self._spoken_in <= _NEAR
            return self.register.latest(lambda _: True) if near else None
        found = self._resolve(scene, phrase)
        spoke = report.kind in CHAIN_KINDS or (report.rule == DEED and found is not None and not found.persona)
        if found is not None and spoke and not report.weak and not report.in_quote:
            self.register.spoke(found, report.sentence)
            self.issued.spoke(scene, found)
            self._spoken_in = report.sentence
        return found

    def relay(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who passes on what somebody else says; "the statement" after it is not the relay's."""
        return self._resolve(scene, phrase)

    def others(self, scene: Scene, phrase: Phrase | None) -> tuple[Identity, ...]:
        """Who speaks together: the body after "and" in "the agency and the ministry said", all those named together."""
        if phrase is None:
            return ()
        joint = joint_of(scene, phrase)
        if joint is None:
            return self.together.meant(scene, phrase) or self.together.joined(scene, phrase)
        second = self._nominal(scene, Phrase(joint + 1, phrase.last, phrase.last))
        return (second,) if second is not None else ()

    def _resolve(self, scene: Scene, phrase: Phrase) -> Identity | None:
        together = self.together.meant(scene, phrase)
        if together:
            return together[0]
        joint = joint_of(scene, phrase)
        partners = before_partners(scene, phrase)
        if partners is not None and self._page_named_before(scene, partners):
            return self.publisher
        if joint is not None:
            comma = (i for i in range(phrase.first, joint) if scene.lower(i) == ",")  # "police, medics and a lawyer"
            stop = next(comma, joint)
            phrase = Phrase(phrase.first, stop - 1, phrase.head if phrase.head < stop else stop - 1)
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
        if word in GENDERS:
            return self.he_or_she.meant(scene, phrase.head, self._spoken_in, self.publisher)
        inside = they_inside(scene, phrase.head)
        if inside is None and word in PLURALS | {"it", "its"}:
            return self.it_or_they.meant(scene, phrase, self._spoken_in)
        return self._nominal(scene, inside or phrase)

    def _page_named_before(self, scene: Scene, i: int) -> bool:
        """Whether the name of the page's own body ends right before token `i`."""
        before = scene.text[: scene.tokens[i].start].rstrip()
        return self.publisher is not None and before.endswith(self.publisher.name)

    def _nominal(self, scene: Scene, phrase: Phrase) -> Identity | None:
        return (
            self.bodies.called_by_initials(scene, phrase)
            or self.persons.holder(phrase)
            or self._own_people(scene, phrase)
            or self._study(scene, phrase)
            or self._author(scene, phrase)
            or self._same_document(scene, phrase)
            or self._mouthpiece(scene, phrase)
            or self.bodies.beside_generic(scene, phrase)
            or self._person_apposed(scene, phrase)
            or self.bodies.apposed(scene, phrase)
            or self.bodies.told_behind(scene, phrase)
            or self.persons.named(phrase)
            or self.bodies.body(scene, phrase)
            or self.by_role.meant(scene, phrase, self.publisher)
            or owner_known(scene, phrase, self.register, self.organisations, self.roles)
            or self.descriptions.described(scene, phrase)
        )

    def _person_apposed(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The person named between commas after a role that also stands for a body: "the prosecutor in Arras, X,"."""
        person = scene.lower(phrase.head) in self.roles.human and scene.lower(phrase.last + 1) == ","
        return self.persons.named(phrase) if person else None

    def _own_people(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The organisation whose page it is, where "researchers" without a name speak."""
        own = self.publisher
        bare = phrase.last == phrase.head and scene.lower(phrase.first) in _RESEARCHERS | {"the", "its"}
        if own is None or not bare or phrase.last - phrase.first > 1 or scene.lower(phrase.head) not in _RESEARCHERS:
            return None
        return own if SourceKind.NGO in {self.organisations.heads.get(w) for w in words_of(own.name)} else None

    def _study(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who made "the study" or "the report" of which the text has told."""
        study = study_of(scene, phrase)
        makers = makers_before(scene, study, self._author) if study is not None else ()
        return makers[0] if len(makers) == 1 and named_maker(scene, makers[0]) else None

    def _same_document(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whose "the statement", "the same report" is: of whoever spoke last; "the investigation" of who leads it."""
        if scene.lower(phrase.head) in _INQUIRIES and phrase.last == phrase.head == phrase.first + 1:
            return self.register.latest(lambda x: not x.persona and "investigat" in x.name.lower(), reach=99)
        if study_of(scene, phrase) is not None and len(makers_before(scene, phrase, self._author)) > 1:
            return None  # nobody can tell whose it is
        writer = self._wrote_before(scene, phrase) if scene.lower(phrase.first) == "the" else None
        if writer is not None:
            return writer
        if not document_again(scene, phrase, self.cues.words["issued"]):
            return self.issued.untold(scene, phrase)
        again = scene.lower(phrase.head - 1) == "same"
        if again:  # of no person who is quoted since
            return self.register.latest(lambda x: not x.persona) or self.register.latest(lambda _: True)
        return self.issued.maker(scene, phrase)

    def _wrote_before(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whose "the letter" is, told in one of the two sentences before: "X issued a letter", "a letter from X"."""
        noun = scene.lower(phrase.head)
        reach = _WROTE if noun in PAPERS else 1
        for n in range(scene.sentence.i - 1, max(-1, scene.sentence.i - 1 - reach), -1):
            if not scene.annotated.sentences[n].parsed:
                return None
            before = Scene(scene.annotated, scene.annotated.sentences[n], scene.quotes)
            writer = writer_told(before, noun)
            if writer is not None:
                return self._resolve(before, writer)
        return None

    def _author(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Whose document it is: "information from the Russian press", "a report by X", "X's figures"."""
        if scene.lower(phrase.head) not in self.cues.words["documents"]:
            return None
        owner = next((i for i in range(phrase.first + 1, phrase.head) if scene.tokens[i].text in _GENITIVE), None)
        if owner is not None and scene.lower(owner - 1) in self.cues.words["owning_papers"]:
            return None  # "the bill's explanatory note": the note itself
        if owner is not None:
            return self._nominal(scene, Phrase(phrase.first, owner - 1, owner - 1))
        for i in range(phrase.head + 1, phrase.last):
            if begins_author(scene, phrase, i):
                return self._nominal(scene, without_topic(scene, Phrase(i + 1, phrase.last, phrase.last)))
            body = phrase_from(scene, i + 1, phrase.last + 1) if scene.lower(i) == "of" else None
            if body is not None and scene.tokens[body.head].pos == "PROPN" and self.bodies.body(scene, body):
                return self.bodies.body(scene, body)
            if body is not None and scene.lower(i + 1) == "the" and scene.lower(body.head) in self.organisations.heads:
                return self._nominal(scene, body)  # "the answer of the federal government to a question by X"
        channel = on_their_channel(scene, phrase)
        if channel is not None:
            return self._resolve(scene, channel)
        after = author_after(scene, phrase.last + 1)
        if after is not None:
            return self._nominal(scene, after)
        if scene.tokens[phrase.first].tag == "PRP$":
            holder = subject_by_role(scene, phrase, self.roles)
            if holder is not None:
                return self._nominal(scene, holder)
            return self._resolve(scene, Phrase(phrase.first, phrase.first, phrase.first))
        return self._maker(scene, phrase)

    def _maker(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """Who made a document, told right before it: "X issued a statement", "an Interior Ministry statement"."""
        maker = maker_before(scene, phrase)
        if maker is not None:
            return self._resolve(scene, maker)
        before = phrase.head - 1
        state = before == phrase.first + 1 and before == phrase.last - 1 and scene.lower(before) in self.roles.state
        if state and scene.lower(phrase.head) in _PAPERS and scene.lower(phrase.first) == "the":
            return self._nominal(scene, Phrase(phrase.first, before, before))  # "the police statement"
        if before > phrase.first and scene.tokens[before].text[:1].isupper() and phrase.last == phrase.head:
            first = phrase.first + (scene.tokens[phrase.first].pos == "DET")
            return self.bodies.body(scene, Phrase(first, before, before))
        return None

    def _mouthpiece(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """The body that speaks through "its press office" or "its spokesman" without a name."""
        head = scene.lower(phrase.head)
        if scene.lower(phrase.first) == "a" and head.startswith("spokes") and phrase.last == phrase.first + 1:
            found = None if self.persons.named(phrase) else self.subjects.before(scene, phrase, self._spoken_in)
            return found if found is not None and found.named and not found.persona else None
        of_kind = owner_named_by_kind(scene, phrase, self.cues, self.roles.collective - self.roles.human)
        if of_kind is not None:
            return self.by_role.meant(scene, of_kind, self.publisher)
        if not through_its_own(scene, phrase, self.cues) or self.persons.named(phrase):
            return None
        here = scene.tokens[phrase.first].start
        if office_of_country(scene, phrase):
            return None  # "Russia expelled 90,000, its bailiff service said"
        owner = self.subjects.own(scene, phrase) or self.bodies.last_named(scene.tokens[scene.first].start, here)
        return (
            owner
            or self.subjects.before(scene, phrase, self._spoken_in)
            or self._resolve(scene, Phrase(phrase.first, phrase.first, phrase.first))
        )

    def people_or_body(self, identity: Identity) -> bool:
        """Whether a source without a name is people or a body, by its head noun."""
        known = self.roles.human | self.roles.collective | self.roles.media
        if self.organisations.heads.get(identity.head) is SourceKind.NGO:
            return True  # "the academy"
        return identity.head in known or singular(identity.head) in known or identity.head in self._nationals

    def body(self, identity: Identity) -> bool:
        """Whether a source without a name is a group or a body ("charities")."""
        return identity.head in self.roles.collective or identity.head in self.organisations.heads

    def affected(self, identity: Identity) -> bool:
        """Whether a source without a name is the people that things happened to ("migrants in the region")."""
        return identity.kind is SourceKind.WITNESS and not identity.named
