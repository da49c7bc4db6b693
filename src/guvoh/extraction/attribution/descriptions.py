"""Sources without a name, in the text's own words: "human rights activists", "a Russian lawyer", "four of the men"."""

from __future__ import annotations

import re
from functools import cache

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.identities import Identity, Register, clean
from guvoh.extraction.attribution.lexicon import Cues, Organisations, Roles, saying_words, singular, words_of
from guvoh.extraction.attribution.scene import Phrase, Scene
from guvoh.extraction.attribution.some_of_them import people_before
from guvoh.extraction.attribution.sources_of_verbs import phrase_from
from guvoh.extraction.vocabulary.load import nationalities
from guvoh.model import SourceKind

_PLURAL_HEADS = saying_words()["plural_heads"]
_FATES = saying_words()["people_by_fate"]
_CLAUSE = 12
"""Tokens that a clause may have and still name somebody."""
_ENDS = frozenset({",", ".", ";", ":", "”", '"', "–", "—"})
_CLAUSED = re.compile(r"those (?:who|[a-z]+(?:ed|eld|ken|ten|ught|wn|ut|ent|aid))\b", re.IGNORECASE)
_OWNER = re.compile(r"([\w-]+)['’]s\b")
_ALONE = frozenset({"one"})
_ONES = frozenset({"one", "another", "others"})
_MASSES = saying_words()["without_article"]
_PLACED = frozenset({"in", "at", "from", "near"})
_BEEN = frozenset({"was", "were", "been", "being", "is", "are"})


class Descriptions:
    """The described sources of one document."""

    def __init__(self, cues: Cues, roles: Roles, organisations: Organisations, register: Register) -> None:
        self.cues = cues
        self.roles = roles
        self.organisations = organisations
        self.register = register

    def described(self, scene: Scene, phrase: Phrase) -> Identity | None:
        """A source in the text's own words: "human rights activists", "a Russian lawyer"."""
        scene, phrase = people_before(scene, phrase, self.roles) or (scene, phrase)
        phrase = _with_clause(scene, self._apposed_to_one(scene, phrase))
        words = _named_by(scene.words(phrase)).removeprefix("of ")
        if scene.lower(phrase.head) in self.organisations.heads:
            words = words.removeprefix("its ")  # "its labour ministry"
        if not any(c.isalpha() for c in words):
            return None
        known = self.register.find(words.lower())
        return known or self.register.add(self._description(scene, phrase, words), words.lower())

    def _description(self, scene: Scene, phrase: Phrase, words: str) -> Identity:
        head = scene.lower(phrase.head)
        token = scene.tokens[phrase.head]
        whole = self._whole_of(scene, phrase)
        if whole is not None:
            part = _named_by(scene.text[token.start : whole[1]])  # "several" of them is left off
            words, head = _named_by(part.removeprefix("of ")), whole[0]
        compound = f"{scene.lower(phrase.head - 1)} {head}"
        head = compound if compound in self.roles.collective else head  # "the school district"
        is_country = words.removeprefix("the ") in _countries(scene.annotated.language)
        kind = SourceKind.OFFICIAL if is_country else self._kind(head, words)  # it speaks through its government
        made = Identity(words, kind, scene.span(phrase), head=head)
        if "year-old" in words:
            head = made.head = "person"
        several = token.text[:1].isupper() and scene.tokens[token.i - 1].text[:1].isupper() and phrase.first < token.i
        made.named = words[:1].isupper() and (token.pos == "PROPN" or several or self._bare_name(scene, phrase))
        apposed = self._told_behind(scene, phrase) if words[:1].isupper() else None
        if apposed is not None and not made.named:
            made.named, made.kind = True, apposed
        alone = token.lower in _ALONE
        made.plural = not alone and (token.tag in ("NNS", "NNPS") or head in _PLURAL_HEADS)
        made.persona = head in self.roles.human or (alone and (head == "people" or singular(head) in self.roles.human))
        made.role = head if made.persona and not made.plural else None
        made.gender = self.roles.gendered.get(head, "")
        return made

    def _bare_name(self, scene: Scene, phrase: Phrase) -> bool:
        """Whether one thing opens its sentence without an article, and is no noun that the text has: "Daryo says"."""
        noun = scene.tokens[phrase.head]
        if phrase.first != phrase.last or noun.tag not in ("NN", "NNP") or not noun.text.istitle():
            return False
        known = self.roles.human | self.roles.collective | self.roles.media | self.cues.words["documents"]
        common = noun.lower in known or noun.lower in self.organisations.heads or noun.lower in _MASSES
        return not common and re.search(rf"\b{re.escape(noun.lower)}", scene.text) is None

    def _told_behind(self, scene: Scene, phrase: Phrase) -> SourceKind | None:
        """The kind of body that a name is said to be behind a comma: "Freedom from Torture, a charity which"."""
        if scene.lower(phrase.last + 1) != "," or scene.lower(phrase.last + 2) not in ("a", "an"):
            return None
        told = phrase_from(scene, phrase.last + 2, scene.stop)
        return self.organisations.heads.get(scene.lower(told.head)) if told is not None else None

    def _whole_of(self, scene: Scene, phrase: Phrase) -> tuple[str, int] | None:
        """The noun of the whole in "four of the men", "one of them", and where the words end."""
        if scene.tokens[phrase.head].pos not in ("NUM", "DET", "PRON", "ADJ"):
            return None
        if scene.lower(phrase.head + 1) == "who":
            return "people", scene.tokens[phrase.last].end  # "two who were there"
        if scene.lower(phrase.head + 1) != "of":
            return None
        if scene.lower(phrase.head + 2) in ("them", "us", "those"):
            return "people", scene.tokens[_past_fate(scene, phrase.head + 2)].end
        held = scene.token(phrase.head + 3)
        noun = scene.token(phrase.head + 4)
        alone = noun is None or noun.pos not in ("NOUN", "PROPN", "ADJ")
        fated = held is not None and (held.tag in ("VBN", "JJ") or held.lower in _FATES)
        if scene.lower(phrase.head + 2) == "the" and held is not None and fated and alone:
            return "people", held.end  # "one of the detained"
        whole = phrase_from(scene, phrase.head + 2, scene.stop)
        return None if whole is None else (scene.lower(whole.head), scene.tokens[whole.last].end)

    def _kind(self, head: str, words: str) -> SourceKind:
        single = singular(head)
        if head in self.roles.media:
            return SourceKind.OUTLET
        if head in self.cues.words["documents"]:
            return SourceKind.DOCUMENT
        if head in self.roles.state or single in self.roles.official:
            return SourceKind.OFFICIAL
        if {single, head} & self.roles.affected and not words_of(words) & self.roles.helpers:
            return SourceKind.WITNESS
        if head in self.roles.human or single in self.roles.human:
            return SourceKind.PERSON
        heads = self.organisations.heads
        whole = words.partition(" of ")[2] if head in self.roles.collective else ""
        named = [word for word in whole.split() if word[:1].isupper()]  # "branch of Russia's Interior Ministry"
        owners = (owner.lower() for owner in (*_OWNER.findall(words), *named))  # "the ministry’s branch in Perm"
        return heads.get(head) or next((heads[owner] for owner in owners if owner in heads), SourceKind.PERSON)

    def _apposed_to_one(self, scene: Scene, phrase: Phrase) -> Phrase:
        """Who "one" or "another" is, told right after: "says one, a roofer from X"."""
        of_them = scene.lower(phrase.last + 1) == "of" and scene.lower(phrase.last + 2) in ("them", "those")
        comma = phrase.last + (3 if of_them else 1)  # "one of them, a sergeant, said"
        if scene.lower(phrase.head) not in _ONES or scene.lower(comma) != ",":
            return phrase
        begin = comma + 1
        told = phrase_from(scene, begin, scene.stop) if scene.lower(begin) in ("a", "an", "the") else None
        if told is None or scene.tokens[told.head].pos != "NOUN" or (of_them and not self._of_rank(scene, told)):
            return phrase
        return told

    def _of_rank(self, scene: Scene, phrase: Phrase) -> bool:
        """Whether the phrase ends in a noun for a person by role: "a sergeant", no "a 41-year-old"."""
        placed = scene.lower(phrase.head + 1) in ("from", "of", "in", "at")  # "a cab driver from Osh"
        return (phrase.last == phrase.head or placed) and scene.lower(phrase.head) in self.roles.human


