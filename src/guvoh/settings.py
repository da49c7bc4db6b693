"""Every setting in one table: name, environment variable, default and help. Command options read from here."""

from __future__ import annotations

import os
from dataclasses import dataclass

from guvoh.model.errors import UsageError

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `default` is None where there is none; a secret one is never shown and never an option."""

    name: str
    env: str
    default: int | bool | None
    help: str
    secret: bool = False


PASSPHRASE = Setting(
    "passphrase",
    "GUVOH_PASSPHRASE",
    None,
    "The vault's passphrase, for scripts. Without it Guvoh asks on the terminal. There is no option for it: "
    "other users of a computer can see the words of a command.",
    secret=True,
)
JOBS = Setting("jobs", "GUVOH_JOBS", 1, "How many processes read and find side by side.")
QUIET = Setting("quiet", "GUVOH_QUIET", False, "Say only results and problems: no progress, no notes.")
DEBUG = Setting(
    "debug",
    "GUVOH_DEBUG",
    False,
    "After a fault of the program, print where it happened: files and lines, no values and no text of documents.",
)

PORT = Setting("port", "GUVOH_PORT", 8765, "The port of this machine at which the desk answers.")
IDLE_MINUTES = Setting(
    "idle_minutes", "GUVOH_IDLE_MINUTES", 15, "After how many minutes without a person the desk asks to log in again."
)
LOCK_MEMORY = Setting(
    "lock_memory",
    "GUVOH_LOCK_MEMORY",
    False,
    "Keep everything that the database has in memory from swap, and overwrite it after use, not only keys: "
    "searches and many lists take several times as long.",
)

SETTINGS = (PASSPHRASE, JOBS, QUIET, DEBUG, PORT, IDLE_MINUTES, LOCK_MEMORY)


def take_passphrase() -> str | None:
    """The passphrase from the environment, if set; removed from it, so that no child process inherits it."""
    return os.environ.pop(PASSPHRASE.env, None) or None


def is_on(setting: Setting) -> bool:
    """Whether a yes-or-no setting is on. Raises UsageError when its value is neither."""
    raw = os.environ.get(setting.env)
    if raw is None:
        return bool(setting.default)
    if raw.strip().lower() in _YES:
        return True
    if raw.strip().lower() in _NO:
        return False
    raise UsageError(f"{setting.env} is neither yes nor no.", f"Set {setting.env}=1 or unset it.")
