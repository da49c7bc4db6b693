"""How two documents about one event stand to each other: one repeats the other, they share an origin, or neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.events import Happening
from guvoh.assessment.reuse import Reuse, Spot
from guvoh.assessment.sources import Registry, publisher_link
from guvoh.assessment.times import day_bounds
from guvoh.model.weighing import DocumentPair, DocumentRelation

_REPEATED = 0.5  # share of the shorter document that stands in the other
_ALL_PAIRS = 60  # documents of one event that are all set beside each other; beyond, each with the first
_FINGERPRINT = 3  # equal telling numbers that two documents rarely share by chance
_TELLING_NUMBER = 10


@dataclass(frozen=True, slots=True)
class _View:
    """One document as it tells its events."""

    entry: Entry
    publisher: str
    told: Mapping[str, tuple[Told, ...]]

    def numbers(self) -> frozenset[tuple[str, float]]:
        """The telling numbers with their units."""
        counts = ((m.unit, claim(m.statement.count)) for ms in self.told.values() for m in ms if m.statement.count)
        return frozenset((unit, n) for unit, n in counts if unit and n is not None and n >= _TELLING_NUMBER)


def document_pairs(
    happenings: Sequence[Happening], entries: Sequence[Entry], reuse: Reuse, registry: Registry
) -> tuple[DocumentPair, ...]:
    """The relation of every two documents that share an event, with reasons and, where known, the direction."""
    views = _views(happenings, entries, registry)
    together: dict[tuple[str, str], list[str]] = defaultdict(list)
    for happening in happenings:
        keys = sorted({m.entry.key for m in happening.members}, key=lambda k: views[k].entry.document.path)
        linked = combinations(keys, 2) if len(keys) <= _ALL_PAIRS else ((keys[0], other) for other in keys[1:])
        for a, b in linked:
            together[a, b].append(happening.id)
    out = [_pair(views[a], views[b], shared, reuse, registry) for (a, b), shared in together.items()]
    out += [_twins(view.entry.paths[0], path) for view in views.values() if view.told for path in view.entry.paths[1:]]
    return tuple(sorted(out, key=lambda p: (p.a, p.b)))


def _views(happenings: Sequence[Happening], entries: Sequence[Entry], registry: Registry) -> dict[str, _View]:
    by_document: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for happening in happenings:
        for member in happening.members:
            by_document[member.entry.key][happening.id].append(member)
    return {
        e.key: _View(
            e,
            registry.of(e.key, publisher_link(e.document).name),
            {event: tuple(members) for event, members in by_document[e.key].items()},
        )
        for e in entries
    }


def _twins(a: str, b: str) -> DocumentPair:
    first, second = sorted((a, b))
    return DocumentPair(first, second, DocumentRelation.REPEATS, ("the same bytes under two paths",))


def _pair(a: _View, b: _View, shared: Sequence[str], reuse: Reuse, registry: Registry) -> DocumentPair:
    paths = a.entry.document.path, b.entry.document.path
    part = reuse.shared(a.entry.key, b.entry.key)
    if part >= _REPEATED:
        return DocumentPair(
            *paths, DocumentRelation.REPEATS, (f"{part:.0%} of the shorter text is in both",), _first(a, b)
        )
    told_a = [m for event in shared for m in a.told[event]]
    told_b = [m for event in shared for m in b.told[event]]
    if direction := _credited(a, told_a, b, told_b):
        source = registry.sources[(b if direction == "a_from_b" else a).publisher].name
        return DocumentPair(*paths, DocumentRelation.REPEATS, (f"one gives its account to {source}",), direction)
    common = {m.line for m in told_a} & {m.line for m in told_b}
    if common:
        named = ", ".join(sorted(registry.sources[i].name for i in common))
        return DocumentPair(*paths, DocumentRelation.SHARES_ORIGIN, (f"both go back to {named}",))
    if _passages(told_a, reuse) & _passages(told_b, reuse):
        why = "a passage that tells of the event stands in both"
        return DocumentPair(*paths, DocumentRelation.SHARES_ORIGIN, (why,), _first(a, b))
    if number := _unsourced_number(told_a, told_b):
        why = f"both give the number {number:g}, and one of them names no source for it"
        return DocumentPair(*paths, DocumentRelation.SHARES_ORIGIN, (why,))
    numbers = a.numbers() & b.numbers()
    if len(numbers) >= _FINGERPRINT:
        why = "both give the numbers " + ", ".join(f"{n:g}" for _, n in sorted(numbers, key=lambda x: -x[1])[:5])
        return DocumentPair(*paths, DocumentRelation.SHARES_ORIGIN, (why,))
    return DocumentPair(
        *paths, DocumentRelation.INDEPENDENT, ("no shared source, passage or set of numbers was found",)
    )


def _passages(told: Sequence[Told], reuse: Reuse) -> set[Spot]:
    return {root for m in told if (root := reuse.root(m.entry.key, m.statement.start)) is not None}


def _unsourced_number(told_a: Sequence[Told], told_b: Sequence[Told]) -> float | None:
    """The largest telling number that both give, when one of them names no source for anything it tells.

    Such a document may have taken it from the other; one that names sources of its own stands for itself.
    """
    if not any(told and all(m.is_own for m in told) for told in (told_a, told_b)):
        return None
    said = [{(m.unit, claim(m.statement.count)) for m in told if m.statement.count} for told in (told_a, told_b)]
    shared = said[0] & said[1]
    return max((n for unit, n in shared if unit and n is not None and n >= _TELLING_NUMBER), default=None)


def _credited(a: _View, told_a: Sequence[Told], b: _View, told_b: Sequence[Told]) -> str | None:
    """The direction in which one document takes its account of the shared events from the other's publisher."""
    if a.publisher == b.publisher:
        return None
    if told_a and all(b.publisher in (m.origin, *m.via) for m in told_a):
        return "a_from_b"
    if told_b and all(a.publisher in (m.origin, *m.via) for m in told_b):
        return "b_from_a"
    return None


def _first(a: _View, b: _View) -> str | None:
    days_a, days_b = day_bounds(a.entry.document.published), day_bounds(b.entry.document.published)
    if days_a[1] is not None and days_b[0] is not None and days_a[1] < days_b[0]:
        return "b_from_a"
    if days_b[1] is not None and days_a[0] is not None and days_b[1] < days_a[0]:
        return "a_from_b"
    return None
