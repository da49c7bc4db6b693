"""What two documents tell that may be of one event, as nothing rules it out: statements that share a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from guvoh.assessment.corpus import Told, published_apart
from guvoh.assessment.scoring import veto

MOST = 40
"""Statements of one document and key that are set beside those of another: a longer list is judged by its first."""
_NEAR_PUBLISHED = 45  # days


def counterparts(
    told: Sequence[Told], key: Callable[[Told], Hashable | None]
) -> Iterator[tuple[list[Told], list[Told]]]:
    """For two documents published within weeks, and each key, the statements of either that have one of the other's.

    Statements without a key (None) have none. The acts may be of two families. The first list is of the document whose
    content key comes first. At most `MOST` statements of a document are looked at for each key, in the order of the
    text, so that the work grows with the pairs of documents and not with the pairs of statements.
    """
    together: dict[Hashable, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in sorted(told, key=lambda t: t.order):
        if (at := key(one)) is not None and len(of := together[at][one.entry.key]) < MOST:
            of.append(one)
    for documents in together.values():
        for a, b in combinations(sorted(documents), 2):
            own, others = documents[a], documents[b]
            gap = published_apart(own[0], others[0])
            if gap is not None and gap <= _NEAR_PUBLISHED and (found := _matched(own, others))[0]:
                yield found


def _matched(own: Sequence[Told], others: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """Those of each side with a counterpart on the other; the search for one ends with the first."""
    mine = [one for one in own if any(_may_be_one(one, other) for other in others)]
    return mine, [other for other in others if any(_may_be_one(one, other) for one in mine)]


def _may_be_one(a: Told, b: Told) -> bool:
    """Whether nothing rules out that two statements tell of one event, their acts aside."""
    return veto(a, b if b.family == a.family else replace(b, family=a.family)) is None
