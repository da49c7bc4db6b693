"""Russian documents of one passage for the tests of the clause windows."""

from guvoh.extraction import find
from guvoh.model import Document, Passage, Role


def russian(text, published="2024-10-28"):
    """A Russian document with one body passage."""
    passages = (Passage(0, len(text), Role.BODY),) if text else ()
    return Document(
        "a.txt",
        "ab" * 32,
        "text/plain",
        text,
        passages,
        language="ru",
        published=published,
        publisher="Вестник",
    )


def told(text):
    """The statements of a Russian text."""
    return find(russian(text)).statements
