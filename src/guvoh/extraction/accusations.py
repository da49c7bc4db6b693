"""Whose word an act rests on: what a victim, a relative or a lawyer tells is an accusation, not the page's own word."""

from __future__ import annotations

import re

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.lexicon import organisations, roles, singular, speaker_patterns, speaker_words
from guvoh.extraction.vocabulary.load import WordSet, classes
from guvoh.model import Link, SourceKind

_WORDS = re.compile(r"\w+")
OWNED = frozenset({"raid", "legislation", "criminal_charge", "travel_advisory"})
"""Acts that those who do them announce themselves: whoever mentions one, the page tells of it as of a fact."""
RECORDED = OWNED | frozenset(
    "fine expulsion collective_expulsion reentry_ban denial_of_entry permit_cancellation work_ban".split()
)
"""With what courts and offices decide on paper: a lawyer or an activist reports it, a victim tells what befell."""
_MEASURES = (RECORDED | {"arbitrary_detention", "identity_check_profiling"}) - {"collective_expulsion"}
"""What authorities do in the open: a page that only passes on that it was done tells of it as of a fact."""
COUNTED = "arbitrary_detention"
ABUSES = frozenset(
    "torture_ill_treatment excessive_force detention_conditions due_process_denial extortion forced_recruitment"
    " collective_expulsion unlawful_entry_search document_confiscation incitement_entrapment".split()
)
"""Wrongs that a group which speaks for people lays at somebody's door: they are nobody's measures."""
_BLOWS = frozenset({"torture_ill_treatment", "excessive_force"})
"""What a state lays at another's door when it speaks for its citizens."""
_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_UNSPOKEN = re.compile(r"\b(?:[B-DF-HJ-NP-TV-XZ]{2,5}|[A-Z]?[B-DF-HJ-NP-TV-XZ]{4})\b")
"""Initials that nobody could say as a name: "NC", "ALQST"."""


def is_accusation(act: str, teller: Link, language: str, before: str = "", *, counted: bool = False) -> bool:
    """Whether an act that `teller` says first is alleged: he or she accuses, and the page does not vouch for it.

    Those it befell or who saw it do; so does a person without an office, of what was done to people, and a complaint.
    Nobody accuses of raids, laws and charges, and a lawyer, an activist or a former official not of measures that are
    on paper. `before` are the words right before the name, which may give an office where no role is known, and tell
    that it is held no longer. How many were held (`counted`) a lawyer or an activist reports like any number.
    """
    words, speakers = _words(teller.role or f"{before} {teller.name}"), speaker_words(language)
    if act in ABUSES and _speaks_for_people(teller, words, language):
        return True
    left = not speakers["out_of_office"].isdisjoint(words | _words(f"{before} {teller.name}"))
    if act in _BLOWS and teller.kind is SourceKind.OFFICIAL and not left:
        return speaker_patterns(language)["for_citizens"].search(teller.name) is not None
    if teller.kind is SourceKind.DOCUMENT:
        return bool(words & speakers["accusing"])
    if teller.kind is not SourceKind.PERSON and not (left and teller.kind is SourceKind.OFFICIAL):
        return teller.kind is SourceKind.WITNESS and act not in OWNED
    known = roles(language)
    offices = words & (speakers["in_office"] | known.official | known.state)
    in_office = offices and words.isdisjoint(speakers["no_office"])
    speaks_for = in_office or _is_body(teller.name, language) or teller.name.lower() in _countries(language)
    if act in OWNED or (speaks_for and not left):
        return False
    reported = act in RECORDED or (counted and act == COUNTED)
    knows = words & (known.person - known.everyday) or (left and offices)
    return not reported or not knows


def only_passed_on(act: str, told: str, teller: Link | None, language: str, actor: str = "") -> bool:
    """Whether words that keep their distance leave a fact one: a measure "reported", one that an office "claims".

    `told` are those words, `actor` is who is told to have done it. Of abuses nobody vouches by them: these stay
    alleged, as does what is "allegedly" so, and what an office that speaks for citizens or of others "claims".
    """
    patterns = speaker_patterns(language)
    if act not in _MEASURES:
        return False
    if patterns["claimed"].search(told) is None:
        return patterns["passed_on"].search(told) is not None
    if teller is None or teller.kind is not SourceKind.OFFICIAL or patterns["for_citizens"].search(teller.name):
        return False
    done_by, known = {actor, *_words(actor)}, roles(language)
    return not actor or not done_by.isdisjoint(_words(teller.name) | known.official | known.state)


def is_contested(text: Annotated, sentence: Sentence, start: int) -> bool:
    """Whether the sentence from `start` on, or the next of its paragraph, denies what is told or doubts it."""
    after = text.sentences[sentence.i + 1 : sentence.i + 2]
    joined = bool(after) and "\n" not in text.text[sentence.end : after[0].start]
    end = after[0].end if joined else sentence.end
    return speaker_patterns(text.language)["contested"].search(text.text, start, end) is not None


def _speaks_for_people(teller: Link, words: set[str], language: str) -> bool:
    """Whether a rights group or a union tells it, or who heads one; a publisher that tells it vouches for it."""
    if teller.kind is SourceKind.NGO:
        return words.isdisjoint(speaker_words(language)["of_the_state"])
    return teller.kind is SourceKind.PERSON and not words.isdisjoint(speaker_words(language)["for_people"])


def _is_body(name: str, language: str) -> bool:
    own = _words(speaker_patterns(language)["of_others"].split(name)[0])
    in_names = not speaker_words(language)["in_names_of_bodies"].isdisjoint(own)
    return in_names or not organisations(language).heads.keys().isdisjoint(own) or _has_initials(name, language)


def _has_initials(name: str, language: str) -> bool:
    """Whether a name holds the initials of a body: beside other words, or of a known one; "KARIMOVA" is a person.

    In capitals throughout it may be a person's name, or, of two letters ("TK"), stand for one.
    """
    if name.isupper():
        unspoken = len(name) > 2 and _UNSPOKEN.search(name) is not None
        return unspoken or name in organisations(language).by_alias
    words = name.lower().split()
    return _INITIALS.search(name) is not None and roles(language).given.keys().isdisjoint(words)


def _countries(language: str) -> WordSet:
    """Names of states: "Uzbekistan said" is what its government says."""
    return classes(language).get("country", frozenset())


def _words(text: str) -> set[str]:
    return {singular(word) for word in _WORDS.findall(text.lower())}
