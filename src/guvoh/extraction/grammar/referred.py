"""Words of an act that only say of whom a sentence speaks: "the detained", "the detained workers"."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.counted import Counted
from guvoh.extraction.grammar.people import among
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import exact_words

_ALREADY = frozenset({"the", "all"})
_WORD_AND_NOUN = 2
_OF = frozenset({"of", "the", "those", "these", "all"})
_CLOSE = 5
_OF_THOSE = frozenset("of to for with from".split())


def refers_back(text: Annotated, trigger: Trigger) -> bool:
    """Whether the word of an act stands for people told of before ("the detained"); "those detained" tells it again."""
    head = trigger.head
    if trigger.frame is not None and len(trigger.frame.pattern.elements) > _WORD_AND_NOUN:
        return False  # "the detainees are now at the depot" tells more than of whom it speaks
    before = text.tokens[head.i - 1] if head.i else None
    if before is None or before.sent != head.sent or before.lower not in _ALREADY:
        return False
    after = text.tokens[head.i + 1] if head.i + 1 < len(text.tokens) else None
    participle = head.lower.endswith(("ed", "en", "held")) and head.tag in ("VBN", "VBD", "JJ", "NN", "NNS")
    if participle and head.dep == "amod":
        return after is not None and among(text, after, "person")
    plain = after is None or after.pos not in ("NOUN", "PROPN", "NUM")
    return (participle and plain) or (head.tag == "NNS" and among(text, head, "person"))


def those_held(text: Annotated, trigger: Trigger) -> bool:
    """ "The papers of those in custody", "one of those held": of whom something else is told, without a day."""
    first = text.sentences[trigger.head.sent].first
    back = text.tokens[max(first, trigger.head.i - _CLOSE) : trigger.head.i]
    those = next((t for t in reversed(back) if t.lower == "those"), None)
    if trigger.term != "arbitrary_detention" or those is None or those.i == first:
        return False
    if text.tokens[those.i - 1].lower not in _OF_THOSE:
        return False
    between = text.tokens[those.i + 1 : trigger.head.i]
    return not any(t.pos in ("NOUN", "NUM", "PUNCT") for t in between) and not _dated(text, trigger.head)


def _dated(text: Annotated, head: Token) -> bool:
    """Whether words of time hang on the word of an act: "held since May", "detained on 3 May"."""
    under = (t for t in text.subtree(head) if t.i > head.i)
    return any(t.pos == "NUM" or t.lower in exact_words(text.language)["of_time"] for t in under)


def of_those_meant(text: Annotated, trigger: Trigger, numbers: list[Counted]) -> list[Counted]:
    """The numbers that count the people meant: "145 of the detained", not "twelve" of another clause."""
    inside = (n for n in numbers if n.start < trigger.end)
    return [n for n in inside if n.end > trigger.start or _leads_to(text, n, trigger.head)]


def _leads_to(text: Annotated, number: Counted, head: Token) -> bool:
    if number.noun is None:
        return False
    between = [t for t in text.tokens[number.noun.i + 1 : head.i] if t.start >= number.end]
    return all(t.lower in _OF for t in between)
