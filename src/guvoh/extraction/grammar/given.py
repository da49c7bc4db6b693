"""What is due to those who are held and was given to them, as whoever holds them says: it denies bad conditions."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words


def provided(text: Annotated, trigger: Trigger, verb: Token) -> str | None:
    """Why nothing was withheld ("all of them are provided with food and water"), or None.

    "Provided with no food", "with rotten food" and "with water only" tell what was withheld.
    """
    words = exact_words(text.language)
    if trigger.term != "detention_conditions" or verb.lemma not in words["providing"]:
        return None
    if text.child(verb, "aux:pass") is None or any(_falls_short(text, t) for t in text.subtree(verb)):
        return None
    return f"given: “{verb.text}”"


def _falls_short(text: Annotated, token: Token) -> bool:
    return token.lower in classes(text.language)["negation"] | exact_words(text.language)["falling_short"]
