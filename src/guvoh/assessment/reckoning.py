"""From documents grouped again to what is to be taken away from the result and what to be put."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from guvoh.assessment.events import Happening, happening_of
from guvoh.assessment.known import Known, hashed
from guvoh.assessment.library import Library
from guvoh.assessment.linking import changed_documents, parted_pairs, stirred_pairs
from guvoh.assessment.naming import Naming
from guvoh.assessment.outcome import (
    Events,
    figures_anew,
    gathered,
    in_conflict,
    pairs_of_documents,
    stirred,
    sums_in,
)
from guvoh.assessment.packing import packed, unpacked
from guvoh.assessment.retelling import Standing, retold, standing
from guvoh.assessment.shelf import Change, Gone, Row
from guvoh.assessment.sources import Registry
from guvoh.assessment.speakers import Bodies
from guvoh.assessment.sums import blocks_of
from guvoh.assessment.support import support
from guvoh.assessment.weigh import problems
from guvoh.model.weighing import FigurePair, Origin, Source, Weighed

_SOURCE, _PROBLEMS = "source", "problem"
K = TypeVar("K")
V = TypeVar("V")


def reckon(library: Library, naming: Naming, part: set[str], told: tuple[Origin, ...]) -> tuple[Change, list[Row]]:
    """The change, and the rows to be kept of it, when the statements `part` were grouped again."""
    affected = _affected(library, naming, part)
    about = stirred(gathered(library.was), gathered(library.now), affected)
    blocks = _load_figures(library, about)
    was, now = gathered(library.was), gathered(library.now)
    before, after = figures_anew(library.was, library.now, affected, about)
    added_up = sums_in(was, blocks), sums_in(now, blocks)
    registry = _registry(library, naming)
    events, fallen, larger_was, larger = _retold(library, was, now, affected, registry, after)
    loose, fresh = stirred_pairs(was, now, affected, changed_documents(library.was, library.now, naming.renamed()))
    fresh |= {*parted_pairs(now, affected, larger_was, larger)} | {p for p in loose if library.now.keys() >= {*p}}
    related = pairs_of_documents(library.now, now, affected, fresh, registry, larger)
    lacking = _problems(library)
    change = Change(
        Gone(
            frozenset(naming.was.keys() - naming.now.keys()),
            _lost(library),
            frozenset(_paths(library, loose) - related.keys()),
            frozenset(fallen),
            frozenset((p.a, p.b) for key, p in before.items() if key not in after or _turned(p, after[key]))
            | (added_up[0].keys() - added_up[1].keys()),
        ),
        Weighed(
            tuple(_fresh(naming.was, naming.now)),
            told,
            tuple(related.values()),
            tuple(standing.event for standing in events),
            (*_fresh(before, after), *_fresh(*added_up)),
            tuple(problems(*lacking)),
        ),
    )
    kept = {source.id for source in change.now.sources} | naming.renamed()
    rows = [standing.row() for standing in events]
    rows += [source_row(naming.now[ident], naming.speak) for ident in sorted(kept)]
    library.shelf.drop("event", sorted(fallen))
    library.shelf.drop(_SOURCE, sorted(change.gone.sources))
    return change, [*rows, problems_row(*lacking)]


def _retold(
    library: Library, was: Events, now: Events, affected: set[str], registry: Registry,
    figures: Mapping[tuple[str, str], FigurePair],
) -> tuple[list[Standing], set[str], dict[str, str], dict[str, str]]:  # fmt: skip
    """The events that tell something new, and those that are no more; and of the loaded ones what each was, and is,
    part of."""
    whole = _wholes(library.now, now, affected)
    kept = standing(library.shelf, {*was, *now})
    disputed = {m.id for i, s in kept.items() if s.may_conflict and i in was for m in was[i].members}
    supported = {
        i: (event, support(event.members, registry, in_conflict=in_conflict(now[i], figures, disputed)))
        for i, event in whole.items()
    }
    events, fallen = retold(library.shelf, affected - now.keys(), supported, kept)
    before = {i: s.event.part_of for i, s in kept.items() if s.event.part_of}
    after = {i: s.event.part_of for i, s in (kept | {s.event.id: s for s in events}).items() if s.event.part_of}
    return events, fallen, before, after


def _paths(library: Library, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs of documents by path, as they were; and the further paths that a document had."""
    entries = {key: known.entry for key, known in library.was.items()}
    found = {(entries[a].document.path, entries[b].document.path) for a, b in pairs}
    twins = {(e.paths[0], p) for key, e in entries.items() if e != library.now[key].entry for p in e.paths[1:]}
    return {(min(pair), max(pair)) for pair in found | twins}


def _turned(was: object, now: object) -> bool:
    """Whether a pair now reads from the other side, so that the one that was kept must go."""
    return (getattr(was, "a", None), getattr(was, "b", None)) != (getattr(now, "a", None), getattr(now, "b", None))


