"""How two documents about one event stand to each other: one repeats the other, they share an origin, or neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, product
from types import MappingProxyType

from guvoh.assessment.accounts import Account, Accounts, View, account, views
from guvoh.assessment.corpus import Entry, Told, published_apart
from guvoh.assessment.crediting import credit
from guvoh.assessment.events import Happening
from guvoh.assessment.fingerprints import Match, across_languages
from guvoh.assessment.names import is_anonymous
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.scoring import veto
from guvoh.assessment.sources import Registry
from guvoh.assessment.times import day_bounds
from guvoh.model import SourceKind
from guvoh.model.weighing import DocumentPair, DocumentRelation

_REPEATED = 0.5  # share of the shorter document that stands in the other
ALL_PAIRS = 60
"""Documents of one event that are all set beside each other; beyond, each with the first."""
_FINGERPRINT = 3  # equal telling numbers that two documents rarely share by chance
_TAKEN = 0.6  # share of what a document tells that must be the other's for it to repeat that one
_CARRIED = 0.5  # share of what one document tells that common sources must carry
_SMALL_SET = 60  # documents among which also pairs are listed that may tell of one event
_NEAR_PUBLISHED = 30  # days
_PARTS = 12  # documents of an event, and of the larger one, that are set beside each other
_Seen = tuple[View, Account]
_SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.NGO, SourceKind.WITNESS})


def document_pairs(
    happenings: Sequence[Happening],
    entries: Sequence[Entry],
    reuse: Reuse,
    registry: Registry,
    whole: Mapping[str, str] = MappingProxyType({}),
    about: AbstractSet[tuple[str, str]] | None = None,
) -> tuple[DocumentPair, ...]:
    """The relation of every two documents about one event, with reasons and, where known, the direction.

    `whole` names for an event the larger one that it is part of: documents that tell the one and the other are a pair
    too, and so are two in two languages with the same numbers and names; in a small set also two of which it stays open
    whether they tell of one event. With `about` (pairs of content keys), only of those.
    """
    seen = views(happenings, entries, registry)
    together = _together(happenings, seen, whole)
    matches = across_languages(entries)
    accounts = Accounts(reuse)
    out = [
        _pair(
            (seen[a], accounts.of(seen[a], tuple(event for event, _ in told))),
            (seen[b], accounts.of(seen[b], tuple(event for _, event in told))),
            reuse, registry, matches.get((a, b)),
        )
        for (a, b), told in together.items()
        if about is None or (a, b) in about or (b, a) in about
    ]  # fmt: skip
    if about is None:
        out += _further(happenings, seen, together.keys(), reuse, registry, matches)
    out += [_twins(view.entry.paths[0], path) for view in seen.values() if view.told for path in view.entry.paths[1:]]
    return tuple(sorted(out, key=lambda p: (p.a, p.b)))


def _further(
    happenings: Sequence[Happening], views: Mapping[str, View], listed: AbstractSet[tuple[str, str]], reuse: Reuse,
    registry: Registry, matches: Mapping[tuple[str, str], Match],
) -> Iterator[DocumentPair]:  # fmt: skip
    """Pairs that share no event: in a small set those that may, and those in two languages that match."""
    nothing = account((), reuse)
    further = dict.fromkeys(matches, (nothing, nothing))
    if len(views) <= _SMALL_SET:
        for key, (one, other) in _perhaps(happenings).items():
            told = account(list(one.values()), reuse), account(list(other.values()), reuse)
            is_turned = views[key[0]].path > views[key[1]].path
            further[key[::-1] if is_turned else key] = told[::-1] if is_turned else told
    for (a, b), (told_a, told_b) in further.items():
        if (a, b) not in listed:
            yield _pair((views[a], told_a), (views[b], told_b), reuse, registry, matches.get((a, b)))


def _together(
    happenings: Sequence[Happening], views: Mapping[str, View], whole: Mapping[str, str]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The pairs of documents, by path, with the event that each of them tells: one, or a part and its whole."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    documents = {h.id: sorted({m.entry.key for m in h.members}, key=lambda k: views[k].path) for h in happenings}
    for event, keys in documents.items():
        linked = combinations(keys, 2) if len(keys) <= ALL_PAIRS else ((keys[0], other) for other in keys[1:])
        told = (event, event)
        for a, b in linked:
            found[a, b].append(told)
    for part, larger in whole.items():
        for a, b in product(documents.get(part, [])[:_PARTS], documents.get(larger, [])[:_PARTS]):
            if a != b:
                first, second = ((a, part), (b, larger)) if views[a].path <= views[b].path else ((b, larger), (a, part))
                found[first[0], second[0]].append((first[1], second[1]))
    return found


def _perhaps(happenings: Sequence[Happening]) -> dict[tuple[str, str], tuple[dict[str, Told], dict[str, Told]]]:
    """Pairs of documents with acts of one family in one country that nothing rules out to be one, told within weeks."""
    acts: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for told in (m for h in happenings for m in h.members):
        if told.statement.act and told.asserts and told.place and told.place.country:
            acts[told.family, told.place.country].append(told)
    found: dict[tuple[str, str], tuple[dict[str, Told], dict[str, Told]]] = {}
    for one, other in (pair for members in acts.values() for pair in combinations(members, 2)):
        if one.entry.key == other.entry.key or veto(one, other) is not None:
            continue
        a, b = (one, other) if one.entry.key < other.entry.key else (other, one)
        gap = published_apart(a, b)
        if gap is not None and gap <= _NEAR_PUBLISHED:
            told_a, told_b = found.setdefault((a.entry.key, b.entry.key), ({}, {}))
            told_a[a.id], told_b[b.id] = a, b
    return found


def _twins(a: str, b: str) -> DocumentPair:
    first, second = sorted((a, b))
    return DocumentPair(first, second, DocumentRelation.REPEATS, ("the same bytes under two paths",))


def _pair(one: _Seen, other: _Seen, reuse: Reuse, registry: Registry, match: Match | None) -> DocumentPair:
    a, b = one[0], other[0]
    paths = a.path, b.path
    part = reuse.shared(a.entry.key, b.entry.key)
    if part >= _REPEATED:
        return DocumentPair(
            *paths, DocumentRelation.REPEATS, (f"{part:.0%} of the shorter text is in both",), _first(a, b)
        )
    if match is not None and match.is_translation:
        return DocumentPair(*paths, DocumentRelation.REPEATS, (match.why,), _first(a, b))
    for taker, giver, taken in ((one, other, "a_from_b"), (other, one, "b_from_a")):
        if found := _taken(taker, giver, registry):
            return DocumentPair(*paths, *found, taken)
    relation, why, direction = _linked(one, other, registry, match)
    return DocumentPair(*paths, relation, (why,), direction)


def _linked(
    one: _Seen, other: _Seen, registry: Registry, match: Match | None
) -> tuple[DocumentRelation, str, str | None]:
    """Whether two documents of which neither names the other share an origin, and why."""
    (a, told_a), (b, told_b) = one, other
    shares = DocumentRelation.SHARES_ORIGIN
    if common := _common_lines(told_a, told_b):
        return shares, f"both go back to {', '.join(sorted(registry.sources[i].name for i in common))}", None
    if not told_a.passages.isdisjoint(told_b.passages):
        return shares, "a passage that tells of the event stands in both", _first(a, b)
    if number := _unsourced_number(told_a, told_b):
        return shares, f"both give the number {number:g}, and one of them names no source for it", None
    if numbers := a.numbers & b.numbers:
        named = (_named(a, registry, b) & _named(b, registry, a)) - {a.publisher, b.publisher}
        if named:
            source = min(registry.sources[i].name for i in named)
            return shares, f"both cite {source} and give the number {max(n for _, n in numbers):g}", None
        if len(numbers) >= _FINGERPRINT:
            listed = ", ".join(f"{n:g}" for _, n in sorted(numbers, key=lambda x: -x[1])[:5])
            return shares, f"both give the numbers {listed}", None
    if match is not None:
        return shares, match.why, None
    return DocumentRelation.INDEPENDENT, "no shared source, passage or set of numbers was found", None


def _common_lines(a: Account, b: Account) -> frozenset[str]:
    """The lines that both rest on, where they carry half or more of what one of the two tells of the event."""
    common = a.lines & b.lines
    shares = [sum(m.line in common for m in of.told) / len(of.told) for of in (a, b) if common and of.told]
    return common if max(shares, default=0.0) >= _CARRIED else frozenset()


def _named(view: View, registry: Registry, other: View | None = None) -> set[str]:
    """The sources with names whose words the document reports, and those of `other` whom its text names in full."""
    found = {registry.find(view.entry.key, name) for name in _speakers(view)}
    if other is not None:
        text = view.entry.document.text
        full = (name for name in _speakers(other) if " " in name and name in text)
        found |= {registry.find(other.entry.key, name) for name in full}
    return {source for source in found if source is not None}


def _speakers(view: View) -> list[str]:
    spelled = [s.name for s in view.entry.findings.sources if s.kind in _SPEAKERS]
    return [name for name in spelled if not is_anonymous(name)]


def _unsourced_number(a: Account, b: Account) -> float | None:
    """The largest telling number that both give, when one of them names no source for anything it tells.

    Such a document may have taken it from the other; one that names sources of its own stands for itself.
    """
    return max((n for _, n in a.numbers & b.numbers), default=None) if a.is_own or b.is_own else None


def _taken(taker: _Seen, giver: _Seen, registry: Registry) -> tuple[DocumentRelation, tuple[str, ...]] | None:
    """What `taker` is to `giver` when it says that it has something from there: all of the event, or a part."""
    (view, own), (source_view, others) = taker, giver
    publisher, told = source_view.publisher, own.told
    if view.publisher == publisher:
        return None
    source = registry.sources[publisher]
    if told and all(publisher in (m.origin, *m.via) for m in told):
        return DocumentRelation.REPEATS, (f"one gives its account to {source.name}",)
    if others.told and own.figures and own.figures.isdisjoint(others.figures):
        return None  # it may have taken its numbers from another text of the same publisher
    translated = view.entry.document.language != source_view.entry.document.language
    names = frozenset((source.name, *source.aliases, source_view.signed))
    words = credit(view.entry, names, translated=translated)
    if words is None:
        return None
    heard = {m.origin for m in others.told} | _named(source_view, registry) | {publisher}
    heard |= {i for m in told if registry.sources[i := m.origin].name in source.name}  # "Volga" of "Volga Today"
    taken = sum(m.is_own or m.origin in heard or publisher in m.via for m in told)
    if told and taken >= _TAKEN * len(told):
        return DocumentRelation.REPEATS, (f"one gives its account to {source.name}: “{words}”",)
    return DocumentRelation.SHARES_ORIGIN, (f"one has a part of its account from {source.name}: “{words}”",)


def _first(a: View, b: View) -> str | None:
    days_a, days_b = day_bounds(a.entry.document.published), day_bounds(b.entry.document.published)
    if days_a[1] is not None and days_b[0] is not None and days_a[1] < days_b[0]:
        return "b_from_a"
    if days_b[1] is not None and days_a[0] is not None and days_b[1] < days_a[0]:
        return "a_from_b"
    return None
