"""Words for an act in the name of a body or convention, in what a law provides, in advice: none was done by that."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.subjects import clause_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words, wordings

_JOINERS = frozenset({"and", "of", "for", "against", "on", "the"})
_LONG = 3
_SHARE = 0.6
_ABOVE = 3
_IN_CASE = frozenset({"if", "when"})


def not_done_by_that(text: Annotated, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the words of an act only name a body or an instrument, say what a law provides, or what to do in case."""
    if trigger.term == "legislation":
        return False
    named = _in_a_name(text, sentence, trigger) or _by_law(text, sentence, trigger)
    return named or _bidden(text, trigger) or _in_case(text, sentence, trigger) or _found_out(text, trigger)


def _in_a_name(text: Annotated, sentence: Sentence, trigger: Trigger) -> bool:
    """ "The Convention against Torture", "Enforcement and Removal Operations": a capital among capitals."""
    head, tokens = trigger.head, text.of(sentence)
    frame = trigger.frame
    if frame is None or frame.roles != "noun" or any(e.capital for e in frame.pattern.elements):
        return False
    if not _capital(head) or head.i == sentence.first or head.text.isupper() or _put_there(text, trigger):
        return False
    words = [t for t in tokens if len(t.text) > _LONG and t.text.isalpha()]
    if sum(_capital(t) for t in words) > _SHARE * len(words):
        return False  # a heading in capitals
    return _capital_beside(text, sentence, head, -1) or _capital_beside(text, sentence, head, 1)


def _put_there(text: Annotated, trigger: Trigger) -> bool:
    """ "Were placed in the Centre for Temporary Detention": the name of the place tells that they are held."""
    verb = clause_verb(text, trigger.head)
    return trigger.term == "arbitrary_detention" and verb.lemma in exact_words(text.language)["putting"]


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _capital_beside(text: Annotated, sentence: Sentence, head: Token, step: int) -> bool:
    """Whether the next word on one side, over the small words of names, has a capital that no sentence gives it."""
    at = head.i + step
    while sentence.first <= at < sentence.stop and text.tokens[at].lower in _JOINERS:
        at += step
    return sentence.first <= at < sentence.stop and _capital(text.tokens[at]) and text.tokens[at].text.isalpha()


def _by_law(text: Annotated, sentence: Sentence, trigger: Trigger) -> bool:
    """ "Under the Code, a person may be held for 48 hours": a law is cited, and the deed stands under its modal."""
    if wordings(text.language)["cites_law"].search(text.text, sentence.start, sentence.end) is None:
        return False
    verb = clause_verb(text, trigger.head)
    for up in [verb, *list(text.ancestors(verb))[:_ABOVE]]:
        if any(k.tag == "VBD" or k.lower in ("has", "have", "had") for k in (up, *text.children(up, "aux"))):
            return False
        if any(k.lower in exact_words(text.language)["provided"] for k in text.children(up, "aux")):
            return True
        if up.lemma == "provide" and up.i < trigger.head.i:
            return True
    return False


def _bidden(text: Annotated, trigger: Trigger) -> bool:
    """ "Do not sign blank sheets", "asked citizens not to sign papers": what nobody is to do was not done."""
    if trigger.term != "due_process_denial" or trigger.head.lemma != "sign":
        return False
    verb = trigger.head
    before = [t.lower for t in text.tokens[max(0, verb.i - 2) : verb.i]]
    return before in (["do", "not"], ["do", "n't"], ["not", "to"], ["do", "n’t"]) or before[-1:] == ["never"]


def _found_out(text: Annotated, trigger: Trigger) -> bool:
    """ "Police are checking whether the driver was drunk": what is found out, and nobody's papers."""
    after = text.tokens[trigger.head.i + 1 : trigger.head.i + 2]
    asks = bool(after) and after[0].lower in exact_words(text.language)["asking_word"]
    return trigger.term == "identity_check_profiling" and trigger.head.lemma == "check" and asks


def _in_case(text: Annotated, sentence: Sentence, trigger: Trigger) -> bool:
    """ "If you have been detained, call the hotline": what may befall the reader, before a bidding."""
    tokens = text.of(sentence)
    if len(tokens) < _LONG or tokens[0].lower not in _IN_CASE or tokens[1].lower != "you":
        return False
    comma = next((t for t in tokens if t.text == ","), None)
    if comma is None or trigger.head.i > comma.i:
        return False
    after = [t for t in tokens if t.i > comma.i and t.pos not in ("ADV", "PART", "PUNCT")]
    bids = bool(after) and after[0].lower == after[0].lemma and after[0].tag in ("VB", "VBP")
    return bids or (bool(after) and after[0].lower in classes(text.language)["bidding"])
