"""Deeds that words of denial leave as they are: they set the time of something, or something is done about them."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import classes, exact_words

_DATING = frozenset("during after following before since amid throughout".split())
_SETTING = frozenset("in at".split())
_DEFINITE = frozenset("the this that these those".split())
_TIMED = frozenset("when while after before since".split())
_BACK = 4
_AFTER = 6
_CLAUSE_ENDS = frozenset({"PUNCT", "CCONJ", "SCONJ", "VERB", "AUX"})


def only_sets(text: Annotated, head: Token) -> bool:
    """ "Denied that anyone was beaten during the raid": what only dates or sets the deed is not what is denied."""
    case = text.child(head, "case")
    if head.relation not in ("obl", "nmod") or case is None:
        return False
    definite = any(k.lower in _DEFINITE for k in text.children(head, "det"))
    return case.lower in _DATING or (case.lower in _SETTING and definite)


def in_timed_clause(text: Annotated, head: Token) -> bool:
    """ "Nobody was beaten when 20 people were detained": a clause of time is told as a fact."""
    for token in (head, *list(text.ancestors(head))[:_BACK]):
        timed = any(k.lower in _TIMED for k in text.children(token, "mark", "advmod"))
        if token.relation in ("advcl", "acl") and timed:
            return True
    return False


def apart(text: Annotated, over: Token, verb: Token) -> bool:
    """Whether a word between two verbs makes the second one tell of itself: "nothing followed after police beat X"."""
    between = text.tokens[over.i + 1 : verb.i]
    return any(t.lower in exact_words(text.language)["told_apart"] for t in between)


def hardly(text: Annotated, word: Token) -> bool:
    """Whether a word is only denied: "hardly voluntary", "anything but voluntary", "by no means voluntary"."""
    first = text.sentences[word.sent].first
    none = classes(text.language)["negation"] | exact_words(text.language)["hardly"]
    return any(t.lower in none for t in text.tokens[max(first, word.i - _BACK) : word.i])


def not_willingly(text: Annotated, negation: Token, negated: Token) -> bool:
    """ "Did not leave voluntarily", "by no means voluntary": they had to; it is their will that is denied.

    The word of will goes with the negated verb itself, and a verb of what one may do by one's own will.
    """
    words = exact_words(text.language)
    if negated.lower in words["willing"] or any(k.lower in words["willing"] for k in text.children(negated, "amod")):
        return True
    if negated.lemma not in words["by_will"] and text.child(negated, "cop") is None:  # "were by no means voluntary"
        return False
    near = text.tokens[negation.i + 1 : negated.i + 1 + _AFTER]
    will = next((t for t in near if t.lower in words["willing"]), None)
    between = text.tokens[negated.i + 1 : will.i] if will is not None else ()
    return will is not None and not any(t.pos in _CLAUSE_ENDS for t in between)
