"""`guvoh grade`: how reliable a source is, how credible a statement."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import meant, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.model.access import HOLDER


@click.command()
@vault_argument
@click.argument("what", type=click.Choice(["source", "statement"]))
@click.argument("ident", metavar="ID")
@click.argument("grade", metavar="GRADE|none")
@click.option("--note", default="", help="Why, in words that are kept with the grade.")
@talks
def command(screen: Screen, vault: Path, what: str, ident: str, grade: str, note: str) -> None:
    """The Admiralty code, its two halves kept apart: a source is A (reliable) to F (cannot be judged), a statement 1
    (confirmed) to 6 (cannot be judged). ID is a source's name or a statement's number, such as 3.2, as `guvoh show`
    prints them, or the id that its `--json` gives.
    """
    given = None if grade.lower() == "none" else grade.upper()
    sources = actions.decide_sources
    with unlocked(vault) as opened:
        actions.weigh_vault.refresh(opened)
        if what == "source":
            ident = actions.named_records.source_named(opened, HOLDER, ident)
            sources.grade_source(opened, HOLDER, ident, given, note=note)
        else:
            (ident,) = meant(screen, opened, (ident,))
            sources.grade_statement(opened, HOLDER, ident, given, note=note)
    screen.result(f"The {what} is graded {given}." if given else f"The {what} has no grade any more.")
