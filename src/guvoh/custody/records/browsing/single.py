"""One record by its id, with what surrounds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from guvoh.custody.browse import (
    DocumentView,
    EventView,
    Family,
    OriginGroup,
    SourceItem,
    SourceView,
    StatementFilter,
    StatementItem,
    StatementSort,
)
from guvoh.custody.records import models, rows, weighed_rows
from guvoh.custody.records.browsing import documents, events, sources, statements
from guvoh.custody.records.browsing.seek import ask
from guvoh.model.decisions import Decision
from guvoh.model.errors import NotThere
from guvoh.model.weighing import DocumentPair, FigurePair, FigureSum, Origin

_SHOWN = 500
"""Statements of an event, or figures of a family, that are shown at once."""
_LINEAGE = 2_000
_HEARD = 50


def neighbours(statement: str) -> tuple[str | None, str | None]:
    """The statements before and after in review order, by id."""
    place = ask(f'SELECT document_id, "start", id FROM {statements.TABLE} WHERE statement = %s', (statement,))
    if not place:
        return None, None

    def beside(sign: str, order: str) -> str | None:
        found = ask(
            f"SELECT statement FROM {statements.TABLE} INDEXED BY list_document "
            f'WHERE (document_id, "start", id) {sign} (%s, %s, %s) '
            f'ORDER BY document_id {order}, "start" {order}, id {order} LIMIT 1',
            place[0],
        )
        return found[0][0] if found else None

    return beside("<", "DESC"), beside(">", "ASC")


def statement_item(statement: str) -> StatementItem:
    """A statement as in lists. Raises NotThere."""
    found = statements.by_ident([statement]).get(statement)
    if found is None:
        raise NotThere("No statement of that id is in the vault, or no longer.", "Look at the document again.")
    return found


def origin_of(statement: str) -> Origin | None:
    """Where a statement comes from, as weighed."""
    row = models.OriginRow.objects.filter(statement=statement).first()
    return weighed_rows.origin_of(row) if row else None


def relations_of(figures: Iterable[str]) -> tuple[FigurePair | FigureSum, ...]:
    """Every relation in which one of these figures stands."""
    found: dict[int, Any] = {}
    every = list(figures)
    for start in range(0, len(every), _SHOWN):
        members = models.FigureMember.objects.filter(statement__in=every[start : start + _SHOWN])
        asked = models.FigureRelationRow.objects.filter(id__in=members.values_list("relation", flat=True))
        found |= {row.id: row for row in asked.order_by("id")[:_LINEAGE]}
    return tuple(weighed_rows.figure_of(found[number]) for number in sorted(found))


def members_of(relation: FigurePair | FigureSum) -> tuple[str, ...]:
    """The figures of a relation."""
    return (relation.a, relation.b) if isinstance(relation, FigurePair) else (*relation.sum, relation.total)


def family(figure: str) -> Family:
    """All figures that relations tie to this one, at whatever distance. Raises NotThere."""
    statement_item(figure)
    known, fresh = {figure}, {figure}
    relations: dict[FigurePair | FigureSum, None] = {}
    while fresh and len(known) <= _SHOWN:
        found = relations_of(sorted(fresh))
        relations |= dict.fromkeys(found)
        fresh = {member for relation in found for member in members_of(relation)} - known
        known |= fresh
    shown = statements.by_ident(sorted(known)[:_SHOWN])
    ordered = sorted(shown.values(), key=lambda item: (item.when or "~", item.sha256, item.start, item.id))
    return Family(tuple(ordered), tuple(relations), complete=len(known) <= _SHOWN)


def event_view(ident: str) -> EventView:
    """One event. Raises NotThere."""
    row = models.EventRow.objects.filter(ident=ident).first()
    if row is None:
        raise NotThere("There is no such event, or it was grouped anew.", "Look at the events again.")
    event = weighed_rows.event_of(row)
    held = list(statements.by_ident(event.statements[:_SHOWN]).values())
    around = events.by_ident([ident, *([event.part_of] if event.part_of else [])])
    smaller = models.EventRow.objects.filter(part_of=ident).order_by("id").values_list("id", flat=True)[:_SHOWN]
    return EventView(
        event, around[ident], _by_origin(held), relations_of(item.id for item in held if item.unit),
        _lineage({item.sha256 for item in held}), around.get(event.part_of or ""), events.items(list(smaller)),
        decisions_on(ident), complete=len(event.statements) <= _SHOWN,
    )  # fmt: skip


def _by_origin(held: Sequence[StatementItem]) -> tuple[OriginGroup, ...]:
    groups: dict[str | None, list[StatementItem]] = defaultdict(list)
    for item in sorted(held, key=lambda item: (item.when or "~", item.sha256, item.start, item.id)):
        groups[item.source].append(item)
    known = sources.by_ident([key for key in groups if key])
    made = (OriginGroup(known.get(key or ""), tuple(group)) for key, group in groups.items())
    return tuple(sorted(made, key=lambda g: (g.source is None, -len(g.statements), g.source.name if g.source else "")))


def _lineage(addresses: set[str]) -> tuple[DocumentPair, ...]:
    listed = sorted(addresses)
    pairs = models.DocumentRelationRow.objects.filter(a_sha256__in=listed, b_sha256__in=listed).order_by("a", "b")
    return tuple(map(weighed_rows.document_pair_of, pairs[:_LINEAGE]))


def source_view(ident: str, key: str | None, size: int) -> SourceView:
    """One source; `key` and `size` are of the page of what it said. Raises NotThere."""
    item = sources.by_ident([ident]).get(ident)
    if item is None:
        raise NotThere("There is no such source, or it was joined to another.", "Look at the sources again.")
    said = statements.statement_page(StatementFilter(source=ident), StatementSort.DATE_DOWN, key, size)
    return SourceView(item, said, _heard(_PASSED_ON_BY, ident), _heard(_PASSES_ON, ident), decisions_on(ident))


_PASSED_ON_BY = """SELECT v.value, count(*) AS times
FROM (SELECT via FROM records_originrow WHERE source = %s LIMIT 20000) o, json_each(o.via) v
GROUP BY v.value ORDER BY times DESC, v.value LIMIT %s"""
_PASSES_ON = """SELECT t.source, count(*) AS times FROM (SELECT o.source FROM records_documentcard c
JOIN records_statementrow s ON s.document_id = c.document JOIN records_originrow o ON o.statement = s.statement
WHERE c.publisher <> '' AND c.publisher = (SELECT name FROM records_sourcerow WHERE ident = %s)
AND o.source <> '' LIMIT 20000) t GROUP BY t.source ORDER BY times DESC, t.source LIMIT %s"""


def _heard(query: str, ident: str) -> tuple[tuple[SourceItem, int], ...]:
    counted = [(other, times) for other, times in ask(query, (ident, _HEARD)) if other != ident]
    known = sources.by_ident([other for other, _ in counted])
    return tuple((known[other], times) for other, times in counted if other in known)


def document_view(sha256: str) -> DocumentView:
    """One document with its statements. Raises NotThere."""
    item = documents.by_address([sha256]).get(sha256)
    row = models.Document.objects.filter(sha256=sha256).order_by("-reading_version").first()
    if item is None or row is None:
        raise NotThere("No document of that SHA-256 is in the vault.", "Look at the list of documents.")
    numbers = ask(
        f'SELECT id FROM {statements.TABLE} WHERE document_id = %s ORDER BY "start", id',
        (row.id,),
    )
    seen = tuple(map(rows.sighting_of, models.Sighting.objects.filter(sha256=sha256).order_by("id")))
    told = [one for start in range(0, len(numbers), _SHOWN) for one in statements.items(
        [number for (number,) in numbers[start : start + _SHOWN]])]  # fmt: skip
    return DocumentView(item, rows.document_of(row), seen, tuple(told), documents.problems_of(sha256))


def decisions_on(subject: str) -> tuple[Decision, ...]:
    """Every decision on a statement, event or source, in order."""
    numbers = models.DecisionSubject.objects.filter(subject=subject).values_list("decision", flat=True)
    found = models.Decision.objects.filter(number__in=list(numbers)).order_by("number")
    return tuple(map(rows.decision_of, found))
