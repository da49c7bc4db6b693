"""What the words say was not done or is denied, told apart from what is abuse because it was not done."""

from __future__ import annotations

from collections.abc import Iterator

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.falsehood import called_untrue
from guvoh.extraction.grammar.given import provided
from guvoh.extraction.grammar.nobody import by_nobody, is_lacked, is_to_end, is_voluntary, never_without, nobody_before
from guvoh.extraction.grammar.presupposed import in_timed_clause, not_willingly, only_sets
from guvoh.extraction.grammar.ruled_out import instead, not_meant, not_shown, nothing_taken, out_of_question
from guvoh.extraction.grammar.steps import nothing_done_about
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes

WITHHOLDING = frozenset(
    "due_process_denial denial_of_service denial_of_entry detention_conditions document_confiscation work_ban".split()
)
"""Acts that consist in something withheld: "was not given food" tells them, and denies nothing."""

_APART = frozenset({"advcl", "acl:relcl", "parataxis", "conj"})
_CLAUSES = frozenset({"ccomp", "csubj", "acl", "advcl", "xcomp"})
_ONLY = frozenset({"only", "just", "merely", "least", "before"})
_PROOF = frozenset({"evidence", "proof", "confirmation", "indication", "sign"})
_OUT = frozenset({"out", "go", "off"})
_SETTING = frozenset("in at".split())
_TRAVEL = frozenset({"travel", "go", "visit", "fly", "come", "leave"})
_REMOVAL = frozenset({"expulsion", "collective_expulsion"})
_BANS = frozenset({"reentry_ban", "denial_of_entry", "work_ban"})
_BACK = 4
_AROUND = 3  # a word and its neighbours
_FINITE = frozenset({"VBD", "VBP", "VBZ"})


