"""The persons whom a Russian text names: by the full name, a surname or a given name, and by the role beside it."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.attribution.identities import Identity, Register, another_role
from guvoh.extraction.attribution.windows.kinds import kind_of_person
from guvoh.extraction.attribution.windows.lexicon import People, people
from guvoh.extraction.attribution.windows.naming import gender_of, nominative
from guvoh.extraction.attribution.windows.nominatives import Nominatives
from guvoh.extraction.attribution.windows.phrase import Phrase
from guvoh.extraction.attribution.windows.phrases import PhraseReader
from guvoh.extraction.attribution.windows.readings import NOM
from guvoh.extraction.attribution.windows.roles_of_names import RolesOfNames


class NamedPersons:
    """The named persons of one text."""

    def __init__(self, annotated: Annotated, reader: PhraseReader, register: Register) -> None:
        self.annotated = annotated
        self.tokens = annotated.tokens
        self.reader = reader
        self.register = register
        self.nouns: People = people()
        self.nominatives = Nominatives(annotated, reader.heads.keys() | self.nouns.human | self.nouns.collective)
        self._roles = RolesOfNames(annotated, reader, self.nominatives)

    def person_named(self, phrase: Phrase, told_by: str) -> Identity:
        """The person whose name the phrase holds, known before or new; `told_by` the gender that the verb tells."""
        assert phrase.name is not None
        first, behind = phrase.name
        named = self.tokens[first:behind]
        case = NOM if phrase.case == "" else phrase.case
        gender = "f" if told_by == "f" else phrase.gender or gender_of(named, case) or told_by  # «министр … сообщила»
        name = nominative(named, self.annotated.text, case, gender)
        role = self._roles.before(phrase) or self._roles.behind(behind)
        known = self.known_person(name, role)
        if known is not None:
            if role and not known.role:
                known.role = role
                known.kind, known.private = kind_of_person(self.reader, role, named=True)
            known.gender = known.gender or gender
            return known
        span = (named[0].start, named[-1].end)
        kind, private = kind_of_person(self.reader, role or "", named=True)
        return self.register.add(Identity(name, kind, span, role, private, gender, persona=True))

    def known_person(self, name: str, role: str | None = None) -> Identity | None:
        """The person of that name, in full or in part; a given name with another role is another person's."""
        same = self.register.find(name)
        if same is not None:
            return same
        parts = name.split()
        for known in self.register.all:
            other = known.name.split()
            if not (known.persona and known.named):
                continue
            if 1 in (len(parts), len(other)) and parts[0] == other[0] and another_role(known.role, role):
                continue  # «Али, грузчик» and «адвокат Али Каримов»
            if len(parts) == 1 and (parts[0] == other[-1] or parts[0] == other[0]):
                return self._alias(known, name)
            if len(other) == 1 and other[0] in (parts[-1], parts[0]) and len(parts) > 1:
                self._alias(known, known.name)
                self.register.add_key(known, name)
                known.aliases.add(known.name)
                known.name = name
                return known
            if len(parts) > 1 and len(other) > 1 and parts[-1] == other[-1] and parts[0] == other[0]:
                return known
        return None

    def _alias(self, known: Identity, name: str) -> Identity:
        self.register.alias(known, name)
        return known
