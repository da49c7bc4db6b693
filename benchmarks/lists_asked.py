"""What the desk asks of a vault: a call for each list, record and search, with filters picked anew each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from random import Random
from typing import Any

from lists_world import ACTS, COUNTRIES, LANGUAGES, PLACES, SEED

from guvoh.actions import browse_documents as documents
from guvoh.actions import browse_events as events
from guvoh.actions import browse_history as history
from guvoh.actions import browse_search as search
from guvoh.actions import browse_sources as sources
from guvoh.actions import browse_statements as statements
from guvoh.custody import Vault
from guvoh.custody.browse import (
    DecisionFilter,
    DocumentFilter,
    DocumentSort,
    EventFilter,
    EventSort,
    LedgerFilter,
    SourceFilter,
    SourceSort,
    StatementFilter,
    StatementSort,
)
from guvoh.custody.records.browsing import seek
from guvoh.custody.records.browsing.events import event_listing
from guvoh.custody.records.browsing.statements import statement_listing
from guvoh.custody.searches import SearchFilter
from guvoh.model import Modality, SourceKind, Stage
from guvoh.model.access import HOLDER
from guvoh.model.decisions import Review
from guvoh.model.weighing import FigureRelation, SupportStatus

Call = Callable[[Vault, Random], Any]
DECISION_FILTERS = (
    DecisionFilter(),
    DecisionFilter(by="actor1"),
    DecisionFilter(kind="reject"),
    DecisionFilter(by="actor1", kind="reject"),
)
LEDGER_FILTERS = (
    LedgerFilter(),
    LedgerFilter(action="decided"),
    LedgerFilter(subject=f"{1:064x}"),
    LedgerFilter(action="decided", subject=f"{1:064x}"),
)


def lists() -> dict[str, Call]:
    """One call for each list, order and filter, its values picked anew for each run; and for pages far down."""
    calls: dict[str, Call] = {}
    for sort in DocumentSort:
        calls[f"documents by {sort}"] = lambda v, _, s=sort: documents.browse_documents(v, HOLDER, sort=s)
    for name, given in _document_filters().items():
        calls[f"documents: {name}"] = lambda v, r, g=given: documents.browse_documents(v, HOLDER, g(r))
    calls["problems"] = lambda v, _: documents.browse_problems(v, HOLDER)
    for sort in (StatementSort.REVIEW, StatementSort.DATE, StatementSort.DATE_DOWN):
        calls[f"statements by {sort}"] = lambda v, _, s=sort: statements.browse_statements(v, HOLDER, sort=s)
        for name, made_by in statement_filters().items():
            calls[f"statements by {sort}: {name}"] = lambda v, r, s=sort, g=made_by: statements.browse_statements(
                v, HOLDER, g(r), s
            )
    for sort in StatementSort:
        if sort is not StatementSort.REVIEW:
            calls[f"figures by {sort}"] = lambda v, _, s=sort: statements.browse_figures(v, HOLDER, sort=s)
            for name, made_by in _figure_filters().items():
                calls[f"figures by {sort}: {name}"] = lambda v, r, s=sort, g=made_by: statements.browse_figures(
                    v, HOLDER, g(r), s
                )
    for sort in EventSort:
        calls[f"events by {sort}"] = lambda v, _, s=sort: events.browse_events(v, HOLDER, sort=s)
    for name, chosen in event_filters().items():
        calls[f"events: {name}"] = lambda v, r, g=chosen: events.browse_events(v, HOLDER, g(r))
    for sort in SourceSort:
        calls[f"sources by {sort}"] = lambda v, _, s=sort: sources.browse_sources(v, HOLDER, sort=s)
        calls[f"sources by {sort}: kind"] = lambda v, r, s=sort: sources.browse_sources(
            v, HOLDER, SourceFilter(kind=r.choice(list(SourceKind))), s
        )
    return calls | _histories()


def _histories() -> dict[str, Call]:
    calls: dict[str, Call] = {}
    for chosen in DECISION_FILTERS:
        calls[f"decisions{named(chosen)}"] = lambda v, _, g=chosen: history.browse_decisions(v, HOLDER, g)
    for wanted in LEDGER_FILTERS:
        calls[f"log{named(wanted)}"] = lambda v, _, g=wanted: history.browse_ledger(v, HOLDER, g)
    return calls


def named(filters: DecisionFilter | LedgerFilter) -> str:
    """The filters asked for, as they stand in a call's name."""
    given = ", ".join(field.name for field in fields(filters) if getattr(filters, field.name) is not None)
    return f": {given}" if given else ""


