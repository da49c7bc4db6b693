"""Who acts and who is acted on, read off Universal Dependencies around the word that names the act."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import classes

_PASSIVE_SUBJECT = ("nsubj:pass", "csubj:pass")


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
    return _doer(text, _noun(text, head))


def is_passive(text: Annotated, verb: Token) -> bool:
    """Whether a verb stands in the passive: passive subject or auxiliary, or a bare participle after its noun."""
    if text.child(verb, *_PASSIVE_SUBJECT, "aux:pass"):
        return True
    if verb.dep == "acl" and "VBN" in verb.tag:
        return True
    return (
        verb.dep == "conj" and verb.tag == "VBN" and not text.child(verb, "aux") and is_passive(text, text.head(verb))
    )


def _verb(text: Annotated, verb: Token) -> Roles:
    subject, passive = subject_of(text, verb)
    agent = _agent(text, verb)
    obj = text.child(verb, "obj")
    if passive:
        affected = subject
        return Roles(agent, affected, _why(verb, ("passive subject", affected), ("agent", agent)))
    affected = obj or text.child(verb, "iobj")
    if affected is not None:
        affected = _people_inside(text, affected)
    elif subject is not None and _headline_passive(text, verb, subject):
        return Roles(agent, subject, _why(verb, ("headline passive subject", subject), ("agent", agent)))
    subject = _behind_document(text, subject)
    return Roles(subject, affected, _why(verb, ("subject", subject), ("object", affected)))


def _doer(text: Annotated, roles: Roles) -> Roles:
    """The roles without an actor that cannot act ("the wave of searches forced …")."""
    if roles.actor is None or can_act(text, roles.actor):
        return roles
    return Roles(None, roles.affected, roles.why)


def _headline_passive(text: Annotated, verb: Token, subject: Token) -> bool:
    """ "Trader arrested under new law": a participle with a subject and neither object nor auxiliary."""
    bare = verb.tag in ("VBN", "VBD") and not text.child(verb, "aux", "obj", "xcomp", "ccomp")
    known = classes(text.language)
    return (
        bare
        and subject.lower not in known["authority"]
        and (subject.lower in known["person"] or subject.pos == "PROPN" or subject.pos == "NUM")
    )


def _behind_document(text: Annotated, subject: Token | None) -> Token | None:
    """Who issued the statement, law or message that does the deed in the sentence."""
    if subject is not None and subject.lemma in classes(text.language)["paper"]:
        verb = text.head(subject)
        author = text.child(verb, "nsubj") if verb.pos == "VERB" and subject.relation == "obj" else None
        return author or subject
    return subject


def subject_of(text: Annotated, verb: Token, depth: int = 0) -> tuple[Token | None, bool]:
    """The subject of a verb and whether it is a passive one; looked for through relative clauses,
    participles, shared conjuncts and control ("began conducting", "launched …, expelling …")."""
    own = text.child(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    passive = is_passive(text, verb)
    if own is not None:
        return _antecedent(text, own, verb), passive
    if depth > 4:
        return None, passive
    head = text.head(verb)
    if verb.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
        return head, verb.tag == "VBN" or passive
    if verb.dep == "acl:relcl" and head.pos in ("NOUN", "PROPN", "PRON"):
        return head, passive
    if verb.dep == "conj" and head.pos in ("VERB", "AUX", "ADJ"):
        subject, head_passive = subject_of(text, head, depth + 1)
        same_voice = verb.tag == "VBN" and not text.child(verb, "aux", "obj") and head_passive
        return subject, passive or same_voice
    if verb.relation in ("xcomp", "advcl", "ccomp") and head.pos in ("VERB", "AUX", "ADJ"):
        if verb.relation == "xcomp":
            controller = text.child(head, "obj", "iobj")
            if controller is not None and controller.i < verb.i:
                return controller, passive
        return subject_of(text, head, depth + 1)[0], passive
    return None, passive


def _antecedent(text: Annotated, subject: Token, verb: Token) -> Token:
    """The noun behind a relative pronoun."""
    if subject.lower == "they":
        for up in text.ancestors(verb):  # "30 people reported that they were beaten"
            teller = text.child(up, "nsubj") if up.pos == "VERB" else text.head(up) if up.dep == "acl" else None
            if up.pos == "VERB" and teller is None and up.dep in ("acl", "advcl"):
                teller = text.head(up)
            if (
                teller is not None
                and teller.i < subject.i
                and teller.pos == "NOUN"
                and teller.lemma in classes(text.language)["person"]
            ):
                return teller
    if subject.lower in ("who", "which", "that", "whom"):
        for clause in (verb, *text.ancestors(verb)):
            if clause.dep == "acl:relcl":
                return text.head(clause)
    return subject


def _agent(text: Annotated, word: Token) -> Token | None:
    for kid in text.children(word, "obl", "nmod"):
        case = text.child(kid, "case")
        if kid.dep == "obl:agent" or (case is not None and case.lower == "by" and kid.pos in ("NOUN", "PROPN", "PRON")):
            return kid
    return None


def _noun(text: Annotated, noun: Token) -> Roles:
    affected = _noun_affected(text, noun)
    actor = _agent(text, noun) or _possessor(text, noun)
    carrier = governing_verb(text, noun)
    known = classes(text.language)
    why: list[str] = []
    if carrier is not None:
        subject, passive = subject_of(text, carrier)
        lemma = carrier.lemma
        if lemma in known["subjecter"] and noun.relation in ("obl", "nmod", "xcomp", "conj"):
            victim = subject if passive else text.child(carrier, "obj")
            affected = affected or victim
            actor = actor or (_agent(text, carrier) if passive else subject)
            why.append(f"undergone through “{lemma}”")
        elif lemma in known["undergoer"] and not passive:
            affected = affected or (subject if subject is not noun else None)
        elif (
            subject is not None
            and subject is not noun
            and not passive
            and (lemma in known["carrier"] or noun.dep == "obj")
        ):
            actor = actor or subject
        elif passive and subject is noun:
            actor = actor or _agent(text, carrier)
    return Roles(actor, affected, (*_why(noun, ("of whom", affected), ("by whom", actor)), *why))


def governing_verb(text: Annotated, noun: Token) -> Token | None:
    """The verb over a noun, through conjuncts and nominal chains ("attempts at deportation")."""
    for up in text.ancestors(noun):
        if up.pos in ("VERB", "AUX"):
            return up
        if up.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
    return None


def _noun_affected(text: Annotated, noun: Token) -> Token | None:
    for kid in text.children(noun, "nmod", "obl"):
        case = text.child(kid, "case")
        if case is not None and case.lower in ("of", "against", "on", "for", "targeting", "towards", "among"):
            found = _people_inside(text, kid)
            if kid.pos in ("NOUN", "PROPN", "PRON", "NUM") and found is not None:
                return found
    for kid in text.children(noun, "acl"):
        if kid.lemma in ("target", "involve"):
            return text.child(kid, "obj")
    if noun.dep == "conj" and text.head(noun).pos == "NOUN":
        # "raids and arrests of migrants": the complement hangs on either
        return _noun_affected(text, text.head(noun)) if not text.children(noun, "nmod") else None
    for kid in text.children(noun, "conj"):
        if kid.pos == "NOUN" and kid.i > noun.i:
            shared = next((k for k in text.children(kid, "nmod") if _case(text, k) in ("of", "against")), None)
            if shared is not None:
                return _people_inside(text, shared)
    return None


def _case(text: Annotated, token: Token) -> str:
    case = text.child(token, "case")
    return case.lower if case is not None else ""


def _possessor(text: Annotated, noun: Token) -> Token | None:
    """ "The court's decision", "police raids": a possessor or modifier that can act."""
    for kid in text.children(noun, "nmod:poss", "compound", "amod"):
        if kid.dep == "nmod:poss" or can_act(text, kid, modifier=True):
            return kid
    return None


def can_act(text: Annotated, token: Token, *, modifier: bool = False) -> bool:
    """Whether a word stands for someone who can do a deed: a body, people, a name, a pronoun for them."""
    known = classes(text.language)
    if any(w in known["authority"] or w in known["private_actor"] for w in (token.lower, token.lemma)):
        return True
    if modifier:
        return False
    if token.pos == "PRON":
        return token.lower not in (
            "it",
            "this",
            "that",
            "which",
            "what",
            "there",
            "them",
            "him",
            "me",
            "us",
            "one",
            "all",
            "some",
        )
    if token.pos == "PROPN":
        return True
    return any(w in known[c] for w in (token.lower, token.lemma) for c in ("person", "employer"))


def _experiencer(text: Annotated, head: Token) -> Roles:
    verb = head if head.pos == "VERB" else governing_verb(text, head)
    if verb is None:
        return Roles()
    subject, passive = subject_of(text, verb)
    if passive:
        return Roles(_agent(text, verb), subject, _why(verb, ("passive subject", subject)))
    obj = text.child(verb, "obj")
    if obj is not None and obj.i != head.i and head.i not in {t.i for t in text.subtree(obj)}:
        return Roles(subject, obj, _why(verb, ("object", obj)))
    return Roles(None, subject, _why(verb, ("subject", subject)))


def _people_inside(text: Annotated, token: Token) -> Token:
    """ "A group of students" → students' group stays the head only when nothing hangs on it with `of`."""
    if token.lemma in classes(text.language)["container"]:
        inner = next((k for k in text.children(token, "nmod") if _case(text, k) == "of"), None)
        return inner or token
    return token


def _why(head: Token, *pairs: tuple[str, Token | None]) -> tuple[str, ...]:
    return tuple(f"{label} of “{head.text}”: {token.text}" for label, token in pairs if token is not None)
