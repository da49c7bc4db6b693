"""Documents of a few passages for the tests of finding."""

from guvoh.model import Document, Passage, Role


def report(text, *, language="en", published="2024-10-28", publisher="The Courier", **more):
    """A document with one body passage."""
    return pieces((Role.BODY, text), language=language, published=published, publisher=publisher, **more)


def pieces(*parts, language="en", published="2024-10-28", publisher="The Courier", **more):
    """A document of passages, each a role and its text, an empty line between."""
    text, passages = "", []
    for role, words in parts:
        text += "\n\n" if text else ""
        passages.append(Passage(len(text), len(text) + len(words), role))
        text += words
    return Document(
        "a.txt",
        "ab" * 32,
        "text/plain",
        text,
        tuple(p for p in passages if p.end > p.start),
        language=language,
        published=published,
        publisher=publisher,
        **more,
    )
