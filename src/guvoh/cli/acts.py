"""`guvoh acts`: the act vocabulary."""

from __future__ import annotations

import click

from guvoh.cli.options import json_option
from guvoh.cli.screen import Screen, talks
from guvoh.cli.tables import show_table
from guvoh.model.acts import acts


@click.command()
@json_option
@talks
def command(screen: Screen, *, as_json: bool) -> None:
    """Each act that a statement can tell of, with its label and the articles of law it bears on."""
    for act in acts().values():
        if as_json:
            screen.json_line({"act": act.term, "labels": dict(act.labels), "huridocs": act.huridocs, "law": act.law})
    if not as_json:
        rows = [(act.term, act.label(), ", ".join(act.law)) for act in acts().values()]
        show_table(screen, ("act", "label", "law"), rows)
