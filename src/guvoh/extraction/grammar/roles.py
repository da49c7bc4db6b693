"""Who acts and who is acted on, read off Universal Dependencies around the word that names the act."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.nominal import nominal_roles
from guvoh.extraction.grammar.people import among, can_act, is_body, is_human, members
from guvoh.extraction.grammar.subjects import agent_of, carried_object, governing_verb, subject_of


@dataclass(frozen=True, slots=True)
class Roles:
    """Tokens that head the phrases of actor and affected, each or both None, with the reasons."""

    actor: Token | None = None
    affected: Token | None = None
    why: tuple[str, ...] = ()


def roles_of(text: Annotated, head: Token, kind: str) -> Roles:
    """Actor and affected of an act named by `head`; `kind` is the frame's roles ("verb", "noun" …)."""
    if kind == "none":
        return Roles()
    if kind == "verb" and head.pos != "NOUN":
        return _doer(text, _verb(text, head))
    if kind == "experiencer":
        return _doer(text, _experiencer(text, head))
    if kind == "advised":
        return _doer(text, _advised(text, head))
    actor, affected, why = nominal_roles(text, head)
    return _doer(text, Roles(actor, affected, why))


def _verb(text: Annotated, verb: Token) -> Roles:
    plain = _by_order(text, verb)
    if plain is not None:
        return plain
    subject, passive = subject_of(text, verb)
    agent = agent_of(text, verb)
    if passive:
        subject = members(text, subject) if subject is not None else None
        return Roles(agent, subject, _why(verb, ("passive subject", subject), ("agent", agent)))
    carried = carried_object(text, verb)
    affected = _whom(text, verb) or text.child(verb, "obj", "iobj") or (carried[1] if carried else None)
    if affected is not None:
        affected = members(text, affected)
    elif subject is not None and _headline_passive(text, verb, subject):
        return Roles(agent, subject, _why(verb, ("headline passive subject", subject), ("agent", agent)))
    subject = _behind_document(text, subject)
    return Roles(subject, affected, _why(verb, ("subject", subject), ("object", affected)))


def _whom(text: Annotated, verb: Token) -> Token | None:
    """To whom something is done by a verb with two objects: "showed us no paper"."""
    given = text.child(verb, "iobj")
    return given if given is not None and is_human(text, given) else None


def _by_order(text: Annotated, verb: Token) -> Roles | None:
    """Roles by word order where the parse is plainly wrong: a body, a past verb without auxiliary, people after it
    ("Police detained and deported 14 workers" read as a noun with a participle)."""
    if (
        verb.tag not in ("VBD", "VBN")
        or text.child(verb, "obj", "nsubj") is not None
        or agent_of(text, verb) is not None
    ):
        return None
    before = _left(text, verb)
    after = _right(text, verb)
    if before is None or after is None or not is_body(text, before) or is_body(text, after):
        return None
    return Roles(before, after, _why(verb, ("subject by order", before), ("object by order", after)))


def _left(text: Annotated, verb: Token) -> Token | None:
    """The noun right before a verb, over adverbs and verbs that share it; None after a form of be."""
    i = verb.i - 1
    while i >= 0 and text.tokens[i].sent == verb.sent:
        token = text.tokens[i]
        if among(text, token, "passive_auxiliary"):
            return None
        if token.pos in ("NOUN", "PROPN"):
            return token
        if token.pos not in ("ADV", "CCONJ", "VERB", "AUX"):
            return None
        i -= 1
    return None


def _right(text: Annotated, verb: Token) -> Token | None:
    """The people named right after a verb, before any preposition."""
    people: Token | None = None
    for token in text.tokens[verb.i + 1 : verb.i + 10]:
        if token.sent != verb.sent or token.pos in ("ADP", "PUNCT", "SCONJ", "PART", "AUX"):
            break
        if token.pos in ("NOUN", "PROPN") and among(text, token, "person"):
            people = token
        elif people is not None and token.pos not in ("NOUN", "PROPN"):
            break
    return people


def _doer(text: Annotated, roles: Roles) -> Roles:
    """The roles without an actor that cannot act ("the wave of searches forced …")."""
    if roles.actor is None or can_act(text, roles.actor):
        return roles
    return Roles(None, roles.affected, roles.why)


def _headline_passive(text: Annotated, verb: Token, subject: Token) -> bool:
    """ "Trader arrested under new law": a participle with a subject and neither object nor auxiliary."""
    bare = verb.tag in ("VBN", "VBD") and not text.child(verb, "aux", "obj", "xcomp", "ccomp")
    return (
        bare
        and not among(text, subject, "authority")
        and (among(text, subject, "person") or subject.pos == "PROPN" or subject.pos == "NUM")
    )


def _behind_document(text: Annotated, subject: Token | None) -> Token | None:
    """Who issued the statement, law or message that does the deed in the sentence."""
    if subject is not None and among(text, subject, "paper"):
        verb = text.head(subject)
        author = text.child(verb, "nsubj") if verb.pos == "VERB" and subject.relation == "obj" else None
        return author or subject
    return subject


def _advised(text: Annotated, head: Token) -> Roles:
    """Who is told to do what `head` names, and who tells them so: "the embassy advises citizens to refrain"."""
    whom, _ = subject_of(text, head)
    for up in text.ancestors(head):
        if up.pos == "VERB" and (whom is None or whom.i != up.i):
            teller, passive = subject_of(text, up)
            if teller is not None and (whom is None or teller.i != whom.i):
                teller = agent_of(text, up) if passive else teller
                return Roles(teller, whom, _why(head, ("who advises on", teller), ("advised on", whom)))
    teller = _adviser_before(text, head)
    return Roles(teller, whom, _why(head, ("who advises on", teller), ("advised on", whom)))


def _adviser_before(text: Annotated, head: Token) -> Token | None:
    """The body right before a verb of advice, where the parse took that verb for a noun ("the embassy recommends")."""
    for token in reversed(text.tokens[text.sentences[head.sent].first + 1 : head.i]):
        if among(text, token, "advising"):
            before = text.tokens[token.i - 1]
            return before if is_body(text, before) else None
    return None


def _experiencer(text: Annotated, head: Token) -> Roles:
    verb = head if head.pos == "VERB" else governing_verb(text, head)
    if verb is None:
        return Roles()
    subject, passive = subject_of(text, verb)
    if passive:
        return Roles(agent_of(text, verb), subject, _why(verb, ("passive subject", subject)))
    obj = text.child(verb, "obj")
    if obj is not None and obj.i != head.i and head.i not in {t.i for t in text.subtree(obj)}:
        return Roles(subject, obj, _why(verb, ("object", obj)))
    return Roles(None, subject, _why(verb, ("subject", subject)))


def _why(head: Token, *pairs: tuple[str, Token | None]) -> tuple[str, ...]:
    return tuple(f"{label} of “{head.text}”: {token.text}" for label, token in pairs if token is not None)