def singles() -> dict[str, Call]:
    """One record at a time, and the counts of map and timeline with a filter."""
    size = int(seek.ask("SELECT max(id) FROM records_statementrow")[0][0])
    return {
        "a document": lambda v, r: documents.view_document(v, HOLDER, f"{r.randrange(1, size // 20):064x}"),
        "an event": lambda v, r: events.view_event(v, HOLDER, f"event{r.randrange(size // 6 // 2)}"),
        "a source": lambda v, r: sources.view_source(v, HOLDER, f"source{r.randrange(size // 50)}"),
        "a family of figures": lambda v, r: statements.view_family(v, HOLDER, f"s{r.randrange(1, size):063x}"),
        "map of a country and year": lambda v, r: events.count_places(v, HOLDER, _year(r)),
        "timeline of a country and year": lambda v, r: events.count_days(v, HOLDER, _year(r)),
        "weeks of a country and year": lambda v, r: events.count_weeks(v, HOLDER, _year(r)),
        "map of all": lambda v, _: events.count_places(v, HOLDER),
        "timeline of all": lambda v, _: events.count_days(v, HOLDER),
        "weeks of all": lambda v, _: events.count_weeks(v, HOLDER),
    }


def _year(random: Random) -> EventFilter:
    year = random.randrange(2015, 2025)
    return EventFilter(country=random.choice(COUNTRIES), first=date(year, 1, 1), last=date(year, 12, 31))


def _document_filters() -> dict[str, Callable[[Random], DocumentFilter]]:
    return {
        "language": lambda r: DocumentFilter(language=r.choice(LANGUAGES)),
        "waiting": lambda _: DocumentFilter(waiting=True),
        "problems": lambda _: DocumentFilter(problems=True),
        "days": lambda r: DocumentFilter(first=date(r.randrange(2014, 2024), 3, 1), last=date(2024, 6, 1)),
    }


def statement_filters() -> dict[str, Callable[[Random], StatementFilter]]:
    """Filters of statements, alone and several together."""

    def days(r: Random) -> dict[str, date]:
        year, month = r.randrange(2014, 2025), r.randrange(1, 13)
        return {"first": date(year, month, 1), "last": date(year, month, 28)}

    return {
        "act": lambda r: StatementFilter(act=r.choice(ACTS)),
        "country": lambda r: StatementFilter(country=r.choice(COUNTRIES)),
        "admin1": lambda r: StatementFilter(admin1=f"{r.choice(COUNTRIES)}-{r.randrange(24)}"),
        "place": lambda r: StatementFilter(place=f"geonames:{r.randrange(PLACES)}"),
        "review": lambda r: StatementFilter(review=r.choice(list(Review))),
        "waiting": lambda _: StatementFilter(waiting=True),
        "stage": lambda r: StatementFilter(stage=r.choice(list(Stage))),
        "modality": lambda r: StatementFilter(modality=r.choice(list(Modality))),
        "support": lambda r: StatementFilter(status=r.choice(list(SupportStatus))),
        "source": lambda r: StatementFilter(source=f"source{int(200 * r.random() ** 3)}"),
        "document": lambda r: StatementFilter(document=f"{r.randrange(1, 500):064x}"),
        "event": lambda r: StatementFilter(event=f"event{r.randrange(1000)}"),
        "days": lambda r: StatementFilter(**days(r)),
        "act, country": lambda r: StatementFilter(act=r.choice(ACTS), country=r.choice(COUNTRIES)),
        "act, country, review, days": lambda r: StatementFilter(
            act=r.choice(ACTS), country=r.choice(COUNTRIES), review=r.choice(list(Review)), **days(r)
        ),
        "act, waiting": lambda r: StatementFilter(act=r.choice(ACTS), waiting=True),
        "country, stage, modality": lambda r: StatementFilter(
            country=r.choice(COUNTRIES), stage=r.choice(list(Stage)), modality=r.choice(list(Modality))
        ),
    }


def _figure_filters() -> dict[str, Callable[[Random], StatementFilter]]:
    return {
        "unit": lambda r: StatementFilter(unit=r.choice(("person", "case", "RUB", "visa"))),
        "act, country": lambda r: StatementFilter(act=r.choice(ACTS), country=r.choice(COUNTRIES)),
        "conflict": lambda _: StatementFilter(relation=FigureRelation.CONFLICT),
    }


