"""The findings put in order for weighing: one reading per content, statements with family, unit, period and origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from guvoh.assessment.by_words import by_words
from guvoh.assessment.families import PEOPLE, act_family, is_measure, unit_family
from guvoh.assessment.phrases import phrases
from guvoh.assessment.times import Period, day_bounds, period
from guvoh.model import Document, Findings, Kind, Modality, Place, Stage, Statement

_ARREST, _BEATING = "arbitrary_detention", "private_violence"
_BAN, _SEARCH = "reentry_ban", "unlawful_entry_search"
_ILL_TREATMENT = act_family("torture_ill_treatment")
_POLICING = act_family(_ARREST)
_LAW, _WORK_BAN = "legislation", "work_ban"
RELEASE = "release"
"""The family of numbers, and of arrests, of which the text says that those people were let go."""
DOERS = "those who acted"
"""The unit family of numbers that count gunmen or officers: no act told beside them befell these people."""
_BARE = "count of "
_CLOSE = 30  # characters before a number, those of the verb whose object it is
_ABOUT = 80  # characters around a number in which it is told what those people did
PUBLISHED_UNKNOWN = 10**7
"""Stands for the day of publication where it is not known: sorts after all known ones."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Entry:
    """One content: its findings, and every path it was given under (the first is the one its document carries).

    Each is equal only to itself, so that what is found out about it can be kept beside it.
    """

    findings: Findings
    paths: tuple[str, ...]
    key: str = field(init=False)
    document: Document = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """`key` is what identifies the content; `document` is that of the findings, asked for very often."""
        object.__setattr__(self, "findings", by_words(self.findings))
        object.__setattr__(self, "document", self.findings.document)
        object.__setattr__(self, "key", self.document.sha256 or self.document.path)


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as weighed, with its document, families, period, origin and the links it came through.

    `published` is the first day the document may have been published, as an ordinal, very large when unknown;
    `order` the canonical order of statements: by publication, content, position. `line` is what statements share when
    they are not independent; `is_own` says that the text names no source, so that the publisher is the origin.
    Of the statement follow its `id`; the `place` where it happened, for one that names none that lent by its context;
    the `stage`, how far the measure has gone (a planned modality or a plan is a planned one); and `asserts`, whether it
    says that the thing happened or was ordered (not planned, denied or general).
    """

    statement: Statement
    entry: Entry
    family: str
    unit: str
    period: Period | None
    published: int
    order: tuple[int, str, int, str]
    origin: str = ""
    via: tuple[str, ...] = ()
    line: str = ""
    is_own: bool = False
    lent: Place | None = None
    id: str = field(init=False, repr=False, compare=False)
    place: Place | None = field(init=False, repr=False, compare=False)
    stage: Stage | None = field(init=False, repr=False, compare=False)
    asserts: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out what is asked of a statement millions of times."""
        said, put = self.statement, partial(object.__setattr__, self)
        stage = Stage.PLANNED if said.modality is Modality.PLANNED or said.kind is Kind.PLAN else said.stage
        put("id", said.id)
        put("place", said.place or self.lent)
        put("stage", stage)
        put("asserts", said.modality in (Modality.ASSERTED, Modality.ALLEGED) and stage is not Stage.PLANNED)

    @property
    def is_bare(self) -> bool:
        """Whether it gives a number and does not say of what was done."""
        return self.family.startswith(_BARE)

    @property
    def done(self) -> str | None:
        """What it says was done: an act of the contract, or that people were let go."""
        return RELEASE if self.family == RELEASE else self.statement.act


def gather(findings: Sequence[Findings]) -> tuple[Entry, ...]:
    """One entry per content (the newest reading of the same bytes), in an order of its own."""
    by_content: dict[str, list[Findings]] = {}
    for item in findings:
        by_content.setdefault(item.document.sha256 or item.document.path, []).append(item)
    entries = []
    for same in by_content.values():
        best = min(same, key=lambda f: (-f.document.reading_version, f.document.path, -len(f.statements)))
        paths = sorted({f.document.path for f in same} - {best.document.path})
        entries.append(Entry(best, (best.document.path, *paths)))
    return tuple(sorted(entries, key=lambda e: (e.document.path, e.key)))


def told(statement: Statement, entry: Entry) -> Told:
    """A statement as weighed, origin still open."""
    unit = unit_family(statement.count.unit) if statement.count else ""
    if statement.count and is_measure(statement.count.unit):
        unit = ""
    if unit == PEOPLE and not statement.act and _is_of_doers(statement, entry.document.text):
        unit = DOERS
    family = _family(statement) or (f"{_BARE}{unit}" if unit else "")
    if (not statement.act or family == _POLICING) and _is_of_freed(statement, entry.document.text):
        family = RELEASE
    when = period(statement.when, statement.when_basis, entry.document.published)
    first = day_bounds(entry.document.published)[0]
    published = PUBLISHED_UNKNOWN if first is None else first
    order = (published, entry.key, statement.start, statement.id)
    return Told(statement, entry, family, unit, when, published, order)


def _is_of_doers(statement: Statement, text: str) -> bool:
    """Whether its number counts gunmen or officers to whom nothing was done: "150 officers", no "3 officers died"."""
    count = statement.count
    if count is None:
        return False
    counted = phrases("deeds", "those who act").search(count.words)
    counted = counted or phrases("deeds", "officers of").match(text[count.start : count.end + _ABOUT])
    around = text[max(0, count.start - _CLOSE) : count.start], text[count.end : count.end + _ABOUT]
    befell = phrases("deeds", "befell before").search(around[0]) or phrases("deeds", "befell after").match(around[1])
    return bool(counted) and not befell


def _is_of_freed(statement: Statement, text: str) -> bool:
    """Whether its number, or its "some" or "most", is of people who were let go: an event of its own after a raid."""
    count = statement.count
    if count is None or unit_family(count.unit) != PEOPLE:
        return count is None and bool(phrases("deeds", "some freed").match(statement.quote))
    after, before = text[count.end : count.end + _ABOUT], text[max(0, count.start - _ABOUT) : count.start]
    return bool(phrases("deeds", "freed after").match(after) or phrases("deeds", "freed before").search(before))


def _family(statement: Statement) -> str:
    """The family of its act: owners are not arrested as those found with them are, who beat somebody may be open.

    A broken door and a ban on coming back are told beside the raid and the removal, each a matter of its own; so is a
    death beside the beatings that led to it.
    """
    if statement.act == _BAN or (statement.act == _SEARCH and phrases("deeds", "rooms").search(statement.quote)):
        return statement.act
    if statement.act == _LAW and phrases("deeds", "kept from work").search(statement.quote):
        return act_family(_WORK_BAN)
    family = act_family(statement.act)
    if family == _ILL_TREATMENT and phrases("deeds", "death").search(statement.quote):
        return f"{family} to death"
    if statement.act == _ARREST and phrases("deeds", "owner held").match(statement.quote):
        return f"{family} of owners"
    if statement.act == _BEATING and statement.actor is None:
        return act_family("excessive_force")
    return family


def published_apart(a: Told, b: Told) -> int | None:
    """Days between the publications of two statements' documents; None when either is unknown."""
    return None if PUBLISHED_UNKNOWN in (a.published, b.published) else abs(a.published - b.published)


def home_country(entry: Entry) -> str:
    """The country that a document's statements and places name most; "" when none does."""
    named = [s.place for s in entry.findings.statements if s.place] + list(entry.findings.places)
    counted = Counter(place.country for place in named if place.country)
    return min(counted, key=lambda code: (-counted[code], code)) if counted else ""
