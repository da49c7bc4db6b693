"""`guvoh backup`: a copy of a whole vault, encrypted as it is."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.model.access import HOLDER


@click.command()
@vault_argument
@click.argument("out", type=click.Path(path_type=Path))
@talks
def command(screen: Screen, vault: Path, out: Path) -> None:
    """OUT is a new or empty folder, best on another disk. The copy opens with the same passphrase; `guvoh verify OUT`
    checks it. Note the head of its log outside both.
    """
    with unlocked(vault) as opened, screen.meter("Copying") as tell:
        made = actions.backup_vault.backup_vault(opened, HOLDER, str(out.absolute()), tell)
    screen.result(f"Backed up into {made.folder}.")
    screen.result(f"Head of its log: {made.head}")
