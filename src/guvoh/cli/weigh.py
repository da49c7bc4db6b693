"""`guvoh weigh`: what several documents say together."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import jobs_option, json_option, unlocked
from guvoh.cli.screen import Screen, talks
from guvoh.cli.weighed_view import show_weighed
from guvoh.model import plain


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@json_option
@jobs_option
@talks
def command(screen: Screen, inputs: tuple[str, ...], jobs: int, *, as_json: bool) -> None:
    """Each INPUT is a file or folder to read, or a .jsonl made by `guvoh find --json`. Or one INPUT is a vault.

    Tells who said each thing first, which documents repeat another or share its origin, which reports
    are of one event, and where figures agree, differ or add up.
    """
    if len(inputs) == 1 and actions.unlock_vault.is_vault(Path(inputs[0])):
        with unlocked(Path(inputs[0])) as vault:
            with screen.phases("Weighing") as watch:
                actions.weigh_vault.refresh(vault, anew=True, watch=watch)
            findings, weighed = actions.weigh_vault.weigh_vault(vault)
    else:
        findings, weighed = actions.weigh_findings.weigh_findings(actions.inputs.gather(inputs), jobs)
    for found in findings:
        for words in (*found.document.problems, *found.problems):
            screen.problem(found.document.path, words)
    if as_json:
        screen.json_line(plain(weighed))
    else:
        show_weighed(screen, findings, weighed)
