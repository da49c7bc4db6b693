"""Event ids that last: an event keeps the id it has in a vault while more than half of its statements stay together.

Weighing names an event by its first statement, so that the same findings give the same ids. In a vault an earlier
report may be added, and people have linked to the event by then. The shelf notes which lasting id stands for which of
weighing's own ids, where the two differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from guvoh.assessment.shelf import Change, Row, Shelf
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import Event, Weighed

_KIND = "lasting"


def lasting_ids(events: Sequence[tuple[str, Sequence[str]]], before: Mapping[str, str]) -> dict[str, str]:
    """For each event (id, statements) its lasting id. `before`: the event that each statement was of, by lasting id."""
    there = Counter(before[s] for _, statements in events for s in statements if s in before)
    out: dict[str, str] = {}
    for ident, statements in events:
        kept = _majority(statements, before, there)
        if kept is not None:
            out[ident] = kept
    taken = set(out.values())
    for ident, statements in events:
        if ident not in out:
            out[ident] = _free(ident, statements, taken)
            taken.add(out[ident])
    return out


def all_lasting(shelf: Shelf, weighed: Weighed, before: Mapping[str, str]) -> Weighed:
    """What was weighed from nothing, under lasting ids, which the empty shelf notes."""
    ids = lasting_ids([(e.id, e.statements) for e in weighed.events], before)
    shelf.put(_rows(ids))
    events = sorted((_renamed(event, ids) for event in weighed.events), key=lambda e: e.id)
    return replace(weighed, events=tuple(events))


def change_lasting(shelf: Shelf, change: Change, home: Mapping[str, str], sizes: Mapping[str, int]) -> Change:
    """A change under lasting ids, and the shelf's notes brought up to it.

    `home`: the event, by lasting id, that each statement of the events in the change is of so far; `sizes`: how many
    statements each of those events has, and each event whose lasting id is an id of the change.
    """
    told = change.now.events
    named = _noted(shelf, {*change.gone.events, *(e.id for e in told), *(e.part_of for e in told if e.part_of)})
    freed = {named.get(ident, ident) for ident in change.gone.events}
    owned = {row.data for row in shelf.with_keys(_KIND, {e.id for e in told})}
    ids: dict[str, str] = {}
    for event in told:
        if event.id in named:
            ids[event.id] = named[event.id]
        elif event.id in sizes and event.id not in owned | freed:
            ids[event.id] = event.id
    free = freed - set(ids.values())
    for event in sorted(told, key=lambda e: e.id):
        if event.id not in ids:
            kept = _majority(event.statements, {s: h for s, h in home.items() if h in free}, sizes)
            taken = {*ids.values(), *sizes} - ({event.id} & free)
            ids[event.id] = kept if kept is not None else _free(event.id, event.statements, taken)
            free.discard(ids[event.id])
    shelf.drop(_KIND, sorted(change.gone.events))
    shelf.put(_rows(ids))
    events = tuple(_renamed(event, named | ids) for event in told)
    gone = replace(change.gone, events=frozenset(freed - set(ids.values())))
    return Change(gone, replace(change.now, events=events))


def _majority(statements: Iterable[str], before: Mapping[str, str], sizes: Mapping[str, int]) -> str | None:
    votes = Counter(before[s] for s in statements if s in before)
    kept = [ident for ident, count in votes.items() if 2 * count > sizes.get(ident, 0)]
    return min(kept, key=lambda ident: (-votes[ident], ident), default=None)


def _free(ident: str, statements: Sequence[str], taken: set[str]) -> str:
    """The id itself, or where another event lasts under it, one made of it."""
    made, tries = ident, 0
    while made in taken:
        tries += 1
        made = framed_hash("event", *sorted(statements)[:1], str(tries))[:32]
    return made


def _rows(ids: Mapping[str, str]) -> Iterable[Row]:
    return (Row(_KIND, own, (lasting,), lasting) for own, lasting in ids.items() if own != lasting)


def _noted(shelf: Shelf, ids: set[str]) -> dict[str, str]:
    return {row.id: row.data for row in shelf.with_ids(_KIND, ids)}


def _renamed(event: Event, ids: Mapping[str, str]) -> Event:
    whole = event.part_of
    return replace(event, id=ids.get(event.id, event.id), part_of=ids.get(whole, whole) if whole else None)
