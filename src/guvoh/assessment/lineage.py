"""How two documents about one event stand to each other: one repeats the other, they share an origin, or neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations, product
from operator import attrgetter
from types import MappingProxyType

from guvoh.assessment import places
from guvoh.assessment.accounts import Account, Accounts, View, account, views
from guvoh.assessment.announcing import telling_number
from guvoh.assessment.beside import Page
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.counterparts import counterparts
from guvoh.assessment.crediting import credit, named_in_words
from guvoh.assessment.events import Happening
from guvoh.assessment.families import act_family
from guvoh.assessment.fingerprints import Match, across_languages
from guvoh.assessment.judging import Pages
from guvoh.assessment.matters import of_one_matter, over_a_third
from guvoh.assessment.reuse import Reuse
from guvoh.assessment.sharing import Found, Seen, first_of, linked, named_in
from guvoh.assessment.sources import Registry
from guvoh.model.weighing import DocumentPair, DocumentRelation

_REPEATED = 0.5  # share of the shorter document that stands in the other
ALL_PAIRS = 60
"""Documents of one event that are all set beside each other; beyond, each with the first."""
_TAKEN = 0.6  # share of what a document tells that must be the other's for it to repeat that one
SMALL_SET = 60
"""Documents among which also pairs are listed that may tell of one event."""
_ROUNDED = 0.04  # share of a figure by which it may be rounded in another document
_JUST_BEFORE = 200  # characters before a number in which it is said whose it is
_TOWN = 3  # the least rank of a place in which what was done on one day may be of one event
_PARTS = 12  # documents of an event, and of the larger one, that are set beside each other


def document_pairs(
    happenings: Sequence[Happening],
    entries: Sequence[Entry],
    reuse: Reuse,
    registry: Registry,
    whole: Mapping[str, str] = MappingProxyType({}),
    about: AbstractSet[tuple[str, str]] | None = None,
    pages: Pages | None = None,
    *,
    matches: Mapping[tuple[str, str], Match] | None = None,
    only_repeats: bool = False,
    is_part: bool = False,
) -> tuple[DocumentPair, ...]:
    """The relation of every two documents about one event, with reasons and, where known, the direction.

    `whole` names for an event the larger one that it is part of: documents that tell the one and the other are a pair
    too, and so are two in two languages with the same numbers and names; in a small set also two of which it stays open
    whether they tell of one event. With `about` (pairs of content keys), only of those. `pages` judges what no strict
    rule settles. `only_repeats` leaves out most pairs of which neither repeats the other, which takes half the time.
    """
    seen = views(happenings, entries, registry)
    together = _together(happenings, seen, whole)
    matches = across_languages(entries) if matches is None else matches
    accounts, pages = Accounts(reuse), pages or Pages(registry)
    pairs = (
        ((seen[a], accounts.of(seen[a], ours)), (seen[b], accounts.of(seen[b], theirs)), matches.get((a, b)))
        for (a, b), told in together.items()
        if about is None or (a, b) in about or (b, a) in about
        for ours, theirs in (zip(*told, strict=True),)
    )
    out = [
        _pair(one, other, reuse, registry, match, pages)
        for one, other, match in pairs
        if not only_repeats or match is not None or _may_repeat(one, other, reuse, pages)
    ]
    if about is None:
        is_small = len(seen) <= SMALL_SET and not is_part
        out += _further(happenings, seen, together.keys(), reuse, registry, matches, pages, is_small=is_small)
    out += [_twins(view.entry.paths[0], path) for view in seen.values() if view.told for path in view.entry.paths[1:]]
    out.sort(key=attrgetter("b"))  # twice by one name is quicker than once by both
    out.sort(key=attrgetter("a"))
    return tuple(out)


def _further(
    happenings: Sequence[Happening], views: Mapping[str, View], listed: AbstractSet[tuple[str, str]], reuse: Reuse,
    registry: Registry, matches: Mapping[tuple[str, str], Match], pages: Pages, *, is_small: bool,
) -> Iterator[DocumentPair]:  # fmt: skip
    """Pairs that share no event: in a small set those that may or cite each other, and those in two languages that
    match."""
    further = {(a, b): (_whole(views[a], reuse), _whole(views[b], reuse)) for a, b in matches}
    if is_small:
        numbered = (sorted(pair, key=lambda key: views[key].path) for pair in _of_one_number(happenings))
        tied = [*_citing(views, registry), *((a, b) for a, b in numbered), *of_one_matter(views)]
        further |= {(a, b): (_whole(views[a], reuse), _whole(views[b], reuse)) for a, b in tied}
        for key, (one, other) in _perhaps(happenings).items():
            told = account(list(one.values()), reuse), account(list(other.values()), reuse)
            is_turned = views[key[0]].path > views[key[1]].path
            further[key[::-1] if is_turned else key] = told[::-1] if is_turned else told
        for a, b in over_a_third(views, listed | further.keys()):
            further[a, b] = _whole(views[a], reuse), _whole(views[b], reuse)
    for (a, b), (told_a, told_b) in further.items():
        if (a, b) not in listed:
            yield _pair((views[a], told_a), (views[b], told_b), reuse, registry, matches.get((a, b)), pages)


def _citing(views: Mapping[str, View], registry: Registry) -> Iterator[tuple[str, str]]:
    """The pairs of documents, by path, of which one names the publisher of the other for a source."""
    ordered = sorted(views.values(), key=lambda view: view.path)
    named = {view.entry.key: named_in(view, registry) | _heard_from(view) for view in ordered}
    for a, b in combinations(ordered, 2):
        cites = a.publisher in named[b.entry.key] or b.publisher in named[a.entry.key]
        if cites and a.publisher != b.publisher and (a.told or b.told):
            yield a.entry.key, b.entry.key


def _taken_from(a: View, b: View, registry: Registry) -> str | None:
    """Which of two documents of one day has the text from the other, where only one names the other's publisher."""
    by_b, by_a = (
        one.publisher in _linked(other, registry) and one.publisher != other.publisher
        for one, other in ((a, b), (b, a))
    )
    return None if by_a == by_b else "b_from_a" if by_b else "a_from_b"