def _fresh(was: Mapping[K, V], now: Mapping[K, V]) -> Iterable[V]:
    return [value for key, value in sorted(now.items(), key=lambda item: str(item[0])) if was.get(key) != value]


def _affected(library: Library, naming: Naming, part: set[str]) -> set[str]:
    """The events that are not what they were, and those whose sources show another name; all their members loaded."""
    renamed = naming.renamed()
    library.find([hashed("source", source) for source in renamed])
    said = {
        known.homes[t.id]
        for known in library.now.values()
        for t in known.dated
        if renamed and not renamed.isdisjoint({t.origin, t.line, *t.via})
    }
    library.find([hashed("event", event) for event in said])
    was, now = gathered(library.was), gathered(library.now)
    homes = {
        known.homes[i]
        for documents in (library.was, library.now)
        for known in documents.values()
        for i in part & known.homes.keys()
    }
    return said | {i for i in homes if _members(was.get(i)) != _members(now.get(i))}


def _members(event: Happening | None) -> Sequence[object]:
    return [(m, m.entry.paths) for m in event.members] if event else []


def _load_figures(library: Library, about: set[str]) -> set[str]:
    """Load the documents with figures that may be set beside these, and those with parts of their sums.

    Returns the blocks of the sums.
    """
    sides = (library.was, library.now)
    told = [figure for documents in sides for known in documents.values() for figure in known.figures]
    told = [figure for figure in told if figure[0].id in about]
    sums = {hashed("sum", *key) for key in {key for t, _, _ in told for key in blocks_of(t)}}
    met = {key for _, held, looks in told for key in held + looks}
    library.find({*sums, *(hashed("figure", *key) for key in met)})
    return sums


def _wholes(documents: Mapping[str, Known], events: Events, affected: set[str]) -> dict[str, Happening]:
    """The affected events with place and period; their members as their own texts date them, before the event does."""
    own = {t.id: t for known in documents.values() for t in known.own}
    return {i: happening_of([own[m.id] for m in events[i].members]) for i in affected & events.keys()}


def _registry(library: Library, naming: Naming) -> Registry:
    ids: dict[tuple[str, str], str] = {}
    for documents in (library.was, library.now):
        for key, known in documents.items():
            ids |= {(key, name): source for name, source in known.names.items()}
    every = [d for documents in (library.was, library.now) for d in documents.values()]
    wanted = {*ids.values(), *(i for d in every for t in d.own for i in (t.origin, t.line, *t.via))}
    rows = library.shelf.with_ids(_SOURCE, sorted(wanted - naming.now.keys()))
    kept = {row.id: _source(row) for row in rows}
    sources = {ident: source for ident, (source, _) in kept.items()}
    bodies = {ident: bodies for ident, (_, bodies) in kept.items() if bodies}
    return Registry({**sources, **naming.now}, ids, {}, {**bodies, **naming.speak})


def _source(row: Row) -> tuple[Source, frozenset[str]]:
    told, bodies = json.loads(row.data)
    made: Source = unpacked(Source, told)
    return made, frozenset(bodies)


def source_row(source: Source, bodies: Bodies) -> Row:
    """A source as the shelf keeps it, with the bodies for which it speaks."""
    return Row(_SOURCE, source.id, (), json.dumps([packed(source), sorted(bodies.get(source.id, ()))]))


def problems_row(undated: Sequence[str], unnamed: Sequence[str]) -> Row:
    """The paths of the documents that lack a date or a publisher, as the shelf keeps them."""
    return Row(_PROBLEMS, "", (), json.dumps([sorted(undated), sorted(unnamed)]))


def _lost(library: Library) -> frozenset[tuple[str, str]]:
    """The origins of statements that are no more, and under paths that are no more."""

    def told(documents: Mapping[str, Known]) -> set[tuple[str, str]]:
        return {(s.id, path) for d in documents.values() for s in d.entry.findings.statements for path in d.entry.paths}

    return frozenset(told(library.was) - told(library.now))


def _problems(library: Library) -> tuple[list[str], list[str]]:
    """The paths of the documents without date and of those without publisher, kept and brought up to date."""
    kept: Sequence[Sequence[str]] = ((), ())
    for row in library.shelf.with_ids(_PROBLEMS, ("",)):
        kept = json.loads(row.data)
    lacking = [set(paths) for paths in kept]
    for documents, keep in ((library.was, False), (library.now, True)):
        for known in documents.values():
            document = known.entry.document
            for paths, value in zip(lacking, (document.published, document.publisher), strict=True):
                if keep and value is None and known.entry.findings.statements:
                    paths.add(document.path)
                else:
                    paths.discard(document.path)
    undated, unnamed = map(sorted, lacking)
    return undated, unnamed
