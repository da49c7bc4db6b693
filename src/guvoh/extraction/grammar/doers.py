"""Whose violence it is: blows by employers, crowds and captors are private, whatever word names them."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import among

_OF_THE_STATE = frozenset({"torture_ill_treatment", "excessive_force"})


def by_whom(text: Annotated, term: str, actor: Token | None) -> str:
    """The act that `term` is when `actor` does it: "tortured by smugglers" is violence between private people.

    Without an actor, with one of the state, or where those named also wear a uniform ("gang of officers"), it stays.
    """
    if term not in _OF_THE_STATE or actor is None:
        return term
    near = [actor, *text.children(actor, "compound", "amod", "nmod", "conj")]
    if any(among(text, token, "uniform", "police") for token in near):
        return term
    return "private_violence" if _is_private(text, actor) else term


def _is_private(text: Annotated, actor: Token) -> bool:
    if among(text, actor, "private_doer"):
        return True
    employing = text.child(actor, "acl:relcl")
    return employing is not None and among(text, employing, "hiring")


def denies(text: Annotated, head: Token) -> bool:
    """ "She denied that the housing was her affair": who says no to a claim keeps nothing from anybody."""
    said = text.child(head, "ccomp") if head.pos == "VERB" and head.lemma == "deny" else None
    return said is not None and text.child(said, "nsubj", "nsubj:pass", "nsubj:outer") is not None
