"""What the words right before a deed say nobody did or underwent: "nobody laid a finger on them"."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Token
from guvoh.extraction.grammar.subjects import clause_verb
from guvoh.extraction.grammar.triggers import Trigger
from guvoh.extraction.vocabulary.load import classes, exact_words

_REACH = 8  # words between the deed and the word for nobody
_BETWEEN = frozenset({"AUX", "ADV"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def by_nobody(text: Annotated, trigger: Trigger) -> str | None:
    """Why an act did not happen because nobody did it or nobody underwent it, by the subject of its verb; or None."""
    verb = clause_verb(text, trigger.head)
    if verb.lemma in exact_words(text.language)["of_telling_nothing"]:
        return None  # "nobody explained why they were deported", "nobody has been punished for the beating"
    none = _nobody_before(text, verb)
    return f"of nobody: “{none.text}”" if none is not None else None


def _nobody_before(text: Annotated, verb: Token) -> Token | None:
    """The word for nobody that is, or stands before, the subject right before a verb."""
    first = text.sentences[verb.sent].first
    named = False
    for token in reversed(text.tokens[max(first, verb.i - _REACH) : verb.i]):
        if _means_nobody(text, token):
            return token
        if token.pos in _BETWEEN and not named:
            continue
        if token.text != "-" and token.pos not in _NAMING:
            return None
        named = named or token.pos in ("NOUN", "PROPN")
    return None


def _means_nobody(text: Annotated, token: Token) -> bool:
    """ "Nobody", "no (inmate)", "no one", "not one", "not a single (person)"."""
    if token.lower in classes(text.language)["nobody"]:
        return True
    before = text.tokens[token.i - 1].lower if token.i else ""
    return token.lower in ("one", "a") and before == "not"
