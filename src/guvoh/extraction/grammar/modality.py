"""How a text stands to what it says: asserted, alleged, denied, planned, general; and the stage of a measure."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.people import among
from guvoh.extraction.grammar.subjects import governing_verb, subject_of
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import Modality, Stage

Read = tuple[Modality, str | None]

_MEASURES = frozenset(
    "expulsion collective_expulsion fine reentry_ban denial_of_entry permit_cancellation raid arbitrary_detention"
    " legislation work_ban dismissal criminal_charge document_confiscation".split()
)

_OBLIGED = frozenset({"must", "should", "shall", "be"})
_ABOVE = 4  # steps from a measure to the word that orders it: "ordered nearly 30 of the detained expelled"


def modality_of(text: Annotated, trigger: Trigger) -> Read:
    """The modality of an act by the words around it, and the reason; asserted without one."""
    verb = clause_verb(text, trigger.head)
    for check in (_negated, _planned, _hearsay, _general):
        found = check(text, trigger, verb)
        if found is not None:
            return found
    return Modality.ASSERTED, None


def clause_verb(text: Annotated, head: Token) -> Token:
    """The verb of the clause in which the act is named (the word itself when it is one)."""
    if head.pos in ("VERB", "AUX"):
        return head
    return governing_verb(text, head) or head


def _chain(text: Annotated, verb: Token) -> list[Token]:
    """The verb and those that govern it without a clause of reported content between."""
    out = [verb]
    for up in text.ancestors(verb):
        if out[-1].relation not in ("xcomp", "conj", "advcl") and out[-1].dep != "acl":
            break
        out.append(up)
    return out


def _negated(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    for token in (trigger.head, verb):
        for kid in text.children(token, "advmod", "det", "mark", "case"):
            if kid.lower in words["negation"] and not _harmless(text, kid, trigger):
                return Modality.DENIED, f"negated by “{kid.text}”"
    subject = trigger.roles.affected
    none = [subject, *text.children(subject, "det")] if subject is not None else []
    for token in none:
        if token.lower in words["nobody"] and token.i < trigger.head.i:
            return Modality.DENIED, f"of nobody: “{token.text}”"
    for up in [verb, *text.ancestors(verb)][:6]:
        if up.lemma in words["denial"] and up.i != trigger.head.i and up.i < trigger.head.i:
            return Modality.DENIED, f"denied: “{up.text}”"
    for word in (trigger.head, verb):
        over = text.head(word)
        if word.relation in ("xcomp", "obj") and over.i != word.i and over.lemma in words["refraining"]:
            return Modality.DENIED, f"not done: “{over.text}”"
    for up in text.ancestors(trigger.head):
        no = text.child(up, "det") if up.pos == "NOUN" and up.lemma in words["claim_noun"] else None
        if no is not None and no.lower == "no":
            return Modality.DENIED, f"“no {up.text} of”"
    return None


def _harmless(text: Annotated, negation: Token, trigger: Trigger) -> bool:
    """ "Not only in Moscow", and negations that are part of what names the act ("were not allowed to enter")."""
    after = text.tokens[negation.i + 1] if negation.i + 1 < len(text.tokens) else None
    if after is not None and after.lower in ("only", "just", "merely", "least"):
        return True
    return trigger.start <= negation.start < trigger.end


def _planned(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    for token in _chain(text, verb):
        for kid in text.children(token, "aux", "mark"):
            if kid.lower in words["future"]:
                return Modality.PLANNED, f"“{kid.text}” before “{token.text}”"
        if _set_to(text, trigger.head):
            return Modality.PLANNED, "“set to” after it"
        if token is not trigger.head and token.lemma in words["plan"] and token.i < max(trigger.head.i, verb.i):
            return Modality.PLANNED, f"planned: “{token.text}”"
    return None


def _set_to(text: Annotated, head: Token) -> bool:
    """ "A new phase is due to begin": the act's noun before a form of be, a word of plan and "to"."""
    after = [t for t in text.tokens[head.i + 1 : head.i + 9] if t.sent == head.sent]
    words = classes(text.language)["plan"]
    triples = zip(after, after[1:], after[2:], strict=False)
    planned = any(a.lemma == "be" and b.lower in words and c.lower in ("to", "for") for a, b, c in triples)
    return planned and head.pos in ("NOUN", "PROPN")


