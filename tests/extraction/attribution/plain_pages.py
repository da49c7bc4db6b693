"""Pages of a title and a body, for tests."""

from __future__ import annotations

from guvoh.model import Document, Passage, Role


def page(text: str, publisher: str | None = None) -> Document:
    """A page whose first line is its title; the rest is body."""
    lead, _, _ = text.partition("\n")
    passages = [Passage(0, len(text), Role.BODY)]
    if lead != text:
        passages = [Passage(0, len(lead), Role.TITLE), Passage(len(lead) + 1, len(text), Role.BODY)]
    return Document("a.txt", "0" * 64, "text/plain", text, tuple(passages), publisher=publisher)
