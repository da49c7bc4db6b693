"""Own Russian texts as documents, heard by windows of words."""

from __future__ import annotations

from guvoh.extraction.annotate.russian import annotate
from guvoh.extraction.attribution.windows import Heard, attribute_windows
from guvoh.model import Document, Passage, Role


def page(text: str, publisher: str | None = None) -> Document:
    """A page with a passage for each line."""
    passages, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(at, at + len(line), Role.BODY))
        at += len(line) + 1
    return Document("p.txt", "0" * 64, "text/plain", text, tuple(passages), language="ru", publisher=publisher)


def hear(text: str, publisher: str | None = None) -> Heard:
    """What is heard on the page."""
    document = page(text, publisher)
    return attribute_windows(annotate(document), document)


def said_by(text: str, words: str, publisher: str | None = None) -> list[str]:
    """The names of the chain over the first place of `words`."""
    at = text.index(words)
    return [link.name for link in hear(text, publisher).chain(at, at + len(words)).links]
