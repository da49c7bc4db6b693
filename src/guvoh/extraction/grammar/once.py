"""Two words of one sentence for one act at one happening: "the people detained were taken away" tells it once."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import is_human, members
from guvoh.extraction.grammar.triggers import Trigger

_CLAUSES = frozenset({"acl", "acl:relcl"})
_ABOVE = 4
_SETTING = frozenset({"in", "during", "by"})


def once(text: Annotated, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The acts of a sentence without those that another word for the same act tells as well."""
    return [t for t in triggers if not any(_again(text, t, o) for o in triggers if o is not t and o.term == t.term)]


def _again(text: Annotated, trigger: Trigger, other: Trigger) -> bool:
    return _says_of_whom(text, trigger, other) or _says_in_what(text, trigger, other)


def _says_of_whom(text: Annotated, trigger: Trigger, other: Trigger) -> bool:
    """ "The people detained were taken to a station": a clause at the very people whom the other word is about."""
    noun = _noun_over(text, trigger.head)
    affected = other.roles.affected
    if noun is None or affected is None or members(text, noun).i != affected.i or not is_human(text, affected):
        return False
    return other.head.i not in {t.i for t in text.subtree(noun)}


def _noun_over(text: Annotated, head: Token) -> Token | None:
    for token in [head, *list(text.ancestors(head))[:_ABOVE]]:
        if token.dep in _CLAUSES:
            return text.head(token)
        if token.relation not in ("obj", "obl", "xcomp", "nmod", "conj"):
            return None
    return None


def _says_in_what(text: Annotated, trigger: Trigger, other: Trigger) -> bool:
    """ "The market was raided in an operation called Shield": the noun only sets the verb that tells it."""
    head = trigger.head
    if head.pos != "NOUN" or head.relation != "obl" or other.head.pos != "VERB" or text.child(head, "nummod"):
        return False
    case = text.child(head, "case")
    under = any(up.i == other.head.i for up in list(text.ancestors(head))[:_ABOVE])
    return under and case is not None and case.lower in _SETTING
