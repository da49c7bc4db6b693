"""Tokens of the API, kept as hashes: whose they are, what they may, until when; every change is in the custody log."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta

from django.db import models

from guvoh.custody.ledger import Action, now
from guvoh.custody.records.accounts import Account
from guvoh.custody.records.logged import Logged
from guvoh.custody.stored import TokenInfo
from guvoh.model.access import HOLDER, Actor, Duty
from guvoh.model.errors import NotThere

_SECRET_BYTES = 32
_ID_BYTES = 16
_USED_STEP = timedelta(hours=1)
"""How exactly the last use is kept: a write at each request would cost more than it tells."""


class Token(models.Model):  # type: ignore[misc]
    """One token. `digest` is the SHA-256 of its secret; `actor` whose it is, `duty` the most that it may do."""

    token = models.CharField(max_length=32, unique=True)
    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=64)
    actor = models.CharField(max_length=32)
    duty = models.CharField(max_length=16)
    made_at = models.CharField(max_length=27)
    expires_at = models.CharField(max_length=27)
    used_at = models.CharField(max_length=27, blank=True)
    revoked_at = models.CharField(max_length=27, blank=True)

    class Meta:
        """The app is named, since the module is not the app's models."""

        app_label = "records"

    def __str__(self) -> str:
        return f"token {self.token[:8]}"


class Tokens(Logged):
    """The tokens of the open vault."""

    def add(self, by: Actor, name: str, duty: Duty, days: int) -> tuple[TokenInfo, bytes]:
        """Make a token of the actor's; its secret is given out here and never again."""
        secret = secrets.token_bytes(_SECRET_BYTES)
        with self.around(), self._changing():
            at = now()
            row = Token.objects.create(
                token=secrets.token_hex(_ID_BYTES),
                digest=hashlib.sha256(secret).hexdigest(),
                name=name,
                actor=by.id,
                duty=duty,
                made_at=at,
                expires_at=_later(at, timedelta(days=days)),
            )
            told = {"did": "made", "actor": by.id, "duty": duty, "expires": row.expires_at}
            self._log(Action.TOKEN, row.token, told, at)
            return _info(row), secret

    def every(self, actor: str | None = None) -> tuple[TokenInfo, ...]:
        """All tokens that were not revoked, or those of one actor, the oldest first."""
        with self._asking():
            rows = Token.objects.filter(revoked_at="").order_by("id")
            return tuple(_info(row) for row in (rows.filter(actor=actor) if actor else rows))

    def revoke(self, token: str, by: Actor, *, of: str | None = None) -> None:
        """End a token, only one of the actor `of` where given. Raises NotThere."""
        with self.around(), self._changing():
            rows = Token.objects.filter(token=token, revoked_at="")
            row = (rows.filter(actor=of) if of else rows).first()
            if row is None:
                raise NotThere("There is no such token.", "Load the list of tokens again.")
            row.revoked_at = now()
            row.save()
            self._log(Action.TOKEN, row.token, {"did": "revoked", "by": by.id}, row.revoked_at)

    def actor(self, secret: bytes) -> Actor | None:
        """Who acts with a token, with the lesser of its duty and that person's; None where it does not hold."""
        with self._asking():
            row = Token.objects.filter(digest=hashlib.sha256(secret).hexdigest(), revoked_at="").first()
            at = now()
            if row is None or row.expires_at <= at:
                return None
            owner = _owner(row.actor)
            if owner is None:
                return None
            if not row.used_at or _later(row.used_at, _USED_STEP) <= at:
                Token.objects.filter(id=row.id).update(used_at=at)
            return Actor(owner.id, owner.name, min(owner.duty, Duty(row.duty), key=list(Duty).index))


def _owner(actor: str) -> Actor | None:
    if actor == HOLDER.id:
        return HOLDER
    account = Account.objects.filter(actor=actor, is_active=True).first()
    return Actor(account.actor, account.shown_as, Duty(account.duty)) if account else None


def _later(at: str, step: timedelta) -> str:
    moment = datetime.fromisoformat(at).astimezone(UTC) + step
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _info(row: Token) -> TokenInfo:
    return TokenInfo(
        row.token, row.name, row.actor, Duty(row.duty), row.made_at, row.expires_at, row.used_at or None
    )  # fmt: skip
