"""`guvoh decide`: accept, reject or undo, and see what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guvoh import actions
from guvoh.cli.options import meant, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.words import counted
from guvoh.model.access import HOLDER
from guvoh.model.errors import UsageError

if TYPE_CHECKING:
    from guvoh.custody import Vault
    from guvoh.model.decisions import Decision

WHAT = ("accept", "reject", "undo", "history", "adrift")


@click.command()
@vault_argument
@click.argument("what", type=click.Choice(WHAT))
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--note", default="", help="Why, in words that are kept with the decision.")
@talks
def command(screen: Screen, vault: Path, what: str, ids: tuple[str, ...], note: str) -> None:
    """Decide on statements by their numbers, such as 3.2, which `guvoh show VAULT statements` and the dossier print, or
    by their ids (`--json`). Numbers move when documents are added: what was meant is printed. `undo` takes back a
    decision by its id. `history` shows what was decided on a statement, event or source, and `adrift` the decisions
    whose words are not in the vault any more.
    """
    if what != "adrift" and not ids:
        raise UsageError("Nothing was named to decide on.", "Give one or more ids.")
    with unlocked(vault) as opened:
        if what != "undo":
            ids = meant(screen, opened, ids)
        made = _do(opened, what, ids, note)
        if what in ("history", "adrift"):
            for decision, stands in made:
                _tell(screen, decision, stands)
            return
        actions.weigh_vault.refresh(opened)
    screen.result(f"Kept {counted(len(made), 'decision')}: {', '.join(decision.id for decision, _ in made)}.")


def _tell(screen: Screen, decision: Decision, stands: str) -> None:
    """One decision in a few lines: no table, whose narrow columns would break ids that people copy."""
    screen.result(decision.id)
    state = "undone" if stands == "undone" else "stands"
    screen.result(f"{decision.kind.value} by {decision.by_name}, {decision.at}; {state}", 2)
    for subject in decision.subjects:
        screen.result(f"on {subject}", 2)
    if decision.note:
        screen.result(f"note: {decision.note}", 2)


def _do(vault: Vault, what: str, ids: Sequence[str], note: str) -> list[tuple[Decision, str]]:
    review, read = actions.review_statements, actions.read_decisions
    match what:
        case "accept":
            made = [review.accept(vault, HOLDER, ids, note=note)]
        case "reject":
            made = [review.reject(vault, HOLDER, ids, note, note=note)]
        case "undo":
            made = [review.undo(vault, HOLDER, ident, note=note) for ident in ids]
        case "adrift":
            page = read.adrift(vault, HOLDER)
            made = list(page.rows)
            while page.next_key:
                page = read.adrift(vault, HOLDER, page.next_key)
                made += page.rows
        case _:
            steps = [step for ident in ids for step in read.history(vault, HOLDER, ident).steps]
            return [(step.decision, "yes" if step.stands else "undone") for step in steps]
    return [(decision, "yes") for decision in made]
