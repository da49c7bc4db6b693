"""Choose an event by words: by the name that a person gave it, by what is told of it, or among those like another."""

from __future__ import annotations

from collections.abc import Iterable

from guvoh.custody import Vault
from guvoh.custody.browse import EventFilter, EventItem, EventSort
from guvoh.custody.searches import SearchFilter
from guvoh.model.access import Actor, Right, require
from guvoh.model.decisions import DecisionKind, standing

_ALL = SearchFilter()


def choose_events(
    vault: Vault, by: Actor, words: str, but: str = "", chosen: str = "", size: int = 8
) -> tuple[EventItem, ...]:
    """Up to `size` events that the words may mean, the likeliest first; `but` is the event that is asked about.

    One `chosen` before stays, as the first.

    An event is found by its id, by all the words in a name that a person gave it, or by all of them in a statement
    that tells of it. Without words: the events of the same act and country as `but`.
    """
    require(by, Right.READ)
    found = vault.browse.event_items([chosen]) if chosen else {}
    if not words.strip():
        return (*found.values(), *(one for one in _like(vault, but, size) if one.id not in found))
    for ident in (*_named(vault, words), *_told(vault, words, size)):
        if ident != but and ident not in found:
            found |= vault.browse.event_items([ident])
    return tuple(found.values())[:size]


def _named(vault: Vault, words: str) -> Iterable[str]:
    """The events of that id, and those whose given name has all the words."""
    ident = vault.event_now(words.strip())
    found = [ident] if ident else []
    asked = words.casefold().split()
    kinds = (DecisionKind.NAME, DecisionKind.UNDO)
    for decision in reversed(standing(tuple(vault.decisions(*kinds)))):
        title = str(decision.value("title") or "").casefold()
        if all(word in title for word in asked) and (now := vault.event_now(decision.subjects[0])):
            found.append(now)
    return found


def _told(vault: Vault, words: str, size: int) -> Iterable[str]:
    """Hits are counted in statements, so more are asked for than events are wanted."""
    hits = vault.browse.find_events(words, _ALL, None, size * 5).hits
    return [hit.item.id for hit in hits]


def _like(vault: Vault, but: str, size: int) -> tuple[EventItem, ...]:
    here = vault.browse.event_items([but]).get(but)
    if here is None:
        return ()
    act = here.acts[0] if here.acts else None
    country = here.place.country if here.place else None
    page = vault.browse.events(EventFilter(act=act, country=country), EventSort.DATE_DOWN, None, size + 1)
    return tuple(one for one in page.rows if one.id != but)[:size]
