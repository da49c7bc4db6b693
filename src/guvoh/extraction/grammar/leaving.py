"""People who only leave, as the words have it: nobody is expelled where nothing says that they were made to."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.grammar.presupposed import hardly
from guvoh.extraction.grammar.subjects import clause_verb, is_passive
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words

_EXPULSIONS = frozenset({"expulsion", "collective_expulsion"})
_TOLD = frozenset({"VBD", "VBP", "VBZ", "VBN"})


def only_leave(text: Annotated, trigger: Trigger) -> bool:
    """Whether a learned expulsion is no more than "300 left the country": no force, no order, no court beside it.

    A part of those told before ("8,000 of them have left") is left to what was told of them.
    """
    if trigger.frame is not None or trigger.term not in _EXPULSIONS:
        return False
    verb = clause_verb(text, trigger.head)
    leaves = verb.lemma in exact_words(text.language)["leaving"] and verb.tag in _TOLD
    sent = verb.lemma == "return" and text.child(verb, "obj") is not None  # "returned 40 men to the border"
    if not leaves or sent or is_passive(text, verb) or _must(text, verb):
        return False
    subject = text.child(verb, "nsubj")
    part = subject is not None and text.child(subject, "nmod") is not None
    return not part and not _pressed(text, verb)


def _must(text: Annotated, verb: Token) -> bool:
    return any(k.tag == "MD" for k in text.children(verb, "aux"))


def _pressed(text: Annotated, verb: Token) -> bool:
    """Whether an order, a court or force made them leave, by the sentence or the one before in its paragraph."""
    here = text.sentences[verb.sent]
    before = text.sentences[verb.sent - 1] if verb.sent else None
    if before is not None and "\n" not in text.text[before.end : here.start] and _presses(text, before):
        return True
    return _presses(text, here)


def _presses(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence tells what makes people leave, or that it was hardly voluntary."""
    pressing = classes(text.language)["pressing"]
    willing = exact_words(text.language)["willing"]
    for token in text.of(sentence):
        if token.lemma in pressing or token.lower in pressing:
            return True
        if token.lower in willing and hardly(text, token):
            return True
    return False
