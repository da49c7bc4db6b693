"""What is told as not done yet: planned, threatened, demanded of those who act, or hanging over somebody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.negation import is_withheld
from guvoh.extraction.grammar.people import among
from guvoh.extraction.grammar.subjects import clause_verb, subject_of
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words
from guvoh.model import Modality

Read = tuple[Modality, str | None]
"""A modality and the words that make it so."""
_RISK_REACH = 6  # words between the word of risk and the act
_DRAFT_REACH = 12  # words between the word of a bill and the word that tells of it
_FINITE_BE = frozenset({"is", "are", "was", "were"})
BARRING = frozenset({"reentry_ban", "work_ban", "denial_of_service", "denial_of_entry", "other"})
"""Acts that consist in what somebody may not do."""
WANTED = frozenset(
    "expulsion collective_expulsion permit_cancellation reentry_ban denial_of_entry work_ban dismissal fine"
    " criminal_charge arbitrary_detention raid".split()
)
"""Measures that somebody may call for: "they should be deported"."""
_OFFERED = 10  # words between an offer and the act in whose place it is made
_OF_NOUN = frozenset({"DET", "ADJ", "ADV", "NUM", "NOUN", "PROPN", "PRON", "PART"})


def planned(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """A plan, duty or danger and the reason: "will be deported", "is due to begin", "risk arrest"; else None."""
    for token in _chain(text, verb) if not _answered_for(text, trigger, verb) else ():
        pending = _pending(text, trigger, token)
        if pending is not None:
            return Modality.PLANNED, f"“{pending.text}” before “{token.text}”"
        if _set_to(text, trigger.head):
            return Modality.PLANNED, "“set to” after it"
        if token is not trigger.head and _plans(text, token, trigger) and token.i < max(trigger.head.i, verb.i):
            return Modality.PLANNED, f"planned: “{token.text}”"
    wanted = _demanded(text, verb) or _proposed(text, verb) or _risked(text, trigger, verb)
    return wanted or planned_number(text, trigger.head) or _drafted(text, trigger)


def _answered_for(text: Annotated, trigger: Trigger, verb: Token) -> bool:
    """ "Will be tried for beating him", "are to blame for the beating": for what somebody answers has been done."""
    if trigger.term in WANTED | BARRING or trigger.term == "legislation":
        return False
    between = [trigger.head, *text.ancestors(trigger.head)]
    under = [t for t in between if t.i > verb.i or t.i == trigger.head.i]
    marks = (k for t in under for k in text.children(t, "case", "mark"))
    return any(k.lower == "for" and k.i < trigger.head.i for k in marks)


def _pending(text: Annotated, trigger: Trigger, token: Token) -> Token | None:
    """The word that makes a verb's deed one to come: "will", "if", "are to be", "should be"; None without one."""
    words = classes(text.language)
    helps = list(text.children(token, "aux", "aux:pass", "cop", "mark"))
    if any(k.lemma == "have" for k in helps):
        return _in_doubt(text, trigger, token, helps)
    if token.lemma in words["seeing"] and any(k.lower in ("can", "could") for k in helps):
        return None  # "they could be seen beating him"
    for kid in helps:
        if kid.lower in words["future"] and not _is_month(kid) and not _barred(text, trigger, token, kid):
            return None if _refusal(text, trigger, token, kid) else kid
        behind = text.tokens[kid.i + 1 : kid.i + 2]
        if kid.lower in _FINITE_BE and [t.lower for t in behind] == ["to"] and _is_whose(text, token, kid):
            return kid
    return _owed(text, trigger, token, helps)


def _is_whose(text: Annotated, token: Token, be: Token) -> bool:
    """ "All nine are to be deported", not "what nobody may do is to beat them"."""
    subject = text.child(token, "nsubj", "nsubj:pass")
    if token.lemma in exact_words(text.language)["at_fault"] and text.child(token, "aux:pass") is None:
        return False
    return subject is not None and subject.i < be.i and subject.lower != "what"


