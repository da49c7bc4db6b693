"""Bodies named by what they stand for or against: "Crew Against Torture", "Mothers Without Borders"."""

from __future__ import annotations

import re

from guvoh.model import Span

CAUSES = frozenset({"Against", "Without", "For"})
"""Words that with a capital make the words around them the name of a body, and of no person."""
_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_OF_A_CAUSE = re.compile(
    rf"{_WORD}(?: {_WORD})* (?:{'|'.join(sorted(CAUSES))}) (?:the )?{_WORD}(?:(?: (?:and|of|in|the))* {_WORD})*"
)


def cause_in(text: str, start: int, end: int) -> Span | None:
    """Where `text[start:end]` first names a body so."""
    found = _OF_A_CAUSE.search(text, start, end)
    return found.span() if found is not None else None
