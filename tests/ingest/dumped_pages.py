"""A plain article as a page dumps it, and how it is read, for tests. All texts are invented."""

# ruff: noqa: E501 -- invented pages stand as they are printed

from __future__ import annotations

from guvoh.ingest import read_bytes
from guvoh.model import Document, Role

BODY = (
    "Police took eleven men from a building site in Perm on Friday, their lawyer said. None of them has been seen since then.",
    "The men came from Osh and had worked on the site since January, according to their foreman, who was not at work that day.",
    "The district office said that the check was planned, and that it knows of no complaint from the men or from their families.",
)
ARTICLE = "\n\n".join(("Eleven builders taken away in Perm", *BODY))


def read(text: str) -> Document:
    """The document of a page's text."""
    return read_bytes(text.encode(), "page.txt")[0].document


def role_of(document: Document, words: str) -> Role:
    """The role of the passage that holds the words."""
    at = document.text.index(words)
    role = document.role_at(at)
    assert role is not None
    return role
