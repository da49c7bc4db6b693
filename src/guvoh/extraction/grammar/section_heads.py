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
    full, start, end = text.text, sentence.start, sentence.end
    line = full[start:end].strip()
    if sentence.role is not Role.BODY or line.endswith(_GOES_ON) or not line[:1].isupper():
        return False
    if len(text.of(sentence)) > _WORDS or "\n" in line:
        return False
    above, below = _skipped(full, start, -1), _skipped(full, end, 1)
    lines = full[above:start].rstrip(" \t").endswith("\n"), full[end:below].lstrip(" \t").startswith("\n")
    if not all(lines):
        return False
    stop = full.find("\n", below)
    under = full[below : stop if stop >= 0 else len(full)].rstrip()
    return full[max(above - 1, 0) : above].endswith(_STOPS) and len(under) >= _PARAGRAPH and under.endswith(_STOPS)


def _skipped(full: str, at: int, step: int) -> int:
    """Where the white space ends that stands before or behind a place in the text."""
    edge = min(at, at + step)
    while 0 <= edge < len(full) and full[edge].isspace():
        edge += step
    return edge if step > 0 else edge + 1
