"""List events, count them by place and time, show one with its reports by origin."""

from __future__ import annotations

from guvoh.custody import Vault
from guvoh.custody.browse import DayCount, EventFilter, EventItem, EventSort, EventView, Page, PlaceCount, WeekCount
from guvoh.model.access import Actor, Right, require

_ALL = EventFilter()


def browse_events(
    vault: Vault,
    by: Actor,
    filters: EventFilter = _ALL,
    sort: EventSort = EventSort.DATE_DOWN,
    key: str | None = None,
    size: int = 50,
) -> Page[EventItem]:
    """A page of events; `key` is that of an earlier page, None for the first."""
    require(by, Right.READ)
    return vault.browse.events(filters, sort, key, size)


def view_event(vault: Vault, by: Actor, event: str) -> EventView:
    """An event with its statements by origin, relations of figures and lineage. Raises NotThere."""
    require(by, Right.READ)
    return vault.browse.event(event)


def count_places(vault: Vault, by: Actor, filters: EventFilter = _ALL) -> tuple[PlaceCount, ...]:
    """Events by place for the map, as precisely as each place was told."""
    require(by, Right.READ)
    return vault.browse.places(filters)


def count_days(vault: Vault, by: Actor, filters: EventFilter = _ALL) -> tuple[DayCount, ...]:
    """Events by date and act for the timeline, of the newest 2,000 dates with their acts. A date may be an interval."""
    require(by, Right.READ)
    return vault.browse.days(filters)


def count_weeks(vault: Vault, by: Actor, filters: EventFilter = _ALL) -> tuple[WeekCount, ...]:
    """Events that fall wholly into a week, by its Monday, to set before against after."""
    require(by, Right.READ)
    return vault.browse.weeks(filters)


def event_now(vault: Vault, by: Actor, event: str) -> str | None:
    """The id of an event today: its own, that of the one it became when grouped anew, or None."""
    require(by, Right.READ)
    return vault.event_now(event)