def _linked(view: View, registry: Registry) -> set[str | None]:
    """The sources in the chains of a document's own statements, whatever its text is copied from."""
    entry = view.entry
    return {registry.find(entry.key, link.name) for s in entry.findings.statements for link in s.attribution}


def _heard_from(view: View) -> set[str]:
    """The sources of what a document tells, and those through whom it has it, outlets included."""
    return {source for members in view.told.values() for m in members for source in (m.origin, *m.via)}


def _whole(view: View, reuse: Reuse) -> Account:
    """All that a document tells of events."""
    return account([m for members in view.told.values() for m in members], reuse)


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
    """Pairs of documents that may tell of one event, as nothing rules out: with acts of one family told in one country
    or with acts of one day in one town."""
    told = [m for h in happenings for m in h.members if m.asserts and m.statement.act]
    alike = [replace(m, family=act_family(m.statement.act)) for m in told]
    found: dict[tuple[str, str], tuple[dict[str, Told], dict[str, Told]]] = {}
    for one, other in (*counterparts(alike, _family), *counterparts(told, _scene)):
        told_a, told_b = found.setdefault((one[0].entry.key, other[0].entry.key), ({}, {}))
        told_a.update((m.id, m) for m in one)
        told_b.update((m.id, m) for m in other)
    return found


def _of_one_number(happenings: Sequence[Happening]) -> set[tuple[str, str]]:
    """The pairs of documents that give one telling number of what may be one event, by content key."""
    said = [m for h in happenings for m in h.members if m.asserts]
    return {(a[0].entry.key, b[0].entry.key) for a, b in counterparts(said, telling_number)}


def _family(told: Told) -> Hashable | None:
    """The family with the country, where one is known."""
    return (told.family, told.place.country) if told.place and told.place.country else None


def _scene(told: Told) -> Hashable | None:
    """The town and the day, where both are known."""
    is_day = told.period is not None and told.period.days == 1
    return (places.key(told.place), told.period) if is_day and told.place and places.rank(told.place) >= _TOWN else None


def _twins(a: str, b: str) -> DocumentPair:
    first, second = sorted((a, b))
    return DocumentPair(first, second, DocumentRelation.REPEATS, ("the same bytes under two paths",))


def repeating(pairs: Iterable[DocumentPair]) -> Iterator[DocumentPair]:
    """Those of the pairs of documents of which one repeats the other."""
    return (pair for pair in pairs if pair.relation is DocumentRelation.REPEATS)


