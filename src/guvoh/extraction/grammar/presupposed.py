"""Deeds that words of denial leave as they are: they set the time of something, or something is done about them."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import classes, exact_words

_DATING = frozenset("during after following before since amid throughout".split())
_SETTING = frozenset("in at".split())
_DEFINITE = frozenset("the this that these those".split())
_OWN = frozenset("his her their my our its".split())
_TIMED = frozenset("when while after before since".split())
_ABOUT = frozenset("over about for into on".split())
_BACK = 4


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


def nothing_done_about(text: Annotated, head: Token) -> bool:
    """ "No complaint was filed over the torture of 12 men": the complaint is what was not, and not the torture."""
    case = text.child(head, "case")
    if head.pos != "NOUN" or case is None or case.lower not in _ABOUT:
        return False
    kids = text.children(head, "det", "nmod:poss", "nmod")
    definite = any(k.lower in _DEFINITE | _OWN or k.dep == "nmod:poss" for k in kids)
    over = text.head(head)
    steps = [over, *text.children(over, "nsubj", "nsubj:pass", "obj")]
    return definite and any(t.lemma in exact_words(text.language)["steps"] for t in steps)


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
    """ "Did not leave voluntarily", "by no means voluntary": they had to; it is their will that is denied."""
    willing = exact_words(text.language)["willing"]
    near = text.tokens[negation.i + 1 : negation.i + 1 + _BACK]
    upto = next((n for n, t in enumerate(near) if t.pos == "PUNCT"), len(near))
    own = (k for k in text.children(negated, "advmod") if k.i > negation.i)
    return any(t.lower in willing for t in (*near[:upto], *own))
