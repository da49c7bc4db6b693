"""Tokens by which a program uses the API as a person: made and ended by that person, ended by a keeper too."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from guvoh.custody import TokenInfo, Vault
from guvoh.model.access import Actor, Duty, Right, require
from guvoh.model.errors import NotAllowed, UsageError

_MARK = "guvoh_"
"""Begins every token, so that one that was published by mistake is known for what it is."""
_LONGEST = 64
MOST_DAYS = 366
USUAL_DAYS = 90


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token just made. `token` is the words to send; they are kept nowhere and cannot be shown again."""

    info: TokenInfo
    token: str


def make_token(vault: Vault, by: Actor, name: str, duty: Duty | None = None, days: int = USUAL_DAYS) -> NewToken:
    """Make a token that acts as the person who makes it, for some days, with a lesser duty where one is given.

    Raises UsageError for a name or a time out of bounds, NotAllowed for a duty above one's own.
    """
    require(by, Right.READ)
    words = " ".join(name.split())
    if not 0 < len(words) <= _LONGEST or not words.isprintable():
        raise UsageError(f"A token needs a name of 1 to {_LONGEST} characters.", "Say what it is for.")
    if not 1 <= days <= MOST_DAYS:
        raise UsageError(f"A token holds 1 to {MOST_DAYS} days.", "Give such a number.")
    duty = duty or by.duty
    if list(Duty).index(duty) > list(Duty).index(by.duty):
        raise NotAllowed("A token may not do more than the person who makes it.", "Give it your own duty or a lesser.")
    info, secret = vault.tokens.add(by, words, duty, days)
    return NewToken(info, _MARK + base64.urlsafe_b64encode(secret).decode().rstrip("="))


def list_tokens(vault: Vault, by: Actor) -> tuple[TokenInfo, ...]:
    """One's own tokens; a keeper's list has everybody's."""
    require(by, Right.READ)
    return vault.tokens.every(None if by.may(Right.KEEP) else by.id)


def revoke_token(vault: Vault, by: Actor, token: str) -> None:
    """End one of one's own tokens by its id; a keeper may end anybody's. Raises NotThere."""
    require(by, Right.READ)
    vault.tokens.revoke(token, by, of=None if by.may(Right.KEEP) else by.id)


def actor_of_token(vault: Vault, words: str) -> Actor | None:
    """Who acts with a token; None for one that is wrong, expired or revoked, or whose person may not log in."""
    if not words.startswith(_MARK) or not words.isascii():
        return None
    try:
        secret = base64.b64decode(words[len(_MARK) :] + "=", altchars=b"-_", validate=True)
    except binascii.Error:
        return None
    return vault.tokens.actor(secret)
