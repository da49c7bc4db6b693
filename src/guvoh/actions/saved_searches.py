"""Keep, list and drop searches, each person their own."""

from __future__ import annotations

from collections.abc import Mapping

from guvoh.custody import Vault
from guvoh.custody.searches import SavedSearch, Scope
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import UsageError

_LONGEST = 200


def saved_searches(vault: Vault, by: Actor) -> tuple[SavedSearch, ...]:
    """The searches that this person keeps, by name."""
    require(by, Right.READ)
    return vault.browse.saved_searches(by.id)


def save_search(
    vault: Vault, by: Actor, name: str, words: str, scope: Scope, filters: Mapping[str, str] | None = None
) -> SavedSearch:
    """Keep a search under a name; one of that name is replaced. Raises UsageError for an empty or very long name."""
    require(by, Right.READ)
    name = " ".join(name.split())
    if not 0 < len(name) <= _LONGEST:
        raise UsageError(f"A saved search needs a name of at most {_LONGEST} characters.", "Give it a short name.")
    return vault.browse.save_search(by.id, name, words, scope, tuple(sorted((filters or {}).items())))


def forget_search(vault: Vault, by: Actor, number: int) -> None:
    """Drop a search of this person's. Raises NotThere."""
    require(by, Right.READ)
    vault.browse.forget_search(by.id, number)
