"""Choose sources by words in their names; those chosen before stay among what is offered."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.custody import Vault
from guvoh.custody.browse import SourceItem
from guvoh.model.access import Actor, Right, require


def choose_sources(
    vault: Vault, by: Actor, words: str, but: str = "", chosen: Sequence[str] = (), size: int = 12
) -> tuple[SourceItem, ...]:
    """The sources chosen before, then up to `size` that have all the words in a name or are of that id.

    `but` is the source that is asked about. Without words: those chosen before only.
    """
    require(by, Right.READ)
    found = dict(vault.browse.source_items([*chosen, words.strip()]))
    if words.strip() and len(found) <= len(chosen):
        found |= {hit.item.id: hit.item for hit in vault.browse.find_sources(words, None, size).hits}
    return tuple(item for ident, item in found.items() if ident != but)
