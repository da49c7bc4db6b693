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
@strict_option
@talks
@click.pass_context
def command(ctx: click.Context, screen: Screen, vault: Path, paths: tuple[str, ...], *, strict: bool) -> None:
    """Each PATH is a file or a folder, which is read with everything below it. A file may have a side-car
    FILE.meta.json with url, published, publisher, title and language, which wins over what the file says.

    The bytes of every file are kept, encrypted, also of those that cannot be read. The same bytes added
    again are one document seen twice.
    """
    inputs = actions.inputs.gather(paths, leave_out=vault)
    new = known = statements = problems = 0
    with unlocked(vault) as opened:
        for group in screen.progress(actions.take_in.take_in(opened, inputs), len(inputs), "Reading"):
            for taken in group:
                new, known = new + taken.new, known + (not taken.new)
                statements += taken.statements
                problems += len(taken.problems)
                for words in taken.problems:
                    screen.problem(taken.path, words)
    screen.result(f"Read {counted(new + known, 'document')}: {new:,} new, {known:,} already kept.")
    screen.result(f"Found {counted(statements, 'statement')} in them.")
    screen.result(f"{counted(problems, 'problem')}, listed above." if problems else "Nothing was left unread.")
    end_strictly(ctx, strict=strict, problems=problems)
