"""Actor and affected of an act named by a noun: its complements, and the verbs that carry it."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import among, can_act, is_body, is_human, members
from guvoh.extraction.grammar.subjects import agent_of, subject_of

Pair = tuple[Token | None, Token | None]

_LAID_ON = frozenset({"on", "upon", "against", "to"})
_COMPLEMENT = frozenset({"of", "against", "on", "for", "targeting", "towards", "among"})


def nominal_roles(text: Annotated, noun: Token) -> tuple[Token | None, Token | None, tuple[str, ...]]:
    """Actor, affected (either may be None) and the reasons, for an act named by `noun`."""
    family = list(_family(text, noun))
    affected = next((a for n in family if (a := _complement(text, n)) is not None), None)
    actor = next((a for n in family if (a := agent_of(text, n) or _possessor(text, n)) is not None), None)
    why: list[str] = []
    for carried, verb in _verbs(text, noun):
        if actor is not None and affected is not None:
            break
        doer, undergone = _by_verb(text, carried, verb)
        actor, affected = actor or doer, affected or undergone
        if doer or undergone:
            why.append(f"through the verb “{verb.text}”")
    return actor, affected, (*_told(noun, "of whom", affected), *_told(noun, "by whom", actor), *why)


def _told(noun: Token, label: str, token: Token | None) -> tuple[str, ...]:
    return (f"{label} of “{noun.text}”: {token.text}",) if token is not None else ()


def _family(text: Annotated, noun: Token) -> Iterator[Token]:
    """The noun, then those it is listed with: a complement may hang on any ("raids and arrests of migrants")."""
    yield noun
    yield from (k for k in text.children(noun, "conj") if k.pos == "NOUN")
    if noun.dep == "conj" and text.head(noun).pos == "NOUN":
        first = text.head(noun)
        yield first
        yield from (k for k in text.children(first, "conj") if k.pos == "NOUN" and k.i > noun.i)


def _complement(text: Annotated, noun: Token) -> Token | None:
    for kid in text.children(noun, "nmod", "obl"):
        case = text.child(kid, "case")
        if case is not None and case.lower in _COMPLEMENT:
            inner = members(text, kid)
            if is_human(text, inner) or among(text, inner, "dwelling"):
                return inner
    for kid in text.children(noun, "acl"):
        if kid.tag == "VBG":
            target = text.child(kid, "obj")
            if target is not None and is_human(text, target):
                return target
    return None


def _possessor(text: Annotated, noun: Token) -> Token | None:
    """ "The court's decision", "police raids": a possessor or modifier that can act."""
    for kid in text.children(noun, "nmod:poss", "compound", "amod"):
        if (kid.dep == "nmod:poss" and can_act(text, kid)) or can_act(text, kid, modifier=True):
            return kid
    return None


def _verbs(text: Annotated, noun: Token) -> Iterator[tuple[Token, Token]]:
    """The verbs over a noun, nearest first, each with the word by which the noun hangs on it; not past a clause
    of what somebody says."""
    below = noun
    for up in text.ancestors(noun):
        if up.pos in ("VERB", "AUX"):
            yield below, up
            if up.relation in ("ccomp", "parataxis"):
                return
        below = up


def _borne(text: Annotated, carried: Token, verb: Token) -> Token | None:
    """On whom a verb lays the act: "fines were imposed on 11 of them", "issued bans to 40 builders"."""
    if not among(text, verb, "carrier", "handing") or carried.relation not in ("obj", "nsubj"):
        return None
    for kid in text.children(verb, "obl"):
        case = text.child(kid, "case")
        inner = members(text, kid)
        if case is not None and case.lower in _LAID_ON and is_human(text, inner) and not is_body(text, inner):
            return inner
    return None


def _by_verb(text: Annotated, carried: Token, verb: Token) -> Pair:
    subject, passive = subject_of(text, verb)
    borne = _borne(text, carried, verb)
    if borne is not None:
        return (agent_of(text, verb) if passive else subject), borne
    if subject is not None and subject.i == carried.i:
        return (agent_of(text, verb) if passive else None), None
    if among(text, verb, "subjecter") and carried.relation in ("obl", "nmod", "xcomp", "conj", "obj"):
        victim = subject if passive else text.child(verb, "obj")
        doer = agent_of(text, verb) if passive else subject
        return doer, victim if victim is not None and victim.i != carried.i and is_human(text, victim) else None
    if passive and subject is not None and among(text, verb, "handing") and is_human(text, subject):
        return agent_of(text, verb), subject
    if passive or subject is None or among(text, verb, "telling"):
        return None, None
    if among(text, verb, "undergoer") and not is_body(text, subject):
        return None, subject if is_human(text, subject) else None
    acts = is_body(text, subject) or (carried.dep == "obj" and can_act(text, subject))
    return (subject if acts else None), None
