"""`guvoh serve`: the desk in the browser."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import vault_argument
from guvoh.cli.passphrase import ask
from guvoh.cli.screen import Screen, talks
from guvoh.model.errors import NotAVault
from guvoh.settings import PORT


@click.command()
@vault_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), envvar=PORT.env, default=PORT.default, show_default=True, help=PORT.help
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.option("--locked", is_flag=True, help="Start locked: the passphrase is asked in the browser.")
@talks
def command(screen: Screen, vault: Path, *, port: int, no_browser: bool, locked: bool) -> None:
    """Open the desk: read, review, see and search what the vault keeps, in the browser of this machine.

    It answers to this machine only and asks nothing of any other. Ctrl-C closes the vault.
    """
    serving = import_module("guvoh.web.serving")  # sets Django up, so before anything that opens a vault
    if not actions.unlock_vault.is_vault(vault):
        raise NotAVault("The folder is not a vault.", "Make one with `guvoh new`.")
    serving.serve(
        vault,
        None if locked else ask(),
        port,
        browse=not no_browser,
        ready=lambda address: screen.result(f"The desk is at {address} (Ctrl-C closes the vault)."),
    )
