"""How two documents about one event stand to each other: one repeats the other, they share an origin, or neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from types import MappingProxyType

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Entry, Told, published_apart
from guvoh.assessment.crediting import credit
from guvoh.assessment.events import Happening
from guvoh.assessment.fingerprints import Match, across_languages
from guvoh.assessment.names import is_anonymous
from guvoh.assessment.reuse import Reuse, Spot
from guvoh.assessment.scoring import veto
from guvoh.assessment.sources import Registry, publisher_link
from guvoh.assessment.times import day_bounds
from guvoh.model import SourceKind
from guvoh.model.weighing import DocumentPair, DocumentRelation

_REPEATED = 0.5  # share of the shorter document that stands in the other
_ALL_PAIRS = 60  # documents of one event that are all set beside each other; beyond, each with the first
_FINGERPRINT = 3  # equal telling numbers that two documents rarely share by chance
_TELLING_NUMBER = 10
_TAKEN = 0.6  # share of what a document tells that must be the other's for it to repeat that one
_CARRIED = 0.5  # share of what one document tells that common sources must carry
_SMALL_SET = 60  # documents among which also pairs are listed that may tell of one event
_NEAR_PUBLISHED = 30  # days
_PARTS = 12  # documents of an event, and of the larger one, that are set beside each other
_SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.NGO, SourceKind.WITNESS})


@dataclass(frozen=True)
class _View:
    """One document as it tells its events."""

    entry: Entry
    publisher: str
    told: Mapping[str, tuple[Told, ...]]

    @property
    def path(self) -> str:
        """The path that stands for it."""
        return self.entry.document.path

    @cached_property
    def numbers(self) -> frozenset[tuple[str, float]]:
        """The telling numbers with their units."""
        counts = ((m.unit, claim(m.statement.count)) for ms in self.told.values() for m in ms if m.statement.count)
        return frozenset((unit, n) for unit, n in counts if unit and n is not None and n >= _TELLING_NUMBER)


@dataclass(slots=True)
class _Shared:
    """What two documents tell of one event, or of an event and its part, by statement id."""

    a: dict[str, Told]
    b: dict[str, Told]


def document_pairs(
    happenings: Sequence[Happening],
    entries: Sequence[Entry],
    reuse: Reuse,
    registry: Registry,
    whole: Mapping[str, str] = MappingProxyType({}),
    about: AbstractSet[str] | None = None,
) -> tuple[DocumentPair, ...]:
    """The relation of every two documents about one event, with reasons and, where known, the direction.

    `whole` names for an event the larger one that it is part of: documents that tell the one and the other are a pair
    too, and so are two in two languages with the same numbers and names; in a small set also two of which it stays open
    whether they tell of one event. With `about` (event ids), only of those that share one of these.
    """
    views = _views(happenings, entries, registry)
    together = _together(happenings, views, whole)
    matches = across_languages(entries)
    if about is not None:
        together = {key: told for key, told in together.items() if any(a == b and a in about for a, b in told)}
    out = [
        _pair(views[a], views[b], _shared(views[a], views[b], told), reuse, registry, matches.get((a, b)))
        for (a, b), told in together.items()
    ]
    if about is None:
        out += _further(happenings, views, together.keys(), reuse, registry, matches)
    out += [_twins(view.entry.paths[0], path) for view in views.values() if view.told for path in view.entry.paths[1:]]
    return tuple(sorted(out, key=lambda p: (p.a, p.b)))


def _further(
    happenings: Sequence[Happening], views: Mapping[str, _View], listed: AbstractSet[tuple[str, str]], reuse: Reuse,
    registry: Registry, matches: Mapping[tuple[str, str], Match],
) -> Iterator[DocumentPair]:  # fmt: skip
    """Pairs that share no event: in a small set those that may, and those in two languages that match."""
    further = {key: _Shared({}, {}) for key in matches}
    if len(views) <= _SMALL_SET:
        for key, shared in _perhaps(happenings).items():
            a, b = key if views[key[0]].path <= views[key[1]].path else key[::-1]
            further[a, b] = shared if (a, b) == key else _Shared(shared.b, shared.a)
    for (a, b), shared in further.items():
        if (a, b) not in listed:
            yield _pair(views[a], views[b], shared, reuse, registry, matches.get((a, b)))


def _together(
    happenings: Sequence[Happening], views: Mapping[str, _View], whole: Mapping[str, str]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The pairs of documents, by path, with the event that each of them tells: one, or a part and its whole."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    documents = {h.id: sorted({m.entry.key for m in h.members}, key=lambda k: views[k].path) for h in happenings}
    for event, keys in documents.items():
        linked = combinations(keys, 2) if len(keys) <= _ALL_PAIRS else ((keys[0], other) for other in keys[1:])
        told = (event, event)
        for a, b in linked:
            found[a, b].append(told)
    for part, larger in whole.items():
        for a, b in product(documents.get(part, [])[:_PARTS], documents.get(larger, [])[:_PARTS]):
            if a != b:
                first, second = ((a, part), (b, larger)) if views[a].path <= views[b].path else ((b, larger), (a, part))
                found[first[0], second[0]].append((first[1], second[1]))
    return found


def _shared(a: _View, b: _View, told: Sequence[tuple[str, str]]) -> _Shared:
    return _Shared(
        {m.id: m for event, _ in told for m in a.told[event]}, {m.id: m for _, event in told for m in b.told[event]}
    )


def _perhaps(happenings: Sequence[Happening]) -> dict[tuple[str, str], _Shared]:
    """Pairs of documents with acts of one family in one country that nothing rules out to be one, told within weeks."""
    acts: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in (m for h in happenings for m in h.members):
        if told.statement.act and told.asserts and told.place and told.place.country:
            acts[told.family, told.place.country].append(told)
    found: dict[tuple[str, str], _Shared] = {}
    for one, other in (pair for members in acts.values() for pair in combinations(members, 2)):
        if one.entry.key == other.entry.key or veto(one, other) is not None:
            continue
        a, b = (one, other) if one.entry.key < other.entry.key else (other, one)
        gap = published_apart(a, b)
        if gap is not None and gap <= _NEAR_PUBLISHED:
            shared = found.setdefault((a.entry.key, b.entry.key), _Shared({}, {}))
            shared.a[a.id], shared.b[b.id] = a, b
    return found


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


def _pair(a: _View, b: _View, shared: _Shared, reuse: Reuse, registry: Registry, match: Match | None) -> DocumentPair:
    paths = a.entry.document.path, b.entry.document.path
    told_a, told_b = list(shared.a.values()), list(shared.b.values())
    part = reuse.shared(a.entry.key, b.entry.key)
    if part >= _REPEATED:
        return DocumentPair(
            *paths, DocumentRelation.REPEATS, (f"{part:.0%} of the shorter text is in both",), _first(a, b)
        )
    if match is not None and match.is_translation:
        return DocumentPair(*paths, DocumentRelation.REPEATS, (match.why,), _first(a, b))
    for taker, giver, taken in ((a, b, "a_from_b"), (b, a, "b_from_a")):
        own, other = (told_a, told_b) if taker is a else (told_b, told_a)
        if found := _taken(taker, own, giver, other, registry):
            return DocumentPair(*paths, *found, taken)
    relation, why, direction = _linked(a, told_a, b, told_b, reuse, registry, match)
    return DocumentPair(*paths, relation, (why,), direction)


def _linked(
    a: _View, told_a: Sequence[Told], b: _View, told_b: Sequence[Told], reuse: Reuse, registry: Registry,
    match: Match | None,
) -> tuple[DocumentRelation, str, str | None]:  # fmt: skip
    """Whether two documents of which neither names the other share an origin, and why."""
    shares = DocumentRelation.SHARES_ORIGIN
    if common := _common_lines(told_a, told_b):
        return shares, f"both go back to {', '.join(sorted(registry.sources[i].name for i in common))}", None
    if _passages(told_a, reuse) & _passages(told_b, reuse):
        return shares, "a passage that tells of the event stands in both", _first(a, b)
    if number := _unsourced_number(told_a, told_b):
        return shares, f"both give the number {number:g}, and one of them names no source for it", None
    numbers = a.numbers & b.numbers
    named = (_named(a, registry, b) & _named(b, registry, a)) - {a.publisher, b.publisher}
    if numbers and named:
        source = min(registry.sources[i].name for i in named)
        return shares, f"both cite {source} and give the number {max(n for _, n in numbers):g}", None
    if len(numbers) >= _FINGERPRINT:
        listed = ", ".join(f"{n:g}" for _, n in sorted(numbers, key=lambda x: -x[1])[:5])
        return shares, f"both give the numbers {listed}", None
    if match is not None:
        return shares, match.why, None
    return DocumentRelation.INDEPENDENT, "no shared source, passage or set of numbers was found", None


def _common_lines(told_a: Sequence[Told], told_b: Sequence[Told]) -> set[str]:
    """The lines that both rest on, where they carry half or more of what one of the two tells of the event."""
    common = {m.line for m in told_a} & {m.line for m in told_b}
    shares = [sum(m.line in common for m in told) / len(told) for told in (told_a, told_b) if told]
    return common if max(shares, default=0.0) >= _CARRIED else set()


def _named(view: _View, registry: Registry, other: _View | None = None) -> set[str]:
    """The sources with names whose words the document reports, and those of `other` whom its text names in full."""
    found = {registry.find(view.entry.key, name) for name in _speakers(view)}
    if other is not None:
        text = view.entry.document.text
        full = (name for name in _speakers(other) if " " in name and name in text)
        found |= {registry.find(other.entry.key, name) for name in full}
    return {source for source in found if source is not None}


def _speakers(view: _View) -> list[str]:
    spelled = [s.name for s in view.entry.findings.sources if s.kind in _SPEAKERS]
    return [name for name in spelled if not is_anonymous(name)]


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


def _taken(
    taker: _View, told: Sequence[Told], giver: _View, others: Sequence[Told], registry: Registry
) -> tuple[DocumentRelation, tuple[str, ...]] | None:
    """What `taker` is to `giver` when it says that it has something from there: all of the event, or a part."""
    if taker.publisher == giver.publisher:
        return None
    source = registry.sources[giver.publisher]
    if told and all(giver.publisher in (m.origin, *m.via) for m in told):
        return DocumentRelation.REPEATS, (f"one gives its account to {source.name}",)
    if told and others and not (_figures(told) & _figures(others)) and _figures(told):
        return None  # it may have taken its numbers from another text of the same publisher
    translated = taker.entry.document.language != giver.entry.document.language
    names = {source.name, *source.aliases, publisher_link(giver.entry.document).name}
    words = credit(taker.entry, names, translated=translated)
    if words is None:
        return None
    heard = {m.origin for m in others} | _named(giver, registry) | {giver.publisher}
    heard |= {i for m in told if registry.sources[i := m.origin].name in source.name}  # "Volga" of "Volga Today"
    taken = sum(m.is_own or m.origin in heard or giver.publisher in m.via for m in told)
    if told and taken >= _TAKEN * len(told):
        return DocumentRelation.REPEATS, (f"one gives its account to {source.name}: “{words}”",)
    return DocumentRelation.SHARES_ORIGIN, (f"one has a part of its account from {source.name}: “{words}”",)


def _figures(told: Sequence[Told]) -> set[float]:
    named = (claim(m.statement.count) for m in told if m.statement.count)
    return {n for n in named if n is not None and n >= _TELLING_NUMBER}


def _first(a: _View, b: _View) -> str | None:
    days_a, days_b = day_bounds(a.entry.document.published), day_bounds(b.entry.document.published)
    if days_a[1] is not None and days_b[0] is not None and days_a[1] < days_b[0]:
        return "b_from_a"
    if days_b[1] is not None and days_a[0] is not None and days_b[1] < days_a[0]:
        return "a_from_b"
    return None
