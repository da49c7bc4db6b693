"""Sentences that only tell that somebody would not speak: nobody means him by "he said" right behind them."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.kinds_of_tokens import MARKS
from guvoh.extraction.attribution.lexicon import cues, saying_words

_SILENCE = saying_words()["silence"]
_NO_VERBS = saying_words()["silence_no_verbs"]
_TELLING = saying_words()["silence_of_numbers"]
_COUNTS = saying_words()["count_nouns"]
_THINGS = saying_words()["silence_of_all"]
_REACH = 5


def keeps_silent(annotated: Annotated, sentence: int) -> bool:
    """Whether a sentence tells of nothing but silence: "declined to comment", "could not be reached"."""
    here = annotated.sentences[sentence]
    root = next((t for t in annotated.of(here) if t.head == t.i), None)
    if not here.parsed or root is None or any(t.text in MARKS for t in annotated.of(here)):
        return False
    joined = [t for t in annotated.children(root) if t.dep == "conj" and t.pos == "VERB"]
    if root.pos == "PROPN" and joined:
        root = joined.pop(0)  # "X, a spokeswoman, declined": the parse takes the name for the head
    senses = cues(annotated.language).senses
    if any(t.lower in senses for t in joined) or not withholds(annotated, root.i):
        return False  # "denied it and would not comment"
    return not _of_one_matter(annotated, here)


def _of_one_matter(annotated: Annotated, here: Sentence) -> bool:
    """Whether somebody is silent on one matter alone, and may tell others: "would not discuss it"."""
    silent = (t for t in annotated.of(here) if t.lower in _SILENCE and t.tag[:2] == "VB")
    objects = (k for t in silent for k in annotated.children(t, "obj"))
    return any(k.lower not in _THINGS and k.lower not in _NO_VERBS for k in objects)


def withholds(annotated: Annotated, verb: int) -> bool:
    """Whether the verb at token `verb`, or what it is denied, is speaking: "did not respond", "refused to talk"."""
    here = annotated.sentences[annotated.tokens[verb].sent]
    before = annotated.tokens[max(here.first, verb - _REACH) : verb + 1]
    near = annotated.tokens[max(here.first, verb - 1) : min(here.stop, verb + _REACH)]
    denied = any(t.lower in cues(annotated.language).words["withholding"] for t in before)
    return denied and any(t.lower in _SILENCE and (t.tag[:2] == "VB" or t.lower in _NO_VERBS) for t in near)


def keeps_numbers_back(annotated: Annotated, sentence: int) -> bool:
    """Whether somebody gives no numbers in a sentence: "declined to give figures", "would not say how many"."""
    here, known = annotated.of(annotated.sentences[sentence]), cues(annotated.language).words
    counts = known["given_nouns"] | _COUNTS
    for n, t in enumerate(here):
        if t.lower not in _TELLING:
            continue
        denied = any(x.lower in known["withholding"] for x in here[max(0, n - _REACH) : n])
        behind = [x.lower for x in here[n + 1 : n + 1 + _REACH]]
        many = "how" in behind and ("many" in behind or "much" in behind)
        if denied and (many or not counts.isdisjoint(behind)):
            return True
    return False
