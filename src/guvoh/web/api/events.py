"""Events, and their counts by place, day and week."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.actions import browse_events, weigh_vault
from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.web.api.operations import Operation


@dataclass(frozen=True, slots=True)
class Weighing:
    """Whether events, sources and relations tell of the vault as it is now, and whether they had to be made anew."""

    current: bool
    changed: bool


def weigh(vault: Vault, by: Actor) -> Weighing:
    """Weigh what was added or decided since, so that events, sources and relations tell of it."""
    require(by, Right.REVIEW)
    return Weighing(current=True, changed=weigh_vault.refresh(vault))


def weighed(vault: Vault, by: Actor) -> Weighing:
    """Whether events, sources and relations tell of the vault as it is now."""
    require(by, Right.READ)
    return Weighing(current=weigh_vault.is_weighed(vault), changed=False)


OPERATIONS = (
    Operation("GET", "events", browse_events.browse_events),
    Operation("GET", "events/{event}", browse_events.view_event, example={"event": "0" * 32}),
    Operation("GET", "events/{event}/now", browse_events.event_now, example={"event": "0" * 32}),
    Operation("GET", "places", browse_events.count_places),
    Operation("GET", "days", browse_events.count_days),
    Operation("GET", "weeks", browse_events.count_weeks),
    Operation("GET", "weighing", weighed),
    Operation("POST", "weighing", weigh, Right.REVIEW),
)
