"""A weighed document as incremental weighing keeps it: its findings, and what was made of each statement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from guvoh.assessment.blocking import Block, blocks
from guvoh.assessment.comparing import Figure, held_by, looks_at
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.dating import leans_on
from guvoh.assessment.discourse import number_in_town
from guvoh.assessment.events import is_tangible
from guvoh.assessment.focus import in_document
from guvoh.assessment.marks import Marked, mark
from guvoh.assessment.packing import packed, unpacked
from guvoh.assessment.parts import leaders
from guvoh.assessment.reuse import Reuse, Spot
from guvoh.assessment.shelf import Row
from guvoh.assessment.sums import blocks_of
from guvoh.assessment.telling import telling
from guvoh.assessment.times import Period
from guvoh.model import Findings, Stage

KIND = "document"
Seat = tuple[tuple[Block, bool], ...]
Stretch = tuple[int, int, Spot | None]
"""A passage that is compared: its first character, its number of words, and the passage of which it is a copy."""


@dataclass(frozen=True)
class Known:
    """One document. `own`: its statements with origin and own date; `lent`: the periods that their events lend them;
    `homes`: the event of each; `names`: which source each name means."""

    entry: Entry
    own: tuple[Told, ...]
    passages: tuple[Stretch, ...]
    names: Mapping[str, str]
    homes: Mapping[str, str]
    lent: Mapping[str, Period]

    @cached_property
    def reuse(self) -> Reuse:
        """The copies in this document alone."""
        return reuse_of((self,))

    @cached_property
    def tangible(self) -> list[Told]:
        """The statements that can be of an event, as grouping sees them."""
        return [told for told in in_document(self.own) if is_tangible(told)]

    @cached_property
    def led(self) -> dict[str, str]:
        """The parts that go where their wholes go: for each the statement of its whole (ids)."""
        return leaders(self.tangible)

    @cached_property
    def placed(self) -> list[Told]:
        """The statements that grouping puts into events; parts go with them."""
        return [told for told in self.tangible if told.id not in self.led]

    @cached_property
    def seats(self) -> list[tuple[Told, Seat]]:
        """The placed statements with the blocks in which each meets others, and whether it is broad there."""
        return [(told, tuple(blocks(told, self.reuse))) for told in self.placed]

    @cached_property
    def marked(self) -> Marked:
        """The document with its marks."""
        return mark(self.entry)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures that are of an event, with the blocks in which others find them and those in which they look."""
        return [(t, tuple(held_by(t)), tuple(looks_at(t))) for t in self.dated if t.statement.count and t.unit]

    @cached_property
    def unlent(self) -> list[Told]:
        """The statements without the acts that they take from others."""
        said = {t.id: t for t in telling((self.entry,))}
        return [replace(t, statement=said[t.id].statement, family=said[t.id].family) for t in self.own]

    @cached_property
    def dated(self) -> list[Told]:
        """The statements that are of an event, with the date that it lends them."""
        lent = self.lent
        return [replace(t, period=lent[t.id]) if t.id in lent else t for t in self.own if t.id in self.homes]

    def row(self) -> Row:
        """The document as the shelf keeps it."""
        return Row(KIND, self.entry.key, tuple(sorted(set(self._keys()))), json.dumps(self._data()))

    def _keys(self) -> Iterator[str]:
        yield from (hashed("block", *key) for key in {key for _, seat in self.seats for key, _ in seat})
        yield from (hashed(*key) for key in self.marked.blocks())
        yield from (hashed("figure", *key) for key in {key for _, held, looks in self.figures for key in held + looks})
        yield from (hashed("sum", *key) for told, _, _ in self.figures for key in blocks_of(told))
        for event in self.homes.values():
            yield hashed("event", event)
        yield from (hashed("number", *key) for told in self.own if (key := number_in_town(told)))
        for told in self.own:
            yield from (hashed("source", source) for source in {told.origin, told.line, *told.via})
        for _, _, root in self.passages:
            if root is not None:
                yield from (hashed("root", *root), hashed("copies", root[0]))
        yield from (hashed("happening", name) for name in leans_on(self.entry))

    def _data(self) -> dict[str, object]:
        return {
            "paths": self.entry.paths,
            "findings": packed(replace(self.entry.findings, attributions=(), letter=None)),
            "own": {
                t.id: [
                    t.origin,
                    t.via,
                    t.line,
                    t.is_own,
                    written(t.period),
                    t.family,
                    t.statement.act,
                    t.statement.stage,
                ]
                for t in self.own
            },
            "passages": self.passages,
            "names": dict(self.names),
            "homes": dict(self.homes),
            "lent": {key: written(period) for key, period in self.lent.items()},
        }


def read(row: Row) -> Known:
    """The document of a row."""
    data = json.loads(row.data)
    entry = Entry(unpacked(Findings, data["findings"]), tuple(data["paths"]))
    own = []
    for told in telling((entry,)):
        origin, via, line, is_own, period, family, act, stage = data["own"][told.id]
        said, when = told.statement, period_of(period)
        if (said.act, said.stage) != (act, stage):
            said = replace(said, act=act, stage=Stage(stage) if stage else None)
        when = told.period if when == told.period else when
        own.append(
            Told(
                said,
                entry,
                family,
                told.unit,
                when,
                told.published,
                told.order,
                origin,
                tuple(via),
                line,
                is_own=is_own,
            )
        )
    passages = tuple((start, words, tuple(root) if root else None) for start, words, root in data["passages"])
    dates = {key: found for key, value in data["lent"].items() if (found := period_of(value))}
    return Known(entry, tuple(own), passages, data["names"], data["homes"], dates)


_NO_REUSE = Reuse({}, ())


def reuse_of(documents: Iterable[Known]) -> Reuse:
    """The copies in some documents."""
    documents = [d for d in documents if any(root for _, _, root in d.passages)]
    if not documents:
        return _NO_REUSE
    spots = [(d.entry.key, start, words, root) for d in documents for start, words, root in d.passages]
    return Reuse({(k, s): root for k, s, _, root in spots if root}, ((k, s, words) for k, s, words, _ in spots))


def hashed(*parts: object) -> str:
    """A key of fixed length for parts of any length."""
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def written(period: Period | None) -> list[object] | None:
    """A period as JSON."""
    return [period.first, period.last, period.edtf, period.basis, period.since] if period else None


def period_of(value: list[object] | None) -> Period | None:
    """A period from JSON."""
    return Period(*value) if value else None  # type: ignore[arg-type]
