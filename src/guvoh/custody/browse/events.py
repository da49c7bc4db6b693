"""Events as lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guvoh.model import Place, SourceKind, Stage
from guvoh.model.weighing import SupportStatus


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
