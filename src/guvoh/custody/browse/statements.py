"""Statements and figures as lists, and figures that are tied to one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guvoh.model import Kind, Modality, Place, Stage
from guvoh.model.decisions import Review
from guvoh.model.weighing import FigurePair, FigureRelation, FigureSum, SupportStatus


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


@dataclass(frozen=True, slots=True)
class ConflictItem:
    """Two figures that cannot both be right, and why weighing says so."""

    a: StatementItem
    b: StatementItem
    why: tuple[str, ...]
