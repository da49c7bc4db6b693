"""Subjects and agents of verbs, looked for through relative clauses, participles, conjuncts and control."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import among

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DASHES = frozenset({"—", "–", "-", "--"})
_DATELINE = 14
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "ADV", "PUNCT"})
_OF_NUMBERS = frozenset({"to", "than", "of", "as"})  # "close to 100 workers", "more than 40", "a total of 60"
_PASSIVE_SUBJECT = ("nsubj:pass", "csubj:pass")


def is_passive(text: Annotated, verb: Token) -> bool:
    """Whether a verb stands in the passive: passive subject or auxiliary, or a bare participle after its noun."""
    for link in (verb, *text.ancestors(verb)):
        if text.child(link, *_PASSIVE_SUBJECT, "aux:pass"):
            return True
        if text.child(link, "obj") is not None:
            return False  # a participle with an object of its own is a finite verb that the parse took for one
        if link.tag != "VBN" or link.dep != "conj":
            return link.dep == "acl" and link.tag == "VBN"
        if text.child(link, "aux"):
            return False
    return False


def subject_of(text: Annotated, verb: Token, depth: int = 0) -> tuple[Token | None, bool]:
    """The subject of a verb and whether it is a passive one; looked for through relative clauses,
    participles, shared conjuncts and control ("began conducting", "launched …, expelling …")."""
    subjects = text.children(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    bodies = [t for t in subjects[1:] if t.i < verb.i and among(text, t, "authority")]  # a name the parse took apart
    own = bodies[-1] if bodies else subjects[0] if subjects else None
    passive = is_passive(text, verb)
    if own is not None:
        own = after_dateline(text, _aged(text, own), verb)
        return _antecedent(text, own, verb, passive=passive), passive
    before = None if passive else _body_before(text, verb)
    if before is not None:
        return before, False
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


def _body_before(text: Annotated, verb: Token) -> Token | None:
    """The body right before a finite verb that the parse left without a subject: "a day earlier inspectors raided"."""
    if verb.tag not in _FINITE and text.child(verb, "aux") is None:
        return None
    for token in reversed(text.tokens[text.sentences[verb.sent].first : verb.i]):
        if token.pos in ("NOUN", "PROPN"):
            return token if among(text, token, "authority") else None
        if token.pos not in ("ADV", "AUX"):
            return None
    return None


def after_dateline(text: Annotated, subject: Token, verb: Token) -> Token:
    """Who stands behind a dateline that the parse took for the subject: "MOSCOW (AP) — Police in Moscow detained"."""
    first = text.sentences[verb.sent].first
    start = text.tokens[first : min(first + _DATELINE, verb.i)]
    dash = next(
        (t for t in start if t.text in _DASHES or (t.text == ":" and t.i and text.tokens[t.i - 1].text.isupper())), None
    )
    if dash is None or not first <= subject.i < dash.i or any(t.pos in ("VERB", "AUX") for t in start if t.i < dash.i):
        return subject
    named: Token | None = None
    for token in text.tokens[dash.i + 1 : verb.i]:
        if token.pos in ("NOUN", "PROPN"):
            named = token
        elif named is not None or (token.pos not in _BEFORE_NOUN and token.lower not in _OF_NUMBERS):
            break
    return named or subject


def _aged(text: Annotated, subject: Token) -> Token:
    """Who is so old where the parse took the age for the subject: "three men aged 19 to 34 were …"."""
    before = text.tokens[subject.i - 2 : subject.i] if subject.pos == "NUM" and subject.i > 1 else ()
    return before[0] if len(before) == 2 and before[1].lower == "aged" and before[0].pos == "NOUN" else subject


def _antecedent(text: Annotated, subject: Token, verb: Token, *, passive: bool) -> Token:
    """The noun behind a relative pronoun; "they" of a passive are not the officers who acted before."""
    if subject.lower == "they":
        for up in text.ancestors(verb):  # "30 people reported that they were beaten"
            teller = text.child(up, "nsubj") if up.pos == "VERB" else text.head(up) if up.dep == "acl" else None
            if up.pos == "VERB" and teller is None and up.dep in ("acl", "advcl"):
                teller = text.head(up)
            known = (
                teller is not None and teller.i < subject.i and teller.pos == "NOUN" and among(text, teller, "person")
            )
            undergoes = teller is not None and not (passive and among(text, teller, "authority"))
            if teller is not None and known and undergoes and not _one_who_calls(text, teller, subject):
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


def clause_verb(text: Annotated, head: Token) -> Token:
    """The verb of the clause in which the act is named (the word itself when it is one)."""
    if head.pos in ("VERB", "AUX"):
        return head
    return governing_verb(text, head) or head
