"""What reads the open vault's tables for people: one method for each list, record and search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date

from guvoh.custody.browse import (
    ConflictItem,
    DayCount,
    DecisionFilter,
    DocumentFilter,
    DocumentItem,
    DocumentSort,
    DocumentView,
    EventFilter,
    EventItem,
    EventSort,
    EventView,
    Family,
    LedgerFilter,
    LetterItem,
    Page,
    PlaceCount,
    ProblemItem,
    SourceFilter,
    SourceItem,
    SourceSort,
    SourceView,
    StatementFilter,
    StatementItem,
    StatementSort,
    StatementView,
    Total,
    WeekCount,
)
from guvoh.custody.ledger import Entry
from guvoh.custody.records.browsing import (
    documents,
    events,
    history,
    saved,
    searching,
    single,
    sources,
    statements,
    tallies,
    waiting,
)
from guvoh.custody.searches import (
    EventHit,
    Found,
    PassageHit,
    SavedSearch,
    Scope,
    SearchFilter,
    SourceHit,
    StatementHit,
)
from guvoh.custody.stored import Decided
from guvoh.model.decisions import Decision


class Browsing:
    """The lists of an open vault. `asking` guards each question, `decided` gives a statement whole.

    Pages hold `size` rows at most (1 to 500). `key` is a page's `next_key` or `previous_key`; None: the first page.
    A key that is not of that list and order raises UsageError; an id that is not there raises NotThere.
    """

    def __init__(self, asking: Callable[[], AbstractContextManager[None]], decided: Callable[[str], Decided]) -> None:
        self._asking, self._decided = asking, decided

    def documents(self, filters: DocumentFilter, sort: DocumentSort, key: str | None, size: int) -> Page[DocumentItem]:
        """Documents."""
        with self._asking():
            return documents.document_page(filters, sort, key, size)

    def problems(self, key: str | None, size: int) -> Page[ProblemItem]:
        """Documents that were not read whole, newest first."""
        with self._asking():
            return documents.problem_page(key, size)

    def statements(
        self, filters: StatementFilter, sort: StatementSort, key: str | None, size: int
    ) -> Page[StatementItem]:
        """Statements, or figures (`counted=True`); orders by value, place and source hold figures only."""
        with self._asking():
            return statements.statement_page(filters, sort, key, size)

    def events(self, filters: EventFilter, sort: EventSort, key: str | None, size: int) -> Page[EventItem]:
        """Events."""
        with self._asking():
            return events.event_page(filters, sort, key, size)

    def sources(self, filters: SourceFilter, sort: SourceSort, key: str | None, size: int) -> Page[SourceItem]:
        """Sources."""
        with self._asking():
            return sources.source_page(filters, sort, key, size)

    def decisions(self, filters: DecisionFilter, key: str | None, size: int) -> Page[Decision]:
        """Decisions, newest first."""
        with self._asking():
            return history.decision_page(filters, key, size)

    def ledger(self, filters: LedgerFilter, key: str | None, size: int) -> Page[Entry]:
        """The custody log, newest first."""
        with self._asking():
            return history.ledger_page(filters, key, size)

    def conflicts(self, size: int) -> tuple[tuple[ConflictItem, ...], Total]:
        """The newest pairs of figures that conflict, and how many there are."""
        with self._asking():
            return waiting.conflicts(size)

    def letters(self, day: date, size: int) -> tuple[LetterItem, ...]:
        """Letters with a reply date: up to `size` of those last before the day, and as many of those from it on."""
        with self._asking():
            return waiting.letters(day, size)

    def items(self, idents: Iterable[str]) -> dict[str, StatementItem]:
        """Statements as in lists, by id; those that are not there are left out."""
        with self._asking():
            return statements.by_ident(list(idents))

    def event_items(self, idents: Iterable[str]) -> dict[str, EventItem]:
        """Events as in lists, by id; those that are not there are left out."""
        with self._asking():
            return events.by_ident(list(idents))

    def source_items(self, idents: Iterable[str]) -> dict[str, SourceItem]:
        """Sources as in lists, by id; those that are not there are left out."""
        with self._asking():
            return sources.by_ident(list(idents))

    def places(self, filters: EventFilter) -> tuple[PlaceCount, ...]:
        """Events by place, most told first."""
        with self._asking():
            return tallies.place_counts(tallies.Asked(filters))

    def days(self, filters: EventFilter) -> tuple[DayCount, ...]:
        """Events by date and act, of the newest 2,000 dates with their acts."""
        with self._asking():
            return tallies.day_counts(tallies.Asked(filters))

    def weeks(self, filters: EventFilter) -> tuple[WeekCount, ...]:
        """Events that fall wholly into a week, by its Monday."""
        with self._asking():
            return tallies.week_counts(tallies.Asked(filters))

    def statement(self, ident: str) -> StatementView:
        """One statement with its document, neighbours, event and relations."""
        decided = self._decided(ident)
        with self._asking():
            item = single.statement_item(ident)
            before, after = single.neighbours(ident)
            event = events.by_ident([item.event]).get(item.event) if item.event else None
            relations = single.relations_of([ident]) if item.unit else ()
            return StatementView(
                decided.statement, decided.document, item, decided.review, before, after, single.origin_of(ident),
                event, relations, single.decisions_on(ident),
            )  # fmt: skip

    def family(self, figure: str) -> Family:
        """All figures that relations tie to this one."""
        with self._asking():
            return single.family(figure)

    def event(self, ident: str) -> EventView:
        """One event with its statements by origin, relations and lineage."""
        with self._asking():
            return single.event_view(ident)

    def source(self, ident: str, key: str | None, size: int) -> SourceView:
        """One source with a page of what it said, and who repeats it."""
        with self._asking():
            return single.source_view(ident, key, size)

    def document(self, sha256: str) -> DocumentView:
        """One document with its text and the statements in it."""
        with self._asking():
            return single.document_view(sha256)

    def find_passages(self, query: str, filters: SearchFilter, key: str | None, size: int) -> Found[PassageHit]:
        """Passages that have all the words; UsageError when there is none."""
        with self._asking():
            return searching.find_passages(query, filters, key, size)

    def find_statements(self, query: str, filters: SearchFilter, key: str | None, size: int) -> Found[StatementHit]:
        """Statements that have all the words."""
        with self._asking():
            return searching.find_statements(query, filters, key, size)

    def find_events(self, query: str, filters: SearchFilter, key: str | None, size: int) -> Found[EventHit]:
        """Events that a statement with all the words tells of."""
        with self._asking():
            return searching.find_events(query, filters, key, size)

    def find_sources(self, query: str, key: str | None, size: int) -> Found[SourceHit]:
        """Sources that have all the words in their names."""
        with self._asking():
            return searching.find_sources(query, key, size)

    def saved_searches(self, owner: str) -> tuple[SavedSearch, ...]:
        """The searches that an actor keeps."""
        with self._asking():
            return saved.saved_searches(owner)

    def save_search(
        self, owner: str, name: str, words: str, scope: Scope, filters: tuple[tuple[str, str], ...]
    ) -> SavedSearch:
        """Keep a search in the place of one of that name."""
        with self._asking():
            return saved.save(owner, name, words, scope, filters)

    def forget_search(self, owner: str, number: int) -> None:
        """Drop a search; NotThere when the actor has none of that number."""
        with self._asking():
            saved.forget(owner, number)
