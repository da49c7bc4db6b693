"""The vault that the desk serves: open or locked. One in a process; its key is forgotten when it is locked."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection

from guvoh import actions
from guvoh.model.errors import VaultError

if TYPE_CHECKING:
    from guvoh.custody import Vault

_gate = threading.RLock()
_mine = threading.local()


class Locked(VaultError):
    """The desk's vault is locked."""


class Holder:
    """The vault at `path`, which can be unlocked and locked again while the desk runs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._vault: Vault | None = None
        self._age = 0

    @property
    def is_open(self) -> bool:
        """Whether the vault is unlocked."""
        return self._vault is not None

    def vault(self) -> Vault:
        """The open vault. Raises Locked."""
        if self._vault is None:
            raise Locked("The vault is locked.", "Unlock it with its passphrase.")
        if getattr(_mine, "age", None) != self._age:  # this thread's connection is of an earlier unlocking
            connection.close()
            _mine.age = self._age
        return self._vault

    def unlock(self, passphrase: str) -> None:
        """Open the vault. Raises WrongPassphrase, VaultBusy and the other errors of opening."""
        with _gate:
            if self._vault is None:
                opened = actions.unlock_vault.unlock_vault(self.path, passphrase)
                try:
                    actions.accounts.prepare_accounts(opened)
                except BaseException:
                    opened.close()
                    raise
                self._vault = opened
                self._age += 1

    def lock(self) -> None:
        """Close the vault and forget its key; a second call does nothing."""
        with _gate:
            opened, self._vault = self._vault, None
            if opened is not None:
                opened.close()


_holder: Holder | None = None


def serve_from(holder: Holder) -> None:
    """Make this the desk's vault."""
    global _holder
    _holder = holder


def held() -> Holder:
    """The desk's vault. Raises Locked when the desk was started without one."""
    if _holder is None:
        raise Locked("The desk has no vault.", "Start it with `guvoh serve VAULT`.")
    return _holder
