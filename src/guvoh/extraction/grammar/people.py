"""Who a word stands for: people, bodies with power, anyone who can act; and whom a pronoun means."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.vocabulary.load import classes

_PLURAL = frozenset({"they", "them", "their", "themselves"})
_NO_ACTOR = frozenset("it this that which what there them him me us one all some".split())
_LOOK_BACK = 90


def among(text: Annotated, token: Token, *names: str) -> bool:
    """Whether the word belongs to one of the word classes `names`, by form or lemma."""
    known = classes(text.language)
    return any(word in known[name] for name in names for word in (token.lower, token.lemma))


def is_body(text: Annotated, token: Token) -> bool:
    """Whether a word stands for a body with public power or its members."""
    return among(text, token, "authority")


def is_human(text: Annotated, token: Token) -> bool:
    """Whether a word can stand for people: a noun for them, a name, a pronoun, a bare number."""
    if token.pos == "PRON":
        return token.lower not in ("it", "this", "that", "which", "what", "there")
    return token.pos in ("PROPN", "NUM") or among(text, token, "person", "authority", "principal")


def can_act(text: Annotated, token: Token, *, modifier: bool = False) -> bool:
    """Whether a word stands for someone who can do a deed; a bare `modifier` only when it names a body."""
    if among(text, token, "authority", "private_actor"):
        return True
    if modifier:
        return False
    if token.pos == "PRON":
        return token.lower not in _NO_ACTOR
    return token.pos == "PROPN" or among(text, token, "person", "employer", "principal")


def referent(text: Annotated, pronoun: Token, *, acting: bool) -> Token | None:
    """Whom a plural pronoun means: for one who acts the body that the sentence before is about, for one
    acted upon the people named last; None where the text before it names none."""
    if pronoun.lower not in _PLURAL:
        return None
    before = [t for t in text.tokens[max(0, pronoun.i - _LOOK_BACK) : pronoun.i] if t.pos in ("NOUN", "PROPN")]
    if acting:
        subjects = [t for t in before if t.relation == "nsubj" and is_body(text, t)]
        last = subjects[-1].sent if subjects else -1
        return next((t for t in subjects if t.sent == last), None)
    people = [t for t in before if among(text, t, "person") and not is_body(text, t) and not _other(text, t, pronoun)]
    several = [t for t in people if t.tag != "NN" or among(text, t, "collective") or text.child(t, "conj", "nummod")]
    found = several or [t for t in people if not _tells(text, t)]
    return first_of_list(text, found[-1]) if found else None


def _other(text: Annotated, people: Token, pronoun: Token) -> bool:
    """Whether people are others than "them": who does it to them, or a group that stands for others ("aid group")."""
    if people.head == pronoun.head and people.relation == "nsubj" and pronoun.relation == "obj":
        return True
    kinds = [k for k in text.children(people, "compound", "amod") if among(text, k, "for_others")]
    named = [text.head(people)] if people.relation == "compound" else text.children(people, "appos", "flat")
    return among(text, people, "collective") and bool(kinds or any(k.pos == "PROPN" for k in named))


def _tells(text: Annotated, one: Token) -> bool:
    """Whether somebody only tells what befell others: "a lawyer said"."""
    return one.relation == "nsubj" and among(text, text.head(one), "telling_verb")


def first_of_list(text: Annotated, token: Token) -> Token:
    """The head of the list a conjunct stands in."""
    while (
        token.relation == "conj" and token.head != token.i and text.head(token).pos in ("NOUN", "PROPN", "NUM", "PRON")
    ):
        token = text.head(token)
    return token


def members(text: Annotated, token: Token) -> Token:
    """The people of "a group of students"; the word itself where it holds none."""
    if among(text, token, "container"):
        for kid in text.children(token, "nmod"):
            case = text.child(kid, "case")
            if case is not None and case.lower == "of":
                return kid
    return token


def owner_of(text: Annotated, thing: Token) -> Token | None:
    """The people whose thing it is: "the documents of 40 cooks", "the man's fingers"; None where nobody is named."""
    for kid in text.children(thing, "nmod:poss", "nmod", "acl"):
        owner = (text.child(kid, "obl") if kid.lower == "belonging" else None) or kid
        case = text.child(owner, "case")
        owns = owner.dep == "nmod:poss" or (case is not None and case.lower in ("of", "to", "from"))
        named = owner.pos in ("NOUN", "PROPN", "NUM") or owner.lower in ("those", "everyone", "everybody", "all")
        if owns and named and is_human(text, members(text, owner)):
            return members(text, owner)
    return None
