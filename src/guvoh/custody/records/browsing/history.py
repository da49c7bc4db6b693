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
    wanted = {"by": filters.by, "kind": filters.kind}
    listing = _listing("decisions", "records_decision", wanted)
    found = walk(listing, key, size)
    held = models.Decision.objects.in_bulk(list(found.idents))
    told = tuple(rows.decision_of(held[number]) for number in found.idents)
    return Page(told, found.next_key, found.previous_key, None if key else count(listing))


def ledger_page(filters: LedgerFilter, key: str | None, size: int) -> Page[Entry]:
    """One page of the custody log."""
    listing = _listing("ledger", "records_ledgerentry", {"action": filters.action, "subject": filters.subject})
    found = walk(listing, key, size)
    held = models.LedgerEntry.objects.in_bulk(list(found.idents))
    told = tuple(rows.entry_of(held[number]) for number in found.idents)
    return Page(told, found.next_key, found.previous_key, None if key else count(listing))


def _listing(name: str, table: str, wanted: dict[str, str | None]) -> Listing:
    given: dict[str, Any] = {column: value for column, value in wanted.items() if value is not None}
    where = tuple(f'"{column}" = %s' for column in given)
    return Listing(name, (Part(table, where, tuple(given.values()), ("number",)),), down=True, ident="number")
