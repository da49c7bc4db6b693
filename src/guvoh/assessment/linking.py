"""Which pairs of documents one more document may set in another relation: few, even where many tell of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations, product

from guvoh.assessment.events import Happening
from guvoh.assessment.known import Known
from guvoh.assessment.lineage import ALL_PAIRS

Pair = tuple[str, str]
_Telling = Mapping[str, Mapping[str, frozenset[str]]]
"""Event → content key of a document → the statements by which it tells of the event."""


def changed_documents(was: Mapping[str, Known], now: Mapping[str, Known], renamed: AbstractSet[str]) -> set[str]:
    """The documents that are new or read otherwise, or in which a source shows another name."""
    out = {key for key, known in now.items() if key not in was or _made(was[key]) != _made(known)}
    if renamed:
        out |= {key for key, known in now.items() if not renamed.isdisjoint(known.names.values())}
    return out


def _made(known: Known) -> tuple[object, ...]:
    return known.entry, known.own, known.passages, known.names


def stirred_pairs(
    was: Mapping[str, Happening], now: Mapping[str, Happening], affected: AbstractSet[str], changed: AbstractSet[str]
) -> tuple[set[Pair], set[Pair]]:
    """The pairs of documents of which some account of one event changed: as they told before, and as they tell now.

    Two documents of an event stand as they did where each tells of it by the statements by which it told, with the
    other, of one event before, and neither is among the `changed`.
    """
    told_was, told_now = _telling(was, affected), _telling(now, affected)
    before = {(doc, said): i for i, docs in told_was.items() for doc, said in docs.items() if doc not in changed}
    after = {(doc, said): i for i, docs in told_now.items() for doc, said in docs.items() if doc not in changed}
    crowded = {i for told in (told_was, told_now) for i, docs in told.items() if len(docs) > ALL_PAIRS}
    return set(_apart(told_was, after, crowded)), set(_apart(told_now, before, crowded))


def parted_pairs(
    events: Mapping[str, Happening], affected: AbstractSet[str], was: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Pair]:
    """The pairs of documents of an affected event that tell also of an event and its part, before or now."""
    telling = {i: {m.entry.key for m in event.members} for i, event in events.items()}
    for part, larger in {*was.items(), *now.items()}:
        if (
            part in telling
            and larger in telling
            and ((part, larger) not in was.items() & now.items() or affected & {part, larger})
        ):
            for event in affected & events.keys():
                yield from product(telling[part] & telling[event], telling[larger] & telling[event])


def _apart(
    told: _Telling, other: Mapping[tuple[str, frozenset[str]], str], crowded: AbstractSet[str]
) -> Iterator[Pair]:
    """The pairs of documents of each event that do not tell of one event by the same statements on the other side."""
    for event, docs in told.items():
        parts: dict[str, list[str]] = defaultdict(list)
        for doc, said in docs.items():
            home = other.get((doc, said))
            parts[f"alone {doc}" if home is None or event in crowded or home in crowded else home].append(doc)
        for one, two in combinations(parts.values(), 2):
            yield from ((a, b) for a in one for b in two)


def _telling(events: Mapping[str, Happening], affected: AbstractSet[str]) -> _Telling:
    out = {}
    for event in affected & events.keys():
        docs: dict[str, set[str]] = defaultdict(set)
        for member in events[event].members:
            docs[member.entry.key].add(member.id)
        out[event] = {doc: frozenset(said) for doc, said in docs.items()}
    return out
