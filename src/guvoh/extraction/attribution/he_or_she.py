"""Whom "he" or "she" means where the page has not just let somebody speak: also whom the sentence before brings up."""

from __future__ import annotations

from guvoh.extraction.attribution.brought_up import brought_up
from guvoh.extraction.attribution.descriptions import Descriptions
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.known_by_role import KnownByRole
from guvoh.extraction.attribution.lexicon import Roles
from guvoh.extraction.attribution.pronouns import GENDERS, Pronouns
from guvoh.extraction.attribution.scene import Phrase, Scene


class HeOrShe:
    """The pronouns of one person in one document."""

    def __init__(self, roles: Roles, pronouns: Pronouns, by_role: KnownByRole, descriptions: Descriptions) -> None:
        self.roles = roles
        self.persons = pronouns.persons
        self.pronouns = pronouns
        self.by_role = by_role
        self.descriptions = descriptions
        self._meant: dict[int, Identity | None] = {}

    def meant(self, scene: Scene, at: int, spoken_in: int, publisher: Identity | None) -> Identity | None:
        """Whom "he" or "she" at token `at` means: a word that is asked for twice means the same person.

        `spoken_in` is the last sentence in which somebody spoke.
        """
        if at not in self._meant:
            gender = GENDERS[scene.lower(at)]
            silent = spoken_in < scene.sentence.i - 1
            new = brought_up(scene, at, gender, self.roles) if silent else None
            if new and (self.persons.named(new[1]) or self.pronouns.named_in(new[0], new[1].last + 1, gender)):
                new = None  # "The judge jailed Aziz Karimov. He says"
            found = self._somebody_new(*new, gender, publisher) if new else None
            found = found or self.pronouns.before(at, gender)
            last = brought_up(scene, at, gender, self.roles, anyone=True) if silent and found is None else None
            self._meant[at] = found or (self._somebody_new(*last, gender, publisher) if last is not None else None)
        return self._meant[at]

    def _somebody_new(self, scene: Scene, phrase: Phrase, gender: str, publisher: Identity | None) -> Identity | None:
        """Whom "a cook" or "the consul" brings up, if of the gender: the one known by that office, else a new one."""
        found = self.by_role.meant(scene, phrase, publisher) or self.descriptions.described(scene, phrase)
        if found is not None and not found.gender:
            found.gender = gender
        return found if found is not None and found.gender == gender else None
