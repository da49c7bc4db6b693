"""Which events change when statements come or change: the statements that they join, and those these join."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from guvoh.assessment.blocking import Block
from guvoh.assessment.clusters import cluster
from guvoh.assessment.events import Happening, by_whole, happening_of, with_parts
from guvoh.assessment.joining import Near, joins_of, near_of
from guvoh.assessment.known import Known, hashed, reuse_of
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
    led = {part: whole for known in library.now.values() for part, whole in known.led.items()}
    part = {i for i in part if led.get(i, i) in part} | {i for i, whole in led.items() if whole in part}
    return part, _grouped(library, part, by_whole(led))


def _grouped(library: Library, part: set[str], parts: Mapping[str, Sequence[str]]) -> list[Happening]:
    """The events of some statements, all that join them being among them."""
    own = {t.id: t for known in library.now.values() for t in known.own}
    about = {key for key, known in library.now.items() if not part.isdisjoint(t.id for t in known.placed)}
    matter = _near(library, about, about)
    ordered = sorted((t for key in about for t in library.now[key].placed if t.id in part), key=lambda t: t.order)
    groups = cluster(ordered, joins_of(ordered, reuse_of(library.now[key] for key in about), matter))
    return [happening_of(with_parts([ordered[at].id for at in found], own, parts)) for found in groups]


def _with_mates(library: Library, statements: set[str]) -> set[str]:
    """The statements with all others of the events that they were of."""
    homes = {known.homes[i] for known in library.was.values() for i in statements & known.homes.keys()}
    library.find([hashed("event", home) for home in homes])
    return statements | {i for known in library.was.values() for i, home in known.homes.items() if home in homes}


def _joined(library: Library, fresh: set[str]) -> set[str]:
    """The statements that join one of `fresh`, of all documents that are of one matter with theirs."""
    about = {key for key, known in library.now.items() if not fresh.isdisjoint(t.id for t in known.placed)}
    library.find([hashed("block", *key) for document in about for key in _keys(library.now[document])])
    library.find([hashed(*key) for document in about for key in library.now[document].marked.blocks()])
    matter = _near(library, about, library.now.keys())
    beside = about.union(*((matter.documents[n] for n in side.tolist()) for side in (matter.first, matter.second)))
    placed = sorted((t for key in beside for t in library.now[key].placed), key=lambda t: t.order)
    pairs = joins_of(placed, reuse_of(library.now[key] for key in beside), matter, fresh)
    first, second, _ = pairs.joining()
    return {placed[at].id for side in (first, second) for at in side.tolist()}


def _near(library: Library, about: Collection[str], among: Collection[str]) -> Near:
    """Which of the loaded documents `among` are of one matter with one of `about` (content keys)."""
    wanted = {key for document in about for key in _keys(library.now[document])}
    met = [
        (told, [(key, is_broad) for key, is_broad in seat if key in wanted])
        for document in among
        for told, seat in library.now[document].seats
    ]
    met = sorted(((told, seat) for told, seat in met if seat), key=lambda one: one[0].order)
    near = {key for document in about for key in library.now[document].marked.blocks()}
    there = {told.entry.key for told, _ in met}
    marked = [library.now[document].marked for document in sorted(among)]
    known = [one for one in marked if one.key in there or not near.isdisjoint(one.blocks())]
    return near_of(known, met, reuse_of(library.now[document] for document in among), about)


def _keys(known: Known) -> set[Block]:
    return {key for _, seat in known.seats for key, _ in seat}
