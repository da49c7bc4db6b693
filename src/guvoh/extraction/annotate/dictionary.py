"""The Russian dictionary (pymorphy3 with OpenCorpora): every reading of a word, and its other forms."""

from __future__ import annotations

from functools import cache

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse


@cache
def analyzer() -> MorphAnalyzer:
    """The dictionary, loaded once per process."""
    return MorphAnalyzer()


def readings(word: str) -> list[Parse]:
    """The readings of a word, the likeliest first; none of one with a character that has no name in Unicode."""
    try:
        return list(analyzer().parse(word))
    except ValueError:  # the dictionary asks of each strange letter whether its name has "LATIN" in it
        return []
