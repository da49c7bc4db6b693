"""`guvoh add`: take files into a vault."""

from __future__ import annotations

from pathlib import Path

import click

from guvoh import actions
from guvoh.cli.options import end_strictly, strict_option, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.words import counted


@click.command()
@vault_argument
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--again", is_flag=True, help="Find anew also in what the vault already has, with the rules of today.")
@strict_option
@talks
@click.pass_context
def command(
    ctx: click.Context, screen: Screen, vault: Path, paths: tuple[str, ...], *, again: bool, strict: bool
) -> None:
    """Each PATH is a file or a folder, which is read with everything below it. A file may have a side-car
    FILE.meta.json with url, published, publisher, title and language, which wins over what the file says.

    The bytes of every file are kept, encrypted, also of those that cannot be read. The same bytes added
    again are one document seen twice.
    """
    inputs = actions.inputs.gather(paths, leave_out=vault)
    new = known = unopened = statements = problems = 0
    with unlocked(vault) as opened:
        for group in screen.progress(actions.take_in.take_in(opened, inputs, again=again), len(inputs), "Reading"):
            for taken in group:
                new += taken.kept is not None and taken.kept.new
                known += taken.kept is not None and not taken.kept.new
                unopened += taken.kept is None
                statements += taken.statements
                problems += len(taken.problems)
                for words in taken.problems:
                    screen.problem(taken.path, words)
        with screen.phases("Weighing") as watch:
            weighed = actions.weigh_vault.refresh(opened, watch=watch)
        if weighed:
            screen.note("Weighed what the documents say together.")
    shut = f", {unopened:,} not kept, since they cannot be opened" if unopened else ""
    screen.result(f"Took in {counted(new + known, 'document')}: {new:,} new, {known:,} already kept{shut}.")
    screen.result(f"They make {counted(statements, 'statement')}.")
    screen.result(f"{counted(problems, 'problem')}, listed above." if problems else "No problems.")
    end_strictly(ctx, strict=strict, problems=problems)
