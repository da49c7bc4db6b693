"""Words for an act that tell none: a heading, a threat, a wish, what a law allows, the time of another act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.misheard import misheard
from guvoh.extraction.grammar.people import among
from guvoh.extraction.grammar.provided import not_done_by_that
from guvoh.extraction.grammar.subjects import clause_verb, governing_verb, subject_of
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words
from guvoh.model import Role

_DATING = frozenset("during after following before since amid".split())
_IN_CASE = frozenset({"if", "when"})
_ELSE = frozenset({"otherwise", "else", "either"})
_PENDING = frozenset("will would 'll ’ll is be are".split())
_CLAUSES = frozenset({"acl", "acl:relcl", "appos"})
_BACK, _ABOVE = 8, 4
_PARAGRAPH = re.compile(r"(?:\n|\A)[ \t]*(?:[0-9A-Za-z]{1,3}[.)][ \t]*)?\Z")
_MARK = 12
_SHUNNED = frozenset({"arbitrary_detention", "expulsion", "criminal_charge", "fine", "identity_check_profiling"})
"""Measures from which people run or hide."""
_HEADING = 8
"""A heading within a text is no longer than this, in words."""


def only_named(text: Annotated, sentence: Sentence, trigger: Trigger, others: Sequence[Trigger]) -> bool:
    """Whether an act is only named: its words say what a sentence is about, not that it was done.

    `others` are the acts of the sentence, the trigger among them: some words only set the scene of another act.
    """
    if sentence.role is Role.TITLE:
        return False
    beside = any(o.term != trigger.term for o in others)
    checks = (misheard, _costs, _wished, _uncommented, _let_by_law, _advised, _place_only, _shunned)
    if _heads_a_part(text, sentence, trigger) or any(check(text, trigger) for check in checks):
        return True
    if not_done_by_that(text, sentence, trigger):
        return True
    return beside and (_threatened(text, trigger) or _sets(text, trigger))


def _nominal(trigger: Trigger) -> bool:
    return trigger.head.pos in ("NOUN", "PROPN")


def _counted(text: Annotated, token: Token) -> bool:
    return text.child(token, "nummod") is not None


def _heads_a_part(text: Annotated, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Work bans.": a paragraph that begins without a verb, a number or people is headed by its first words."""
    tokens = text.of(sentence)
    if trigger.roles.affected is not None or len(tokens) > _HEADING:
        return False
    if any(t.pos in ("VERB", "AUX", "NUM") or among(text, t, "person") for t in tokens):
        return False
    return _PARAGRAPH.search(text.text, max(0, sentence.start - _MARK), sentence.start) is not None


def _costs(text: Annotated, trigger: Trigger) -> bool:
    """ "Rent took a third of their wages": nobody extorts what living costs."""
    if trigger.term != "extortion" or trigger.frame is not None:
        return False
    verb = trigger.head if trigger.head.pos == "VERB" else governing_verb(text, trigger.head)
    subject = subject_of(text, verb)[0] if verb is not None else None
    return subject is not None and subject.lemma in exact_words(text.language)["living_costs"]


def _wished(text: Annotated, trigger: Trigger) -> bool:
    """ "Two in three want them deported": what people without power would like, as a poll counts them."""
    words = classes(text.language)
    for up in list(text.ancestors(trigger.head))[:2]:
        if up.lemma in words["wishing"] and up.pos == "VERB":
            subject = subject_of(text, up)[0]
            return subject is not None and any(
                t.lemma in words["share_of_people"] for t in text.subtree(subject, _CLAUSES)
            )
    return False


def _uncommented(text: Annotated, trigger: Trigger) -> bool:
    """ "The ministry did not comment on the beatings": what nobody speaks about is told elsewhere."""
    head = trigger.head
    if not _nominal(trigger) or trigger.roles.affected is not None or _counted(text, head):
        return False
    over = text.head(head)
    return head.relation in ("obl", "nmod") and over.i != head.i and over.lemma in classes(text.language)["commenting"]


