"""`guvoh dossier`: write a vault's dossier."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.words import counted


@click.command()
@vault_argument
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The folder to write into.")
@click.option("--around", metavar="DATE", help="Add the reported events by week before and after this day.")
@click.option("--weeks", type=click.IntRange(1, 104), default=8, show_default=True, help="Weeks on either side of it.")
@talks
def command(screen: Screen, vault: Path, output: Path, around: str | None, weeks: int) -> None:
    """The dossier opens in a browser from disk, without a network and without scripts: index.html first. Beside
    it lie statements.csv, figures.csv and dossier.json. It is not encrypted: it is for those you give it to.
    """
    with unlocked(vault) as opened:
        files = actions.make_dossier.make_dossier(opened, output, around, weeks)
    screen.note(f"Wrote {counted(len(files), 'file')}, not encrypted. Open:")
    screen.result(str(output / "index.html"))
