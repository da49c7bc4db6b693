"""Persons named together, and whom "both", "all three", "the two men" or "they" then means: each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.lexicon import Roles, saying_words, singular
from guvoh.extraction.attribution.names import NameRun
from guvoh.extraction.attribution.persons import Persons
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.model import Role

_NUMBERS = {"two_together": 2, "three_together": 3, "four_together": 4, "five_together": 5}
_HOW_MANY = {word: n for name, n in _NUMBERS.items() for word in saying_words()[name]}
_OPENS = saying_words()["opening_a_group"]
_ALL = _OPENS | {"of", "them"}
_AGAIN = saying_words()["people_again"]
_TOLD = saying_words()["told_somebody"]
_AND = frozenset({"and", "&"})
_REACH, _BETWEEN = 3, 12


class Together:
    """The groups of named persons of one document."""

    def __init__(self, persons: Persons, roles: Roles) -> None:
        self.persons = persons
        self.names = persons.names
        self.roles = roles
        self._last: tuple[int, tuple[Identity, ...]] = (-1, ())

    def meant(self, scene: Scene, phrase: Phrase) -> tuple[Identity, ...]:
        """The persons that a phrase means, in text order; () for every other phrase, and where it is open."""
        words = [scene.lower(i) for i in range(phrase.first, phrase.last + 1)]
        they = words == ["they"]
        if scene.in_quote(phrase.head) or not (they or words[0] in _OPENS):
            return ()
        counting = [*words, scene.lower(phrase.last + 1)] if they else words  # "they both say"
        many = next((_HOW_MANY[w] for w in counting if w in _HOW_MANY), None)
        rest = [w for w in words if w not in _HOW_MANY and w not in _ALL]
        again = many is None and words[:1] == ["the"] and len(words) == 2 and words[1] in _AGAIN
        counted = many is not None and all(self._people(w) for w in rest)
        if they or again or counted:
            return self._found(scene, many, subject=they)
        return ()

    def joined(self, scene: Scene, phrase: Phrase) -> tuple[Identity, ...]:
        """The others of those who speak together, of whom the phrase names one: "Aliev, a cook, and Nazarov said"."""
        for group in self._groups(scene):
            if group[0].first <= phrase.head <= group[-1].last and phrase.first >= scene.first:
                return self._identities(group)
        return ()

    def _found(self, scene: Scene, many: int | None, *, subject: bool) -> tuple[Identity, ...]:
        here = scene.sentence.i
        if many is None and self._last[0] == here - 1:
            found = self._last[1]
        else:
            found = self._before(scene, many, subject=subject)
        if found:
            self._last = here, found
        return found

    def _before(self, scene: Scene, many: int | None, *, subject: bool) -> tuple[Identity, ...]:
        """The group named last before, or for two and more those who are the subjects of the last sentences."""
        sentences, singles = scene.annotated.sentences, list[NameRun]()
        reach = 1 if many is None else _REACH
        for n in range(scene.sentence.i - 1, max(-1, scene.sentence.i - 1 - reach), -1):
            if sentences[n].role is Role.TITLE or not sentences[n].parsed:
                return ()
            before = Scene(scene.annotated, sentences[n], scene.quotes)
            named = list(self._groups(before))
            if len(named) > 1 or any(self._did_it(g) for g in named):
                return ()  # "A and B were arrested by C and D": either two may speak
            groups = [g for g in named if (len(g) == many if many else not subject or self._acts(g))]
            if groups and not self._people_after(before, groups[-1][-1].last):
                return self._identities(groups[-1])
            singles = [*self._subjects(before), *singles]
            known = {id(self.persons.person(r)): r for r in singles}
            if many is not None and len(known) == many:
                return self._identities(list(known.values()))
            if self._people_after(before, before.first - 1):
                return ()
        return ()

    def _groups(self, scene: Scene) -> Iterator[list[NameRun]]:
        """The full names that "and" and commas join in a sentence: "Rustam Aliev, 20, and Bakhtiyor Nazarov"."""
        runs = [r for r in self.names.persons if scene.first <= r.first and r.last < scene.stop and self._one(r)]
        group = runs[:1]
        for run in runs[1:]:
            between = self.names.tokens[group[-1].last + 1 : run.first]
            last = any(t.lower in _AND for t in between)
            if (
                len(between) <= _BETWEEN
                and (last or (between[:1] and between[0].text == ","))
                and not self._verb(between)
            ):
                group.append(run)
            else:
                group, last = [run], False
            if last:
                yield group
                group = [run]

    def _verb(self, between: Sequence[Token]) -> bool:
        return any(t.pos == "VERB" or finite(t) or t.text in (";", ":") for t in between)

    def _one(self, run: NameRun) -> bool:
        """Whether a run of capitals names a person and no part of an office: "Minister for Border Security and X"."""
        if any(held.first <= run.first < held.name for held in self.names.holders.values()):
            return False
        first, last = self.names.tokens[run.first], self.names.tokens[run.last]
        return self.names.organisation_at(first.start, last.end) is None

    def _subjects(self, scene: Scene) -> list[NameRun]:
        tokens = self.names.tokens
        runs = (r for r in self.names.persons if scene.first <= r.first and r.last < scene.stop)
        return [r for r in runs if any(tokens[i].relation == "nsubj" for i in range(r.first, r.last + 1))]

    def _acts(self, group: Sequence[NameRun]) -> bool:
        """Whether the group is the subject of its sentence."""
        return any(self.names.tokens[i].relation == "nsubj" for i in range(group[0].first, group[0].last + 1))

    def _did_it(self, group: Sequence[NameRun]) -> bool:
        """Whether something was done to others by the group: "beaten by X and Y"."""
        return any(self.names.tokens[i].dep == "obl:agent" for i in range(group[0].first, group[0].last + 1))

    def _people_after(self, scene: Scene, i: int) -> bool:
        """Whether other people are told of behind token `i`, by a plural without "the": "two guards"."""
        told = {n for n in range(scene.first, scene.stop) if scene.lower(n - 1) in _TOLD}
        behind = scene.tokens[i + 1 : scene.stop]
        plural = (t for t in behind if t.tag == "NNS" and self._people(t.lower) and t.i not in told)
        return any(not any(k.lower in _OPENS for k in scene.annotated.children(t, "det")) for t in plural)

    def _people(self, word: str) -> bool:
        return singular(word) in self.roles.human or word in _AGAIN

    def _identities(self, group: Sequence[NameRun]) -> tuple[Identity, ...]:
        found: list[Identity] = []
        for run in group:
            who = self.persons.person(run)
            if all(who is not x for x in found):
                found.append(who)
        return tuple(found)