def event_filters() -> dict[str, Callable[[Random], EventFilter]]:
    """Filters of events, alone and several together."""
    return {
        "act": lambda r: EventFilter(act=r.choice(ACTS)),
        "country": lambda r: EventFilter(country=r.choice(COUNTRIES)),
        "place": lambda r: EventFilter(place=f"geonames:{r.randrange(PLACES)}"),
        "support": lambda r: EventFilter(status=r.choice(list(SupportStatus))),
        "source kind": lambda r: EventFilter(source_kind=r.choice(list(SourceKind))),
        "waiting": lambda _: EventFilter(waiting=True),
        "conflict": lambda _: EventFilter(conflict=True),
        "country, act, days": lambda r: EventFilter(
            country=r.choice(COUNTRIES),
            act=r.choice(ACTS),
            first=date(r.randrange(2014, 2024), 1, 1),
            last=date(2024, 1, 1),
        ),
    }


def searches(vault: Vault) -> dict[str, Call]:
    """Searches for words of every frequency, in the four scopes, with filters and with a slip."""
    words = [w for (w,) in seek.ask("SELECT word FROM records_searchword WHERE size > 5 ORDER BY word LIMIT 400")]
    common = [line.split()[0] for line in _first_lines(vault)]

    def rare(r: Random) -> str:
        return r.choice(words)

    def slip(r: Random) -> str:
        word = r.choice(words)
        return f"{word[:2]}{word[3]}{word[2]}{word[4:]}q"

    return {
        "passages: a rare word": lambda v, r: search.search_passages(v, HOLDER, rare(r)),
        "passages: a word of a text": lambda v, r: search.search_passages(v, HOLDER, r.choice(common)),
        "passages: two words": lambda v, r: search.search_passages(v, HOLDER, f"{r.choice(common)} {r.choice(common)}"),
        "passages: a slip": lambda v, r: search.search_passages(v, HOLDER, slip(r)),
        "passages: language": lambda v, r: search.search_passages(
            v, HOLDER, r.choice(common), SearchFilter(language=r.choice(LANGUAGES))
        ),
        "statements: a word of a text": lambda v, r: search.search_statements(v, HOLDER, r.choice(common)),
        "statements: two words": lambda v, r: search.search_statements(
            v, HOLDER, f"{r.choice(common)} {r.choice(common)}"
        ),
        "statements: act, country": lambda v, r: search.search_statements(
            v, HOLDER, r.choice(common), SearchFilter(act=r.choice(ACTS), country=r.choice(COUNTRIES))
        ),
        "statements: days": lambda v, r: search.search_statements(
            v, HOLDER, r.choice(common), SearchFilter(first=date(2023, 1, 1), last=date(2023, 3, 1))
        ),
        "events: a word of a text": lambda v, r: search.search_events(v, HOLDER, r.choice(common)),
        "sources: a name": lambda v, r: search.search_sources(v, HOLDER, r.choice(common)),
    }


def _first_lines(vault: Vault) -> list[str]:
    """Quotes from all over the vault: their words are as frequent as the vault's are."""
    random = Random(SEED)
    size = int(seek.ask("SELECT max(id) FROM records_statementrow")[0][0])
    found = []
    for _ in range(60):
        number = random.randrange(1, size // 20)
        item = documents.view_document(vault, HOLDER, f"{number:064x}").statements[random.randrange(20)]
        found.append(" ".join(random.sample(item.quote.rstrip(".").split(), 5)))
    return found


def deep() -> dict[str, Call]:
    """Pages from the middle of the long lists, on and back."""
    long = {
        f"statements by {sort}": (
            statement_listing(StatementFilter(), sort),
            lambda v, k, s=sort: statements.browse_statements(v, HOLDER, sort=s, key=k),
        )
        for sort in (StatementSort.REVIEW, StatementSort.DATE, StatementSort.DATE_DOWN, StatementSort.VALUE)
    } | {
        f"events by {sort}": (
            event_listing(EventFilter(), sort),
            lambda v, k, s=sort: events.browse_events(v, HOLDER, sort=s, key=k),
        )
        for sort in EventSort
    }
    calls: dict[str, Call] = {}
    for name, (listing, call) in long.items():
        for way, back in (("on", False), ("back", True)):
            key = seek.middle(listing, back=back)
            calls[f"{name}, middle page {way}"] = lambda v, _, c=call, k=key: c(v, k)
    return calls
