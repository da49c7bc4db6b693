"""Search the text of everything kept in a vault."""

from __future__ import annotations

from guvoh.custody import Hit, Vault
from guvoh.model.errors import UsageError


def search_vault(vault: Vault, words: str, limit: int) -> list[Hit]:
    """The passages that hold all of the words, best first. Raises UsageError when there is no word to look for."""
    if not any(character.isalnum() for character in words):
        raise UsageError("There is no word to look for.", "Give one or more words; a passage must hold all of them.")
    return vault.search(words, limit)
