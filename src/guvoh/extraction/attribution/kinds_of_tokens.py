"""What a token is to the rules of attribution: a mark, a dash, a finite verb, a word that can head a noun phrase."""

from __future__ import annotations

from guvoh.extraction.annotate import Token
from guvoh.extraction.attribution.lexicon import name_words

MARKS = frozenset({'"', "“", "”", "''", "«", "»", "„", "``", "‘", "’", "'"})
DASHES = frozenset({"-", "–", "—", "--", "―"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "SYM", "X"})
_CALENDAR = name_words()["calendar"]


def nominal(t: Token) -> bool:
    """Whether a token can head a noun phrase; a capitalised word that the tagger took for another class can."""
    if t.lower in _CALENDAR:
        return False
    return t.pos in NOMINAL or (
        t.text[:1].isupper() and t.text[1:].islower() and t.relation in ("nsubj", "flat", "compound", "appos")
    )


def finite(t: Token) -> bool:
    """Whether a token is a finite verb or auxiliary."""
    return t.tag in ("VBD", "VBZ", "VBP", "MD") and t.pos in ("VERB", "AUX")
