"""Read the bytes that a vault keeps of a document: to save them, or to see a web page as it was."""

from __future__ import annotations

from pathlib import PurePosixPath

from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import InputError

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
