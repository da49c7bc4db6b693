"""A text parsed for the grammar's tests, and the acts that it names by their words."""

from functools import cache

from guvoh.extraction.annotate.english import annotate
from guvoh.extraction.grammar.triggers import find_triggers
from guvoh.model import Document, Passage, Role


@cache
def parsed(text, role=Role.BODY):
    """The annotated text of one passage."""
    return annotate(Document("a.txt", "0" * 64, "text/plain", text, (Passage(0, len(text), role),), language="en"))


@cache
def triggers(text):
    """Every act that the text names."""
    read = parsed(text)
    return [t for sentence in read.sentences for t in find_triggers(read, sentence)]


def act_of(text, term):
    """The act of that term; where several words name it, those that tell most of it. Fails when there is none."""
    found = [t for t in triggers(text) if t.term == term]
    return max(found, key=lambda t: (t.roles.actor is not None) + (t.roles.affected is not None))


def word(text, lower):
    """The first token of that word."""
    return next(t for t in parsed(text).tokens if t.lower == lower)
