"""The vault that the desk serves: open or locked. One in a process; its key is forgotten when it is locked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from guvoh import actions
from guvoh.model.errors import VaultError

if TYPE_CHECKING:
    from guvoh.custody import Vault

_gate = threading.RLock()
_mine = threading.local()
_PATIENCE = 5.0
"""How many seconds locking waits for requests at work; what takes longer meets a closed vault."""


class Locked(VaultError):
    """The desk's vault is locked."""


class Holder:
    """The vault at `path`, which can be unlocked and locked again while the desk runs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._vault: Vault | None = None
        self._at_work = 0
        self._turn = threading.Condition()

    @property
    def is_open(self) -> bool:
        """Whether the vault is unlocked."""
        return self._vault is not None

    def vault(self) -> Vault:
        """The open vault. Raises Locked."""
        opened = self._vault
        if opened is None:
            raise Locked("The vault is locked.", "Unlock it with its passphrase.")
        return opened

    @contextmanager
    def using(self) -> Iterator[Vault]:
        """The open vault, for the length of a request: locking waits for it. Raises Locked."""
        with self._turn:
            opened = self.vault()
            self._at_work += 1
        _mine.at_work = True
        try:
            yield opened
        finally:
            _mine.at_work = False
            with self._turn:
                self._at_work -= 1
                self._turn.notify_all()

    def unlock(self, passphrase: str) -> None:
        """Open the vault. Raises WrongPassphrase, VaultBusy and the other errors of opening."""
        with _gate:
            if self._vault is None:
                opened = actions.unlock_vault.unlock_vault(self.path, passphrase)
                try:
                    actions.accounts.prepare_accounts(opened)
                    actions.weigh_vault.refresh(opened)
                except BaseException:
                    opened.close()
                    raise
                self._vault = opened

    def lock(self) -> None:
        """Close the vault and forget its key, once requests at work have ended; a second call does nothing."""
        with _gate:
            with self._turn:
                opened, self._vault = self._vault, None
                own = int(getattr(_mine, "at_work", False))
                self._turn.wait_for(lambda: self._at_work <= own, _PATIENCE)
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
