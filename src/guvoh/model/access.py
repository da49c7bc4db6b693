"""Who may do what: actors with a role, rights as objects, one table between them; every use case asks here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from guvoh.model.errors import NotAllowed


class Right(StrEnum):
    """One thing that a person may be allowed to do."""

    READ = "read"
    """See documents, statements, events, figures, sources, the map; search."""
    REVIEW = "review"
    """Accept, reject, correct, add, split and merge statements; undo one's own decisions."""
    GROUP = "group"
    """Group and name events, join and part sources, grade sources, overrule relations; undo anyone's decisions."""
    TAKE_IN = "take_in"
    """Add documents."""
    TELL = "tell"
    """Write dossiers and exports, which leave the vault."""
    KEEP = "keep"
    """Accounts, roles, tokens, settings, vocabulary, the custody log, backups."""


class Duty(StrEnum):
    """What a person is in the vault; each duty holds the rights of the one before it and more."""

    READER = "reader"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    KEEPER = "keeper"


RIGHTS: Mapping[Duty, frozenset[Right]] = {
    Duty.READER: frozenset({Right.READ}),
    Duty.REVIEWER: frozenset({Right.READ, Right.REVIEW}),
    Duty.EDITOR: frozenset({Right.READ, Right.REVIEW, Right.GROUP, Right.TAKE_IN, Right.TELL}),
    Duty.KEEPER: frozenset(Right),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a stable id, the name shown beside decisions, and the duty."""

    id: str
    name: str
    duty: Duty

    def may(self, right: Right) -> bool:
        """Whether the actor has the right."""
        return right in RIGHTS[self.duty]


HOLDER = Actor("holder", "who holds the passphrase", Duty.KEEPER)
"""Whoever works on the command line: the passphrase opens everything."""


def require(actor: Actor, right: Right) -> None:
    """Raise NotAllowed when the actor lacks the right."""
    if not actor.may(right):
        raise NotAllowed(
            f"This needs the right to {right.value.replace('_', ' ')}, which a {actor.duty.value} does not have.",
            "Ask a keeper of the vault to do it, or to change your role.",
        )
