"""Open a vault for the other use cases."""

from __future__ import annotations

from pathlib import Path

from guvoh.custody import Vault, open_vault


def unlock_vault(path: Path, passphrase: str) -> Vault:
    """The vault at `path`, as a context manager. Raises NotAVault, WrongPassphrase or VaultBusy."""
    return open_vault(path, passphrase)
