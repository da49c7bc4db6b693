"""Holds the open vault's database file and raw key: the engine asks here on connecting. One vault per process.

Each thread has a connection of its own, which stays: to open one costs more than most questions. Closing closes all.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from weakref import WeakSet

from guvoh.model.errors import VaultBusy, VaultError


@dataclass(frozen=True, slots=True)
class Held:
    """A database file and its 32-byte key."""

    path: Path
    key: bytes = field(repr=False)


class Connection(Protocol):
    """A thread's connection, as Django wraps it."""

    def close(self) -> None:
        """Close it; a second call does nothing."""

    def inc_thread_sharing(self) -> None:
        """Let another thread close it."""

    def dec_thread_sharing(self) -> None:
        """End that."""


_open: Held | None = None
_connected: WeakSet[Connection] = WeakSet()
_gate = threading.Lock()


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


def connected(connection: Connection) -> None:
    """Note that a thread has connected."""
    with _gate:
        _connected.add(connection)


def disconnect() -> None:
    """Close every thread's connection, and with it the driver's copy of the key."""
    with _gate:
        every = list(_connected)
        _connected.clear()
    for connection in every:
        connection.inc_thread_sharing()
        try:
            connection.close()
        finally:
            connection.dec_thread_sharing()


def release() -> None:
    """Forget the key."""
    global _open
    _open = None
