"""Count the reported events of a vault by week, before and after a day that a person names."""

from __future__ import annotations

from datetime import date

from guvoh.actions.map_events import EVERY_DATE, map_events
from guvoh.actions.named_place import named_place
from guvoh.actions.weigh_vault import refresh
from guvoh.custody import EventChoice, Vault
from guvoh.model.access import Actor
from guvoh.model.act_names import act_named
from guvoh.model.errors import BadTerm
from guvoh.reporting.around import WARNING, Around, around, drawn

MOST_WEEKS = 104
"""Weeks on either side that one picture can show."""

__all__ = ["WARNING", "compare_weeks", "drawn"]


def compare_weeks(
    vault: Vault, by: Actor, day: str, act: str | None = None, place: str | None = None, weeks: int = 8
) -> Around:
    """The weeks around a day (YYYY-MM-DD): reported events of an act, or all, in a place or anywhere.

    What was only planned and what is denied is left out. Raises BadTerm for what is no day, act or place.
    """
    try:
        middle = date.fromisoformat(day)
    except ValueError as error:
        raise BadTerm("That is no day.", "Write it as 2024-03-22.") from error
    if not 1 <= weeks <= MOST_WEEKS:
        raise BadTerm(f"One picture shows 1 to {MOST_WEEKS} weeks on either side.", "Give such a number.")
    if vault.is_writable:
        refresh(vault)
    first, last = (min(max(middle.toordinal() + 7 * side, 1), date.max.toordinal()) for side in (-weeks, weeks))
    choice = EventChoice(
        act=act_named(act) if act else None, within=named_place(place) if place else None, happened=True,
        since=date.fromordinal(first), until=date.fromordinal(last),
    )  # fmt: skip
    return around(map_events(vault, by, choice, places=False, few=EVERY_DATE).time.items, middle, weeks)
