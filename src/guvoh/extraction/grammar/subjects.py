"""Subjects and agents of verbs, looked for through relative clauses, participles, conjuncts and control."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import among

_PASSIVE_SUBJECT = ("nsubj:pass", "csubj:pass")


def is_passive(text: Annotated, verb: Token) -> bool:
    """Whether a verb stands in the passive: passive subject or auxiliary, or a bare participle after its noun."""
    if text.child(verb, *_PASSIVE_SUBJECT, "aux:pass"):
        return True
    if text.child(verb, "obj") is not None:
        return False  # a participle with an object of its own is a finite verb that the parse took for one
    if verb.dep == "acl" and verb.tag == "VBN":
        return True
    return (
        verb.dep == "conj" and verb.tag == "VBN" and not text.child(verb, "aux") and is_passive(text, text.head(verb))
    )


def subject_of(text: Annotated, verb: Token, depth: int = 0) -> tuple[Token | None, bool]:
    """The subject of a verb and whether it is a passive one; looked for through relative clauses,
    participles, shared conjuncts and control ("began conducting", "launched …, expelling …")."""
    own = text.child(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    passive = is_passive(text, verb)
    if own is not None:
        return _antecedent(text, _aged(text, own), verb), passive
    if depth > 4:
        return None, passive
    carried = carried_object(text, verb)
    if carried is not None:
        return subject_of(text, carried[0], depth + 1)[0], False
    head = text.head(verb)
    if verb.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
        return head, passive
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


def _aged(text: Annotated, subject: Token) -> Token:
    """Who is so old where the parse took the age for the subject: "three men aged 19 to 34 were …"."""
    before = text.tokens[subject.i - 2 : subject.i] if subject.pos == "NUM" and subject.i > 1 else ()
    return before[0] if len(before) == 2 and before[1].lower == "aged" and before[0].pos == "NOUN" else subject


def _antecedent(text: Annotated, subject: Token, verb: Token) -> Token:
    """The noun behind a relative pronoun."""
    if subject.lower == "they":
        for up in text.ancestors(verb):  # "30 people reported that they were beaten"
            teller = text.child(up, "nsubj") if up.pos == "VERB" else text.head(up) if up.dep == "acl" else None
            if up.pos == "VERB" and teller is None and up.dep in ("acl", "advcl"):
                teller = text.head(up)
            known = (
                teller is not None and teller.i < subject.i and teller.pos == "NOUN" and among(text, teller, "person")
            )
            if teller is not None and known and not _one_who_calls(text, teller, subject):
                return teller
    if subject.lower in ("who", "which", "that", "whom"):
        for clause in (verb, *text.ancestors(verb)):
            if clause.dep == "acl:relcl":
                return text.head(clause)
    return subject


def _one_who_calls(text: Annotated, teller: Token, they: Token) -> bool:
    """ "My brother called: they beat him": one person before a colon is not "they"."""
    return teller.tag == "NN" and any(t.text == ":" for t in text.tokens[teller.i : they.i])


def agent_of(text: Annotated, word: Token) -> Token | None:
    """Who does it by a phrase with "by": of a passive verb or of a noun ("torture by officers").

    The phrase may hang on the noun's complement instead ("the detention of builders by police").
    """
    kids = text.children(word, "obl", "nmod")
    below = [k for kid in kids for k in text.children(kid, "nmod")] if word.pos == "NOUN" else []
    for kid in [*kids, *below]:
        case = text.child(kid, "case")
        by = case is not None and case.lower == "by" and kid.pos in ("NOUN", "PROPN", "PRON")
        if kid.dep == "obl:agent" or by:
            return kid
    return None


def carried_object(text: Annotated, verb: Token) -> tuple[Token, Token] | None:
    """Governor and object of an -ing form that the parse made a modifier ("began detaining migrants")."""
    noun = text.head(verb)
    modifies = verb.tag == "VBG" and verb.relation in ("compound", "amod") and noun.i > verb.i
    governor = text.head(noun)
    if modifies and noun.relation == "obj" and governor.pos == "VERB" and governor.i == verb.i - 1:
        return governor, noun
    return None


def governing_verb(text: Annotated, noun: Token) -> Token | None:
    """The verb over a noun, through conjuncts and nominal chains ("attempts at deportation")."""
    for up in text.ancestors(noun):
        if up.pos in ("VERB", "AUX"):
            return up
        if up.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
    return None
