"""`guvoh search`: search a vault's text."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from guvoh import actions
from guvoh.cli.options import json_option, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.words import counted, printable
from guvoh.model import plain


@click.command()
@vault_argument
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit", "-n", type=click.IntRange(1, 1000), default=20, show_default=True, help="At most so many hits."
)
@json_option
@talks
def command(screen: Screen, vault: Path, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """A passage must hold all of the WORDS. The best come first, with what stands around the words."""
    with unlocked(vault) as opened:
        hits = actions.search_vault.search_vault(opened, " ".join(words), limit)
    for hit in hits:
        if as_json:
            screen.json_line(plain(hit))
            continue
        where = f"  {hit.role.value}, {hit.start:,}–{hit.end:,}"
        screen.result(Text(printable(hit.path), "bold").append(where, "not bold dim"))
        snippet = Text.assemble(printable(hit.before), (printable(hit.match), "bold green"), printable(hit.after))
        screen.result(snippet, indent=2)
    screen.note(counted(len(hits), "passage") if hits else "No passage holds all of these words.")
