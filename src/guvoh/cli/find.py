"""`guvoh find`: statements of files, without a vault."""

from __future__ import annotations

import click

from guvoh import actions
from guvoh.cli.findings_view import show_findings
from guvoh.cli.options import end_strictly, jobs_option, json_option, strict_option
from guvoh.cli.screen import Screen, talks
from guvoh.model import to_json


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@json_option
@click.option("--explain", is_flag=True, help="Show beside each sentence the rule that found it, how sure, and why.")
@jobs_option
@strict_option
@talks
@click.pass_context
def command(
    ctx: click.Context,
    screen: Screen,
    paths: tuple[str, ...],
    jobs: int,
    *,
    as_json: bool,
    explain: bool,
    strict: bool,
) -> None:
    """Each FILE may be a folder too. Nothing is kept. With --json every document is one line on standard
    output, as docs/guide/findings.md describes it; progress and problems go to standard error.
    """
    inputs = actions.inputs.gather(paths)
    problems = 0
    found = actions.find_files.find_files(inputs, jobs)
    for group in screen.progress(found, len(inputs), "Finding", with_results=True):
        for findings in group:
            said = (*findings.document.problems, *findings.problems)
            problems += len(said)
            if as_json:
                screen.json_line(to_json(findings))
            else:
                show_findings(screen, findings, explain=explain)
            for words in said:
                screen.problem(findings.document.path, words)
    end_strictly(ctx, strict=strict, problems=problems)
