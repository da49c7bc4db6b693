"""One claim told again for another place: a telling number of one source, or any in a text and its repeat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from guvoh.assessment import groups
from guvoh.assessment.accounts import TELLING_NUMBER
from guvoh.assessment.boxes import Box, at_one_time, of_one_group, span

Repeats = Collection[tuple[str, str]]
"""Pairs of documents, by content key, of which one repeats the other."""
Choice = tuple[tuple[int, ...], ...]
"""Indices of boxes, those of one document together: only those of one document may be counted."""


@dataclass(frozen=True, slots=True)
class Retold:
    """`choices`: for each claim the boxes that tell it. `events`: boxes of events that are one, told of two places.

    `twins`: the boxes of these events that tell the claim itself, any of which may have the right place.
    """

    choices: tuple[Choice, ...]
    events: tuple[tuple[int, ...], ...]
    twins: tuple[tuple[int, ...], ...]


def retold(boxes: Sequence[Box], repeats: Repeats) -> Retold:
    """The claims that several documents tell of what may be one time, for whatever place.

    One source that gives one telling number in two documents gave it once; so did a text and the one that repeats it,
    whatever the number. Within a document equal numbers of several places stay apart ("30 in Omsk and 30 in Kazan").
    Where a text and its repeat tell a telling number once each, their events are one, whose place one of them has
    wrong.
    """
    spans = [span(box.told) for box in boxes]
    marks = [groups.marks(box.told.statement.affected) for box in boxes]
    choices, same, twins = set[Choice](), set[tuple[int, ...]](), set[tuple[int, ...]]()
    by_event: dict[str, list[int]] = defaultdict(list)
    for index, box in enumerate(boxes):
        by_event[box.event].append(index)
    for is_repeat, members in _claims(boxes, repeats):
        for at_once in at_one_time(spans, {*members}, members):
            for row in of_one_group(marks, at_once):
                choice = _by_document(boxes, row)
                events = {boxes[i].event for i in row}
                if len(choice) < 2 or len(events) < 2:  # boxes of one event are never counted together anyway
                    continue
                choices.add(choice)
                if is_repeat and boxes[row[0]].low >= TELLING_NUMBER and _once_each(boxes, choice):
                    twins.add(row)
                    same.update(of_one_group(marks, sorted(i for event in events for i in by_event[event])))
    return Retold(tuple(sorted(choices)), tuple(sorted(same)), tuple(sorted(twins)))


def in_either_place(boxes: Sequence[Box], rows: Sequence[tuple[int, ...]], again: Retold) -> list[tuple[int, ...]]:
    """The rows, each with the twins of its boxes: a claim told for two places may overlap what is told of either."""
    marks = [groups.marks(box.told.statement.affected) for box in boxes]
    beside: dict[int, set[int]] = defaultdict(set)
    for row in again.twins:
        for index in row:
            beside[index].update(row)
    wide = set(again.events)
    for row in rows:
        joined = {*row}.union(*(beside[i] for i in row if i in beside))
        wide.update(of_one_group(marks, sorted(joined)) if len(joined) > len(row) else [row])
    return sorted(wide)


def _claims(boxes: Sequence[Box], repeats: Repeats) -> Iterator[tuple[bool, list[int]]]:
    """The boxes of one telling number of one source; and those of texts that repeat one another, which is said."""
    found: dict[tuple[bool, Hashable], list[int]] = defaultdict(list)
    line_of = lines(repeats)
    for index, box in enumerate(boxes):
        number = box.told.family, box.told.unit, box.low
        if box.told.origin and box.low >= TELLING_NUMBER:  # one death here and one there are two, whoever tells of both
            found[False, (box.told.origin, number)].append(index)
        if box.told.entry.key in line_of:
            found[True, (line_of[box.told.entry.key], number)].append(index)
    for (is_repeat, _), members in found.items():
        if len({boxes[i].told.entry.key for i in members}) > 1:
            yield is_repeat, members


def lines(pairs: Repeats) -> Mapping[str, int]:
    """For each document of the pairs which line of texts it belongs to: two of one pair are of one line."""
    documents = sorted({key for pair in pairs for key in pair})
    if not documents:
        return {}
    place = {key: n for n, key in enumerate(documents)}
    ends = [place[a] for a, _ in pairs], [place[b] for _, b in pairs]
    size = len(documents)
    _, found = connected_components(coo_array(([True] * len(pairs), ends), shape=(size, size)), directed=False)
    return dict(zip(documents, found.tolist(), strict=True))


def _by_document(boxes: Sequence[Box], row: Sequence[int]) -> Choice:
    told: dict[str, list[int]] = defaultdict(list)
    for index in row:
        told[boxes[index].told.entry.key].append(index)
    return tuple(sorted(map(tuple, told.values())))


def _once_each(boxes: Sequence[Box], choice: Choice) -> bool:
    return all(len({boxes[i].event for i in part}) == 1 for part in choice)
