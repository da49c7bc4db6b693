"""Deeds that the words rule out or leave without proof: "rather than deport them", "records do not show that …"."""

from __future__ import annotations

from itertools import islice, pairwise

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words

_AHEAD = 5
_ABOVE = 4
_CONTENT = frozenset({"ccomp", "csubj"})
_NO_QUESTION = ("out", "of", "the")
_ONLY = frozenset({"only", "just", "merely"})


def instead(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "Fined instead of being deported", "rather than deport them"."""
    del verb
    back = [t for t in text.tokens[max(0, trigger.head.i - _AHEAD) : trigger.head.i] if t.sent == trigger.head.sent]
    for first, second in pairwise(back):
        if (first.lower, second.lower) in (("instead", "of"), ("rather", "than")):
            between = [t for t in back if t.i > second.i]
            if all(t.pos not in ("VERB", "PUNCT") or t.lemma in ("be", "get") for t in between):
                return f"not done: “{first.text} {second.text}”"
    return None


def not_shown(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "Records do not show that 30 people were deported": told like "there is no proof of it"."""
    del verb
    low, proving = trigger.head, classes(text.language)["proving"]
    for up in islice(text.ancestors(low), _ABOVE):
        that = any(k.lower == "that" for k in text.children(low, "mark"))
        if that and up.lemma in proving and low.relation in _CONTENT and up.i < trigger.head.i:
            negation = _negation_of(text, up)
            return f"not shown: “{negation.text} … {up.text}”" if negation is not None else None
        low = up
    return None


def not_meant(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "There are no plans to deport them", "the court found no grounds to expel him": nobody did or is to do it."""
    del trigger
    to = next((k for k in text.children(verb, "mark") if k.lower == "to"), None)
    aim = text.tokens[to.i - 1] if to is not None and to.i > text.sentences[to.sent].first else None
    if aim is None:
        return None
    known = exact_words(text.language)
    none = next((k for k in text.children(aim, "det") if k.lower in known["none"]), None)
    sought = aim.lemma in known["cause"] and text.head(aim).lemma in known["finding"]
    if none is None or not (sought or aim.lemma in known["aims"]):
        return None
    return f"“{none.text} {aim.text} to”"


def _negation_of(text: Annotated, verb: Token) -> Token | None:
    """What negates a verb, but not "not only"."""
    known = classes(text.language)["negation"]
    for kid in text.children(verb, "advmod"):
        if kid.lower in known and text.tokens[kid.i + 1].lower not in _ONLY:
            return kid
    return None


def nothing_taken(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "The owner deducts nothing from their wages": who takes nothing does not do it; "paid nothing" is the act."""
    del verb
    if trigger.head.lemma not in exact_words(text.language)["taking"]:
        return None
    nothing = next((k for k in text.children(trigger.head, "obj") if k.lower == "nothing"), None)
    return f"negated by “{nothing.text}”" if nothing is not None else None


def out_of_question(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "To deport them is out of the question": who says so will not do it."""
    del verb
    over = text.head(trigger.head)
    first = text.sentences[over.sent].first
    before = [t.lower for t in text.tokens[max(first, over.i - len(_NO_QUESTION)) : over.i]]
    ahead = over.i > trigger.head.i and tuple(before) == _NO_QUESTION
    return "ruled out: “out of the question”" if ahead and over.lower == "question" else None