def _pair(one: Seen, other: Seen, reuse: Reuse, registry: Registry, match: Match | None, pages: Pages) -> DocumentPair:
    a, b = one[0], other[0]
    paths = a.path, b.path
    part = reuse.shared(a.entry.key, b.entry.key)
    if part >= _REPEATED:
        direction = first_of(a, b) or _taken_from(a, b, registry)
        return DocumentPair(
            *paths, DocumentRelation.REPEATS, (f"{part:.0%} of the shorter text is in both",), direction
        )
    if match is not None and match.is_translation and not _pass_on(pages.of(a), pages.of(b)):
        return DocumentPair(*paths, DocumentRelation.REPEATS, (match.why,), first_of(a, b))
    found = _seen(one, other, registry, match)
    if found.is_sure:
        return DocumentPair(*paths, found.relation, (found.why,), found.direction)
    relation, why, direction = pages.judge(one, other, found)
    return DocumentPair(*paths, relation, why, direction)


def _pass_on(a: Page, b: Page) -> bool:
    """Whether two pages may both have their numbers from an outlet or agency; a translation keeps all other sources."""
    is_kept = a.sources == b.sources and bool(a.sources - a.press)
    return not is_kept and not a.press.isdisjoint(b.press)


def _may_repeat(one: Seen, other: Seen, reuse: Reuse, pages: Pages) -> bool:
    """Whether one of two documents that match in no other language may repeat the other; found without the rules."""
    (a, told_a), (b, told_b) = one, other
    return (
        reuse.shared(a.entry.key, b.entry.key) >= _REPEATED
        or b.publisher in told_a.through
        or a.publisher in told_b.through
        or pages.may_repeat(one, other)
    )


def _seen(one: Seen, other: Seen, registry: Registry, match: Match | None) -> Found:
    """What the strict rules see: first what one says that it has from the other."""
    for taker, giver, taken in ((one, other, "a_from_b"), (other, one, "b_from_a")):
        if found := _taken(taker, giver, registry):
            return found._replace(direction=taken)
    return linked(one, other, registry, match)


def _taken(taker: Seen, giver: Seen, registry: Registry) -> Found | None:
    """What `taker` is to `giver` when it says that it has something from there: all of the event, or a part."""
    (view, own), (source_view, others) = taker, giver
    publisher, told = source_view.publisher, own.told
    if view.publisher == publisher:
        return None
    if publisher in own.through:
        why = f"one gives its account to {registry.sources[publisher].name}"
        return Found("all through the other", DocumentRelation.REPEATS, why, is_sure=True)
    if others.told and own.figures and not _have_one((own, view), (others, source_view)):
        return None  # it may have taken its numbers from another text of the same publisher
    named = source_view.called | {n for n in source_view.shorts if registry.find(view.entry.key, n) == publisher}
    words = credit(view.entry, named, translated=view.language != source_view.language)
    if words is None:
        return _beside_number(taker, giver, named)
    source = registry.sources[publisher]
    heard = {m.origin for m in others.told} | named_in(source_view, registry) | {publisher}
    heard |= {i for m in told if registry.sources[i := m.origin].name in source.name}  # "Volga" of "Volga Today"
    taken = sum(m.is_own or m.origin in heard or publisher in m.via for m in told)
    is_mute = not told and bool(view.figures) and view.figures <= source_view.figures  # known by its numbers alone
    if is_mute or (told and taken >= _TAKEN * len(told)):
        why = f"one gives its account to {source.name}: “{words}”"
        return Found("most from the other", DocumentRelation.REPEATS, why)
    why = f"one has a part of its account from {source.name}: “{words}”"
    return Found("a part from the other", DocumentRelation.SHARES_ORIGIN, why)


def _have_one(one: tuple[Account, View], other: tuple[Account, View]) -> bool:
    """Whether two documents have a figure in common, one rounded perhaps: 97 and "nearly 100"."""
    if not one[0].figures.isdisjoint(other[0].figures):
        return True
    ours, theirs = one[0].figures | one[1].figures, other[0].figures | other[1].figures
    return not ours.isdisjoint(theirs) or any(abs(a - b) <= _ROUNDED * max(a, b) for a in ours for b in theirs)


def _beside_number(taker: Seen, giver: Seen, names: AbstractSet[str]) -> Found | None:
    """What a document is to a publisher that it names just before a number that this publisher's own page gives."""
    if taker[1].numbers.isdisjoint(giver[1].numbers):
        return None
    own = {n for m in giver[1].told if m.is_own and (n := telling_number(m))}
    text = taker[0].entry.document.text
    for told in taker[1].told:
        before = text[max(0, told.statement.start - _JUST_BEFORE) : told.statement.end]
        if (number := telling_number(told)) in own and number and named_in_words(before, names):
            why = f"both give the number {number[1]:g}, and one names the publisher of the other beside it"
            return Found("a number of the other", DocumentRelation.SHARES_ORIGIN, why, is_sure=True)
    return None