def _shunned(text: Annotated, trigger: Trigger) -> bool:
    """ "Jumped to escape arrest", "hid so as not to be caught", "fears arrest": what people get away from or dread."""
    head, known = trigger.head, exact_words(text.language)
    if trigger.term not in _SHUNNED or _counted(text, head):
        return False
    over = text.head(head)
    if _nominal(trigger):
        before = text.tokens[head.i - 1] if head.i else head
        beside = before.tag == "VBG" and before.lower in known["shunning"]  # "resisting" may seem to modify "arrest"
        return beside or (head.relation in ("obj", "obl", "nmod") and over.lemma in known["shunning"])
    not_to = [t.lower for t in text.tokens[max(0, head.i - 3) : head.i]]
    aimed = not_to[-3:] == ["not", "to", "be"] and head.relation in ("advcl", "xcomp", "acl")
    return aimed or (head.tag in ("VBN", "VBG") and head.relation == "xcomp" and over.lemma in known["shunning"])


def _let_by_law(text: Annotated, trigger: Trigger) -> bool:
    """ "The bill will let officers seize phones": what a law allows is the law's, and nobody has done it by that."""
    words = classes(text.language)
    if trigger.term == "legislation":
        return False
    for up in list(text.ancestors(trigger.head))[:_ABOVE]:
        if up.lemma in words["allowing"] and up.pos == "VERB" and up.i < trigger.head.i:
            subject, passive = subject_of(text, up)
            named = [subject, *_names(text, subject)] if subject is not None and not passive else []
            return any(t.lower in words["law_noun"] for t in named)
    return False


def _advised(text: Annotated, trigger: Trigger) -> bool:
    """ "If you have been detained, call the hotline": advice to readers, with the clause of what may befall them."""
    verb = trigger.head if trigger.head.pos == "VERB" else governing_verb(text, trigger.head)
    if verb is None or verb.relation != "advcl" or not any(k.lower in _IN_CASE for k in text.children(verb, "mark")):
        return False
    subject, over = subject_of(text, verb)[0], text.head(verb)
    alone = not any(text.children(over, "nsubj", "nsubj:pass", "csubj", "expl"))
    bids = over.pos == "VERB" and over.lower == over.lemma and alone
    return bids and subject is not None and subject.lower == "you"


def _place_only(text: Annotated, trigger: Trigger) -> bool:
    """ "The city opened a detention center", "were deported from the detention center": the place alone."""
    words, head = exact_words(text.language), trigger.head
    verb = clause_verb(text, head)
    place = {head.lower, *(t.lower for t in text.tokens[head.i + 1 : head.i + 2])} & words["place_of_holding"]
    return trigger.term == "arbitrary_detention" and bool(place) and verb.lemma in words["going_to_see"]


def _names(text: Annotated, token: Token) -> list[Token]:
    """The rest of a name that the parse took apart: "the Border Security, Asylum and Immigration Bill"."""
    parts = text.children(token, "conj", "flat", "appos")
    return [*parts, *(flat for part in parts for flat in text.children(part, "flat"))]


def _threatened(text: Annotated, trigger: Trigger) -> bool:
    """What would follow if another act were resisted: "under threat of deportation", "or else be expelled"."""
    head = trigger.head
    over = text.head(head)
    if _nominal(trigger) and head.relation in ("nmod", "compound", "conj"):
        up = text.head(over) if head.relation == "conj" and over.pos == "NOUN" else over
        return up.i != head.i and up.pos == "NOUN" and up.lemma in classes(text.language)["threat"]
    verb = head if head.pos == "VERB" else governing_verb(text, head)
    if verb is None or not any(k.lower in _PENDING for k in text.children(verb, "aux", "aux:pass")):
        return False
    first = text.sentences[head.sent].first
    return any(t.lower in _ELSE for t in text.tokens[max(first, verb.i - _BACK) : verb.i])


def _sets(text: Annotated, trigger: Trigger) -> bool:
    """ "Were tortured during these detentions", "before any arrest": the time of another act, nobody named in it."""
    head, roles = trigger.head, trigger.roles
    case = text.child(head, "case")
    bare = roles.affected is None and roles.actor is None and not _counted(text, head)
    dates = case is not None and case.lower in _DATING and head.relation in ("obl", "nmod")
    return trigger.frame is not None and _nominal(trigger) and bare and dates and not _told_anew(text, head)


def _told_anew(text: Annotated, head: Token) -> bool:
    """ "After a raid in Tyumen", "during the raid, which lasted three hours": a deed that is told here with its own."""
    new = any(k.lower in exact_words(text.language)["one_more"] for k in text.children(head, "det", "amod"))
    return new or text.child(head, "acl:relcl") is not None
