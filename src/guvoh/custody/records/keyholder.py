"""Holds the open vault's database file and raw key: the engine asks here on connecting. One vault per process."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from guvoh.model.errors import VaultBusy, VaultError


@dataclass(frozen=True, slots=True)
class Held:
    """A database file and its 32-byte key."""

    path: Path
    key: bytes = field(repr=False)


_open: Held | None = None


def hold(path: Path, key: bytes) -> Held:
    """Make this the process's vault. Raises VaultBusy while another is open."""
    global _open
    if _open is not None:
        raise VaultBusy("Another vault is open in this program.", "Close it first: one is open at a time.")
    _open = Held(path, key)
    return _open


def held() -> Held:
    """The open vault. Raises VaultError when there is none."""
    if _open is None:
        raise VaultError("No vault is open: it was closed while work on it went on.", "Open the vault again.")
    return _open


def is_open(vault: Held) -> bool:
    """Whether it is this vault that is open."""
    return vault is _open


def release() -> None:
    """Forget the key."""
    global _open
    _open = None
