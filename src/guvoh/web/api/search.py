"""Search in the text of everything kept."""

from __future__ import annotations

from guvoh.actions import search_vault
from guvoh.custody import Hit, Vault
from guvoh.model.access import Actor, Right, require
from guvoh.web.api.operations import Operation


def search(vault: Vault, by: Actor, words: str, limit: int = 20) -> list[Hit]:
    """The passages that hold all of the words, best first."""
    require(by, Right.READ)
    return search_vault.search_vault(vault, words, limit)


OPERATIONS = (Operation("GET", "search", search),)
