"""`guvoh token`: tokens by which programs use the API as whoever holds the passphrase."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.model.access import HOLDER, Duty
from guvoh.model.errors import UsageError

_DUTIES = [duty.value for duty in Duty]


@click.command()
@vault_argument
@click.argument("what", type=click.Choice(["make", "list", "revoke"]))
@click.argument("which", metavar="[NAME|ID]", default="")
@click.option("--duty", type=click.Choice(_DUTIES), default="reader", show_default=True, help="What it may do.")
@click.option("--days", type=int, default=90, show_default=True, help="How long it holds, 366 at most.")
@talks
def command(screen: Screen, vault: Path, what: str, which: str, duty: str, days: int) -> None:
    """`make NAME` prints a new token, once: the vault keeps a hash of it. `list` tells of all that were not revoked,
    `revoke ID` ends one. It acts as whoever holds the passphrase. docs/guide/api.md says how to use it.
    """
    tokens = actions.tokens
    if what != "list" and not which:
        raise UsageError("The token is not named.", "Give a name to make one, its id to revoke one.")
    with unlocked(vault) as opened:
        if what == "make":
            made = tokens.make_token(opened, HOLDER, which, Duty(duty), days)
            screen.result(made.token)
        elif what == "revoke":
            tokens.revoke_token(opened, HOLDER, which)
            screen.result("The token is revoked.")
        else:
            for one in tokens.list_tokens(opened, HOLDER):
                used = f"used {one.used_at[:10]}" if one.used_at else "never used"
                screen.result(f"{one.token}  {one.name}  {one.duty}, until {one.expires_at[:10]}, {used}")
