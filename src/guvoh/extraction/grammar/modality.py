"""How a text stands to what it says: asserted, alleged, denied, planned, general; and the stage of a measure."""

from __future__ import annotations

from itertools import pairwise

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.negation import is_withheld, not_done
from guvoh.extraction.grammar.people import among
from guvoh.extraction.grammar.subjects import governing_verb, subject_of
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import Modality, Stage

Read = tuple[Modality, str | None]

MEASURES = frozenset(
    "expulsion collective_expulsion fine reentry_ban denial_of_entry permit_cancellation raid arbitrary_detention"
    " legislation work_ban dismissal criminal_charge document_confiscation".split()
)
"""Acts that are measures, which are ordered and carried out."""

_OBLIGED = frozenset({"must", "should", "shall", "be"})
_DUTY = frozenset({"must", "should", "shall"})
_TOLD_APART = frozenset("because after when as since while although though".split())
_ANYONE = frozenset({"you", "your", "anyone", "anybody", "whoever"})
_RULE_WORDS = frozenset({"may", "can", "must", "if", "cannot"})
_WANTING = frozenset({"want", "seek", "set", "prepare"})
_OPEN = frozenset({"if", "unless", "whether"})
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_PAST_MODALS = frozenset({"would", "could"})
_RISK_REACH = 6  # words between the word of risk and the act
_OFFERS = frozenset({"offer", "propose", "promise", "suggest", "choose"})
_OFFERED = 10  # words between an offer and the act in whose place it is made
_OF_NOUN = frozenset({"DET", "ADJ", "ADV", "NUM", "NOUN", "PROPN", "PRON", "PART"})
_ABOVE = 4  # steps from a measure to the word that orders it: "ordered nearly 30 of the detained expelled"


def modality_of(text: Annotated, trigger: Trigger) -> Read:
    """The modality of an act by the words around it, and the reason; asserted without one."""
    verb = clause_verb(text, trigger.head)
    for check in (_generic, _left_open, _traded, _negated, _planned, _hearsay, _general):
        found = check(text, trigger, verb)
        if found is not None:
            return found
    return Modality.ASSERTED, None


