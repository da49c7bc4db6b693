"""Read the bytes that a vault keeps of a document: to save them, or to see a web page or a PDF as it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from guvoh.custody import Vault
from guvoh.ingest import Drawer
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import InputError, VaultBusy

PDF = "application/pdf"
_PAGES = {"text/html": "text/html", "application/xhtml+xml": "text/html"}


def read_original(vault: Vault, by: Actor, sha256: str) -> tuple[bytes, str]:
    """The exact bytes, verified, and a name to save them under that names nobody. Raises NotThere, VaultDamaged."""
    require(by, Right.READ)
    found = vault.browse.document(sha256)
    ending = PurePosixPath(found.item.path).suffix.lower()
    plain = ending if ending[1:].isascii() and ending[1:].isalnum() and len(ending) < 8 else ""
    return vault.original(sha256), f"{sha256[:16]}{plain}"


def read_page(vault: Vault, by: Actor, sha256: str) -> tuple[bytes, str]:
    """The bytes of a web page and the media type to show them as. Raises InputError for another kind of file."""
    require(by, Right.READ)
    media_type = vault.browse.document(sha256).item.media_type
    if media_type not in _PAGES:
        raise InputError("Only web pages can be shown as they were.", "Save the original and open it yourself.")
    return vault.original(sha256), _PAGES[media_type]


_drawing = threading.BoundedSemaphore(2)
_PATIENCE = 30.0
"""Seconds that a page waits for others to be drawn: two at once are enough for a machine with two cores."""


def page_sizes(vault: Vault, by: Actor, sha256: str) -> tuple[tuple[int, int], ...]:
    """Width and height in dots of the picture of each page of a PDF.

    Raises InputError for another kind of file or one that cannot be read, NotThere, VaultBusy, VaultDamaged.
    """
    require(by, Right.READ)
    with _drawer() as drawer:  # first, so that those who wait hold no document in memory
        return drawer.sizes(_pdf(vault, by, sha256))


def page_picture(vault: Vault, by: Actor, sha256: str, number: int) -> bytes:
    """A page of a PDF, counted from 1, as a PNG file; it is drawn for each who asks and kept nowhere.

    Raises InputError for another kind of file or a page that cannot be drawn, NotThere, VaultBusy, VaultDamaged.
    """
    require(by, Right.READ)
    with _drawer() as drawer:
        return drawer.png(_pdf(vault, by, sha256), number)


def _pdf(vault: Vault, by: Actor, sha256: str) -> bytes:
    require(by, Right.READ)
    if vault.browse.document(sha256).item.media_type != PDF:
        raise InputError("Only a PDF is shown page by page.", "Save the original and open it yourself.")
    return vault.original(sha256)


@contextmanager
def _drawer() -> Iterator[Drawer]:
    """A process of its own for each request: nothing of one document is left for the next."""
    if not _drawing.acquire(timeout=_PATIENCE):
        raise VaultBusy("Too many pages are being drawn now.", "Wait a moment and load the page again.")
    try:
        with Drawer() as drawer:
            yield drawer
    finally:
        _drawing.release()
