"""Read what persons decided: the history of a statement, event or source, and the decisions that found no place."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.custody import TWO_REVIEWERS, Vault
from guvoh.custody.browse import Page
from guvoh.model import Statement
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import Decision, DecisionKind, stands


@dataclass(frozen=True, slots=True)
class Step:
    """One decision in a history, and whether it stands or was undone."""

    decision: Decision
    stands: bool


@dataclass(frozen=True, slots=True)
class History:
    """All decisions on one thing, oldest first. `newest` is what a page hands back as `seen`: 0 for none."""

    steps: tuple[Step, ...]

    @property
    def newest(self) -> int:
        """The number of the newest decision."""
        return self.steps[-1].decision.number if self.steps else 0


def history(vault: Vault, by: Actor, subject: str) -> History:
    """Who decided what, and when, on a statement, event or source, by its id."""
    require(by, Right.READ)
    found = vault.decisions_on(subject)
    undoings = [d for d in found if d.kind is DecisionKind.UNDO]
    return History(tuple(Step(d, stands(d, undoings)) for d in found))


def machine_reading(vault: Vault, by: Actor, statement: str) -> Statement | None:
    """The statement as the machine found it, before any person; None for one that a person made."""
    require(by, Right.READ)
    found = vault.found(vault.decided(statement).document.sha256)
    return next((s for s in found.statements if s.id == statement), None) if found else None


def adrift(vault: Vault, by: Actor, key: str | None = None, size: int = 50) -> Page[Decision]:
    """A page of the decisions that stand but whose statement, quote or terms are not in the vault any more.

    Newest first; `key` is that of an earlier page, None for the first.
    """
    require(by, Right.READ)
    return vault.adrift(key, size)


def two_reviewers(vault: Vault) -> bool:
    """Whether two persons must agree before a statement counts as accepted, corrected or added."""
    return vault.setting(TWO_REVIEWERS) == "yes"


def require_two_reviewers(vault: Vault, by: Actor, *, required: bool) -> None:
    """Set that, for all statements decided on and to come."""
    require(by, Right.KEEP)
    vault.set(TWO_REVIEWERS, "yes" if required else "no", by)
