"""Steps that nobody took about a deed (no charge, no case): the step is what is denied, and not the deed."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.nobody import nobody_before
from guvoh.extraction.vocabulary.load import classes, exact_words

_DEFINITE = frozenset("the this that these those his her their my our its".split())
_ABOUT = frozenset("over about for into on".split())


def nothing_done_about(text: Annotated, head: Token) -> bool:
    """ "No complaint was filed over the torture of 12 men": the complaint is what was not, and not the torture.

    Who rejects or denies a charge over it does deny the torture.
    """
    case = text.child(head, "case")
    if head.pos != "NOUN" or case is None or case.lower not in _ABOUT:
        return False
    kids = text.children(head, "det", "nmod:poss", "nmod")
    over = text.head(head)
    steps = [over, *text.children(over, "nsubj", "nsubj:pass", "obj")]
    step = next((t for t in steps if t.lemma in exact_words(text.language)["steps"]), None)
    definite = any(k.lower in _DEFINITE or k.dep == "nmod:poss" for k in kids)
    return step is not None and definite and _not_taken(text, step)


def _not_taken(text: Annotated, step: Token) -> bool:
    """Whether a step is said not to be taken: "no charge", "did not open a case", "refused to open a case"."""
    words = classes(text.language)
    verb = text.head(step) if step.pos == "NOUN" else step
    if verb.lemma in words["denial"]:
        return False
    above = text.head(verb)
    if verb.relation == "xcomp" and above.lemma in words["refraining"]:
        return True
    negated = [k for t in (step, verb) for k in text.children(t, "det", "advmod")]
    return any(k.lower in words["negation"] for k in negated) or nobody_before(text, verb) is not None
