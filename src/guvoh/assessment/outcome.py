"""What is said of some events and figures, among documents that are only partly loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet

from guvoh.assessment.comparing import across_blocks, within
from guvoh.assessment.corpus import Told
from guvoh.assessment.events import Happening
from guvoh.assessment.figures import relation
from guvoh.assessment.known import Known, hashed, reuse_of
from guvoh.assessment.lineage import document_pairs
from guvoh.assessment.sources import Registry
from guvoh.assessment.sums import by_block, sums_of
from guvoh.model.weighing import DocumentPair, FigurePair, FigureRelation, FigureSum

Events = Mapping[str, Happening]
_Related = dict[tuple[str, str], FigurePair]


def gathered(documents: Mapping[str, Known]) -> dict[str, Happening]:
    """The events of the loaded documents, of each those members that are loaded, by id; place and period left open."""
    members: dict[str, list[Told]] = defaultdict(list)
    for known in documents.values():
        for told in known.dated:
            members[known.homes[told.id]].append(told)
    return {
        event: Happening(event, tuple(sorted(held, key=lambda t: t.order)), None, None, held[0].family)
        for event, held in members.items()
    }


def stirred(was: Events, now: Events, affected: AbstractSet[str]) -> set[str]:
    """The statements of the affected events that are told otherwise than before, left others, or came to others.

    Of those that stay together the largest part is left out: what parts from it or comes to it is enough to name every
    pair that is of one event now and was not, or no more.
    """
    sides = [{m.id: (m, i) for i in affected & events.keys() for m in events[i].members} for events in (was, now)]
    out = {i for i in sides[0].keys() | sides[1].keys() if _at(sides[0], i) != _at(sides[1], i)}
    for events, others in ((was, sides[1]), (now, sides[0])):
        for event in affected & events.keys():
            parts: dict[str, set[str]] = defaultdict(set)
            for member in events[event].members:
                parts[others[member.id][1] if member.id in others else ""].add(member.id)
            largest = max(sorted(parts), key=lambda home: len(parts[home]))
            out.update(*(part for home, part in parts.items() if home != largest))
    return out


def _at(side: Mapping[str, tuple[Told, str]], statement: str) -> Told | None:
    return side[statement][0] if statement in side else None


def figures_anew(
    was: Mapping[str, Known], now: Mapping[str, Known], affected: AbstractSet[str], about: AbstractSet[str]
) -> tuple[_Related, _Related]:
    """The relations that figures had and have, of those pairs of which something changed.

    Pairs within the `affected` events, and those of a statement that is `about`, of which all blocks are loaded.
    """
    before, after = _side_by_side(was, affected, about), _side_by_side(now, affected, about)
    kept = {both for both in before.keys() & after.keys() if before[both] == after[both]}
    return _related(before, kept), _related(after, kept)


_Beside = dict[tuple[str, str], tuple[Told, Told, bool]]


def _related(beside: _Beside, kept: AbstractSet[tuple[str, str]]) -> _Related:
    found = {both: relation(a, b, same_event=one) for both, (a, b, one) in beside.items() if both not in kept}
    return {both: pair for both, pair in found.items() if pair is not None}


def _side_by_side(documents: Mapping[str, Known], affected: AbstractSet[str], about: AbstractSet[str]) -> _Beside:
    figures = [figure for known in documents.values() for figure in known.figures]
    home = {told.id: known.homes[told.id] for known in documents.values() for told, _, _ in known.figures}
    out: _Beside = {}

    def put(pairs: Iterable[tuple[Told, Told]]) -> None:
        for a, b in pairs:
            out.setdefault((min(a.id, b.id), max(a.id, b.id)), (a, b, home[a.id] == home[b.id]))

    members: dict[str, list[Told]] = defaultdict(list)
    for told, _, _ in figures:
        if home[told.id] in affected:
            members[home[told.id]].append(told)
    for held in members.values():
        put(within(sorted(held, key=lambda t: t.order)))
    by_id = {told.id: told for told, _, _ in figures}
    parts = ((told, by_id.get(told.statement.count.of or "")) for told in by_id.values() if told.statement.count)
    put((part, whole) for part, whole in parts if whole and (part.id in about or whole.id in about))
    put((a, b) for a, b in across_blocks(figures, about) if home[a.id] != home[b.id])
    return out


def in_conflict(event: Happening, fresh: Mapping[tuple[str, str], FigurePair], disputed: AbstractSet[str]) -> bool:
    """Whether two figures of an event exclude each other; `fresh` are the relations just found.

    Two that did not change may have done so before if they are `disputed`: then they are asked again.
    """
    ids = event.ids
    if any(p.relation is FigureRelation.CONFLICT and p.a in ids and p.b in ids for p in fresh.values()):
        return True
    pairs = () if disputed.isdisjoint(ids) else within(event.members)
    found = (relation(a, b, same_event=True) for a, b in pairs if a.id in disputed and b.id in disputed)
    return any(pair is not None and pair.relation is FigureRelation.CONFLICT for pair in found)


def pairs_of_documents(
    documents: Mapping[str, Known], events: Events, affected: AbstractSet[str], about: AbstractSet[tuple[str, str]],
    registry: Registry, whole: Mapping[str, str],
) -> dict[tuple[str, str], DocumentPair]:  # fmt: skip
    """How those pairs of documents that are `about` (content keys) and tell of one event stand to each other.

    `whole` names larger events of events; the documents of the `affected` events are loaded.
    """
    near = {m.entry.key for event in affected & events.keys() for m in events[event].members}
    near |= {key for pair in about for key in pair}
    kept = {key: documents[key] for key in sorted(near)}
    held = gathered(kept)
    entries = [known.entry for known in kept.values()]
    pairs = document_pairs(list(held.values()), entries, reuse_of(kept.values()), registry, whole, about)
    return {(p.a, p.b): p for p in pairs}


def sums_in(events: Events, blocks: Collection[str]) -> dict[tuple[str, ...], FigureSum]:
    """The sums in some blocks, which are loaded whole, and in the documents that have a figure in one."""
    held = by_block(m for event in events.values() for m in event.members)
    touched = {key for key in held if hashed("sum", *key) in blocks}
    told = {m.entry.key for key in touched for m in held[key]}
    touched |= {key for key in held if key[0] == "document" and key[1] in told}
    return {(s.total, *s.sum): s for key in touched for s in sums_of(held[key])}
