"""Headings of sections within a text: short lines without a full stop between paragraphs."""

from __future__ import annotations

from guvoh.extraction.annotate import Annotated, Sentence
from guvoh.model import Role

_WORDS = 10
"""A heading is no longer than this."""
_PARAGRAPH = 60
"""What stands under a heading is at least so long, in letters."""
_STOPS = tuple(".!?…”\"'’»")
_GOES_ON = tuple(".!?…:;,”\"'’)»")


def heads_a_section(text: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a stop, between a paragraph that ends and one that begins.

    Rows of lists and tables, captions and datelines stand beside others of their kind, or end otherwise.
    """
    full = text.text
    line = full[sentence.start : sentence.end].strip()
    if sentence.role is not Role.BODY or line.endswith(_GOES_ON) or not line[:1].isupper():
        return False
    if len(text.of(sentence)) > _WORDS or "\n" in line:
        return False
    above = full[: sentence.start].rstrip(" \t")
    below = full[sentence.end :].lstrip(" \t")
    if not above.endswith("\n") or not below.startswith("\n"):
        return False
    under = below.lstrip().split("\n", 1)[0].rstrip()
    return above.rstrip().endswith(_STOPS) and len(under) >= _PARAGRAPH and under.endswith(_STOPS)