def _traded(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "Was offered a contract instead of deportation": the act hangs over somebody, and nobody denies it."""
    del verb
    back = [t for t in text.tokens[max(0, trigger.head.i - _OFFERED) : trigger.head.i] if t.sent == trigger.head.sent]
    offer = next((t for t in back if t.lemma in _OFFERS), None)
    of = next((b for a, b in pairwise(back) if (a.lower, b.lower) == ("instead", "of")), None)
    traded = offer and of and _right_after(text, of, trigger.head)
    return (Modality.PLANNED, f"threatened: “{offer.text} … instead of”") if offer and traded else None


def _right_after(text: Annotated, of: Token, head: Token) -> bool:
    """ "Instead of (immediate) deportation", "of being deported", not "of releasing them beat three men"."""
    between = text.tokens[of.i + 1 : head.i]
    if head.pos in ("VERB", "AUX"):
        return all(t.pos in ("AUX", "ADV") for t in between) and (bool(between) or head.tag in ("VBG", "NN"))
    return all(t.pos in _OF_NOUN or t.lower == "of" for t in between)


def clause_verb(text: Annotated, head: Token) -> Token:
    """The verb of the clause in which the act is named (the word itself when it is one)."""
    if head.pos in ("VERB", "AUX"):
        return head
    return governing_verb(text, head) or head


def _chain(text: Annotated, verb: Token) -> list[Token]:
    """The verb and those that govern it without a clause of reported content between."""
    out = [verb]
    for up in text.ancestors(verb):
        low = out[-1]
        told_apart = any(kid.lower in _TOLD_APART for kid in text.children(low, "mark"))
        if low.relation not in ("xcomp", "conj", "advcl") and low.dep != "acl":
            break
        if (low.relation == "advcl" and told_apart) or (low.relation == "conj" and _stands_alone(text, low)):
            break
        out.append(up)
    return out


def _stands_alone(text: Annotated, verb: Token) -> bool:
    """ "42 will be deported, and 17 were taken away": a second clause with a past of its own; "but instead of …"."""
    if any(k.lower == "instead" for k in text.children(verb, "mark")):
        return True
    past = verb.tag == "VBD" or any(k.tag == "VBD" for k in text.children(verb, "aux", "cop"))
    return past and text.child(verb, "nsubj") is not None


def _negated(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    why = not_done(text, trigger, verb)
    if why is None:
        return None
    advised = _advised(text, verb)
    return (Modality.GENERAL, f"advice: “{advised}”") if advised is not None else (Modality.DENIED, why)


def _advised(text: Annotated, verb: Token) -> str | None:
    """The words of "do not sign anything", "asked citizens not to sign": what nobody is to do is no denial of it."""
    over, advising = text.head(verb), classes(text.language)["advising"]
    if verb.relation == "xcomp" and over.lemma in advising and text.child(over, "obj", "iobj") is not None:
        return f"{over.text} … not {verb.text}"
    bids = "Mood=Imp" in verb.morph or (verb.tag == "VB" and text.child(verb, "nsubj", "nsubj:pass", "mark") is None)
    helps = [k.lower for k in text.children(verb, "aux")]
    return f"do not {verb.text}" if bids and helps == ["do"] else None


def _left_open(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "If the raids continue", "did not rule out new raids", "asked whether": what may be, told of no happening."""
    for token in (verb, *text.ancestors(verb)):
        mark = next((k for k in text.children(token, "mark") if k.lower in _OPEN), None)
        if mark is not None and mark.i < trigger.head.i:
            return Modality.GENERAL, f"left open: “{mark.text}”"
        if token.relation not in ("xcomp", "conj"):
            break
    return _not_ruled_out(text, trigger)


def _not_ruled_out(text: Annotated, trigger: Trigger) -> Read | None:
    words = classes(text.language)
    for up in list(text.ancestors(trigger.head))[:_ABOVE]:
        out = any(k.lower == "out" for k in text.children(up, "compound", "advmod", "advcl", "obl"))
        if up.i < trigger.head.i and ((up.lemma == "rule" and out) or up.lemma == "exclude"):
            negated = any(k.lower in words["negation"] for k in text.children(up, "advmod"))
            if negated:
                return Modality.GENERAL, f"left open: “not {up.text} out”" if out else f"left open: “not {up.text}”"
            return (Modality.DENIED, f"ruled out: “{up.text} out”") if out else None
    return None


def _planned(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    for token in _chain(text, verb):
        for kid in text.children(token, "aux", "mark"):
            if kid.lower in words["future"] and not _refusal(text, trigger, token, kid):
                return Modality.PLANNED, f"“{kid.text}” before “{token.text}”"
        if _set_to(text, trigger.head):
            return Modality.PLANNED, "“set to” after it"
        if token is not trigger.head and _plans(text, token) and token.i < max(trigger.head.i, verb.i):
            return Modality.PLANNED, f"planned: “{token.text}”"
    return _demanded(text, verb) or _risked(text, trigger, verb) or planned_number(text, trigger.head)


def _demanded(text: Annotated, verb: Token) -> Read | None:
    """ "Officers must detain 20 people a day": a duty tells what is wanted of those who act, not what they did."""
    subject, passive = subject_of(text, verb)
    duty = next((kid for kid in text.children(verb, "aux") if kid.lower in _DUTY), None)
    if duty is None or subject is None or passive or not among(text, subject, "authority"):
        return None
    return Modality.PLANNED, f"“{duty.text}” before “{verb.text}”"


def _plans(text: Annotated, token: Token) -> bool:
    """Whether a verb tells a plan: "want" only with a deed after it ("wanted my passport" is none)."""
    wanted = token.lemma in _WANTING and text.child(token, "xcomp", "ccomp") is None
    return token.lemma in classes(text.language)["plan"] and not wanted


def _refusal(text: Annotated, trigger: Trigger, token: Token, aux: Token) -> bool:
    """ "Guards would not let them use the toilet", "they could not enter": the thing was refused, it is no plan."""
    negated = any(kid.lower in classes(text.language)["negation"] for kid in text.children(token, "advmod"))
    return aux.lower in _PAST_MODALS and negated and is_withheld(text, trigger, token)


def _risked(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "They risk deportation", "faces expulsion", "at risk of arrest": what may yet befall them."""
    head = trigger.head
    if head.pos != "NOUN" and verb.tag != "VBG":
        return None
    words = classes(text.language)["risk"]
    before = [t for t in text.tokens[max(0, head.i - _RISK_REACH) : head.i] if t.sent == head.sent]
    for token in reversed(before):
        if token.lemma in words:
            return Modality.PLANNED, f"not done yet: “{token.text}”"
        if token.pos not in ("DET", "ADJ", "NOUN", "ADP", "CCONJ", "PART", "AUX", "ADV"):
            return None
    return None


def plan_of_number(text: Annotated, noun: Token) -> Read | None:
    """What a number alone counts that is only planned: "plans to recruit 5,000", "a quota of 300"."""
    words = classes(text.language)
    verb = clause_verb(text, noun)
    for token in _chain(text, verb) if verb.pos in ("VERB", "AUX") else ():
        modals = _WILL | {"may", "might", "could"} if _has_condition(text, token) else _WILL
        will = next((k for k in text.children(token, "aux") if k.lower in modals), None)
        if will is not None or (token.lemma in words["planning"] and token.i < noun.i):
            return Modality.PLANNED, f"planned: “{(will or token).text}”"
    return planned_number(text, noun)


def _has_condition(text: Annotated, verb: Token) -> bool:
    """ "If the raids go on, 500 traders could lose their work": what could be hangs on a condition."""
    return any(k.lower in _OPEN for clause in text.children(verb, "advcl") for k in text.children(clause, "mark"))


def planned_number(text: Annotated, noun: Token) -> Read | None:
    """What a plan, quota or target holds: "the plan is 300 deportations", "a quota of 500 detentions"."""
    words = classes(text.language)["plan_noun"]
    subject = text.child(noun, "nsubj")
    over = text.head(noun)
    carried = text.child(over, "nsubj") if over.pos == "VERB" and noun.relation in ("obj", "obl") else None
    for token in (subject, carried, over if over.pos == "NOUN" else None):
        if token is not None and token.i < noun.i and token.lemma in words:
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


def _generic(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "If you are detained", "police may enter your home": what holds for anyone, told of nobody."""
    modal = next((k for k in text.children(verb, "aux", "mark") if k.lower in _RULE_WORDS), None)
    if modal is None:
        return None
    near = (text.child(verb, "nsubj"), text.child(verb, "obj"), trigger.roles.affected, trigger.roles.actor)
    anyone = [t for token in near if token is not None for t in (token, *text.children(token, "nmod:poss"))]
    generic = next((t for t in anyone if t.lower in _ANYONE), None)
    return (Modality.GENERAL, f"of anyone: “{generic.text} {modal.text}”") if generic is not None else None


def _general(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    for token in (verb, trigger.head):
        for kid in text.children(token, "advmod", "amod"):
            if kid.lower in words["habit"]:
                return Modality.GENERAL, f"habit: “{kid.text}”"
    return None


def stage_of(text: Annotated, trigger: Trigger, modality: Modality) -> Stage | None:
    """How far a measure has gone; None for acts that are no measure or where the words leave it open."""
    if trigger.term not in MEASURES or _not_ruled_out(text, trigger) is not None:
        return None
    if modality is Modality.PLANNED:
        return Stage.PLANNED
    if trigger.term == "expulsion" and any(kid.lower == "must" for kid in text.children(trigger.head, "aux")):
        return Stage.ORDERED  # "must leave within 15 days"
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
