"""The one place where errors of Django and SQLCipher become ours; their own words never go further."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error
from sqlcipher3 import dbapi2

from guvoh.model.errors import VaultBusy, VaultDamaged, VaultError

_DAMAGE = ("not a database", "malformed", "corrupt", "no such table", "no such column", "missing")
_READ_ONLY = ("readonly", "read-only", "unable to open")
_BUSY = ("locked", "busy")


DATABASE_ERRORS = (Error, dbapi2.Error)
"""Django's, and the driver's own: a cursor that Django has handed out raises those."""


@contextmanager
def asking() -> Iterator[None]:
    """Run questions to the database; its errors come out as VaultError and its kinds."""
    try:
        yield
    except DATABASE_ERRORS as error:
        raise translated(error) from error


def translated(error: Exception) -> VaultError:
    """The VaultError that tells what a database error means for the person."""
    words = str(error).lower()
    if any(word in words for word in _DAMAGE):
        return VaultDamaged(
            "The vault's database is damaged or was changed.",
            "Restore the vault's folder from a backup; the encrypted originals may still be whole.",
        )
    if "full" in words:
        return VaultError(
            "The vault could not be written: the disk or its quota is full.",
            "Make room and run the command again; everything reported as kept is kept.",
        )
    if any(word in words for word in _READ_ONLY):
        return VaultError(
            "The vault's database could not be opened or written: folder or disk is read-only or another user's.",
            "Check its permissions, or copy the folder to a disk you can write to.",
        )
    if any(word in words for word in _BUSY):
        return VaultBusy("The vault's database is in use by another program.", "Close it there and try again.")
    return VaultError(
        f"The vault's database refused ({type(error).__name__}); nothing of this step was kept.",
        "Check that the disk is sound and has room, then run `guvoh verify`.",
    )
