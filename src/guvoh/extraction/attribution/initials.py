"""Bodies called by initials that the text writes out: "DHS" for "Department of Homeland Security"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guvoh.model import Span

_NAME = re.compile(r"(?<!\w)[A-Z][\w’'-]+(?: (?:(?:of|for|and|on|in|against) (?:the )?)?[A-Z][\w’'-]+)+")
_WORD = re.compile(r"[A-Z][\w’'-]+")
_LETTERS = re.compile(r"[A-Z]{3,6}")


def written_out(initials: str, text: str) -> Span | None:
    """Where the text first writes out the name that the initials stand for; None for other words."""
    if not _LETTERS.fullmatch(initials):
        return None
    return next((span for span in _tails(text) if _first_letters(text[slice(*span)]) == initials), None)


def _tails(text: str) -> Iterator[Span]:
    """Every name of several words, with and without its first words: "Russian Border Service", "Border Service"."""
    for match in _NAME.finditer(text):
        yield from ((word.start(), match.end()) for word in _WORD.finditer(text, match.start(), match.end()))


def _first_letters(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name))
