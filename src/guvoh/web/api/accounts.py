"""Who is here, accounts, tokens, and the settings of the vault."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import StreamingHttpResponse

from guvoh.actions import accounts, backup_vault, idle_time, read_decisions, tokens, verify_vault
from guvoh.custody import AccountInfo, Vault, VerifyReport
from guvoh.model.access import RIGHTS, Actor, Duty, Right, require
from guvoh.model.errors import BadTerm
from guvoh.web.api.operations import Operation


@dataclass(frozen=True, slots=True)
class Me:
    """Whoever asks: the id that decisions carry, the name shown beside them, the duty and its rights."""

    id: str
    name: str
    duty: Duty
    rights: tuple[Right, ...]


@dataclass(frozen=True, slots=True)
class TwoReviewers:
    """Whether two persons must agree before a statement counts as accepted, corrected or added."""

    required: bool


@dataclass(frozen=True, slots=True)
class IdleMinutes:
    """Minutes until a session ends in which nobody does anything; none: the usual number."""

    minutes: int | None


def me(by: Actor) -> Me:
    """Who you are to the vault, and what you may do."""
    return Me(by.id, by.name, by.duty, tuple(right for right in Right if right in RIGHTS[by.duty]))


def add_account(
    vault: Vault, by: Actor, username: str, duty: Duty, password: str, shown_as: str = ""
) -> AccountInfo:  # fmt: skip
    """Make an account."""
    require(by, Right.KEEP)
    _check(password)
    return accounts.add_account(vault, by, username, shown_as, duty, password)


def change_account(
    vault: Vault,
    by: Actor,
    actor: str,
    *,
    duty: Duty | None = None,
    active: bool | None = None,
    password: str | None = None,
) -> AccountInfo:
    """Change an account's duty, its password, or whether it may log in; what is not given stays."""
    require(by, Right.KEEP)
    if password is not None:
        _check(password)
    return accounts.change_account(vault, by, actor, duty=duty, active=active, password=password)


def two_reviewers(vault: Vault) -> TwoReviewers:
    """Whether two persons must agree on a statement."""
    return TwoReviewers(read_decisions.two_reviewers(vault))


def require_two_reviewers(vault: Vault, by: Actor, *, required: bool) -> TwoReviewers:
    """Set whether two persons must agree on a statement, for all decided on and to come."""
    read_decisions.require_two_reviewers(vault, by, required=required)
    return two_reviewers(vault)


def idle_minutes(vault: Vault) -> IdleMinutes:
    """After how many minutes without a person a session of the desk ends."""
    return IdleMinutes(idle_time.idle_minutes(vault))


def set_idle_minutes(vault: Vault, by: Actor, minutes: int) -> IdleMinutes:
    """Set after how many minutes without a person every session ends."""
    idle_time.set_idle_minutes(vault, by, minutes)
    return idle_minutes(vault)


def back_up(vault: Vault, by: Actor) -> StreamingHttpResponse:
    """A copy of the whole vault as a tar file, encrypted as the vault is."""
    return StreamingHttpResponse(backup_vault.packed_vault(vault, by), content_type="application/x-tar")


def verify(vault: Vault, by: Actor, noted_head: str | None = None) -> VerifyReport:
    """Check every stored byte against its hash and every entry of the custody log against the chain."""
    require(by, Right.KEEP)
    return verify_vault.verify_vault(vault, None, noted_head)


def _check(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as error:
        raise BadTerm("That password is too easy to guess.", "Choose another, of 10 characters or more.") from error


_ACCOUNT, _TOKEN = {"actor": "0" * 32}, {"token": "0" * 32}

OPERATIONS = (
    Operation("GET", "me", me),
    Operation("GET", "accounts", accounts.list_accounts, Right.KEEP),
    Operation("POST", "accounts", add_account, Right.KEEP, status=201),
    Operation("POST", "accounts/{actor}", change_account, Right.KEEP, example=_ACCOUNT),
    Operation("GET", "tokens", tokens.list_tokens),
    Operation("POST", "tokens", tokens.make_token, status=201, in_person=True),
    Operation("DELETE", "tokens/{token}", tokens.revoke_token, status=204, example=_TOKEN),
    Operation("GET", "settings/two-reviewers", two_reviewers),
    Operation("PUT", "settings/two-reviewers", require_two_reviewers, Right.KEEP),
    Operation("GET", "settings/idle-minutes", idle_minutes),
    Operation("PUT", "settings/idle-minutes", set_idle_minutes, Right.KEEP),
    Operation("POST", "backup", back_up, Right.KEEP, binary="application/x-tar"),
    Operation("POST", "verification", verify, Right.KEEP),
)
