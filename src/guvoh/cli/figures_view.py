"""The rows of figures set side by side: who says each, and what reads the same told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guvoh.model import Findings, Kind, Modality, Stage, Statement
from guvoh.model.weighing import FigurePair, FigureRelation, FigureSum, Weighed

COLUMNS = ("figure", "said by", "stands as", "to", "said by", "why")
_EITHER_WAY = frozenset({FigureRelation.SAME, FigureRelation.CONFLICT})
"""Relations that read the same from either side."""
_IN_TURN = (
    FigureRelation.CONFLICT,
    FigureRelation.LATER_UPDATE,
    FigureRelation.SUMS_TO,
    FigureRelation.PART_OF,
    FigureRelation.SAME,
    FigureRelation.ROUNDED_SAME,
    FigureRelation.CONSISTENT_BOUND,
    FigureRelation.OTHER_STAGE,
    FigureRelation.NARROWER,
    FigureRelation.WIDER,
)
"""Relations in the order in which a reader asks for them; of two units there is nothing to compare."""
_NAMED = 4  # speakers spelled out beside a figure
_UNKNOWN = "publisher not stated"
_STAGES = {Stage.PLANNED: "planned, said by ", Stage.ORDERED: "ordered, said by "}
Key = tuple[object, ...]
Names = tuple[str, ...]
Side = tuple[tuple[str, ...], ...]
"""What one side of a row tells, for each figure: its words, how they are said, the unit, the act and the event."""


@dataclass(slots=True)
class _Row:
    """What one row tells: the words on either side, and who was set beside whom, in the order met."""

    left: Side
    relation: FigureRelation
    right: Side
    why: str
    met: dict[Names, list[Names]] = field(default_factory=dict)

    def cells(self) -> Iterator[tuple[str, ...]]:
        """The row in the order of the columns; several where not every one met every other."""
        words = [" + ".join(told for told, *_ in side) for side in (self.left, self.right)]
        for left, right in self._together():
            by = _said(self.left, left), _said(self.right, right)
            yield words[0], by[0], self.relation.value, words[1], by[1], self.why

    def add(self, left: Names, right: Names) -> None:
        """Take in that those of one side were set beside those of the other."""
        beside = self.met.setdefault(left, [])
        if right not in beside:
            beside.append(right)

    def _together(self) -> Iterator[tuple[Names, Names]]:
        if self.relation is FigureRelation.SAME:
            left = _once(name for names in self.met for name in names)
            right = _once(name for some in self.met.values() for names in some for name in names)
            if self.left == self.right:  # whoever says it stands on one side
                right = tuple(name for name in right if name not in left) or right
            yield left, right
            return
        beside: dict[frozenset[Names], list[Names]] = {}
        for one, others in self.met.items():
            beside.setdefault(frozenset(others), []).append(one)
        for first, *same in beside.values():  # a sum has one left side, whose parts keep their order
            left = _once(name for names in (first, *same) for name in names) if same else first
            yield left, _once(name for names in self.met[first] for name in names)


class FigureRows:
    """The figures of a weighing as rows; rows of one event that differ in nothing but who speaks are one."""

    def __init__(self, findings: Sequence[Findings], weighed: Weighed) -> None:
        self._told = {statement.id: statement for found in findings for statement in found.statements}
        self._event = {ident: event.id for event in weighed.events for ident in event.statements}
        names = {source.id: source.name for source in weighed.sources}
        self._by = {o.statement: o.path if names[o.origin] == _UNKNOWN else names[o.origin] for o in weighed.origins}
        self._figures = [pair for pair in weighed.figures if pair.relation in _IN_TURN]
        self.other_units = len(weighed.figures) - len(self._figures)
        """Pairs that make no row, since they count two kinds of things."""

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The cells of each row, conflicts first."""
        made: dict[Key, _Row] = {}
        for pair in self._figures:
            figures = ((pair.a,), (pair.b,)) if isinstance(pair, FigurePair) else (pair.sum, (pair.total,))
            left, right = (tuple(map(self._side, some)) for some in figures)
            by = [tuple(self._by.get(ident, "") for ident in some) for some in figures]
            key = self._key(pair, left, right, by[0])
            row = made.setdefault(key, _Row(left, pair.relation, right, "; ".join(pair.why)))
            row.add(*(by if row.left == left else reversed(by)))
        for row in sorted(made.values(), key=lambda row: _IN_TURN.index(row.relation)):
            yield from row.cells()

    def _side(self, ident: str) -> tuple[str, ...]:
        told = self._told[ident]
        unit = told.count.unit if told.count else ""
        return _words(told), _as(told), unit, told.act or "", self._event.get(ident, "")

    @staticmethod
    def _key(pair: FigurePair | FigureSum, left: Side, right: Side, parts: Names) -> Key:
        """What makes two rows one: both sides, in one order or the other where that may be, and the reason."""
        if isinstance(pair, FigureSum):
            return pair.relation, left, right, pair.why, parts
        if pair.relation not in _EITHER_WAY:
            return pair.relation, left, right, pair.why
        words = [told for side in (left, right) for told, *_ in side]
        return pair.relation, *sorted((left, right)), tuple(_without(reason, words) for reason in pair.why)


def _without(reason: str, words: Sequence[str]) -> str:
    """The reason without the figures that it names, which stand in one order or the other."""
    for one in words:
        reason = reason.replace(f"“{one}”", "“”")
    return reason


def _once(names: Iterable[str]) -> Names:
    return tuple(dict.fromkeys(names))


def _as(statement: Statement) -> str:
    """How a figure is said, before who says it: what is denied or only planned is no claim that it came about."""
    if statement.modality is Modality.DENIED:
        return "denied by "
    if statement.modality is Modality.PLANNED or statement.kind is Kind.PLAN:
        return _STAGES[Stage.PLANNED]
    return _STAGES.get(statement.stage, "") if statement.stage else ""


def _said(side: Side, names: Names) -> str:
    """Who says what a side tells; for a sum each part by its own."""
    said = [how for _, how, *_ in side]
    if len(set(said)) == 1:
        return said[0] + _listed(_once(filter(None, names)))
    return ", ".join(_once(how + name for how, name in zip(said, names, strict=True) if name))


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _words(statement: Statement) -> str:
    return statement.count.words if statement.count else statement.quote
