"""List documents and what could not be read of them; show one with its text and statements."""

from __future__ import annotations

from guvoh.custody import Vault
from guvoh.custody.browse import DocumentFilter, DocumentItem, DocumentSort, DocumentView, Page, ProblemItem
from guvoh.model import Place
from guvoh.model.access import Actor, Right, require
from guvoh.reporting import privacy

_ALL = DocumentFilter()


def browse_documents(
    vault: Vault,
    by: Actor,
    filters: DocumentFilter = _ALL,
    sort: DocumentSort = DocumentSort.NEWEST,
    key: str | None = None,
    size: int = 50,
) -> Page[DocumentItem]:
    """A page of documents; `key` is that of an earlier page, None for the first."""
    require(by, Right.READ)
    return vault.browse.documents(filters, sort, key, size)


def browse_problems(vault: Vault, by: Actor, key: str | None = None, size: int = 50) -> Page[ProblemItem]:
    """A page of the documents that were not read whole, newest first, with what is wrong in words."""
    require(by, Right.READ)
    return vault.browse.problems(key, size)


def view_document(vault: Vault, by: Actor, sha256: str) -> DocumentView:
    """A document with its text, sightings and the statements in it. Raises NotThere."""
    require(by, Right.READ)
    return vault.browse.document(sha256)


def unmarked_names(vault: Vault, by: Actor, sha256: str) -> tuple[str, ...]:
    """The names in a document's statements that may be a private person's and that nobody marked so."""
    require(by, Right.READ)
    applied = vault.applied(sha256)
    return privacy.unmarked_names(applied.findings) if applied else ()


def places_named(vault: Vault, by: Actor, sha256: str) -> tuple[Place, ...]:
    """The places that a document names, each once, to choose from when one is corrected."""
    require(by, Right.READ)
    found = vault.found(sha256)
    return tuple({place.name: place for place in reversed(found.places)}.values())[::-1] if found else ()
