"""What reading gives: a document with one fixed reading text and passages that say what each stretch is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

READING_VERSION = 1
"""Raised whenever the reading text of some bytes would change; kept with every document and in statement ids."""


class Role(StrEnum):
    """What a stretch of the reading text is."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    QUOTE = "quote"
    TABLE = "table"
    LETTERHEAD = "letterhead"
    COMMENT = "comment"
    FURNITURE = "furniture"


TELLING_ROLES = frozenset({Role.TITLE, Role.LEAD, Role.BODY, Role.CAPTION, Role.QUOTE, Role.TABLE})
"""Roles whose text may make statements; the others (letterhead, comment, furniture) never do."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The stretch `text[start:end]` of a document and its role. Offsets count characters."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class SideCar:
    """What a person says of a file in `FILE.meta.json`; it wins over what is read from the file."""

    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read.

    `text` is the reading text, fixed once made: every offset of every finding counts its characters.
    `passages` are sorted, do not overlap and cover all of it but white space. `published` is EDTF or
    None, never guessed. `path` of an attachment is "mail.eml!/name", `parent` the mail's path.
    `problems` say in words what could not be read.
    """

    path: str
    sha256: str
    media_type: str
    text: str
    passages: tuple[Passage, ...] = ()
    parent: str | None = None
    language: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: str | None = None
    problems: tuple[str, ...] = ()
    reading_version: int = READING_VERSION

    def role_at(self, offset: int) -> Role | None:
        """The role of the passage that holds the character at `offset`, or None between passages."""
        for passage in self.passages:
            if passage.start <= offset < passage.end:
                return passage.role
        return None


@dataclass(frozen=True, slots=True)
class Original:
    """A document as read, with the exact bytes it was read from."""

    document: Document
    data: bytes = field(repr=False)
