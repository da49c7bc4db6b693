"""Whether a sentence counts a body's own work ("the courts heard 90 cases") or tells of abuse, which none counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import pairwise

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.lexicon import roles, singular, speaker_words
from guvoh.extraction.vocabulary.inflection import forms
from guvoh.model import SourceKind

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_GIVEN_TO = frozenset({"to", "by"})
_OF_OTHERS = frozenset({"acl", "acl:relcl", "csubj"})


class OwnWork:
    """The rule over the tokens of one document; its words are read when it is first asked."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        return speaker_words(self._annotated.language)

    @cached_property
    def _people(self) -> frozenset[str]:
        return roles(self._annotated.language).human

    @cached_property
    def _state(self) -> frozenset[str]:
        return roles(self._annotated.language).state

    def counts(self, tokens: Sequence[Token], own: AbstractSet[str]) -> bool:
        """Whether the body that one of the nouns `own` calls did work that is counted, and nobody any abuse."""
        if self.abuse(tokens):
            return False
        bodies = (t for t in tokens if t.text.islower() and singular(t.lower) in own)
        return any(self._does(tokens, t) for t in bodies)

    def abuse(self, tokens: Sequence[Token]) -> bool:
        """Whether somebody beats or torments people in the sentence; not in a clause that only says who they are."""
        done = (t for t in tokens if t.pos == "VERB" and t.lower in _inflected(self._words["abuses"]))
        return any(t.relation not in _OF_OTHERS for t in done)

    def done_to_teller(self, tokens: Sequence[Token]) -> bool:
        """Whether it is told what was done to whoever speaks: "they beat me", "guards kicked us"."""
        me, forms_of = self._words["myself"], _inflected(self._words["abuses"])
        return any(a.lower in forms_of and b.lower in me for a, b in pairwise(tokens))

    def abuse_named(self, tokens: Sequence[Token]) -> bool:
        """Whether ill-treatment of people is told, by any word: "complaints of torture", "the blows of the guards"."""
        return any(t.lower in self._words["ill_treatment"] for t in tokens) or self.abuse_by_state(tokens)

    def abuse_by_state(self, tokens: Sequence[Token]) -> bool:
        """Whether it is told of the state's own people: "Officers beat 40 migrants"."""
        doers = {t.lower for t in tokens if t.relation in _SUBJECTS or self._agent(t)}
        return self.abuse(tokens) and any({one, singular(one)} & self._state for one in doers)

    def to_others(self, tokens: Sequence[Token], own: AbstractSet[str]) -> bool:
        """Whether people are counted to whom somebody outside of any office did something: "Crews saved 60 people"."""
        for t in tokens:
            if t.relation != "obj" or all(k.pos != "NUM" for k in self._annotated.children(t)):
                continue
            doers = {k.lower for k in self._annotated.children(self._annotated.head(t)) if k.relation in _SUBJECTS}
            people = {one for one in doers if {one, singular(one)} & self._people}
            if any(not {one, singular(one)} & (self._state | own) for one in people):
                return True
        return False

    def _agent(self, t: Token) -> bool:
        return t.relation == "obl" and any(k.lower == "by" for k in self._annotated.children(t))

    def _does(self, tokens: Sequence[Token], body: Token) -> bool:
        verb = self._annotated.head(body)
        links = {k.lower for k in self._annotated.children(body)}
        if body.relation not in _SUBJECTS and not (body.relation.startswith("obl") and links & _GIVEN_TO):
            return False
        counted = (t for t in tokens if t.pos == "NOUN" and any(k.pos == "NUM" for k in self._annotated.children(t)))
        return verb.lower in _inflected(self._words["works"]) or any(
            singular(t.lower) in self._words["pieces_of_work"] for t in counted
        )


def answers_for_office(who: Identity, language: str) -> bool:
    """Whether somebody speaks for an office of the state or heads a body or business: a police chief, an owner.

    Who heads a union or a rights group tells of abuse unasked, and answers for none.
    """
    words, role = speaker_words(language), _role(who)
    if who.kind is SourceKind.OFFICIAL:
        return True
    return bool(role & (words["in_charge"] | words["in_business"])) and not role & words["for_people"]


def counts_own_work(who: Identity, language: str) -> bool:
    """Whether somebody answers for an office, which counts what it does; who runs a business hardly is asked."""
    return answers_for_office(who, language) and not _role(who) & speaker_words(language)["in_business"]


def _role(who: Identity) -> set[str]:
    return {singular(word) for word in re.findall(r"[\w-]+", (who.role or "").lower())}


def gives_numbers(who: Identity) -> bool:
    """Whether the source has a name or an office; witnesses and those affected tell what befell them."""
    told_of = who.kind is SourceKind.WITNESS or who.private
    return not told_of and (who.named or who.kind is SourceKind.OFFICIAL)


@cache
def _inflected(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in forms(verb))
