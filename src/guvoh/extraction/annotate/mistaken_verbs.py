"""Verbs of denying and confirming in the present ("denies") that the tagger takes for plural nouns, parsed again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.attrs import LOWER
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from guvoh.extraction.annotate.held_whole import hold_whole
from guvoh.extraction.vocabulary.load import classes, exact_words

_STAND_IN = "denied"
"""A word that the parser knows for a verb: in its place the words around it find their own."""
_PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
_VERBAL = frozenset({"VERB", "AUX"})


def mended(nlp: Language, doc: Doc) -> Doc:
    """The parse of a sentence, or another one in which the verbs taken for nouns are verbs with subject and content."""
    if _listed(nlp.vocab.strings).isdisjoint(doc.to_array(LOWER).tolist()):
        return doc
    mistaken = [t.i for t in doc if _mistaken(t)]
    if not mistaken:
        return doc
    words = [_STAND_IN if t.i in mistaken else t.text for t in doc]
    again = Doc(nlp.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
    hold_whole(again)
    for _, step in nlp.pipeline:
        again = step(again)
    return _worded(doc, again, frozenset(i for i in mistaken if again[i].pos_ == "VERB"))


@cache
def _listed(strings: StringStore) -> frozenset[int]:
    """The numbers of the words that may be mistaken."""
    listed = exact_words("en")
    return frozenset(strings.add(word) for word in listed["never_plural"] | listed["plural_or_verb"])


def _mistaken(word: Token) -> bool:
    """ "The ministry denies …", "disputes that anyone …": never a noun, or a noun elsewhere but not here."""
    listed = exact_words("en")
    never, mostly = word.lower_ in listed["never_plural"], word.lower_ in listed["plural_or_verb"]
    if not (never or mostly) or word.i == 0 or not word.text.islower():
        return False
    if word.pos_ in _VERBAL:
        return any(kid.dep_.startswith("acl") and kid.i > word.i for kid in word.children)  # no verb has such a clause
    return never or (_who_speaks(word.nbor(-1)) and _has_content(word))


def _who_speaks(before: Token) -> bool:
    """Whether the word before can be one who disputes: a name, a body, a person, a pronoun; "land" is none."""
    known = classes("en")
    words = {before.lower_, before.lemma_.lower()}
    if before.lower_ in exact_words("en")["disputed"]:
        return False
    return before.pos_ in ("PROPN", "PRON") or not words.isdisjoint(known["authority"] | known["person"])


def _has_content(word: Token) -> bool:
    """Whether what is disputed follows: "that anyone was …", "claims of …", "having …"; not "disputes that ended"."""
    after = _following(word)
    first = next(after, None)
    second = next(after, None)
    if first is None or second is None:
        return False
    if first.lower_ == "that":
        return second.pos_ not in _VERBAL
    claim = first.lemma_.lower() in classes("en")["claim_noun"] and second.lower_ in ("that", "of")
    return claim or first.lower_ == "having"


def _following(word: Token) -> Iterator[Token]:
    return (t for t in word.doc[word.i + 1 :] if not t.is_space)


def _worded(doc: Doc, again: Doc, verbs: frozenset[int]) -> Doc:
    """The second parse over the text's own words; the verbs keep their lemma and stand in the present."""
    if not verbs:
        return doc
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=["VBZ" if t.i in verbs else t.tag_ for t in again],
        pos=[t.pos_ for t in again],
        morphs=[_PRESENT if t.i in verbs else str(t.morph) for t in again],
        lemmas=[doc[t.i].lemma_ if t.i in verbs else t.lemma_ for t in again],
        heads=[t.head.i for t in again],
        deps=[t.dep_ for t in again],
    )
