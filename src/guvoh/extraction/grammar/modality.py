"""How a text stands to what it says: asserted, alleged, denied, planned, general; and the stage of a measure."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.negation import not_done
from guvoh.extraction.grammar.people import among
from guvoh.extraction.grammar.plans import Read, planned, traded
from guvoh.extraction.grammar.presupposed import in_timed_clause
from guvoh.extraction.grammar.subjects import clause_verb, subject_of
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words
from guvoh.model import Modality, Stage

MEASURES = frozenset(
    "expulsion collective_expulsion fine reentry_ban denial_of_entry permit_cancellation raid arbitrary_detention"
    " legislation work_ban dismissal criminal_charge document_confiscation".split()
)
"""Acts that are measures, which are ordered and carried out."""

_PLEA = 7  # steps from a wrong to the word by which people complain of it
_ABOVE = 4  # steps from a measure to the word that orders it: "ordered nearly 30 of the detained expelled"


def modality_of(text: Annotated, trigger: Trigger) -> Read:
    """The modality of an act by the words around it, and the reason; asserted without one."""
    verb = clause_verb(text, trigger.head)
    for check in (_generic, _left_open, traded, _negated, planned, _hearsay, _general):
        found = check(text, trigger, verb)
        if found is not None:
            return found
    return Modality.ASSERTED, None


def _negated(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    why = not_done(text, trigger, verb)
    if why is None or (not why.startswith("denied") and _says_no(text, trigger)):
        return None
    advised = _advised(text, verb)
    return (Modality.GENERAL, f"advice: “{advised}”") if advised is not None else (Modality.DENIED, why)


def _says_no(text: Annotated, trigger: Trigger) -> bool:
    """ "They give us no wages", "not one of them is paid regularly": the words of the act hold its negation."""
    if trigger.frame is None or trigger.term != "other":
        return False
    own = (t for t in text.of(text.sentences[trigger.head.sent]) if trigger.start <= t.start < trigger.end)
    return any(t.lower in classes(text.language)["negation"] | exact_words(text.language)["none"] for t in own)


def _advised(text: Annotated, verb: Token) -> str | None:
    """The words of "do not sign anything", "asked citizens not to sign": what nobody is to do is no denial of it."""
    over, advising = text.head(verb), classes(text.language)["advising"]
    to = any(k.lower == "to" for k in text.children(verb, "mark"))
    if to and verb.relation == "xcomp" and over.lemma in advising and text.child(over, "obj", "iobj") is not None:
        return f"{over.text} … not {verb.text}"
    bids = "Mood=Imp" in verb.morph or (verb.tag == "VB" and text.child(verb, "nsubj", "nsubj:pass", "mark") is None)
    helps = [k.lower for k in text.children(verb, "aux")]
    return f"do not {verb.text}" if bids and helps == ["do"] else None


def _left_open(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "If the raids continue", "did not rule out new raids", "asked whether": what may be, told of no happening."""
    for token in (verb, *text.ancestors(verb)):
        mark = next((k for k in text.children(token, "mark") if k.lower in exact_words(text.language)["open"]), None)
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