def not_done(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """Why the act of a trigger did not happen, by the words, or None; `verb` is the verb of its clause."""
    if only_sets(text, trigger.head) or nothing_done_about(text, trigger.head):
        return None
    if in_timed_clause(text, trigger.head):
        return _negated(text, trigger, verb) or _of_nobody(text, trigger, verb)
    untrue = called_untrue(text, trigger.head)
    if untrue is not None:  # "the statement that nobody was beaten is a lie" denies nothing
        itself = verb.lemma in classes(text.language)["truth"]
        return untrue if itself or not (_negated(text, trigger, verb) or _of_nobody(text, trigger, verb)) else None
    checks = (provided, is_voluntary, nothing_taken, _negated, _of_nobody, _by_nobody, _denied, _refrained, instead)
    more = (_replaced, _no_claim, not_shown, not_meant, out_of_question)
    return next((why for check in (*checks, *more) if (why := check(text, trigger, verb)) is not None), None)


def number_not_true(text: Annotated, noun: Token) -> str | None:
    """Why a number that stands alone is denied or called untrue, or None: "the claim of 60 victims is a lie"."""
    untrue = called_untrue(text, noun)
    if untrue is not None or only_sets(text, noun) or in_timed_clause(text, noun):
        return untrue
    words = classes(text.language)
    for up, path in _above(text, noun):
        if up.lemma in words["denial"] and up.i < noun.i and not _negates(text, up) and not _goes_apart(text, path):
            clause = any(t.relation in _CLAUSES or t.lemma in words["claim_noun"] for t in path)
            return f"denied: “{up.text}”" if clause else None
    return None


def ends_it(text: Annotated, trigger: Trigger) -> bool:
    """Whether the word of a detention is that of its end ("40 people were released"): it tells no new one."""
    words = classes(text.language)
    head = trigger.head
    if trigger.term != "arbitrary_detention" or head.lemma not in words["releasing"]:
        return False
    held = any(k.lower in words["negation"] for k in text.children(head, "advmod"))
    return not held and text.head(head).lemma not in words["refraining"]


def is_withheld(text: Annotated, trigger: Trigger, negated: Token) -> bool:
    """Whether a negation at `negated` tells the act: something due was not given, let or shown ("no interpreter came").

    "They were not refused a lawyer" denies the act: there the word of refusing is what is negated.
    """
    words = classes(text.language)
    if trigger.term == "arbitrary_detention" and (negated.lemma in words["releasing"] or _lets_out(text, negated)):
        return True  # who is not let go is held
    if trigger.term == "travel_advisory" and negated.lemma in _TRAVEL:
        return True  # "not to travel" is what the advice says
    if trigger.term == "forced_recruitment" and negated.lemma in words["enlisting"]:
        return True  # who "failed to register for service" is pressed for that: it tells of whom
    if negated.lemma in words["granting"] or negated.lower in words["granting"]:
        removed = trigger.term in _REMOVAL  # "nobody was sent out of the country": what did not befall them is no gift
        return trigger.term in WITHHOLDING or (
            not removed and (trigger.head.i == negated.i or _covers(trigger, negated))
        )
    if trigger.term not in WITHHOLDING:
        return False
    learned = trigger.frame is None and negated.pos == "VERB" and negated.lemma not in words["depriving"]
    return learned or negated.lemma in words["due"] or negated.lower in words["due"]


def _lets_out(text: Annotated, verb: Token) -> bool:
    return verb.lemma == "let" and any(kid.lower in _OUT for kid in text.children(verb))


def _negated(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    words = classes(text.language)
    for token in (trigger.head, verb):
        if trigger.frame is None and _while_held(text, token):
            continue  # "were not fed in the detention centre": they are held there
        if token.lemma in words["seeing"] and trigger.term not in WITHHOLDING:
            continue  # "I have never seen such a beating"
        for kid in text.children(token, "advmod", "det", "mark", "case"):
            if kid.lower in words["negation"] and not _harmless(text, kid, trigger, token):
                return f"negated by “{kid.text}”"
    return None


def _while_held(text: Annotated, verb: Token) -> bool:
    """Whether something happens, or does not, in the very place where people are held."""
    places = classes(text.language)["held_in"]
    inside = (k for k in text.children(verb, "obl") if (case := text.child(k, "case")) and case.lower in _SETTING)
    return verb.lemma not in classes(text.language)["taking_there"] and any(k.lemma in places for k in inside)


def _harmless(text: Annotated, negation: Token, trigger: Trigger, negated: Token) -> bool:
    """ "Not only in Moscow", and negations that are part of what names the act ("were not allowed to enter")."""
    after = text.tokens[negation.i + 1] if negation.i + 1 < len(text.tokens) else None
    if after is not None and after.lower in _ONLY:
        return True
    if not_willingly(text, negation, negated) or _leaves_off(text, negation):
        return True
    if _part_of_name(trigger, negation) or _of_telling(text, trigger, negated):
        return True
    if negation.lower == "without" and (trigger.term in WITHHOLDING or never_without(text, negation)):
        return True
    return is_withheld(text, trigger, negated)


def _leaves_off(text: Annotated, negation: Token) -> bool:
    """ "Those who do not will be sent home": a clause that ends with its negation, before the verb of the next."""
    near = text.tokens[max(0, negation.i - 1) : negation.i + 2]
    helps = len(near) == _AROUND and near[0].tag in _FINITE and near[0].pos == "AUX"
    return helps and near[2].pos == "AUX" and near[2].tag in (*_FINITE, "MD")


def _part_of_name(trigger: Trigger, negation: Token) -> bool:
    """Whether the pattern that names the act asks for the negation ("no access to a lawyer")."""
    pattern = trigger.frame.pattern if trigger.frame is not None else None
    asked = pattern is not None and any(negation.lower in element.words for element in pattern.elements)
    return asked and _covers(trigger, negation)


def _of_telling(text: Annotated, trigger: Trigger, negated: Token) -> bool:
    """ "Did not give the number of detentions": what is not given is a number or a word of them, not the deed."""
    words = classes(text.language)
    over = text.head(trigger.head)
    told = over.i != negated.i and over.pos == "NOUN" and trigger.head.relation == "nmod"
    return told and negated.pos == "VERB" and over.lemma in words["tallied"] | words["told_about"]


def _covers(trigger: Trigger, token: Token) -> bool:
    return trigger.start <= token.start < trigger.end


def _of_nobody(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    words = classes(text.language)
    subject = trigger.roles.affected
    none = [subject, *text.children(subject, "det")] if subject is not None else []
    for token in none:
        named = token.lower in words["nobody"] and token.i < trigger.head.i and not is_lacked(text, token)
        if named and not is_withheld(text, trigger, verb):
            return f"of nobody: “{token.text}”"
    return None


def _by_nobody(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    words = classes(text.language)
    turned = verb.lemma in words["depriving"] or verb.lemma == "turn"  # "no child was turned away"
    withheld = (trigger.term in WITHHOLDING and not turned) or verb.lemma in words["releasing"] | words["enlisting"]
    return None if withheld or trigger.term == "travel_advisory" else by_nobody(text, trigger)


def _denied(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """What a denial covers: its clause or object, never a clause that only goes with it."""
    del verb
    words = classes(text.language)
    for up, path in _above(text, trigger.head):
        denial = up.lemma in words["denial"] and up.i < trigger.head.i and not _negates(text, up)
        if denial and not _goes_apart(text, path) and not _deprives(trigger, path):
            return f"denied: “{up.text}”"
    return _denied_in_headline(text, trigger)


def _negates(text: Annotated, denial: Token) -> bool:
    """ "Did not deny that …", "nobody disputes": who does not deny a thing does not say that it did not happen."""
    negation = classes(text.language)["negation"]
    if denial.pos == "VERB" and nobody_before(text, denial) is not None:
        return True
    return any(k.lower in negation for k in text.children(denial, "advmod", "cc", "det"))


def _denied_in_headline(text: Annotated, trigger: Trigger) -> str | None:
    """ "Police spokesman denies beatings": in clipped speech the parser takes the verb of denial for a noun."""
    if trigger.term in WITHHOLDING:
        return None
    words = classes(text.language)
    claims = words["claim_noun"]
    for token in reversed(text.tokens[text.sentences[trigger.head.sent].first : trigger.head.i]):
        if token.lemma in words["denial"] and token.lower != "denied":
            clipped = token.pos != "VERB" or token.relation in ("compound", "amod", "nmod")
            return f"denied: “{token.text}”" if clipped and not _negates(text, token) else None
        if token.pos not in ("DET", "ADJ", "NOUN", "ADP", "NUM", "PROPN") and token.lemma not in claims:
            return None
    return None


def _goes_apart(text: Annotated, path: list[Token]) -> bool:
    """Whether the way up leads through a clause that is no content: "rejected the appeal of a man who was deported"."""
    claims = classes(text.language)["claim_noun"]
    relative = any(t.dep == "acl:relcl" and text.head(t).lemma not in claims for t in path)
    if any(t.dep == "conj" and t.lemma in classes(text.language)["admitting"] for t in path[1:]):
        return True  # "denied that men were beaten but confirmed that …", where the parser joins the wrong verbs
    last = path[-1]
    case = text.child(last, "case")
    if last.relation == "obl" and case is not None and case.lower in _SETTING:
        return True  # "were rejected at the stage of a check"
    content = last.dep == "advcl" and any(k.lower == "having" for k in text.children(last, "aux"))  # "denied having"
    return relative or (last.dep in _APART and last.dep != "acl:relcl" and not content)


def _above(text: Annotated, low: Token) -> Iterator[tuple[Token, list[Token]]]:
    """Each of the nearest governors with the tokens on the way up to it."""
    path = [low]
    for up in list(text.ancestors(low))[:6]:
        yield up, list(path)
        path.append(up)


def _deprives(trigger: Trigger, path: list[Token]) -> bool:
    """ "Denied calls to a lawyer": what is refused to somebody is a thing, not the telling of a deed."""
    naming = trigger.frame is not None and trigger.frame.roles == "noun"
    return trigger.term in WITHHOLDING and not naming and not any(t.relation in _CLAUSES for t in path)


def _refrained(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    words = classes(text.language)
    for word in (trigger.head, verb):
        over = text.head(word)
        if word.relation in ("xcomp", "obj") and over.i != word.i and over.lemma in words["refraining"]:
            if is_to_end(text, over):
                return None
            if trigger.term == "forced_recruitment" and over.lemma in words["declining"]:
                return None  # who refuses to sign is pressed to
            return None if over.lemma == "fail" and is_withheld(text, trigger, word) else f"not done: “{over.text}”"
    back = text.tokens[max(0, trigger.head.i - _BACK) : trigger.head.i] if trigger.head.tag not in _FINITE else ()
    for token in reversed(back):
        if token.lemma in words["sparing"] and token.sent == trigger.head.sent:
            return f"not done: “{token.text}”"
        if token.lemma in words["risk"]:
            break
        if token.pos not in ("DET", "ADJ", "PRON", "PROPN", "NOUN", "PART", "ADP"):
            break
    return None


def _replaced(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """ "The deportation was replaced by a fine", "cancelled": of the noun that is the verb's passive subject."""
    del verb
    head = trigger.head
    if head.pos != "NOUN":
        return None
    over = text.head(head)
    words = classes(text.language)
    if head.relation == "nsubj" and over.tag == "VBN" and over.lemma in words["undoing"] | words["refraining"]:
        return f"not done: “{over.text}”"
    if head.relation == "obj" and over.lemma in words["undoing"]:
        return f"not done: “{over.text}”"
    top = text.head(over)
    if trigger.term in _BANS and head.relation == "nmod" and over.relation == "obj" and top.lemma in words["undoing"]:
        return f"not done: “{top.text}”"
    return None


def _no_claim(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    del verb
    words = classes(text.language)
    for up, path in _above(text, trigger.head):
        if _goes_apart(text, path):
            return None
        known = up.lemma in words["claim_noun"] or up.lemma in _PROOF
        no = text.child(up, "det") if up.pos == "NOUN" and known else None
        if no is not None and no.lower == "no":
            return f"“no {up.text} of”"
    return None
