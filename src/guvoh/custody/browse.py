"""What lists, single records and search give out: frozen rows and pages, and the filters and orders they take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from guvoh.custody.stored import Sighting
from guvoh.model import Document, Kind, Modality, Place, SourceKind, Stage, Statement
from guvoh.model.decisions import Decision, Review
from guvoh.model.weighing import DocumentPair, Event, FigurePair, FigureRelation, FigureSum, Origin, SupportStatus

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are; `exact` is False where counting stopped: there are more than `count`."""

    count: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a list. `next_key` and `previous_key` lead on and back, None where nothing follows or precedes.

    `total` is told on the first page only: counting for every page would cost as much as the page.
    """

    rows: tuple[T, ...]
    next_key: str | None = None
    previous_key: str | None = None
    total: Total | None = None


# ---- documents


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


# ---- statements and figures


class StatementSort(StrEnum):
    """Orders of statements; those without a day, value, place or source come last."""

    REVIEW = "review"
    """As they stand in their documents, documents in the order kept."""
    DATE = "date"
    DATE_DOWN = "-date"
    VALUE = "value"
    VALUE_DOWN = "-value"
    PLACE = "place"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements; None: all. `document` is a SHA-256, `source` and `event` ids, `place` a gazetteer id.

    `first` and `last`: a statement is in when its days touch that stretch. `relation`: figures that stand in such a
    relation to another. `counted`: with a count or without. `waiting`: not decided on by all who must.
    """

    act: str | None = None
    country: str | None = None
    admin1: str | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None
    stage: Stage | None = None
    modality: Modality | None = None
    review: Review | None = None
    waiting: bool | None = None
    kind: Kind | None = None
    unit: str | None = None
    document: str | None = None
    source: str | None = None
    event: str | None = None
    status: SupportStatus | None = None
    relation: FigureRelation | None = None
    counted: bool | None = None


@dataclass(frozen=True, slots=True)
class StatementItem:
    """A statement in a list, as persons left it. `quote` is the document's text from `start` to `end`."""

    id: str
    sha256: str
    path: str
    title: str | None
    publisher: str | None
    start: int
    end: int
    quote: str
    kind: Kind
    act: str | None
    stage: Stage | None
    modality: Modality
    unit: str | None
    low: float | None
    best: float | None
    high: float | None
    words: str | None
    """The count as written."""
    actor: str | None
    affected: str | None
    place: Place | None
    """Without its span (0, 0)."""
    when: str | None
    review: Review
    credibility: str | None
    source: str | None
    source_name: str | None
    event: str | None
    status: SupportStatus | None


@dataclass(frozen=True, slots=True)
class Family:
    """Figures that are tied to one another: the statements, and every relation among them."""

    figures: tuple[StatementItem, ...]
    relations: tuple[FigurePair | FigureSum, ...]
    complete: bool = True
    """False where the family is larger than can be shown."""


# ---- events, sources


class EventSort(StrEnum):
    """Orders of events; those without a first day come last."""

    DATE = "date"
    DATE_DOWN = "-date"
    SUPPORT = "support"
    """Most independent lines first."""
    DOCUMENTS = "documents"
    """Most documents first."""


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events; None: all. `waiting`: with statements to review; `conflict`: with figures that conflict."""

    act: str | None = None
    country: str | None = None
    admin1: str | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None
    source_kind: SourceKind | None = None
    status: SupportStatus | None = None
    stage: Stage | None = None
    part_of: str | None = None
    waiting: bool | None = None
    conflict: bool | None = None


@dataclass(frozen=True, slots=True)
class EventItem:
    """An event in a list: the event itself without its statements and documents, and their numbers."""

    id: str
    title: str
    acts: tuple[str, ...]
    place: Place | None
    when: str | None
    stage: Stage | None
    status: SupportStatus
    documents: int
    origins: int
    independent: int
    kinds: tuple[SourceKind, ...]
    part_of: str | None
    statements: int
    waiting: int


class SourceSort(StrEnum):
    """Orders of sources."""

    SAID = "said"
    """Those that most statements come from first."""
    NAME = "name"


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources; None: all. `reliability` is a grade "A" to "F", or "" for those not graded."""

    kind: SourceKind | None = None
    reliability: str | None = None
    said_least: int | None = None


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source in a list. `said`: statements that come from it; `passed`: those that came through it."""

    id: str
    name: str
    kind: SourceKind
    role: str | None
    aliases: tuple[str, ...]
    said: int
    passed: int
    reliability: str | None


# ---- problems, decisions, the log


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


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Two figures that cannot both be right, and why weighing says so."""

    a: StatementItem
    b: StatementItem
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """Which decisions; None: all. `by` is an actor's id."""

    by: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which entries of the custody log; None: all."""

    action: str | None = None
    subject: str | None = None


# ---- places and days


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """What is told of one place, as precisely as it was told; `acts` by term, most first, "" where none is named."""

    place: Place
    count: int
    acts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many events are told of one date (EDTF) and act; `planned`: of measures not carried out yet.

    `events`: id and title of one of them, where the date is among the newest.
    """

    when: str
    act: str
    count: int
    planned: bool = False
    events: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WeekCount:
    """What falls wholly into the week that begins on this Monday."""

    monday: date
    count: int


# ---- one record


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement whole, with what surrounds it.

    `previous` and `next` are ids in review order; `relations` are those of its figure, `repeats` other statements of
    its event from the same origin.
    """

    statement: Statement
    document: Document
    item: StatementItem
    review: Review
    previous: str | None
    next: str | None
    origin: Origin | None
    event: EventItem | None
    relations: tuple[FigurePair | FigureSum, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """The statements of an event that come from one source; `source` is None where no origin is known."""

    source: SourceItem | None
    statements: tuple[StatementItem, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event whole: its reports by origin, relations of its figures, how its documents depend on one another."""

    event: Event
    item: EventItem
    by_origin: tuple[OriginGroup, ...]
    relations: tuple[FigurePair | FigureSum, ...]
    lineage: tuple[DocumentPair, ...]
    larger: EventItem | None
    parts: tuple[EventItem, ...]
    decisions: tuple[Decision, ...]
    complete: bool = True
    """False where the event has more statements than are shown; the list of statements has them all."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source: what it said first, who passed its words on (with how often), and whose words it passes on."""

    item: SourceItem
    said: Page[StatementItem]
    passed_on_by: tuple[tuple[SourceItem, int], ...]
    passes_on: tuple[tuple[SourceItem, int], ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document with its text, its sightings, and the statements in it, in the order of the text."""

    item: DocumentItem
    document: Document
    sightings: tuple[Sighting, ...]
    statements: tuple[StatementItem, ...]
    problems: tuple[str, ...]
