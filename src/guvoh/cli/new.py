"""`guvoh new`: make a vault."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import vault_argument
from guvoh.cli.passphrase import ask
from guvoh.cli.screen import Screen, talks


@click.command()
@vault_argument
@talks
def command(screen: Screen, vault: Path) -> None:
    """VAULT is the folder to make. Its passphrase is asked twice, or taken from GUVOH_PASSPHRASE.

    Nobody can open a vault without its passphrase, and nobody can reset it: keep it where you will find it.
    """
    actions.new_vault.new_vault(vault, ask(twice=True))
    screen.note(f"Made the vault {vault}. Add reports with `guvoh add`.")
