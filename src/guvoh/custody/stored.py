"""What the vault gives out: frozen records, never a row or a queryset."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.model import Document, Role, Statement
from guvoh.model.access import Duty
from guvoh.model.decisions import Review


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer to keeping: the content address, and whether the vault did not hold it before."""

    sha256: str
    new: bool


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when the same bytes were met. `seen_at` is UTC (ISO 8601)."""

    path: str
    seen_at: str
    parent: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in its newest reading, every sighting of its bytes, and when they were first kept (UTC)."""

    document: Document
    sightings: tuple[Sighting, ...]
    kept_at: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has all the words searched for.

    `text[start:end] == match` in the document's reading text, `before` and `after` are the words around
    it. Where only the document's title has them, `match` is empty and stands at the passage's start.
    """

    sha256: str
    path: str
    title: str | None
    start: int
    end: int
    before: str
    match: str
    after: str
    role: Role


@dataclass(frozen=True, slots=True)
class WeighedAt:
    """What the weighing tables tell of: the vault as of a log entry and a decision, by rules of a version."""

    entry: int
    decision: int
    version: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What verification counted and found: `faults` is empty when all holds.

    `head` is the newest log entry's hash: noted elsewhere, it shows later whether the vault was set back.
    `notes` tell of harmless leftovers, such as an original written just before a crash.
    """

    documents: int
    originals: int
    entries: int
    head: str
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """An account of the desk: the id its decisions carry, the name to log in with, the name shown, the duty."""

    actor: str
    username: str
    shown_as: str
    duty: Duty
    active: bool
    made_at: str


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """A token of the API, without its secret: its id, what it is for, whose it is, the most it may do. Times are UTC.

    `used_at` is exact to the hour, None where it was never used.
    """

    token: str
    name: str
    actor: str
    duty: Duty
    made_at: str
    expires_at: str
    used_at: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """A statement as persons left it, in its document, with where it stands in review."""

    document: Document
    statement: Statement
    review: Review
