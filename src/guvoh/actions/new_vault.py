"""Make a vault."""

from __future__ import annotations

from pathlib import Path

from guvoh.custody import create_vault


def new_vault(path: Path, passphrase: str) -> None:
    """Make an empty encrypted vault at `path`. Raises VaultExists when something stands there."""
    create_vault(path, passphrase)
