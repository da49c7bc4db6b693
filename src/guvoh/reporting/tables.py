"""Rows for people to read: each statement with its value, how it stands, who said it and the link to its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from guvoh.model import Modality, Party, Place, Statement
from guvoh.model.weighing import Event, FigurePair, FigureRelation
from guvoh.reporting.record import Entry, Record, anchor
from guvoh.reporting.reviewed import SUGGESTION, Reviewed
from guvoh.reporting.words import (
    BASES,
    FIGURE_RELATIONS,
    MODALITIES,
    PLACE_BASES,
    PRECISIONS,
    STAGES,
    STATEMENTS,
    SUPPORT,
    TURNED,
    act_words,
    amount_words,
    hedge_words,
    kind_words,
    unit_words,
    when_words,
)

_SNIPPET = 150
_WEIGHT = (
    *("conflict", "sums_to", "part_of", "same", "rounded_same", "consistent_bound", "later_update"),
    *("other_stage", "other_unit", "narrower", "wider"),
)
"""What a reader must know first about a figure: that another contradicts it, then what it is made of."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short word with its meaning, drawn as a badge of class `kind`."""

    kind: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One body of a chain of attribution."""

    name: str
    told: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How this figure stands to another one: “differs from” “3,000 people (2.4)”."""

    kind: str
    words: str
    others: tuple[Row, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One statement as a row. Every field is words to show; `entry` keeps the statement itself."""

    entry: Entry
    act: str
    amount: str
    hedge: str
    unit: str
    affected: str
    actor: str
    stage: str
    modality: Badge
    place: str
    place_note: str
    when: str
    basis: str
    said_by: Voice | None
    through: tuple[Voice, ...]
    why: tuple[str, ...]
    review: Reviewed = SUGGESTION

    @property
    def ref(self) -> str:
        """“3.7”: the statement's number in the dossier."""
        return self.entry.ref

    @property
    def href(self) -> str:
        """From the first page to the sentence."""
        return self.entry.href

    @property
    def snippet(self) -> str:
        """The quote, or the part of it around the number where it is long."""
        s = self.entry.statement
        if s.count is None or len(s.quote) <= _SNIPPET:
            return s.quote
        middle = (s.count.start + s.count.end) // 2 - s.start
        first = max(0, min(middle - _SNIPPET // 2, len(s.quote) - _SNIPPET))
        first = s.quote.find(" ", first) + 1 if first else 0
        last = s.quote.rfind(" ", 0, first + _SNIPPET) if first + _SNIPPET < len(s.quote) else len(s.quote)
        return f"{'… ' if first else ''}{s.quote[first:last]}{' …' if last < len(s.quote) else ''}"

    @property
    def figure(self) -> str:
        """The number with its unit."""
        return f"{self.amount} {self.unit}".strip() if not self.amount.startswith("“") else self.amount


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its support in words and the reports behind it."""

    anchor: str
    title: str
    acts: str
    place: str
    when: str
    stage: str
    status: Badge
    counts: tuple[int, int, int]
    kinds: str
    why: tuple[str, ...]
    part_of: tuple[str, str] | None
    reports: tuple[Row, ...]

    @property
    def told_once(self) -> bool:
        """Whether no more than one statement tells of it, so that there is nothing to set side by side."""
        return len(self.reports) < 2


def supports(record: Record) -> dict[str, tuple[str, Badge]]:
    """By statement id the place and the support of the event that it tells of."""
    return {
        statement: (f"e-{anchor(event.id)}", Badge(str(event.support.status.value), *SUPPORT[event.support.status]))
        for event in record.weighed.events
        for statement in event.statements
    }


def rows(record: Record) -> dict[str, Row]:
    """A row for each statement, by id, in the order of the documents."""
    return {key: row(entry, record) for key, entry in record.entries.items()}


def row(entry: Entry, record: Record) -> Row:
    """One statement as words; names of private persons are replaced."""
    s, names = entry.statement, record.names
    chain = [
        Voice(names.name(k.name) or "", names.within(k.role) if k.role else kind_words(k.kind)) for k in s.attribution
    ]
    if chain and s.likely_told:
        chain[0] = replace(chain[0], told=f"{chain[0].told} (most likely: no words tell who says it)")
    return Row(
        entry,
        act_words(s.act) or STATEMENTS[s.kind],
        amount_words(s.count) if s.count else "",
        hedge_words(s.count) if s.count else "",
        unit_words(s.count) if s.count else "",
        _party(s.affected, record),
        _party(s.actor, record),
        STAGES[s.stage] if s.stage else "",
        modality_badge(s.modality),
        s.place.name if s.place else "not stated",
        _where_note(s),
        when_words(s.when),
        BASES.get(s.when_basis or "", "") if s.when else "",
        chain[0] if chain else None,
        tuple(chain[1:]),
        tuple(names.within(reason) for reason in s.why),
        record.review(s.id),
    )


def modality_badge(modality: Modality) -> Badge:
    """How the text stands to what it says."""
    return Badge(str(modality.value), *MODALITIES[modality])


def place_note(place: Place) -> str:
    """What must be known beside a place's name: how wide it is, whose it is, or that this is disputed."""
    parts = [PRECISIONS[place.precision]] if place.precision in ("country", "admin1", "admin2") else []
    if place.precision == "region_of_world":  # a federal district is one of a country
        parts = ["part of the country" if place.country else PRECISIONS[place.precision]]
    if place.disputed:
        parts.append(f"disputed: {', '.join(place.disputed)}")
    elif place.country and place.precision != "country":
        parts.append(place.country)
    return ", ".join(parts)


def _where_note(statement: Statement) -> str:
    """How wide the statement's place is, whose, and whether it stands in the sentence itself."""
    if statement.place is None:
        return ""
    notes = (place_note(statement.place), PLACE_BASES.get(statement.place_basis or "", ""))
    return "; ".join(note for note in notes if note)


def _party(party: Party | None, record: Record) -> str:
    if party is None:
        return ""
    codes = f" ({', '.join(party.nationality)})" if party.nationality else ""
    return f"{record.names.name(party.name)}{codes}"


def figure_relations(record: Record, table: Mapping[str, Row]) -> list[tuple[tuple[Row, ...], Relation]]:
    """Each relation between figures once: the figures it starts from, and how they stand to the others."""
    out = []
    told: set[frozenset[str]] = set()
    for relation in record.weighed.figures:
        left = (relation.a,) if isinstance(relation, FigurePair) else relation.sum
        right = relation.b if isinstance(relation, FigurePair) else relation.total
        told |= {frozenset((one, right)) for one in left}
        if all(i in table for i in (*left, right)):
            why = tuple(record.names.within(reason) for reason in relation.why)
            words = FIGURE_RELATIONS[relation.relation]
            made = Relation(str(relation.relation.value), words, (table[right],), why)
            out.append((tuple(table[i] for i in left), made))
    return out + list(_parts_in_text(table, told))


def _parts_in_text(table: Mapping[str, Row], told: set[frozenset[str]]) -> Iterable[tuple[tuple[Row, ...], Relation]]:
    """The parts that a text itself names as parts of a whole, where weighing did not list them."""
    for key, part in table.items():
        whole = part.entry.statement.count.of if part.entry.statement.count else None
        if whole and whole in table and frozenset((key, whole)) not in told:
            words = FIGURE_RELATIONS[FigureRelation.PART_OF]
            yield (part,), Relation("part_of", words, (table[whole],), ("The text names it as a part.",))


def relations_by_row(relations: Iterable[tuple[tuple[Row, ...], Relation]]) -> dict[str, list[Relation]]:
    """For each statement id, its relations, told from its own side."""
    out: dict[str, list[Relation]] = defaultdict(list)
    for left, relation in relations:
        kind = FigureRelation(relation.kind)
        for one in left:
            others = tuple(r for r in left if r is not one)
            words = "with others makes up" if kind is FigureRelation.SUMS_TO and others else relation.words
            out[one.entry.statement.id].append(Relation(relation.kind, words, relation.others, relation.why))
        back = "made up of" if kind is FigureRelation.SUMS_TO else TURNED.get(kind, relation.words)
        for other in relation.others:
            out[other.entry.statement.id].append(Relation(relation.kind, back, left, relation.why))
    return {key: sorted(told, key=lambda r: _WEIGHT.index(r.kind)) for key, told in out.items()}


def event_rows(record: Record, table: Mapping[str, Row]) -> list[EventRow]:
    """All events, those with the most independent lines first."""
    titles = {event.id: event.title for event in record.weighed.events}
    ordered = sorted(
        record.weighed.events, key=lambda e: (-e.support.independent, -e.support.documents, e.when or "~", e.title)
    )  # fmt: skip
    return [_event(event, record, table, titles) for event in ordered]


def _event(event: Event, record: Record, table: Mapping[str, Row], titles: Mapping[str, str]) -> EventRow:
    support, within = event.support, record.names.within
    parent = event.part_of if event.part_of and event.part_of in titles else None
    return EventRow(
        f"e-{anchor(event.id)}",
        within(event.title),
        ", ".join(act_words(a) for a in event.acts),
        event.place.name if event.place else "place not stated",
        when_words(event.when),
        STAGES[event.stage] if event.stage else "",
        Badge(str(support.status.value), *SUPPORT[support.status]),
        (support.documents, support.origins, support.independent),
        ", ".join(kind_words(k) for k in support.kinds),
        tuple(within(reason) for reason in support.why),
        (f"e-{anchor(parent)}", within(titles[parent])) if parent else None,
        tuple(table[i] for i in event.statements if i in table),
    )
