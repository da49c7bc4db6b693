"""Documents as lists, what could not be read of them, and letters that ask for a reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DocumentSort(StrEnum):
    """Orders of documents."""

    NEWEST = "newest"
    OLDEST = "oldest"
    PUBLISHED = "published"
    """Latest publication first, those without a date last."""
    TITLE = "title"
    WAITING = "waiting"
    """Most statements waiting for review first."""


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents; None: all. `publisher` and `language` are exact; `published` days are inclusive."""

    language: str | None = None
    publisher: str | None = None
    waiting: bool | None = None
    problems: bool | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document in a list. `waiting`: statements that nobody, or one of two, decided on; `kept_at` is UTC."""

    sha256: str
    path: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    media_type: str
    size: int
    kept_at: str
    statements: int
    waiting: int
    problems: int


@dataclass(frozen=True, slots=True)
class ProblemItem:
    """What could not be read of a document, in words a person can act on."""

    sha256: str
    path: str
    title: str | None
    kept_at: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterItem:
    """A letter that asks for a reply by a date (EDTF)."""

    sha256: str
    path: str
    title: str | None
    addressee: str | None
    reference: str | None
    reply_by: str
