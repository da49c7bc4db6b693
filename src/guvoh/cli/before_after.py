"""`guvoh before-after`: reported events by week around a day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.text import Text

from guvoh import actions
from guvoh.cli.options import json_option, unlocked, vault_argument
from guvoh.cli.screen import Screen, talks
from guvoh.cli.words import counted
from guvoh.model import plain
from guvoh.model.access import HOLDER

if TYPE_CHECKING:
    from guvoh.reporting.around import Around

_WIDEST = 40


@click.command()
@vault_argument
@click.option("--date", "day", metavar="DATE", required=True, help="The day, such as that of an attack or a law.")
@click.option("--act", help="Only events of this act; see `guvoh acts`.")
@click.option("--place", help="Only events in this place, by name or gazetteer id.")
@click.option("--weeks", type=click.IntRange(1, 104), default=8, show_default=True, help="Weeks on either side.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), help="Write the picture to this file too.")
@json_option
@talks
def command(
    screen: Screen,
    vault: Path,
    day: str,
    act: str | None,
    place: str | None,
    weeks: int,
    svg: Path | None,
    *,
    as_json: bool,
) -> None:
    """Weeks are counted from the day itself. An event counts where its whole date lies in one week; what was only
    planned, or is denied, is left out. Reports are not occurrences: a rise may show that more was told.
    """
    with unlocked(vault) as opened:
        found = actions.compare_weeks.compare_weeks(opened, HOLDER, day, act, place, weeks)
    title = ", ".join(part for part in ("Reported events by week", act and act.replace("_", " "), place) if part)
    if svg is not None:
        svg.write_text(str(actions.compare_weeks.drawn(found, title)), encoding="utf-8")
    if as_json:
        screen.json_line({**_plain(found), "warning": actions.compare_weeks.WARNING})
    else:
        _show(screen, found, title)


def _plain(found: Around) -> dict[str, object]:
    sums = found.sums
    return {
        "date": sums.day.isoformat(),
        "before": sums.before,
        "after": sums.after,
        "across": sums.across,
        "loose": found.loose,
        "weeks": [{"start": week.start.isoformat(), "count": plain(week.count)} for week in found.weeks],
    }


def _show(screen: Screen, found: Around, title: str) -> None:
    most = max((week.count for week in found.weeks), default=0) or 1
    screen.result(title)
    for week in found.weeks:
        if week.start == found.sums.day:
            screen.result(Text(f"{week.start.isoformat()}  ── the day ──", "red"))
        bar = "█" * -(-week.count * _WIDEST // most)
        screen.result(Text.assemble(f"{week.start.isoformat()}  ", (bar, "blue"), f" {week.count:,}" if bar else "0"))
    sums = found.sums
    screen.result(f"Before: {sums.before:,}. From the day on: {sums.after:,}. On both sides of it: {sums.across:,}.")
    if found.loose:
        screen.result(f"In no one week: {counted(found.loose, 'event')}, dated less precisely.")
    screen.result(actions.compare_weeks.WARNING)