def _in_doubt(text: Annotated, trigger: Trigger, token: Token, helps: Sequence[Token]) -> Token | None:
    """ "Would have been deported", "may have been beaten", but not "have been or will be deported"."""
    have = next(k for k in helps if k.lemma == "have")
    before = (k for k in helps if k.i < have.i and k.lower in classes(text.language)["future"] and not _is_month(k))
    return next((k for k in before if not _refusal(text, trigger, token, k)), None)


def _is_month(aux: Token) -> bool:
    """ "A report of 29 May told …": the month that the parser took for a verb."""
    return aux.text == "May"


def _barred(text: Annotated, trigger: Trigger, token: Token, aux: Token) -> bool:
    """ "May not return before 2031", "may no longer drive taxis": what a rule in force forbids is no plan."""
    if aux.lower != "may" or trigger.term not in BARRING:
        return False
    negation = classes(text.language)["negation"]
    return any(t.lower in negation for t in text.tokens[aux.i + 1 : token.i])


def _owed(text: Annotated, trigger: Trigger, token: Token, helps: Sequence[Token]) -> Token | None:
    """ "Should be stripped of citizenship": what somebody wants done to others."""
    should = next((k for k in helps if k.lower == "should"), None)
    passive = any(k.lemma == "be" for k in helps)
    told = any(up.lemma in classes(text.language)["ordering"] for up in text.ancestors(token))
    return should if passive and not told and trigger.term in WANTED else None


def _drafted(text: Annotated, trigger: Trigger) -> Read | None:
    """A bill that nobody has passed yet: "a draft law that would bar migrants is before parliament"."""
    if trigger.term != "legislation":
        return _by_draft(text, trigger)
    tokens, exact = text.of(text.sentences[trigger.head.sent]), exact_words(text.language)
    drafts = exact["draft"]
    near = [t for t in tokens if t.lower in drafts and abs(t.i - trigger.head.i) <= _DRAFT_REACH]
    passed = any(t.lemma in exact["passing"] or t.lower in exact["passing"] for t in tokens)
    return (Modality.PLANNED, f"not passed yet: “{near[0].text}”") if near and not passed else None


def _by_draft(text: Annotated, trigger: Trigger) -> Read | None:
    """ "According to the draft, relatives must leave", "under the bill they are fined": no law demands it yet."""
    exact = exact_words(text.language)
    back = text.tokens[text.sentences[trigger.head.sent].first : trigger.head.i]
    if any(t.lower in exact["passing"] or t.lemma in exact["passing"] for t in back):
        return None
    draft = next((t for t in back if t.lower in exact["unpassed"] and t.relation in ("obl", "compound", "amod")), None)
    noun = draft if draft is None or draft.relation == "obl" else text.head(draft)
    if draft is None or noun is None or not (noun is draft or noun.lemma in exact["of_law"]):
        return None  # "according to a draft report"
    led = any(k.lower in exact["by_law"] for k in text.children(noun, "case"))
    finite = (trigger.head, *text.children(trigger.head, "aux", "aux:pass"))
    past = any(t.tag == "VBD" for t in finite)
    return (Modality.PLANNED, f"not passed yet: “{draft.text}”") if led and not past else None


def plan_of_number(text: Annotated, noun: Token) -> Read | None:
    """What a number alone counts that is only planned: "plans to recruit 5,000", "a quota of 300"."""
    words, exact = classes(text.language), exact_words(text.language)
    verb = clause_verb(text, noun)
    for token in _chain(text, verb) if verb.pos in ("VERB", "AUX") else ():
        modals = exact["will"] | exact["conditional"] if _has_condition(text, token) else exact["will"]
        will = next((k for k in text.children(token, "aux") if k.lower in modals), None)
        if will is not None or (token.lemma in words["planning"] and token.i < noun.i):
            return Modality.PLANNED, f"planned: “{(will or token).text}”"
    return planned_number(text, noun)


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


