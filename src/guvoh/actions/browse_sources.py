"""List sources; show one with what it said and who repeats it."""

from __future__ import annotations

from guvoh.custody import Vault
from guvoh.custody.browse import Page, SourceFilter, SourceItem, SourceSort, SourceView
from guvoh.model.access import Actor, Right, require

_ALL = SourceFilter()


def browse_sources(
    vault: Vault,
    by: Actor,
    filters: SourceFilter = _ALL,
    sort: SourceSort = SourceSort.SAID,
    key: str | None = None,
    size: int = 50,
) -> Page[SourceItem]:
    """A page of sources; `key` is that of an earlier page, None for the first."""
    require(by, Right.READ)
    return vault.browse.sources(filters, sort, key, size)


def view_source(vault: Vault, by: Actor, source: str, key: str | None = None, size: int = 50) -> SourceView:
    """A source with a page of what it said, and who passes its words on. Raises NotThere."""
    require(by, Right.READ)
    return vault.browse.source(source, key, size)
