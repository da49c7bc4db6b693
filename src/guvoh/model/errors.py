"""The error tree: each message says what happened, the likely cause and the next step, and holds nothing private."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guvoh.model.statement import Place


class GuvohError(Exception):
    """Root of every error Guvoh raises on purpose.

    `message` says what happened and why, `next_step` what the person can do. Neither may hold
    text of a document, a passphrase or a name from the record: they are printed and may be logged.
    """

    exit_code = 1

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class UsageError(GuvohError):
    """The command was asked for something it cannot do (exit code 2)."""

    exit_code = 2


class InputError(GuvohError):
    """What was given to read cannot be read (exit code 3)."""

    exit_code = 3


class UnreadableFile(InputError):
    """The bytes are broken, empty, encrypted or of no kind we read."""


class TooLarge(InputError):
    """Reading would pass a limit of size, memory, pages, depth or time."""


class BadTerm(InputError):
    """A value is not of the contract's vocabulary or form (act, role, EDTF date …)."""


class AmbiguousPlace(BadTerm):
    """A place's name may mean several: `choices`, most people first, each with what to give to mean it alone.

    `left` is how many more there are.
    """

    def __init__(
        self, message: str, next_step: str = "", choices: tuple[tuple[Place, str], ...] = (), left: int = 0
    ) -> None:  # fmt: skip
        super().__init__(message, next_step)
        self.choices = choices
        self.left = left


class VaultError(GuvohError):
    """The vault cannot be made, opened, trusted or written (exit code 4)."""

    exit_code = 4


class WrongPassphrase(VaultError):
    """The passphrase does not open this vault."""


class NotAVault(VaultError):
    """The folder is not a vault, or is one of a later format."""


class VaultExists(VaultError):
    """A vault or other files already stand where a new vault was asked for."""


class VaultBusy(VaultError):
    """Another process holds the vault for writing."""


class VaultDamaged(VaultError):
    """A stored byte, a link of the custody log or a record does not verify."""


class NotAllowed(GuvohError):
    """The person lacks the right to do this (exit code 5)."""

    exit_code = 5


class NotThere(InputError):
    """What was asked for is not in the vault, or no longer."""


class ChangedMeanwhile(GuvohError):
    """Another person decided on the same thing after it was shown; nothing was overwritten (exit code 6)."""

    exit_code = 6