def _hearsay(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    sentence = text.sentences[trigger.head.sent]
    for token in text.of(sentence):
        if (
            token.lower in words["hearsay"]
            and abs(token.i - trigger.head.i) <= 8
            and not _modifies_other(text, token, trigger)
            and not _tells(text, token)
        ):
            return Modality.ALLEGED, f"“{token.text}”"
    for up in [verb, *text.ancestors(verb)][:5]:
        if _clears(text, up, trigger):
            return Modality.DENIED, f"acquitted: “{up.text}”"
        claims = up.lemma in words["claiming"] and (up.pos != "NOUN" or up.lemma in words["claim_noun"])
        if claims and up.i < trigger.head.i:
            cleared = _acquitted(text, trigger)
            if cleared is not None:
                return Modality.DENIED, f"acquitted: “{cleared.text}”"
            return Modality.ALLEGED, f"claimed: “{up.text}”"
        if up.i < trigger.head.i and _of_a_claim(text, up) and not in_timed_clause(text, trigger.head):
            return Modality.ALLEGED, f"what a claim says: “{up.text}”"
    noun = text.head(trigger.head)
    if trigger.head.pos == "NOUN" and noun.lemma in words["claim_noun"]:
        return Modality.ALLEGED, f"“{noun.text} of”"
    return _told_by_people(text, trigger, verb)


def _acquitted(text: Annotated, trigger: Trigger) -> Token | None:
    """The word of a court that clears the accused, behind the act in its sentence; None where it does not."""
    known, negation = exact_words(text.language)["acquitting"], classes(text.language)["negation"]
    behind = text.tokens[trigger.head.i + 1 : text.sentences[trigger.head.sent].stop]
    cleared = (t for t in behind if t.lower in known)
    return next((t for t in cleared if not any(k.lower in negation for k in text.children(t, "advmod"))), None)


def _clears(text: Annotated, verb: Token, trigger: Trigger) -> bool:
    """Whether a court clears somebody "of" the act: "acquitted the officers of beating 12 men"."""
    known = exact_words(text.language)
    behind = text.tokens[verb.i + 1 : trigger.head.i]
    of = max((t.i for t in behind if t.lower in known["cleared_of"]), default=None)
    if verb.lower not in known["acquitting"] | known["clearing"] or of is None:
        return False
    if any(t.pos in ("NOUN", "VERB", "PUNCT") for t in behind if t.i > of):
        return False  # "cleared the square of protesters, beating 12 men"
    return not any(k.lower in classes(text.language)["negation"] for k in text.children(verb, "advmod"))


def _of_a_claim(text: Annotated, verb: Token) -> bool:
    """ "One of the claims in the report said men were beaten": who says it is a claim."""
    subject = text.child(verb, "nsubj")
    told = [subject, *text.children(subject, "nmod")] if subject is not None else []
    return any(t.lemma in exact_words(text.language)["mere_claim"] for t in told)


def _tells(text: Annotated, word: Token) -> bool:
    """ "The press service reported that …": a body that reports tells it, and hears it from nobody."""
    subject = text.child(word, "nsubj")
    return word.pos == "VERB" and subject is not None and subject.dep == "nsubj"


def _told_by_people(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "Thirty people reported torture": those it befell say so, and nobody else."""
    for up in [verb, *text.ancestors(verb)][:4]:
        if up.lemma in exact_words(text.language)["recounting"] and up.i != trigger.head.i:
            teller, passive = subject_of(text, up)
            if teller is not None and not passive and teller.pos == "NOUN" and among(text, teller, "affected_teller"):
                return Modality.ALLEGED, f"told by those it befell: “{teller.text} {up.text}”"
    return _pleaded(text, trigger, verb)


def _pleaded(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "358 asked for help in getting back passports that employers had kept": a wrong of which people complain."""
    if trigger.term in MEASURES - {"document_confiscation"} or in_timed_clause(text, trigger.head):
        return None
    low = verb
    for up in [trigger.head, verb, *text.ancestors(verb)][:_PLEA]:
        if up.lemma in exact_words(text.language)["pleading"] and up.i < trigger.head.i:
            teller, passive = subject_of(text, up)
            people = teller is not None and (teller.pos == "NUM" or among(text, teller, "affected_teller"))
            return (Modality.ALLEGED, f"what people complain of: “{up.text}”") if people and not passive else None
        if low.relation in ("conj", "parataxis"):
            return None  # "asked for water and were beaten"
        low = up
    return None


def _modifies_other(text: Annotated, cue: Token, trigger: Trigger) -> bool:
    """ "Charges for alleged violations", "workers reported as missing": it qualifies another noun than the act."""
    head = text.head(cue)
    if text.tokens[cue.i - 1].pos == "NOUN" and [t.lower for t in text.tokens[cue.i + 1 : cue.i + 2]] == ["as"]:
        return True
    if cue.relation == "advmod" and head.pos == "VERB" and cue.i > trigger.head.i and head.i != trigger.head.i:
        return head.dep in ("advcl", "acl", "obl")  # "was arrested for allegedly hiding workers"
    return (
        cue.relation in ("amod", "acl")
        and head.i != trigger.head.i
        and trigger.head.i not in {t.i for t in text.subtree(head)}
    )


def _generic(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    """ "If you are detained", "police may enter your home": what holds for anyone, told of nobody."""
    words = exact_words(text.language)
    possible = _possible(text, trigger, verb)
    if possible is not None:
        return Modality.GENERAL, f"possible: “{possible.text} {verb.text}”"
    modal = next((k for k in text.children(verb, "aux", "mark") if k.lower in words["rule"]), None)
    if modal is None:
        return None
    near = (text.child(verb, "nsubj"), text.child(verb, "obj"), trigger.roles.affected, trigger.roles.actor)
    anyone = [t for token in near if token is not None for t in (token, *text.children(token, "nmod:poss"))]
    generic = next((t for t in anyone if t.lower in words["anyone"] or _no_one(text, t)), None)
    return (Modality.GENERAL, f"of anyone: “{generic.text} {modal.text}”") if generic is not None else None


def _no_one(text: Annotated, token: Token) -> bool:
    """ "No one may be forced": what a rule forbids everybody."""
    det = text.child(token, "det")
    return token.lower == "nobody" or (token.lower == "one" and det is not None and det.lower == "no")


def _possible(text: Annotated, trigger: Trigger, verb: Token) -> Token | None:
    """ "An officer can deport a foreigner": what a rule lets somebody do, not "can be seen beating them", "cannot"."""
    can = next((k for k in text.children(verb, "aux") if k.lower == "can"), None)
    words = classes(text.language)
    if can is None or verb.lemma in words["seeing"] or trigger.term == "legislation":
        return None
    after = text.tokens[can.i + 1 : verb.i + 1]
    return None if any(t.lower in words["negation"] for t in after) else can


def _general(text: Annotated, trigger: Trigger, verb: Token) -> Read | None:
    words = classes(text.language)
    for token in (verb, trigger.head) if not _says_no(text, trigger) else ():
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
    if any(kid.lower in exact_words(text.language)["obliged"] for kid in aux):
        return True
    bare = not aux and not list(text.children(verb, "mark", "nsubj", "nsubj:pass"))
    return verb.tag == "VBN" and bare and verb.dep in ("acl", "advcl", "xcomp")
