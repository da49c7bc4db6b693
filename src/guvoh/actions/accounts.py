"""Accounts of the desk: the first keeper, and what a keeper does with the others."""

from __future__ import annotations

from guvoh.custody import AccountInfo, Vault
from guvoh.model.access import Actor, Duty, Right, require
from guvoh.model.errors import NotAllowed, UsageError

_LONGEST = 64


def prepare_accounts(vault: Vault) -> None:
    """Make ready for logging in; done once whenever the desk opens the vault."""
    vault.accounts.prepare()


def has_accounts(vault: Vault) -> bool:
    """Whether anybody can log in yet."""
    return vault.accounts.any()


def make_first_keeper(vault: Vault, username: str, shown_as: str, password: str) -> AccountInfo:
    """The account that makes the others. Raises NotAllowed once there is one."""
    if vault.accounts.any():
        raise NotAllowed("This vault has accounts already.", "Log in, or ask a keeper for an account.")
    return vault.accounts.add(*_names(username, shown_as), Duty.KEEPER, password)


def list_accounts(vault: Vault, by: Actor) -> tuple[AccountInfo, ...]:
    """Every account. Raises NotAllowed."""
    require(by, Right.KEEP)
    return vault.accounts.every()


def add_account(vault: Vault, by: Actor, username: str, shown_as: str, duty: Duty, password: str) -> AccountInfo:
    """Make an account. Raises NotAllowed, UsageError for a name that is taken or none."""
    require(by, Right.KEEP)
    return vault.accounts.add(*_names(username, shown_as), duty, password)


def change_account(
    vault: Vault,
    by: Actor,
    actor: str,
    *,
    duty: Duty | None = None,
    active: bool | None = None,
    password: str | None = None,
) -> AccountInfo:
    """Change an account. Raises NotAllowed, NotThere, UsageError when no keeper would be left."""
    require(by, Right.KEEP)
    return vault.accounts.change(actor, duty=duty, active=active, password=password)


def _names(username: str, shown_as: str) -> tuple[str, str]:
    name = username.strip()
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise UsageError("A name to log in with is missing or too long.", f"Give one of 1 to {_LONGEST} characters.")
    return name, (shown_as.strip() or name)[:128]
