"""What search gives out: hits with the words marked at their true places, and the searches that people keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from guvoh.custody.browse import EventItem, SourceItem, StatementItem, Total
from guvoh.model import Role
from guvoh.model.decisions import Review

T = TypeVar("T")


class Scope(StrEnum):
    """What search looks through."""

    PASSAGES = "passages"
    STATEMENTS = "statements"
    EVENTS = "events"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the stretches that match: `text[start:end]` for each of `marks`, in order, not overlapping."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage, or what of it stands around the words; `start` is where `marked.text` begins in the document."""

    sha256: str
    path: str
    title: str | None
    start: int
    role: Role
    marked: Marked


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement whose quote has the words."""

    item: StatementItem
    marked: Marked


@dataclass(frozen=True, slots=True)
class EventHit:
    """An event whose title has the words."""

    item: EventItem
    marked: Marked


@dataclass(frozen=True, slots=True)
class SourceHit:
    """A source one of whose names has the words; `marked` is that name."""

    item: SourceItem
    marked: Marked


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Narrows a search. For passages `first` and `last` are of publication, else of the days told of."""

    act: str | None = None
    country: str | None = None
    language: str | None = None
    document: str | None = None
    review: Review | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The answer to a search. `ranked` is False where hits were too many to rank: then they are newest first.

    `spelled`: words that were also looked for, because they are spelled nearly like those asked for.
    """

    hits: tuple[T, ...]
    total: Total
    ranked: bool
    next_key: str | None = None
    spelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that a person keeps. `filters` are those of `scope`, by name, as given."""

    id: int
    name: str
    words: str
    scope: Scope
    filters: tuple[tuple[str, str], ...]
    made_at: str
