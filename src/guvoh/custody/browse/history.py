"""Which decisions and entries of the custody log a list shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """Which decisions; None: all. `by` is an actor's id."""

    by: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which entries of the custody log; None: all."""

    action: str | None = None
    subject: str | None = None
