"""Sentences in which a page gives background of its own: "It was the second such flight this year"."""

from __future__ import annotations

from collections.abc import Collection

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.extraction.attribution.lexicon import speaker_patterns

_REACH = 12
"""Sentences of a paragraph that may go on with its background."""


def in_background(text: Annotated, sentence: Sentence, cued: Collection[int]) -> bool:
    """Whether a sentence, or one before it in its paragraph since anybody spoke, turns to what the page knows.

    `cued` are the numbers of the sentences in which somebody speaks.
    """
    known = speaker_patterns(text.language)
    if "background" not in known:
        return False
    near: Sentence | None = sentence
    while near is not None and near.i > sentence.i - _REACH:
        before = text.sentences[near.i - 1] if near.i > 0 else None
        opens = before is None or "\n" in text.text[before.end : near.start]
        if known["background"].match(text.text, near.start, near.end):
            return True
        if opens:  # right behind somebody's words it may be theirs: "…, X said. It is the third such raid this year"
            return known["how_often"].match(text.text, near.start, near.end) is not None
        near = None if before is None or before.i in cued else before
    return False
