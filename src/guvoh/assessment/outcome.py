"""What is said of some events and figures, among documents that are only partly loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations

from guvoh.assessment.comparing import across, within
from guvoh.assessment.corpus import Told
from guvoh.assessment.events import Happening
from guvoh.assessment.figures import relation
from guvoh.assessment.known import Known, hashed, reuse_of
from guvoh.assessment.lineage import document_pairs
from guvoh.assessment.sources import Registry
from guvoh.assessment.sums import by_block, sums_of
from guvoh.model.weighing import DocumentPair, FigurePair, FigureSum


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


def figure_pairs(events: Mapping[str, Happening], about: Collection[str]) -> dict[tuple[str, str], FigurePair]:
    """The relations of the figures `about` (statement ids) with all others loaded."""
    out: dict[tuple[str, str], FigurePair] = {}
    for a, b, same_event in _side_by_side(events, about):
        both = (min(a.id, b.id), max(a.id, b.id))
        if both not in out and (pair := relation(a, b, same_event=same_event)):
            out[both] = pair
    return out


def _side_by_side(events: Mapping[str, Happening], about: Collection[str]) -> Iterator[tuple[Told, Told, bool]]:
    home = {m.id: event.id for event in events.values() for m in event.members}
    for event in events.values():
        if any(m.id in about for m in event.members):
            yield from ((a, b, True) for a, b in within(event.members) if a.id in about or b.id in about)
    figures = [m for event in events.values() for m in event.members if m.statement.count and m.unit]
    by_id = {m.id: m for m in figures}
    for told in figures:
        whole = by_id.get(told.statement.count.of or "") if told.statement.count else None
        if whole is not None and (told.id in about or whole.id in about):
            yield told, whole, home[told.id] == home[whole.id]
    for a, b in across(figures):
        if (a.id in about or b.id in about) and home[a.id] != home[b.id]:
            yield a, b, False


def pairs_of_documents(
    documents: Mapping[str, Known], events: Mapping[str, Happening], about: AbstractSet[str], registry: Registry,
    whole: Mapping[str, str],
) -> dict[tuple[str, str], DocumentPair]:  # fmt: skip
    """How the documents of the events `about` stand to each other; `whole` names larger events of events."""
    near = {m.entry.key for event in about & events.keys() for m in events[event].members}
    kept = {key: documents[key] for key in sorted(near)}
    held = gathered(kept)
    entries = [known.entry for known in kept.values()]
    pairs = document_pairs(list(held.values()), entries, reuse_of(kept.values()), registry, whole, about)
    return {(p.a, p.b): p for p in pairs}


def linked_documents(events: Mapping[str, Happening], about: AbstractSet[str]) -> set[tuple[str, str]]:
    """The pairs of paths that share one of the events `about`, and those of documents with several paths."""
    out: set[tuple[str, str]] = set()
    for event in about & events.keys():
        entries = {m.entry.key: m.entry for m in events[event].members}.values()
        out.update(combinations(sorted(entry.document.path for entry in entries), 2))
        out.update((min(e.paths[0], p), max(e.paths[0], p)) for e in entries for p in e.paths[1:])
    return out


def sums_in(events: Mapping[str, Happening], blocks: Collection[str]) -> dict[tuple[str, ...], FigureSum]:
    """The sums in some blocks, which are loaded whole, and in the documents that have a figure in one."""
    held = by_block(m for event in events.values() for m in event.members)
    touched = {key for key in held if hashed("sum", *key) in blocks}
    told = {m.entry.key for key in touched for m in held[key]}
    touched |= {key for key in held if key[0] == "document" and key[1] in told}
    return {(s.total, *s.sum): s for key in touched for s in sums_of(held[key])}
