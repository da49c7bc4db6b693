"""What the sources say together: origins, document relations, events, figure relations and their support."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guvoh.model.statement import FORMAT, Place, SourceKind, Stage


class DocumentRelation(StrEnum):
    """How two documents about one event stand to each other."""

    REPEATS = "repeats"
    SHARES_ORIGIN = "shares_origin"
    INDEPENDENT = "independent"


class FigureRelation(StrEnum):
    """How two figures stand to each other (`sums_to`: several to one)."""

    SAME = "same"
    ROUNDED_SAME = "rounded_same"
    CONSISTENT_BOUND = "consistent_bound"
    PART_OF = "part_of"
    SUMS_TO = "sums_to"
    LATER_UPDATE = "later_update"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER_STAGE = "other_stage"
    OTHER_UNIT = "other_unit"
    CONFLICT = "conflict"


class SupportStatus(StrEnum):
    """How well a thing is supported, as a word with rules (see docs/guide/weighing.md)."""

    SINGLE_ORIGIN = "single_origin"
    REPEATED = "repeated"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Source:
    """One identity of a source across documents."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a statement comes from: the source that said it first and those it came through."""

    statement: str
    path: str
    origin: str
    via: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """Two documents about one event. `direction` is "b_from_a", "a_from_b" or None."""

    a: str
    b: str
    relation: DocumentRelation
    why: tuple[str, ...]
    direction: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """Who stands behind an event: counts of documents, distinct origins and independent lines, and the word for it."""

    documents: int
    origins: int
    independent: int
    kinds: tuple[SourceKind, ...]
    status: SupportStatus
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Statements that tell of one happening. `when` is EDTF."""

    id: str
    title: str
    acts: tuple[str, ...]
    documents: tuple[str, ...]
    statements: tuple[str, ...]
    support: Support
    place: Place | None = None
    when: str | None = None
    stage: Stage | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class FigurePair:
    """The relation of figure `a` to figure `b` (statement ids)."""

    a: str
    b: str
    relation: FigureRelation
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureSum:
    """Figures `sum` that add up to figure `total` (statement ids)."""

    sum: tuple[str, ...]
    total: str
    why: tuple[str, ...]
    relation: FigureRelation = FigureRelation.SUMS_TO


@dataclass(frozen=True, slots=True)
class Weighed:
    """All that weighing says of a set of findings. The contract's JSON is `findings.plain(weighed)`."""

    sources: tuple[Source, ...] = ()
    origins: tuple[Origin, ...] = ()
    documents: tuple[DocumentPair, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[FigurePair | FigureSum, ...] = ()
    problems: tuple[str, ...] = ()
    format: int = FORMAT
