"""After how many minutes without a person a session of the desk ends: a setting of the vault."""

from __future__ import annotations

from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import UsageError

IDLE = "idle_minutes"
LONGEST = 240


def idle_minutes(vault: Vault) -> int | None:
    """The minutes set for this vault, or None where the usual ones hold."""
    told = vault.setting(IDLE)
    return int(told) if told else None


def set_idle_minutes(vault: Vault, by: Actor, minutes: int) -> None:
    """Set them for every session, those that are live too. Raises NotAllowed, UsageError."""
    require(by, Right.KEEP)
    if not 1 <= minutes <= LONGEST:
        raise UsageError(
            "A session cannot stay open so long without a person, or so short.", f"Give 1 to {LONGEST} minutes."
        )
    vault.set(IDLE, str(minutes), by)
