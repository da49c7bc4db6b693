"""Check every stored byte of a vault against its hash and every entry of its log against the chain."""

from __future__ import annotations

from collections.abc import Callable

from guvoh.custody import Vault, VerifyReport


def verify_vault(
    vault: Vault, progress: Callable[[int, int], None] | None = None, noted_head: str | None = None
) -> VerifyReport:
    """What was checked and each fault in words.

    `progress` is told how many of how many originals are done; `noted_head` must still be in the log.
    """
    return vault.verify(progress, noted_head)
