"""Whom a phrase means: names in the nominative, pronouns, a surname or an office alone, «в ведомстве»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import CHANNELS, Identity, Register
from guvoh.extraction.attribution.windows.bodies_again import (
    brought_up,
    last_helper,
    state_before,
    state_opening,
    words_of,
)
from guvoh.extraction.attribution.windows.kinds import kind_of_body, kind_of_person
from guvoh.extraction.attribution.windows.lexicon import words
from guvoh.extraction.attribution.windows.named_persons import NamedPersons
from guvoh.extraction.attribution.windows.offices import Mention, Offices
from guvoh.extraction.attribution.windows.one_office import same_office
from guvoh.extraction.attribution.windows.papers import Papers
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import GEN, NOM, lemmas
from guvoh.extraction.attribution.windows.roles_of_names import POSSESSIVES
from guvoh.model import SourceKind, Span

_MISSIONS = ("посольство", "консульство", "мид", "генконсульство")
_OUR_OWN = frozenset({"наш", "наша", "нашего", "нашей", "наши", "наших"})
_MARKS = re.compile(r"[«»„“”\"]")


class Speakers(NamedPersons):
    """The identities of one text. `publisher` is the page's, whose staff are no source of their own."""

    def __init__(self, annotated: Annotated, reader: PhraseReader, register: Register) -> None:
        super().__init__(annotated, reader, register)
        self._papers = Papers(reader, annotated)
        self._offices = Offices(reader, annotated)
        self._mentions: list[tuple[int, Identity]] = []

    def speaker(self, phrase: Phrase, told_by: str = "") -> Identity | None:
        """Who is meant; `told_by` the gender that the verb tells. None where nobody fits."""
        found = self._meant(phrase, told_by)
        if found is not None:
            self._mentions.append((self.tokens[phrase.first].start, found))
            self.register.spoke(found)
        return found

    def labelled(self, label: str, span: Span) -> Identity:
        """Who speaks under a label: a person known by that name or surname, else a new one."""
        known = self.known_person(label) or self.register.find(label.lower())
        if known is not None:
            return known
        kind, private = kind_of_person(self.reader, label.lower(), named=True)
        described = bool(lemmas(label) & self.nouns.human)
        name = label.lower() if described else label
        return self.register.add(Identity(name, kind, span, None, private, named=not described, persona=True))

    def mentioned(self, phrase: Phrase) -> Identity | None:
        """The person whom a phrase with a name brings up, who may speak later."""
        found = self.person_named(phrase, "") if phrase.name is not None else None
        if found is not None:
            self._mentions.append((self.tokens[phrase.first].start, found))
        return found

    def _meant(self, phrase: Phrase, told_by: str) -> Identity | None:
        if phrase.pronoun:
            return self.pronoun(phrase.lemma, self.tokens[phrase.first].start, told_by)
        if phrase.name is not None:
            return self.person_named(phrase, told_by)
        whose = self._whose_channel(phrase)
        if whose is not None:
            return whose
        bodies = self.reader.heads.keys() | self.nouns.collective
        if (phrase.body is not None or phrase.lemma in bodies) and phrase.lemma not in self.nouns.human:
            return self._body(phrase)
        return self._described(phrase, told_by)

    def _whose_channel(self, phrase: Phrase) -> Identity | None:
        """Whose it is that a pronoun tells: «говорится в его телеграм-канале»; whoever the text told of last."""
        channels = words().sets["platforms"] | words().sets["documents"]
        pronoun = self.tokens[phrase.first].lower
        if pronoun not in POSSESSIVES or phrase.last != phrase.first + 1 or phrase.lemma not in channels:
            return None
        at = self.tokens[phrase.first].start
        before = [who for start, who in sorted(self._mentions, key=lambda m: m[0]) if start < at]
        her = pronoun in ("её", "ее")
        fits = (w for w in reversed(before) if not w.persona or w.plural == (pronoun == "их"))
        return next((w for w in fits if not w.persona or w.gender in ("", "f" if her else "m")), None)

    def pronoun(self, lemma: str, at: int, told_by: str = "") -> Identity | None:
        """Whom «он», «она», «они» means at a character: the last mentioned who fits."""
        before = [who for start, who in sorted(self._mentions, key=lambda m: m[0]) if start < at]
        if lemma == "они":
            return next((w for w in reversed(before) if w.plural or not w.persona), None)
        if not lemma:
            return next((w for w in reversed(before) if w.persona), None)
        gender = told_by or ("m" if lemma == "он" else "f")
        return next((w for w in reversed(before) if w.persona and not w.plural and w.gender in (gender, "")), None)

    def named_at(self, i: int) -> Identity | None:
        """The person whom a line names at token `i`."""
        found = self.reader.read(i, NOM, len(self.tokens))
        return self.mentioned(found) if found is not None else None

    def person_before(self, at: int) -> Identity | None:
        """The person last mentioned before a character."""
        return self.pronoun("", at)

    def _last_body(self, at: int, nouns: tuple[str, ...]) -> Identity | None:
        """The body last mentioned before a character whose name opens with one of the nouns."""
        before = [w for start, w in sorted(self._mentions, key=lambda m: m[0]) if start < at and not w.persona]
        return next((w for w in reversed(before) if w.name.split()[0].lower() in nouns), None)

    def body_again(self, at: int) -> Identity | None:
        """The body last mentioned before a character, for «там» and «в ведомстве»."""
        before = [who for start, who in sorted(self._mentions, key=lambda m: m[0]) if start < at]
        return next((w for w in reversed(before) if not w.persona and w.kind is SourceKind.OFFICIAL), None)

    def _body(self, phrase: Phrase) -> Identity | None:
        again = self._same_body(phrase)
        if again is not None:
            return again
        if phrase.lemma in self.nouns.desks or self._for_the_press(phrase):
            held = self._of_whom(phrase)
            if held is not None:
                self.register.alias(held, self.nominatives.of(phrase.first, phrase.last, phrase.case, phrase.head))
                return held
        kind = kind_of_body(self.reader, self.tokens, phrase)
        if phrase.body is not None and (phrase.body.last == phrase.last or phrase.body.quoted):
            name = phrase.body.name
        elif phrase.body is not None:
            behind = self.tokens[phrase.body.last].end
            name = phrase.body.name + self.annotated.text[behind : self.tokens[phrase.last].end]
        else:
            name = _MARKS.sub(
                lambda m: m.group(), self.nominatives.of(phrase.first, phrase.last, phrase.case, phrase.head)
            )
        known = self.register.find(name) or self.register.find(name.lower())
        known = known or same_office(name, self.register.all, self.annotated.text)
        span = self.reader.span(phrase)
        return known or self.register.add(Identity(name, kind, span, head=phrase.lemma))

    def _for_the_press(self, phrase: Phrase) -> bool:
        """«отдел по связям со СМИ УМВД»."""
        return any(self.tokens[i].lower == "связям" for i in range(phrase.first, phrase.last))

    def _of_whom(self, phrase: Phrase) -> Identity | None:
        """The body whose press office it is: «пресс-служба Пограничной службы»; None for «пресс-служба судов»."""
        at = next((i for i in range(phrase.first, phrase.last + 1) if i in self.reader.bodies), phrase.head + 1)
        first = at if self._for_the_press(phrase) else phrase.head + 1
        inner = self.reader.read(first, GEN, phrase.last + 1) if phrase.head >= 0 else None
        if inner is None or inner.last != phrase.last or inner.name is not None or inner.lemma in self.nouns.human:
            return None
        if inner.first == inner.last and inner.lemma in self.nouns.offices:
            site = phrase.lemma not in words().sets["press_offices"]
            return self._same_body(inner) or (self._body(inner) if site else None)
        named = inner.body is not None or inner.last > inner.first
        return self._body(inner) if named and inner.number != "p" else None

    def _same_body(self, phrase: Phrase) -> Identity | None:
        """«в ведомстве», «в главке»: the body named before by that noun, or the last one of the state."""
        told_again = phrase.lemma in self.nouns.generic or (phrase.lemma in self.nouns.desks and phrase.number == "s")
        if phrase.body is not None or not told_again or not self._offices.alone(phrase):
            return None
        at = self.tokens[phrase.first].start
        before = [w for start, w in sorted(self._mentions, key=lambda m: m[0]) if start < at and not w.persona]
        same = [w for w in before if w.head.split("-")[-1] == phrase.lemma or w.head == phrase.lemma]
        same = same or [w for w in before if phrase.lemma in words_of(w)]
        if same:
            return same[-1]
        if phrase.lemma in words().sets["any_mission"] and (mission := self._last_body(at, _MISSIONS)) is not None:
            return mission
        full = self._offices.in_full(phrase.lemma, at)
        if full is not None:
            return self._body(full)
        if phrase.lemma in self.nouns.offices:
            again = state_opening(self.reader, self.register, self.annotated, at) or self.body_again(at)
            named = phrase.lemma != "управление"
            return again or (state_before(self.reader, self.register, at) if named else None) or self._doer(at)
        if phrase.lemma in self.nouns.desks and phrase.number == "s":
            return self.body_again(at)
        helper = last_helper(before) if phrase.lemma in self.nouns.aid else None
        return brought_up(self.reader, self.register, phrase.lemma, at) or helper

    def _doer(self, at: int) -> Identity | None:
        """The public body that opens the sentence: «Прокуратура области нашла 310 нарушений, сообщили в ведомстве»."""
        here = self.annotated.at(at)
        found = self.reader.read(here.first, NOM, here.stop) if here is not None else None
        if found is None or found.lemma not in self.nouns.state or found.lemma in self.nouns.human | self.nouns.offices:
            return None
        return self._body(found) if self.tokens[found.last].start < at and found.number == "s" else None

    def _described(self, phrase: Phrase, told_by: str) -> Identity | None:
        """A person or people by what they are: known by that role before, or new under it."""
        at = self.tokens[phrase.first].start
        alone = phrase.first == phrase.last
        known = (
            (self._last_body(at, _MISSIONS) if phrase.lemma == "дипломат" and alone else None)
            or self._source_again(phrase, at)
            or (self._same_role(phrase, at, told_by) if alone and phrase.number == "s" else None)
            or (self._offices.head(phrase, self._named_before(at)) if phrase.number == "s" else None)
            or (self._offices.holder(phrase, self._named_before(at)) if phrase.number == "s" else None)
            or self._issued_by(phrase)
        )
        return known or self._new(phrase, told_by)

    def _same_role(self, phrase: Phrase, at: int, told_by: str) -> Identity | None:
        """The last person told before in the role, or, where anybody may be meant, the last one without a role."""
        before = [w for start, w in sorted(self._mentions, key=lambda m: m[0]) if start < at and w.persona]
        same = [w for w in before if w.role and phrase.lemma in {x for p in w.role.split() for x in lemmas(p)}]
        same = same or [w for w in before if w.head == phrase.lemma and not w.plural]
        if not same and phrase.lemma in self.nouns.anyone:
            gender = phrase.gender or told_by
            fits = [w for w in before if w.named and not w.plural and not w.role]
            same = [w for w in fits if not gender or w.gender in (gender, "")]
        return same[-1] if same else None

    def _new(self, phrase: Phrase, told_by: str) -> Identity:
        """A person, people or a document under their own words, where the page has not told of any under the same."""
        owned = self.tokens[phrase.first].lower in POSSESSIVES | _OUR_OWN
        own = lemmas(self.tokens[phrase.first].text) & words().sets["ones_own"]
        first = phrase.first + (phrase.first < phrase.head and (owned or bool(own)))
        name = self.nominatives.of(first, phrase.last, phrase.case, phrase.head)
        known = self.register.find(name)
        if known is not None:
            return known
        kind, private = kind_of_person(self.reader, phrase.lemma, named=False)
        if phrase.lemma in words().sets["documents"]:
            kind, private = SourceKind.DOCUMENT, False
        gender = phrase.gender or told_by
        made = Identity(name, kind, self.reader.span(phrase), None, private, gender, phrase.number == "p", named=False)
        made.persona, made.head = kind is not SourceKind.DOCUMENT, phrase.lemma
        return self.register.add(made)

    def _named_before(self, at: int) -> Iterator[Mention]:
        """Who was named with a role before a character, and where, the last first."""
        told = sorted(self._mentions, key=lambda m: -m[0])
        return ((start, w) for start, w in told if start < at and w.named and w.role)

    def _source_again(self, phrase: Phrase, at: int) -> Identity | None:
        """The source without a name that spoke before: «по словам источника» of «собеседник издания в полиции»."""
        behind = (self.tokens[i].text for i in range(phrase.first + 1, phrase.last + 1))
        if phrase.lemma not in words().sets["unnamed_sources"] or phrase.number != "s" or phrase.first != phrase.head:
            return None
        if not all(lemmas(word) & self.nouns.media for word in behind):
            return None
        before = (w for start, w in sorted(self._mentions, key=lambda m: -m[0]) if start < at)
        return next((w for w in before if w.head in words().sets["unnamed_sources"] and not w.plural), None)

    def _of_makers(self, phrase: Phrase) -> Identity | None:
        """Whose the paper is of «авторы доклада X», «авторы доклада» or «авторы»; None for «автор поста»."""
        if phrase.head == phrase.last:
            return self._of_paper(phrase)
        paper = self.reader.read(phrase.head + 1, GEN, phrase.last + 1)
        known = paper is not None and paper.lemma in words().sets["papers"]
        return self._issued_by(paper) if paper is not None and known else None

    def _of_paper(self, phrase: Phrase) -> Identity | None:
        """Whose the paper is that a noun alone means: «в докладе», «авторы»."""
        issuer = self._papers.issuer_before(phrase.lemma, self.tokens[phrase.first].start)
        return self._meant(issuer, "") if issuer is not None else None

    def _sent_out(self, at: int) -> Identity | None:
        """Who sent out «сообщение» or «заявление» named alone: the body that spoke last, else the official."""
        before = [who for start, who in sorted(self._mentions, key=lambda m: m[0]) if start < at]
        last = (w for w in reversed(before) if not w.persona and w.kind is not SourceKind.DOCUMENT)
        body = self.body_again(at) or next((w for w in last if w.kind not in CHANNELS), None)
        return body or next((w for w in reversed(before) if w.named and w.kind is SourceKind.OFFICIAL), None)

    def _issued_by(self, phrase: Phrase) -> Identity | None:
        """Whose the document is: «отчёт «Гражданского содействия»», «сообщение»; None for «решение суда»."""
        if phrase.first == phrase.last and phrase.lemma in words().sets["messages"]:
            return self._sent_out(self.tokens[phrase.first].start)
        if phrase.lemma in words().sets["makers"]:
            return self._of_makers(phrase)
        if phrase.first == phrase.last and phrase.lemma in words().sets["papers"] | words().sets["any_paper"]:
            return self._of_paper(phrase)
        if phrase.lemma not in words().sets["documents"] or phrase.head < 0 or phrase.head == phrase.last:
            return None
        owner = self.reader.read(phrase.head + 1, GEN, phrase.last + 1)
        if owner is None or owner.last != phrase.last:
            return None
        if owner.first == owner.last and owner.lemma in self.nouns.offices | self.nouns.generic:
            known = self._same_body(owner)
            sent = phrase.lemma in words().sets["messages"] and owner.lemma in self.nouns.state
            return known or (self._body(owner) if sent else None)
        told = owner.body is not None or owner.name is not None or (owner.last > owner.first and owner.lemma)
        return self._meant(owner, "") if told and owner.lemma not in words().sets["documents"] else None
