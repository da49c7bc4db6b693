"""People who only leave, as the words have it: nobody is expelled where nothing says that they were made to."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.negation import not_done
from guvoh.extraction.grammar.nobody import nobody_before, to_nobody
from guvoh.extraction.grammar.people import is_human
from guvoh.extraction.grammar.presupposed import hardly
from guvoh.extraction.grammar.subjects import clause_verb, is_passive
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words

_EXPULSIONS = frozenset({"expulsion", "collective_expulsion"})
_TOLD = frozenset({"VBD", "VBP", "VBZ", "VBN"})
_NOMINAL = frozenset({"nsubj", "obj", "obl", "nmod", "compound"})  # "demand fell", which the tagger took for a verb
_UNTIL = frozenset({"until", "till"})
_AFTER = 12  # words from "told" to "leave": "told the workers of the plant to leave by Friday"


def tells_expulsion(text: Annotated, trigger: Trigger) -> bool:
    """Whether an act is an expulsion that is not denied: who leaves in the next sentence was made to."""
    return trigger.term in _EXPULSIONS and not_done(text, trigger, clause_verb(text, trigger.head)) is None


def only_leave(text: Annotated, trigger: Trigger, *, expelled: bool = False) -> bool:
    """Whether a learned expulsion is no more than "300 left the country": no force, no order, no court beside it.

    A part of those told before ("8,000 of them have left") is left to what was told of them, and so is
    everybody who leaves after a sentence by which people were `expelled`.
    """
    if trigger.term not in _EXPULSIONS:
        return False
    verb = clause_verb(text, trigger.head)
    leaves = verb.lemma in exact_words(text.language)["leaving"] and verb.tag in _TOLD
    sent = verb.lemma == "return" and text.child(verb, "obj") is not None  # "returned 40 men to the border"
    passive = is_passive(text, verb) and not _instead(text, verb)
    if not leaves or sent or passive or _must(text, verb):
        return False
    here = text.sentences[verb.sent]
    if trigger.frame is not None:
        denied = _denied_beside(text, here) and not expelled and not _pressed(text, here)
        return denied or (_willingly(text, verb) and _instead(text, verb))
    if _willingly(text, verb):
        return not _of_nobody(text, verb)
    subject = text.child(verb, "nsubj")
    part = subject is not None and text.child(subject, "nmod") is not None
    return not part and not (expelled and _goes_on(text, here)) and not _pressed(text, here)


def _must(text: Annotated, verb: Token) -> bool:
    return any(k.tag == "MD" for k in text.children(verb, "aux"))


def _willingly(text: Annotated, verb: Token) -> bool:
    """ "Left voluntarily"; not so "hardly left voluntarily", "left, not voluntarily"."""
    words = exact_words(text.language)
    none = classes(text.language)["negation"] | words["hardly"]
    will = next((k for k in text.children(verb, "advmod") if k.lower in words["willing"]), None)
    return will is not None and not any(k.lower in none for t in (verb, will) for k in text.children(t, "advmod"))


def _instead(text: Annotated, verb: Token) -> bool:
    """ "Were not deported but left": what would have made them leave is denied."""
    over = text.head(verb)
    return verb.relation == "conj" and over.lemma in classes(text.language)["pressing"] and _is_negated(text, over)


def _of_nobody(text: Annotated, verb: Token) -> bool:
    """ "Nobody left", "none of the men left"."""
    nobody = classes(text.language)["nobody"]
    subjects = text.children(verb, "nsubj", "nsubj:pass")
    if verb.relation == "acl":  # so the parse has "none of the men left"
        subjects.append(text.head(verb))
    return nobody_before(text, verb) is not None or any(k.lower in nobody for k in subjects)


def _goes_on(text: Annotated, here: Sentence) -> bool:
    """Whether a sentence goes on with the paragraph of the one before."""
    return here.i > 0 and "\n" not in text.text[text.sentences[here.i - 1].end : here.start]


def _pressed(text: Annotated, here: Sentence) -> bool:
    """Whether an order, a court or force made them leave, by the sentence or the one before in its paragraph."""
    return _presses(text, here) or (_goes_on(text, here) and _presses(text, text.sentences[here.i - 1]))


def _presses(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence tells what makes people leave, or that it was hardly voluntary."""
    pressing = classes(text.language)["pressing"]
    willing = exact_words(text.language)["willing"]
    for token in text.of(sentence):
        presses = token.lemma in pressing or token.lower in pressing or _makes_go(text, token)
        if presses and not _is_negated(text, token):
            return True
        if token.lower in willing and hardly(text, token):
            return True
    return False


def _denied_beside(text: Annotated, here: Sentence) -> bool:
    """Whether the sentence, or the one before in its paragraph, denies what would have made them leave."""
    near = [*(text.of(text.sentences[here.i - 1]) if _goes_on(text, here) else ()), *text.of(here)]
    pressing = classes(text.language)["pressing"]
    return any((t.lemma in pressing or t.lower in pressing) and _is_negated(text, t) for t in near)


def _is_negated(text: Annotated, word: Token) -> bool:
    """ "Were not deported", "nobody was forced": what was not done made nobody leave."""
    negation = classes(text.language)["negation"]
    if any(k.lower in negation for k in text.children(word, "advmod", "det", "case")):
        return True
    return to_nobody(text, word) is not None or (word.pos == "VERB" and _of_nobody(text, word))


def _makes_go(text: Annotated, verb: Token) -> bool:
    """ "Demanded that they go", "drove the families out", "annulled their permits", "gave them until Friday"."""
    words = exact_words(text.language)
    if verb.pos != "VERB" or verb.relation in _NOMINAL:
        return False
    objects = text.children(verb, "obj", "iobj", "nsubj:pass")
    if verb.lemma in words["driving"]:
        return any(is_human(text, k) for k in objects)
    if verb.lemma in words["voiding"] or verb.lower in words["voiding"]:
        return any(k.lemma in classes(text.language)["id_document"] for k in objects)
    return verb.lemma in words["pressing_verb"] or (verb.lemma in words["bidding_go"] and _bids_go(text, verb))


def _bids_go(text: Annotated, verb: Token) -> bool:
    """Whether people are told to go after a verb: "to leave", "to get out", "until Friday"."""
    if not any(is_human(text, k) for k in text.children(verb, "obj", "iobj", "nsubj:pass")):
        return False
    stop = min(text.sentences[verb.sent].stop, verb.i + _AFTER)
    near = text.tokens[verb.i + 1 : stop]
    until = verb.lemma == "give" and any(t.lower in _UNTIL for t in near)
    return until or any(_to_go(text, t) for t in near)


def _to_go(text: Annotated, verb: Token) -> bool:
    """ "To leave", "get out", "leave the country", "leave Russia"; not so "leave a note"."""
    out = verb.lemma == "get" and any(k.lower == "out" for k in text.children(verb))
    if verb.tag != "VB" or not (out or verb.lemma in exact_words(text.language)["leaving"]):
        return False
    left = text.child(verb, "obj")
    return left is None or left.pos == "PROPN" or any(k.lower == "the" for k in text.children(left, "det"))
