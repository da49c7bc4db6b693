"""List what persons decided, and the custody log."""

from __future__ import annotations

from guvoh.custody import Entry, Vault
from guvoh.custody.browse import DecisionFilter, LedgerFilter, Page
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision

_ALL = DecisionFilter()
_WHOLE = LedgerFilter()


def browse_decisions(
    vault: Vault, by: Actor, filters: DecisionFilter = _ALL, key: str | None = None, size: int = 50
) -> Page[Decision]:
    """A page of decisions, newest first; `key` is that of an earlier page, None for the first."""
    require(by, Right.READ)
    return vault.browse.decisions(filters, key, size)


def browse_ledger(
    vault: Vault, by: Actor, filters: LedgerFilter = _WHOLE, key: str | None = None, size: int = 50
) -> Page[Entry]:
    """A page of the custody log, newest first. Needs the right to keep."""
    require(by, Right.KEEP)
    return vault.browse.ledger(filters, key, size)
