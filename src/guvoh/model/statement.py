"""What a source says: one act or number, of whom, where, when, how sure, who said it and through whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FORMAT = 1
"""Version of the findings contract, carried by every output."""


class Kind(StrEnum):
    """What a statement does."""

    ACT = "act"
    FIGURE = "figure"
    ASSESSMENT = "assessment"
    ADVICE = "advice"
    PLAN = "plan"
    LAW = "law"
    QUESTION = "question"


class Qualifier(StrEnum):
    """How the words bound the number."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Stage(StrEnum):
    """How far a measure has gone."""

    ORDERED = "ordered"
    CARRIED_OUT = "carried_out"
    PLANNED = "planned"


class Modality(StrEnum):
    """How the text stands to what it says."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    GENERAL = "general"


class SourceKind(StrEnum):
    """What kind of speaker or channel a source is (a lawyer is a role, not a kind)."""

    PERSON = "person"
    OFFICIAL = "official"
    NGO = "ngo"
    OUTLET = "outlet"
    AGENCY = "agency"
    COMPANY = "company"
    WITNESS = "witness"
    DOCUMENT = "document"
    PUBLISHER = "publisher"


Span = tuple[int, int]
LIKELY = "no words tell who says it: most likely part of the account of"
"""How the reason begins of an attribution that no words make: the source is only the likeliest."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number as a claim: bounds hold what the words support and nothing more.

    `words` is `text[start:end]`. `unit` is one English noun in the singular ("person", "call", "RUB").
    `of` is the id of the statement that holds the whole, when this is a part.
    """

    qualifier: Qualifier
    words: str
    unit: str
    start: int
    end: int
    low: float | None = None
    best: float | None = None
    high: float | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who did an act (`kind`: police, court, official, employer …) or to whom (`nationality`: ISO 3166-1 alpha-2)."""

    name: str
    start: int
    end: int
    kind: str | None = None
    nationality: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. `country` is null and `disputed` lists the claimants where sovereignty is disputed.

    `precision` is region_of_world, country, admin1, admin2, city, facility. Coordinates are degrees
    (WGS 84) of a representative point and None where none would be honest.
    """

    name: str
    id: str | None
    start: int
    end: int
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the text names. `edtf` is EDTF (ISO 8601-2); `basis` is text, published or inferred."""

    edtf: str
    basis: str
    start: int
    end: int
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One body in a chain of attribution: who said it, or through whom it came."""

    name: str
    kind: SourceKind
    role: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class SourceMention:
    """Someone whose words or data the text reports, at the place where the fullest name stands."""

    name: str
    kind: SourceKind
    start: int
    end: int
    role: str | None = None
    private: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """A reported-speech relation: spans of the source, the cue and the stretches of content."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A numbered question of a letter."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What makes a letter one: to whom, from whom, its reference, its questions and the reply date (EDTF)."""

    addressee: str | None = None
    signed: str | None = None
    reference: str | None = None
    questions: tuple[Question, ...] = ()
    reply_by: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one document. `text[start:end] == quote`, always.

    `attribution` runs from who said it to the publisher. `score` is 0–1, `why` the reasons in words.
    `place_basis` is text (the sentence says where) or inferred (read from the sentences around it, the
    reason in `why`); `when_basis` is text, published or inferred.
    `id` is a hash over the document and the spans (see identity.statement_id).
    """

    id: str
    start: int
    end: int
    quote: str
    kind: Kind
    finder: str
    score: float
    why: tuple[str, ...]
    act: str | None = None
    count: Count | None = None
    stage: Stage | None = None
    actor: Party | None = None
    affected: Party | None = None
    place: Place | None = None
    place_basis: str | None = None
    when: str | None = None
    when_basis: str | None = None
    modality: Modality = Modality.ASSERTED
    attribution: tuple[Link, ...] = ()
    private: bool = False

    @property
    def likely_told(self) -> bool:
        """Whether no words tell who says it, so that the first of `attribution` is only the likeliest."""
        return bool(self.attribution) and any(reason.startswith(LIKELY) for reason in self.why)
