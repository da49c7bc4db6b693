"""The rows of figures set side by side: who says each, and what reads the same told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guvoh.model import Findings, Statement
from guvoh.model.weighing import FigurePair, FigureRelation, FigureSum, Weighed

COLUMNS = ("figure", "said by", "stands as", "to", "said by", "why")
_EITHER_WAY = frozenset({FigureRelation.SAME, FigureRelation.CONFLICT})
"""Relations that read the same from either side."""
_NAMED = 4  # speakers spelled out beside a figure
_UNKNOWN = "publisher not stated"
Key = tuple[object, ...]


@dataclass(slots=True)
class _Row:
    """What one row tells: the words on either side with those who say them, in the order met."""

    left: str
    relation: str
    right: str
    why: str
    by: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))

    def cells(self) -> tuple[str, ...]:
        """The row in the order of the columns."""
        left, right = self.by
        if self.left == self.right:  # whoever says it stands on one side
            right = [name for name in right if name not in left] or right
        return self.left, _listed(left), self.relation, self.right, _listed(right), self.why


class FigureRows:
    """The figures of a weighing as rows; rows of one event that differ in nothing but who speaks are one."""

    def __init__(self, findings: Sequence[Findings], weighed: Weighed) -> None:
        self._told = {statement.id: statement for found in findings for statement in found.statements}
        self._event = {ident: event.id for event in weighed.events for ident in event.statements}
        names = {source.id: source.name for source in weighed.sources}
        self._by = {o.statement: o.path if names[o.origin] == _UNKNOWN else names[o.origin] for o in weighed.origins}
        self._figures = weighed.figures

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The cells of each row."""
        made: dict[Key, _Row] = {}
        for pair in self._figures:
            sides = ((pair.a,), (pair.b,)) if isinstance(pair, FigurePair) else (pair.sum, (pair.total,))
            words = [" + ".join(_words(self._told[ident]) for ident in side) for side in sides]
            key, is_turned = self._key(pair, sides, words)
            row = made.setdefault(key, _Row(words[0], pair.relation.value, words[1], "; ".join(pair.why)))
            turned = is_turned and (row.left, row.right) != tuple(words)
            for by, side in zip(row.by, reversed(sides) if turned else sides, strict=True):
                by += [name for ident in side if (name := self._by.get(ident, "")) and name not in by]
        yield from (row.cells() for row in made.values())

    def _key(
        self, pair: FigurePair | FigureSum, sides: Sequence[Sequence[str]], words: Sequence[str]
    ) -> tuple[Key, bool]:
        """What makes two rows one, and whether the pair may be read from the other side."""
        events = frozenset(self._event.get(ident, "") for side in sides for ident in side)
        if pair.relation not in _EITHER_WAY:
            return (pair.relation, events, *words, pair.why), False
        why = tuple(_without(reason, words) for reason in pair.why)
        return (pair.relation, events, *sorted(words), why), True


def _without(reason: str, words: Sequence[str]) -> str:
    """The reason without the figures that it names, which stand in one order or the other."""
    for one in words:
        reason = reason.replace(f"“{one}”", "“”")
    return reason


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _words(statement: Statement) -> str:
    return statement.count.words if statement.count else statement.quote
