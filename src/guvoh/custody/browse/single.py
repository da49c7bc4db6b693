"""One record whole, with what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.custody.browse.documents import DocumentItem
from guvoh.custody.browse.events import EventItem
from guvoh.custody.browse.paging import Page
from guvoh.custody.browse.sources import SourceItem
from guvoh.custody.browse.statements import StatementItem
from guvoh.custody.stored import Sighting
from guvoh.model import Document, Statement
from guvoh.model.decisions import Decision, Review
from guvoh.model.weighing import DocumentPair, Event, FigurePair, FigureSum, Origin


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