def traded(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """A threat: "was offered a contract instead of deportation". The act hangs over somebody, and nobody denies it."""
    del verb
    back = [t for t in text.tokens[max(0, trigger.head.i - _OFFERED) : trigger.head.i] if t.sent == trigger.head.sent]
    offer = next((t for t in back if t.lemma in exact_words(text.language)["offering"]), None)
    of = next((b for a, b in pairwise(back) if (a.lower, b.lower) == ("instead", "of")), None)
    traded = offer and of and _right_after(text, of, trigger.head)
    return (Modality.PLANNED, f"threatened: “{offer.text} … instead of”") if offer and traded else None


def _right_after(text: Annotated, of: Token, head: Token) -> bool:
    """ "Instead of (immediate) deportation", "of being deported", not "of releasing them beat three men"."""
    between = text.tokens[of.i + 1 : head.i]
    if head.pos in ("VERB", "AUX"):
        return all(t.pos in ("AUX", "ADV") for t in between) and (bool(between) or head.tag in ("VBG", "NN"))
    return all(t.pos in _OF_NOUN or t.lower == "of" for t in between)


def _chain(text: Annotated, verb: Token) -> list[Token]:
    """The verb and those that govern it without a clause of reported content between."""
    out = [verb]
    over = text.head(verb)
    open_to = over.pos == "ADJ" and over.lower in exact_words(text.language)["open_to"]
    if verb.pos == "NOUN" and open_to and verb.relation == "obl":
        out.append(over)  # "will be subject to a fine", "has buses ready for the deportations"
    for up in text.ancestors(out[-1]):
        low = out[-1]
        told_apart = any(kid.lower in exact_words(text.language)["told_apart"] for kid in text.children(low, "mark"))
        if low.relation not in ("xcomp", "conj", "advcl") and low.dep != "acl" and not _aims(text, out):
            break
        if (low.relation == "advcl" and told_apart) or (low.relation == "conj" and _stands_alone(text, low)):
            break
        out.append(up)
    return out


def _aims(text: Annotated, chain: Sequence[Token]) -> bool:
    """ "Will hold an operation to detain migrants": what is done with a noun is done for what it is to do."""
    noun, deed = chain[-1], chain[-2] if len(chain) > 1 else None
    aim = deed is not None and deed.dep == "acl" and any(k.lower == "to" for k in text.children(deed, "mark"))
    return aim and noun.pos == "NOUN" and noun.relation in ("obj", "nsubj")


def _stands_alone(text: Annotated, verb: Token) -> bool:
    """ "42 will be deported, and 17 were taken away": a second clause with a past of its own; "but instead of …"."""
    if any(k.lower == "instead" for k in text.children(verb, "mark")):
        return True
    own = (verb, *text.children(verb, "aux", "aux:pass", "cop"))
    takes = len(own) == 1 and text.child(verb, "nsubj") is not None and text.child(verb, "obj") is not None
    past = any(t.tag == "VBD" for t in own) or (verb.tag == "VBN" and takes)  # "but the court deported five"
    if text.child(verb, "nsubj", "nsubj:pass") is None or _shares_helper(text, verb):
        return False
    conditional = any(k.lower in exact_words(text.language)["open"] for k in text.children(text.head(verb), "mark"))
    return past or (any(t.tag in ("VBP", "VBZ") for t in own) and not conditional)


def _shares_helper(text: Annotated, verb: Token) -> bool:
    """ "They could be detained and their permits revoked": a participle that the helper before it serves too."""
    over = text.head(verb)
    passive = text.child(over, "aux:pass") is not None and any(text.children(over, "aux"))
    return passive and verb.lower.endswith("ed") and not any(text.children(verb, "aux", "aux:pass", "obj", "ccomp"))


def _demanded(text: Annotated, verb: Token) -> Read | None:
    """ "Officers must detain 20 people a day": a duty tells what is wanted of those who act, not what they did."""
    subject, passive = subject_of(text, verb)
    duty = next((kid for kid in text.children(verb, "aux") if kid.lower in exact_words(text.language)["duty"]), None)
    ends = verb.lemma in classes(text.language)["refraining"]  # "should halt the returns": they go on
    if duty is None or subject is None or passive or ends or not among(text, subject, "authority"):
        return None
    return Modality.PLANNED, f"“{duty.text}” before “{verb.text}”"


def _proposed(text: Annotated, verb: Token) -> Read | None:
    """ "Proposed that they be sent to the war": a bare "be" tells what somebody wants; of an order it plans nothing."""
    for token in (verb, text.head(verb)):
        helps = list(text.children(token, "aux", "aux:pass", "cop"))
        be = next((k for k in helps if k.lower == "be"), None)
        marked = any(k.lower == "to" for k in text.children(token, "mark", "aux"))
        if be is None or len(helps) > 1 or marked or text.child(token, "nsubj", "nsubj:pass") is None:
            continue
        ordered = any(up.lemma in classes(text.language)["ordering"] for up in text.ancestors(token))
        return (Modality.PLANNED, f"wanted: “{be.text} {token.text}”") if not ordered else None
    return None


def _plans(text: Annotated, token: Token, trigger: Trigger) -> bool:
    """Whether a verb tells a plan: "want" only with a deed after it ("wanted my passport" is none), "ready" too."""
    if token.lower == "going":  # "are going to be deported"
        return "to" in {t.lower for t in text.tokens[token.i + 1 : token.i + 2]}
    if token.lower == "ready":  # "ready to deport them", not "stood ready and detained them"
        to = {t.lower for t in text.tokens[token.i + 1 : token.i + 2]} & {"to", "for"}
        under = (trigger.head, *text.ancestors(trigger.head))
        below = next((low for low, up in pairwise(under) if up.i == token.i), None)
        return bool(to) and below is not None and below.relation != "conj"
    wanted = token.lemma in exact_words(text.language)["wanting"] and text.child(token, "xcomp", "ccomp") is None
    return token.lemma in classes(text.language)["plan"] and not wanted


def _refusal(text: Annotated, trigger: Trigger, token: Token, aux: Token) -> bool:
    """ "Guards would not let them use the toilet", "they could not enter": the thing was refused, it is no plan."""
    negated = any(kid.lower in classes(text.language)["negation"] for kid in text.children(token, "advmod"))
    return aux.lower in exact_words(text.language)["past_modal"] and negated and is_withheld(text, trigger, token)


def _risked(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "They risk deportation", "faces expulsion", "at risk of arrest": what may yet befall them."""
    head = trigger.head
    if (head.pos != "NOUN" and verb.tag != "VBG") or trigger.term == "criminal_charge":
        return None  # who faces charges or awaits trial has been charged
    words = classes(text.language)["risk"]
    before = [t for t in text.tokens[max(0, head.i - _RISK_REACH) : head.i] if t.sent == head.sent]
    for token in reversed(before):
        if token.lemma in words:
            return Modality.PLANNED, f"not done yet: “{token.text}”"
        if token.pos not in ("DET", "ADJ", "NOUN", "ADP", "CCONJ", "PART", "AUX", "ADV") and token.text != ",":
            return None
    return None


def _has_condition(text: Annotated, verb: Token) -> bool:
    """ "If the raids go on, 500 traders could lose their work": what could be hangs on a condition."""
    open_ = exact_words(text.language)["open"]
    return any(k.lower in open_ for clause in text.children(verb, "advcl") for k in text.children(clause, "mark"))


def _set_to(text: Annotated, head: Token) -> bool:
    """ "A new phase is due to begin": the act's noun before a form of be, a word of plan and "to"."""
    after = [t for t in text.tokens[head.i + 1 : head.i + 9] if t.sent == head.sent]
    words = classes(text.language)["plan"]
    triples = zip(after, after[1:], after[2:], strict=False)
    planned = any(a.lemma == "be" and b.lower in words and c.lower in ("to", "for") for a, b, c in triples)
    return planned and head.pos in ("NOUN", "PROPN")
