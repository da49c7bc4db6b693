"""What is reported, counted by act, place and time, and who reports it. Counts are of statements, never of people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guvoh.model import Modality, Place
from guvoh.model.weighing import DocumentPair
from guvoh.reporting.record import Page, Record
from guvoh.reporting.svg import element
from guvoh.reporting.tables import Row, place_note
from guvoh.reporting.words import DOCUMENT_RELATIONS, kind_words, plural


@dataclass(frozen=True, slots=True)
class ActTally:
    """How many statements tell of an act, by how they stand; in how many documents, from how many origins."""

    words: str
    total: int
    by_modality: Mapping[Modality, int]
    documents: int
    origins: int
    bar: Markup
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlaceTally:
    """A place with its statements. `anchor` names its row."""

    anchor: str
    place: Place
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DateTally:
    """A date as told (EDTF, or None for none) with its statements."""

    anchor: str
    when: str | None
    words: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source: what it is, its other names, how much it said first and how much came through it."""

    name: str
    kind: str
    role: str
    aliases: str
    first: int
    through: int
    documents: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two documents: `left` repeats, shares its origin with or is independent of `right`."""

    kind: str
    left: Page
    words: str
    right: Page
    why: tuple[str, ...]


def by_act(record: Record, table: Iterable[Row]) -> list[ActTally]:
    """The acts, the most often told first."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in table:
        if row.entry.statement.act:
            grouped[row.act].append(row)
    most = max((len(rows) for rows in grouped.values()), default=1)
    origins = {o.statement: o.origin for o in record.weighed.origins}
    ordered = sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_act(words, rows, most, origins) for words, rows in ordered]


def _act(words: str, rows: Sequence[Row], most: int, origins: Mapping[str, str]) -> ActTally:
    modality = Counter(r.entry.statement.modality for r in rows)
    return ActTally(
        words,
        len(rows),
        modality,
        len({r.entry.page.number for r in rows}),
        len({origins[r.entry.statement.id] for r in rows if r.entry.statement.id in origins}),
        _bar(words, modality, most),
        tuple(rows),
    )


def _bar(words: str, modality: Mapping[Modality, int], most: int) -> Markup:
    at = 0.0
    parts = []
    for kind in Modality:
        wide = 240.0 * modality.get(kind, 0) / most
        if wide:
            parts.append(element("rect", x=at, y=1, width=max(1.5, wide - 1), height=12, class_=f"bar m-{kind.value}"))
            at += wide
    told = ", ".join(f"{modality[kind]} {kind.value}" for kind in Modality if modality.get(kind))
    return element("svg", element("title", f"{words}: {told}"), *parts, class_="bars", viewBox="0 0 240 14", role="img")


def by_place(table: Iterable[Row]) -> list[PlaceTally]:
    """The places, the most often told first; one place is one gazetteer entry, or one name where it has none."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    places: dict[str, Place] = {}
    for row in table:
        place = row.entry.statement.place
        if place:
            key = place.id or place.name.casefold()
            places.setdefault(key, place)
            grouped[key].append(row)
    ordered = sorted(grouped.items(), key=lambda item: (-len(item[1]), places[item[0]].name))
    return [
        PlaceTally(f"place-{i}", places[k], place_note(places[k]), tuple(rows))
        for i, (k, rows) in enumerate(ordered, 1)
    ]


def by_date(table: Iterable[Row]) -> list[DateTally]:
    """The dates as told, in order; those of no stated year and those without date last."""
    grouped: dict[str | None, list[Row]] = defaultdict(list)
    for row in table:
        grouped[row.entry.statement.when].append(row)
    ordered = sorted(
        grouped.items(), key=lambda item: (item[0] is None, "XXXX" in (item[0] or ""), (item[0] or "").lstrip("./"))
    )
    return [DateTally(f"date-{i}", when, rows[0].when, tuple(rows)) for i, (when, rows) in enumerate(ordered, 1)]


def source_rows(record: Record) -> list[SourceRow]:
    """Who the sources are, those who said most first."""
    first: dict[str, set[str]] = defaultdict(set)
    through: dict[str, set[str]] = defaultdict(set)
    for origin in record.weighed.origins:
        first[origin.origin].add(origin.statement)
        for passed_on in origin.via:
            through[passed_on].add(origin.statement)
    out = []
    for source in record.weighed.sources:
        told = [record.entries[i].page for i in first[source.id] | through[source.id] if i in record.entries]
        pages = tuple(sorted({p.number: p for p in told}.values(), key=lambda p: p.number))
        name = record.names.name(source.name) or ""
        aliases = [alias for a in source.aliases if (alias := record.names.name(a)) and alias != name]
        role = record.names.within(source.role or "")
        kind = kind_words(source.kind)
        out.append(
            SourceRow(name, kind, role, ", ".join(aliases), len(first[source.id]), len(through[source.id]), pages)
        )
    return sorted(out, key=lambda s: (-s.first, -s.through, s.name))


def pair_rows(record: Record) -> list[PairRow]:
    """How documents about one event stand to each other, repetition first."""
    made = [row for pair in record.weighed.documents if (row := _pair(pair, record))]
    order = [words.value for words in DOCUMENT_RELATIONS]
    return sorted(made, key=lambda r: (order.index(r.kind), r.left.number, r.right.number))


def _pair(pair: DocumentPair, record: Record) -> PairRow | None:
    left, right = record.page_at(pair.a), record.page_at(pair.b)
    if left is None or right is None:
        return None
    if pair.direction == "b_from_a":
        left, right = right, left
    words = DOCUMENT_RELATIONS[pair.relation]
    if pair.relation.value == "repeats" and pair.direction is None:
        words = "says the same as"
    return PairRow(str(pair.relation.value), left, words, right, tuple(record.names.within(w) for w in pair.why))


def headline(record: Record, figures: int) -> list[tuple[str, str]]:
    """The dossier's size in words: each pair a number and what it counts."""
    origins = len({o.origin for o in record.weighed.origins})
    pairs = (
        (len(record.pages), "document", "read"),
        (sum(not record.review(key).rejected for key in record.entries), "statement", "found"),
        (figures, "figure", "among them"),
        (origins, "origin", "behind them"),
        (len(record.weighed.events), "event", "told of"),
    )
    return [(f"{n:,}", f"{plural(n, word).split(' ', 1)[1]} {rest}") for n, word, rest in pairs]
