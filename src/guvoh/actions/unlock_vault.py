"""Open a vault for the other use cases."""

from __future__ import annotations

from pathlib import Path

from guvoh.custody import Vault, open_vault
from guvoh.custody.header import NAME


def unlock_vault(path: Path, passphrase: str) -> Vault:
    """The vault at `path`, as a context manager. Raises NotAVault, WrongPassphrase or VaultBusy."""
    return open_vault(path, passphrase)


def is_vault(path: Path) -> bool:
    """Whether `path` is a vault's folder, as far as can be told without its passphrase."""
    return (path / NAME).is_file()
