"""Search passages, statements, events and sources, with the words marked."""

from __future__ import annotations

from guvoh.custody import Vault
from guvoh.custody.searches import EventHit, Found, PassageHit, SearchFilter, SourceHit, StatementHit
from guvoh.model.access import Actor, Right, require

_ALL = SearchFilter()


def search_passages(
    vault: Vault, by: Actor, words: str, filters: SearchFilter = _ALL, key: str | None = None, size: int = 20
) -> Found[PassageHit]:
    """Passages that have all the words, best first, or newest first where they are too many to rank.

    Raises UsageError when there is no word to look for.
    """
    require(by, Right.READ)
    return vault.browse.find_passages(words, filters, key, size)


def search_statements(
    vault: Vault, by: Actor, words: str, filters: SearchFilter = _ALL, key: str | None = None, size: int = 20
) -> Found[StatementHit]:
    """Statements that have all the words; the same order and error."""
    require(by, Right.READ)
    return vault.browse.find_statements(words, filters, key, size)


def search_events(
    vault: Vault, by: Actor, words: str, filters: SearchFilter = _ALL, key: str | None = None, size: int = 20
) -> Found[EventHit]:
    """Events that a statement with all the words tells of; the same order and error."""
    require(by, Right.READ)
    return vault.browse.find_events(words, filters, key, size)


def search_sources(vault: Vault, by: Actor, words: str, key: str | None = None, size: int = 20) -> Found[SourceHit]:
    """Sources that have all the words in their names; the same order and error."""
    require(by, Right.READ)
    return vault.browse.find_sources(words, key, size)