@cache
def _countries(language: str) -> frozenset[str]:
    return frozenset(name for row in nationalities(language) for name in row.countries)


def _past_fate(scene: Scene, those: int) -> int:
    """The last token of "those held in Ufa", of "them" or a bare "those" that one itself."""
    last = those
    fate = scene.token(those + 1)
    if scene.lower(those) != "those" or fate is None or fate.tag not in ("VBN", "VBD", "JJ"):
        return last
    last += 1
    if scene.lower(last + 1) in _PLACED:
        place = scene.token(last + 2)
        named = place is not None and place.pos == "PROPN" and place.text[:1].isupper()
        last = scene.phrase(last + 2, last + 2, scene.stop).last if named else last
    return last


def _with_clause(scene: Scene, phrase: Phrase) -> Phrase:
    """ "Those who were there" with the clause that says who they are: "those" alone would be anybody."""
    head = scene.tokens[phrase.head]
    if head.lower != "those" or scene.lower(phrase.last + 1) != "who":
        return phrase
    below = {t.i for t in scene.annotated.subtree(head)}
    last = phrase.last + 1
    while last + 1 < scene.stop and last + 1 in below and scene.lower(last + 1) not in _ENDS:
        last += 1
    return Phrase(phrase.first, last, phrase.head) if phrase.last + 1 < last < phrase.last + _CLAUSE else phrase


def _named_by(words: str) -> str:
    """The words without what only points; "those" stays where a clause says who they are."""
    return words if _CLAUSED.match(words) else clean(words)


def befallen(scene: Scene, subject: Token) -> bool:
    """Whether something is done to the subject: "Men were made to kneel"."""
    verb = scene.annotated.head(subject)
    return verb.tag == "VBN" and any(t.lower in _BEEN for t in scene.annotated.children(verb, "aux", "aux:pass"))