def _hearsay(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    sentence = text.sentences[trigger.head.sent]
    for token in text.of(sentence):
        if (
            token.lower in words["hearsay"]
            and abs(token.i - trigger.head.i) <= 8
            and not _modifies_other(text, token, trigger)
        ):
            return Modality.ALLEGED, f"“{token.text}”"
    for up in [verb, *text.ancestors(verb)][:5]:
        if up.i != trigger.head.i and up.lemma in words["claiming"] and up.i < trigger.head.i:
            return Modality.ALLEGED, f"claimed: “{up.text}”"
    noun = text.head(trigger.head)
    if trigger.head.pos == "NOUN" and noun.lemma in words["claim_noun"]:
        return Modality.ALLEGED, f"“{noun.text} of”"
    return _told_by_people(text, trigger, verb)


def _told_by_people(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "Thirty people reported torture": those it befell say so, and nobody else."""
    for up in [verb, *text.ancestors(verb)][:4]:
        if up.lemma in ("report", "say", "tell", "describe", "recount") and up.i != trigger.head.i:
            teller, passive = subject_of(text, up)
            if teller is not None and not passive and teller.pos == "NOUN" and among(text, teller, "affected_teller"):
                return Modality.ALLEGED, f"told by those it befell: “{teller.text} {up.text}”"
    return None


def _modifies_other(text: Annotated, cue: Token, trigger: Trigger) -> bool:
    """ "Charges for alleged violations": the hearsay word qualifies another noun than the act."""
    head = text.head(cue)
    return (
        cue.relation == "amod" and head.i != trigger.head.i and trigger.head.i not in {t.i for t in text.subtree(head)}
    )


def _general(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    for token in (verb, trigger.head):
        for kid in text.children(token, "advmod", "amod"):
            if kid.lower in words["habit"]:
                return Modality.GENERAL, f"habit: “{kid.text}”"
    return None


def stage_of(text: Annotated, trigger: Trigger, modality: Modality) -> Stage | None:
    """How far a measure has gone; None for acts that are no measure or where the words leave it open."""
    if trigger.term not in _MEASURES:
        return None
    if modality is Modality.PLANNED:
        return Stage.PLANNED
    tokens = [t for t in text.of(text.sentences[trigger.head.sent]) if trigger.start <= t.start < trigger.end]
    verb = clause_verb(text, trigger.head)
    near = {t.lemma for t in tokens} | {verb.lemma, text.head(verb).lemma if verb.dep == "xcomp" else verb.lemma}
    if trigger.term not in ("raid", "legislation") and (
        near & classes(text.language)["ordering"] or _is_what_was_ordered(text, verb)
    ):
        return Stage.ORDERED
    if modality is Modality.DENIED or modality is Modality.GENERAL:
        return None
    if verb.tag in ("VBD", "VBN") or text.child(verb, "aux", "aux:pass") or trigger.head.tag == "VBG":
        return Stage.CARRIED_OUT
    return None


def _is_what_was_ordered(text: Annotated, verb: Token) -> bool:
    """ "Ordered 17 people expelled", "told that they must leave": the content of an order that stands before it."""
    orders = classes(text.language)["ordering"]
    above = list(text.ancestors(verb))[:_ABOVE]
    if not any(up.lemma in orders and up.pos == "VERB" and up.i < verb.i for up in above):
        return False
    aux = [*text.children(verb, "aux", "aux:pass")]
    if any(kid.lower in _OBLIGED for kid in aux):
        return True
    bare = not aux and not list(text.children(verb, "mark", "nsubj", "nsubj:pass"))
    return verb.tag == "VBN" and bare and verb.dep in ("acl", "advcl", "xcomp")
