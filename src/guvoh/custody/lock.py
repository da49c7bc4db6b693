"""One writer at a time: a lock of the operating system on a file of the vault, which ends with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from guvoh.custody.durable import FILE_MODE, storing
from guvoh.model.errors import VaultBusy

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_held: set[int] = set()


class Lock:
    """Holds the vault until `release`. Raises VaultBusy when it is held already, by this process or another."""

    def __init__(self, path: Path) -> None:
        with storing():
            self._handle = os.open(path, os.O_CREAT | os.O_RDWR, FILE_MODE)
        try:
            _take(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise VaultBusy(
                "The vault is open in another window or program.", "Close it there, or wait until it has finished."
            ) from error
        _held.add(self._handle)

    def release(self) -> None:
        """Give the vault back; a second call does nothing."""
        if self._handle in _held:
            _held.discard(self._handle)
            os.close(self._handle)


def _take(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _let_go_in_child() -> None:
    # A forked child shares the lock: outliving a killed parent, it would keep the vault busy.
    while _held:
        os.close(_held.pop())


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go_in_child)
