"""Keys and texts in memory: what a process can do to keep them from the disk."""

from __future__ import annotations

import sys
from contextlib import closing

from sqlcipher3 import dbapi2

from guvoh.settings import LOCK_MEMORY, is_on

if sys.platform != "win32":
    import resource


def guard_memory() -> None:
    """Before a vault is made or opened: no core dumps; all of the database's memory locked, where a person asks so.

    SQLCipher locks, masks and wipes its keys by itself. Raises UsageError when GUVOH_LOCK_MEMORY is neither yes nor no.
    """
    no_core_dumps()
    if is_on(LOCK_MEMORY):
        lock_memory()


def no_core_dumps() -> None:
    """Let a crash leave no image of this process, which would hold the open vault's keys."""
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def lock_memory() -> None:
    """Lock and wipe every piece of memory that SQLCipher takes, in this process, from now on to its end."""
    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute("PRAGMA cipher_memory_security = ON")
