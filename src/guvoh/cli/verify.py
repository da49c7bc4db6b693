"""`guvoh verify`: check a vault."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.words import counted
from guvoh.model.errors import VaultDamaged


@click.command()
@vault_argument
@click.option("--head", metavar="HASH", help="A head that was noted earlier: it must still be in the log.")
@talks
def command(screen: Screen, vault: Path, head: str | None) -> None:
    """Decrypts every original, compares it with its hash, and follows the custody log from its first entry to its
    head. Note the head outside the vault and give it the next time: without it, a vault that was set back
    to an earlier state looks whole.
    """
    with unlocked(vault) as opened, screen.meter("Checking") as tell:
        report = actions.verify_vault.verify_vault(opened, tell, head)
    for words in (*report.notes, *report.faults):
        screen.problem(str(vault), words)
    checked = (
        counted(report.documents, "document"),
        counted(report.originals, "original"),
        counted(report.entries, "log entry", "log entries"),
    )
    screen.result(f"Checked {', '.join(checked)}.")
    screen.result(f"Head of the log: {report.head}")
    if report.faults:
        raise VaultDamaged(
            f"{counted(len(report.faults), 'fault')} found: the vault was changed from outside or its disk is failing.",
            "Add nothing more to it; copy it, and compare it with a backup.",
        )
    screen.result("No fault found.")
