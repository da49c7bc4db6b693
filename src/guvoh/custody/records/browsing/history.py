"""Decisions and the custody log as lists, newest first."""

from __future__ import annotations

from typing import Any

from guvoh.custody.browse import DecisionFilter, LedgerFilter, Page
from guvoh.custody.ledger import Entry
from guvoh.custody.records import models, rows
from guvoh.custody.records.browsing.seek import Listing, Part, count, walk
from guvoh.model.decisions import Decision


def decision_page(filters: DecisionFilter, key: str | None, size: int) -> Page[Decision]:
    """One page of decisions."""
    return _decisions(decision_listing(filters), key, size)


def adrift_page(key: str | None, size: int) -> Page[Decision]:
    """One page of the decisions that found no place."""
    where = "number IN (SELECT decision FROM records_adriftrow)"
    listing = Listing("adrift", (Part("records_decision", (where,), (), ("number",)),), down=True, ident="number")
    return _decisions(listing, key, size)


def _decisions(listing: Listing, key: str | None, size: int) -> Page[Decision]:
    found = walk(listing, key, size)
    held = models.Decision.objects.in_bulk(list(found.idents))
    told = tuple(rows.decision_of(held[number]) for number in found.idents)
    return Page(told, found.next_key, found.previous_key, None if key else count(listing))


def ledger_page(filters: LedgerFilter, key: str | None, size: int) -> Page[Entry]:
    """One page of the custody log."""
    listing = ledger_listing(filters)
    found = walk(listing, key, size)
    held = models.LedgerEntry.objects.in_bulk(list(found.idents))
    told = tuple(rows.entry_of(held[number]) for number in found.idents)
    return Page(told, found.next_key, found.previous_key, None if key else count(listing))


def decision_listing(filters: DecisionFilter) -> Listing:
    """The list of decisions that pass the filters."""
    return _listing("decisions", "records_decision", "decision", {"by": filters.by, "kind": filters.kind})


def ledger_listing(filters: LedgerFilter) -> Listing:
    """The list of entries that pass the filters."""
    wanted = {"subject": filters.subject, "action": filters.action}
    return _listing("ledger", "records_ledgerentry", "ledger", wanted)


def _listing(name: str, table: str, index: str, wanted: dict[str, str | None]) -> Listing:
    """The first column asked for names the index, which has the order and the columns after it as well."""
    given: dict[str, Any] = {column: value for column, value in wanted.items() if value is not None}
    source = f"{table} INDEXED BY {index}_{next(iter(given))}" if given else table
    where = tuple(f'"{column}" = %s' for column in given)
    return Listing(name, (Part(source, where, tuple(given.values()), ("number",)),), down=True, ident="number")
