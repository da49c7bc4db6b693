"""A publisher's appeal to its readers for money: from its heading to where the article, if it does, goes on."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.ingest.segment.patterns import Patterns
from guvoh.ingest.segment.shape import reads_on
from guvoh.model import Role

_REACH = 12  # paragraphs within which an appeal asks for something
_SHORT = 60  # characters; what is shorter is a button of it


def mark_appeals(texts: Sequence[str], roles: list[Role | None], p: Patterns) -> None:
    """Give the furniture role, in place, to every appeal: a heading, and below it the page speaks of itself and asks.

    It ends before a paragraph of running text in which the page says neither "we" nor "you".
    """
    at = 0
    while at < len(texts):
        end = _end(texts, at, p) if p.heading(p.appeal, texts[at]) else at
        for i in range(at, end):
            roles[i] = Role.FURNITURE
        at = max(end, at + 1)


def is_to_readers(texts: Sequence[str], at: int, p: Patterns) -> bool:
    """Whether a salutation opens an appeal to a page's readers, and no letter."""
    return p.heading(p.appeal, texts[at]) and _end(texts, at, p) > at


def _end(texts: Sequence[str], start: int, p: Patterns) -> int:
    """Where an appeal that opens at `start` ends; `start` itself when it asks for nothing."""
    end = start + 1
    while end < len(texts) and end - start <= _REACH and _goes_on(texts[end], p):
        end += 1
    return end if any(p.asks.search(text) for text in texts[start:end]) else start


def _goes_on(text: str, p: Patterns) -> bool:
    if p.heading(p.appeal, text) or p.ourselves.search(text) is not None:
        return True
    return len(text) <= _SHORT and not reads_on(text)
