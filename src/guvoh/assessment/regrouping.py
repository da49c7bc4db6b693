"""Which events change when statements come or change: the statements that they join, and those these join."""

from __future__ import annotations

from collections.abc import Iterable

from guvoh.assessment.clusters import cluster
from guvoh.assessment.events import Happening, by_whole, happening_of, with_parts
from guvoh.assessment.joining import joins
from guvoh.assessment.known import hashed, reuse_of
from guvoh.assessment.library import Library

MOST = 400
"""Statements that are grouped again at most; beyond, only the events that the change touches itself are."""


def regroup(library: Library, changed: Iterable[str]) -> tuple[set[str], list[Happening]]:
    """The changed statements (ids) with all that they join, and so on; and their events, as all at once has them.

    The documents of the changed statements are in `library.now`, their homes still those of before.
    """
    part = set(changed)
    frontier = _with_mates(library, part)
    rounds = 0
    while fresh := frontier - part if rounds else frontier:
        if rounds > 1 and len(part | fresh) > MOST:
            break
        part |= fresh
        rounds += 1
        if rounds > 1 and len(part) > MOST:
            break  # whatever these join would not be grouped again either
        frontier = _with_mates(library, _joined(library, fresh) - part)
    told = {t.id: t for known in library.now.values() for t in known.placed}
    own = {t.id: t for known in library.now.values() for t in known.own}
    ordered = sorted((told[i] for i in part if i in told), key=lambda t: t.order)
    led = {part: whole for known in library.now.values() for part, whole in known.led.items()}
    part = {i for i in part if led.get(i, i) in part} | {i for i, whole in led.items() if whole in part}
    groups = cluster(ordered, *joins(ordered, reuse_of(library.now.values())))
    parts = by_whole(led)
    return part, [happening_of(with_parts([ordered[at].id for at in found], own, parts)) for found in groups]


def _with_mates(library: Library, statements: set[str]) -> set[str]:
    """The statements with all others of the events that they were of."""
    homes = {known.homes[i] for known in library.was.values() for i in statements & known.homes.keys()}
    library.find([hashed("event", home) for home in homes])
    return statements | {i for known in library.was.values() for i, home in known.homes.items() if home in homes}


def _joined(library: Library, fresh: set[str]) -> set[str]:
    """The statements that join one of `fresh`, of all in the blocks that these are in."""
    seats = (seat for known in library.now.values() for seat in known.seats)
    wanted = {key for told, seat in seats if told.id in fresh for key, _ in seat}
    library.find([hashed("block", *key) for key in wanted])
    near = []
    for known in library.now.values():
        for told, seat in known.seats:
            if met := [(key, is_broad) for key, is_broad in seat if key in wanted]:
                near.append((told, met))
    near.sort(key=lambda one: one[0].order)
    placed = [told for told, _ in near]
    first, second, _ = joins(placed, reuse_of(library.now.values()), fresh, [met for _, met in near])
    return {placed[at].id for side in (first, second) for at in side.tolist()}
