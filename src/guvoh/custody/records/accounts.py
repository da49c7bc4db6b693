"""Accounts of the desk, kept in the vault: who may log in, with which duty; every change is in the custody log."""

from __future__ import annotations

import secrets

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from guvoh.custody.ledger import Action, now
from guvoh.custody.records.logged import Logged
from guvoh.custody.records.migrating import upgrade
from guvoh.custody.stored import AccountInfo
from guvoh.model.access import Duty
from guvoh.model.errors import NotThere, UsageError

_ACTOR_BYTES = 16


class Account(AbstractBaseUser):  # type: ignore[misc]
    """One person's account. `actor` is the id that decisions and the log carry: it says nothing of the name."""

    username = models.CharField(max_length=64, unique=True)
    shown_as = models.CharField(max_length=128)
    actor = models.CharField(max_length=32, unique=True)
    duty = models.CharField(max_length=16)
    is_active = models.BooleanField(default=True)
    made_at = models.CharField(max_length=27)
    language = models.CharField(max_length=8, blank=True)

    objects = BaseUserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ()

    class Meta:
        """The app is named, since the module is not the app's models."""

        app_label = "records"

    def __str__(self) -> str:
        return f"account {self.actor[:8]}"


class Accounts(Logged):
    """The accounts of the open vault."""

    def prepare(self) -> None:
        """Make the tables that logging in needs beside our own (second factors, passkeys)."""
        with self._asking():
            upgrade(every_app=True)

    def every(self) -> tuple[AccountInfo, ...]:
        """All accounts, the oldest first."""
        with self._asking():
            return tuple(_info(row) for row in Account.objects.order_by("id"))

    def any(self) -> bool:
        """Whether there is an account at all."""
        with self._asking():
            return bool(Account.objects.exists())

    def add(self, username: str, shown_as: str, duty: Duty, password: str) -> AccountInfo:
        """Make an account. Raises UsageError when the name to log in with is taken."""
        with self.around(), self._changing():
            if Account.objects.filter(username__iexact=username).exists():
                raise UsageError("There is an account with this name already.", "Choose another name to log in with.")
            at = now()
            row = Account(
                username=username, shown_as=shown_as, actor=secrets.token_hex(_ACTOR_BYTES), duty=duty, made_at=at
            )
            row.set_password(password)
            row.save()
            self._log(Action.ACCOUNT, row.actor, {"did": "made", "duty": duty}, at)
            return _info(row)

    def change(
        self, actor: str, *, duty: Duty | None = None, active: bool | None = None, password: str | None = None
    ) -> AccountInfo:
        """Change duty, whether one may log in, or the password. Raises UsageError when no keeper would be left."""
        with self.around(), self._changing():
            row = Account.objects.filter(actor=actor).first()
            if row is None:
                raise NotThere("There is no such account.", "Load the list of accounts again.")
            told: dict[str, object] = {"did": "changed"}
            if duty is not None:
                row.duty = told["duty"] = duty
            if active is not None:
                row.is_active = told["active"] = active
            if password is not None:
                row.set_password(password)
                told["password"] = True
            row.save()
            if not Account.objects.filter(duty=Duty.KEEPER, is_active=True).exists():
                raise UsageError("No keeper would be left, so nothing was changed.", "Make another keeper first.")
            self._log(Action.ACCOUNT, row.actor, told, now())
            return _info(row)


def _info(row: Account) -> AccountInfo:
    return AccountInfo(row.actor, row.username, row.shown_as, Duty(row.duty), row.is_active, row.made_at)
