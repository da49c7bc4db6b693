"""Words of names, roles and outlets that the tagger takes for something else."""

from __future__ import annotations

from dataclasses import replace

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.attribution.lexicon import saying_words
from guvoh.extraction.attribution.names import Names
from guvoh.model import Role, SourceKind

_FATES = saying_words()["people_by_fate"]
_SOME = saying_words()["quantifiers"]
_PARTITIVE = 3  # words before the people of whom some are told
_MISTAKEN = frozenset({"VERB", "AUX", "ADV", "ADP", "INTJ", "SCONJ", "X", "PART"})
_DOUBTFUL = _MISTAKEN | {"ADJ"}
"""Tags of words that may be another's; of the rest only the words of names are looked at."""


def corrected(names: Names) -> Annotated:
    """The annotation with words of known bodies and of names tagged as names, whatever the tagger took them for."""
    fixed = list(names.tokens)
    for sentence in names.annotated.sentences:
        if not sentence.parsed:
            continue
        bodies = names.bodies_in(sentence.start, sentence.end)
        for t in names.tokens[sentence.first : sentence.stop]:
            if not (bodies or t.pos in _DOUBTFUL or t.text.istitle() or t.dep == "nsubj:pass"):
                continue
            initials = (
                t.pos != "PROPN" and t.tag == "NNP" and t.text.isupper() and len(t.text) > 1
            )  # "the channel RTVI"
            known = bool(bodies) and any(s <= t.start and t.end <= e for s, e in bodies) and t.text[:1].isalnum()
            mistaken = t.pos in _MISTAKEN and (t.text in names.proper or _title(names, t)) and len(t.text) > 1
            if known or mistaken or initials or _of_name(names, t, sentence):
                fixed[t.i] = replace(t, pos="PROPN", tag="NNP")
            elif _people_by_fate(names, t) or _some_by_fate(names, t):
                fixed[t.i] = replace(t, pos="NOUN", tag="NNS")
            elif _role_before_name(names, t) or _outlet_behind_name(names, t):
                fixed[t.i] = replace(t, pos="NOUN", tag="NN")
            elif _told_not_done(names, t):
                fixed[t.i] = replace(t, dep="nsubj")
    return replace(names.annotated, tokens=tuple(fixed))


def _title(names: Names, t: Token) -> bool:
    """Whether a title opens its sentence before a name: "Haji Noor Wali said"."""
    after = names.tokens[t.i + 1] if t.i + 1 < len(names.tokens) else None
    return t.text.istitle() and t.lower in names.roles.titles and after is not None and after.pos == "PROPN"


def _people_by_fate(names: Names, t: Token) -> bool:
    """Whether a participle or adjective stands for people: "the detained said", "the accused, who"."""
    if t.pos not in ("VERB", "ADJ") or t.lower not in _FATES or t.i == 0 or names.tokens[t.i - 1].lower != "the":
        return False
    after = names.tokens[t.i + 1] if t.i + 1 < len(names.tokens) else None
    return t.relation == "nsubj" and after is not None and (after.pos in ("VERB", "AUX", "ADV") or after.text == ",")


def _some_by_fate(names: Names, t: Token) -> bool:
    """Whether a participle stands for the people of whom some speak: "two of the | detained said"."""
    if t.tag not in ("VBN", "VBD", "JJ") or t.i < _PARTITIVE or t.lower not in _FATES:
        return False
    the, of, some = (names.tokens[t.i - n] for n in (1, 2, 3))
    after = names.tokens[t.i + 1] if t.i + 1 < len(names.tokens) else None
    noun = after is not None and after.pos in ("NOUN", "PROPN", "ADJ", "NUM")  # "two of the detained men"
    counted = some.pos == "NUM" or some.lower in _SOME
    return the.lower == "the" and of.lower == "of" and counted and not noun


def _told_not_done(names: Names, t: Token) -> bool:
    """Whether "one" in "one of those held told X" was taken for whom something befell, by the participle behind."""
    if t.dep != "nsubj:pass" or (t.pos != "NUM" and t.lower not in _SOME):
        return False
    those = names.tokens[t.i + 1 : t.i + 3]
    verb = names.annotated.head(t)
    befell = names.annotated.child(verb, "aux:pass", "aux") is not None
    return [w.lower for w in those] == ["of", "those"] and verb.i > t.i and not befell


def _role_before_name(names: Names, t: Token) -> bool:
    """Whether a role or a kind of paper taken for a verb or adverb stands before a name: "the daily Vecherka"."""
    if t.pos not in ("VERB", "ADV", "ADJ"):
        return False
    if t.text not in names.roles.human and names.organisations.heads.get(t.text) is not SourceKind.OUTLET:
        return False
    after = names.tokens[t.i + 1] if t.i + 1 < len(names.tokens) else None
    return after is not None and after.pos == "PROPN" and after.sent == t.sent


def _outlet_behind_name(names: Names, t: Token) -> bool:
    """Whether "daily" or "weekly" stands behind an outlet's name: "the Kommersant daily writes"."""
    if t.pos not in ("ADV", "ADJ") or names.organisations.heads.get(t.text) is not SourceKind.OUTLET or t.i < 2:
        return False
    return names.tokens[t.i - 1].tag == "NNP" and names.tokens[t.i - 2].lower in ("the", "russian", "local")


def _of_name(names: Names, t: Token, sentence: Sentence) -> bool:
    """Whether a capitalised word, whatever its tag, stands in a name: "Oleg Bersenev", "the Embassy"."""
    if not t.text.istitle() or t.pos in ("PROPN", "NOUN") or sentence.role is Role.TITLE or t.i == sentence.first:
        return False
    before = names.tokens[t.i - 1]
    if before.lower == "the" and t.lower in names.organisations.heads:
        return True
    after = names.tokens[t.i + 1] if t.i + 1 < sentence.stop else None
    if t.tag == "NNP" and before.pos == "PROPN":
        return True
    if before.pos == "PROPN" and names.organisations.heads.get(t.lower) is SourceKind.OUTLET:
        return True  # "told the Chicago | Post"
    named = after is not None and after.pos == "PROPN" and after.text.istitle()
    plain = before.text.islower() or before.text in (",", "“", '"')
    return named and plain and t.pos in _DOUBTFUL and t.tag not in ("JJ", "VBN", "DT", "WRB", "IN")
