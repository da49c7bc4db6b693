"""`guvoh show`: what a vault holds, as tables."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import csv_option, json_option, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.tables import show_table
from guvoh.cli.words import counted
from guvoh.model.errors import UsageError

VIEWS = ("documents", "statements", "figures", "events", "sources")


@click.command()
@vault_argument
@click.argument("view", type=click.Choice(VIEWS))
@json_option
@csv_option
@talks
def command(screen: Screen, vault: Path, view: str, *, as_json: bool, as_csv: bool) -> None:
    """The table shows what matters most of each row; --json and --csv give every field."""
    if as_json and as_csv:
        raise UsageError("JSON and CSV at once cannot be read by anything.", "Give `--json` or `--csv`.")
    with unlocked(vault) as opened:
        shown = actions.show_records.show_records(opened, view)
    if as_json:
        for row in shown.objects:
            screen.json_line(row)
    elif as_csv:
        click.echo(shown.csv.encode(), nl=False)
    else:
        show_table(screen, shown.columns, shown.rows)
        screen.note(counted(len(shown.rows), view[:-1]))
