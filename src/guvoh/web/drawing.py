"""Numbers for pictures that the page draws as SVG: ranges of figures by origin, the lineage of an event's documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from guvoh.custody.browse import EventView, SourceView, StatementItem
from guvoh.model.weighing import FigurePair, FigureSum

_LEFT, _RIGHT = 2.0, 97.0
"""Percent of the width between which the scale lies: the drawing is as wide as the page has room."""
_ROW, _FOOT = 38, 22
_SHOWN = 40
_TICKS = 5
_HEARD = 20
"""Sources on each side of a graph: names of more could not be read."""
_STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure on a common scale, in percent of the width: low to high, best between; None where not stated."""

    item: StatementItem
    y: int
    """Where its name stands; the bar is drawn below it."""
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Ranges:
    """Figures of one unit as bars, and the ticks of the scale (percent of the width, number)."""

    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, float], ...]
    height: int
    left: float = _LEFT
    right: float = _RIGHT


def ranges(items: Sequence[StatementItem]) -> tuple[Ranges, ...]:
    """Bars of the figures, one drawing for each unit that two figures or more share."""
    by_unit: dict[str, list[StatementItem]] = {}
    for item in items:
        if item.unit and any(v is not None for v in (item.low, item.best, item.high)):
            by_unit.setdefault(item.unit, []).append(item)
    return tuple(_drawn(unit, held[:_SHOWN]) for unit, held in sorted(by_unit.items()) if len(held) > 1)


def _drawn(unit: str, held: Sequence[StatementItem]) -> Ranges:
    most = max(v for i in held for v in (i.low, i.best, i.high) if v is not None) or 1.0

    def at(value: float | None) -> float | None:
        return None if value is None else round(_LEFT + value * (_RIGHT - _LEFT) / most, 2)

    bars = []
    for n, i in enumerate(sorted(held, key=lambda i: (i.source_name or "~", i.sha256, i.start))):
        bars.append(Bar(i, 14 + n * _ROW, at(i.low), at(i.best), at(i.high)))
    ticks = tuple((at(value) or _LEFT, value) for value in _ticks(most))
    return Ranges(unit, tuple(bars), ticks, len(held) * _ROW + _FOOT)


def _ticks(most: float) -> list[float]:
    """Round numbers from 0 to `most`: steps of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(most / _TICKS))
    step = next(part * power for part in _STEPS if part * power * _TICKS >= most)
    return [round(n * step, 6) for n in range(floor(most / step) + 1)]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation among figures that are shown."""

    relation: str
    why: tuple[str, ...]
    figures: tuple[StatementItem, ...]


def ties(relations: Sequence[FigurePair | FigureSum], items: Sequence[StatementItem]) -> list[Tie]:
    """The relations whose figures are all among `items`, conflicts first."""
    known = {item.id: item for item in items}
    found = []
    for one in relations:
        ids = (one.a, one.b) if isinstance(one, FigurePair) else (*one.sum, one.total)
        if all(ident in known for ident in ids):
            found.append(Tie(one.relation, one.why, tuple(known[ident] for ident in ids)))
    return sorted(found, key=lambda tie: (tie.relation != "conflict", tie.relation))


def lineage(view: EventView) -> dict[str, list[dict[str, str]]]:
    """Nodes (documents and origins) and edges (relations of documents, who tells what) of an event, for a graph."""
    titles: dict[str, str] = {}
    nodes: list[dict[str, str]] = []
    edges: list[dict[str, str]] = []
    for group in view.by_origin:
        source = group.source
        if source is not None:
            nodes.append({"id": f"source {source.id}", "label": source.name, "kind": "source"})
        for item in group.statements:
            titles.setdefault(item.path, item.publisher or item.title or item.path)
            edge = {"a": f"source {source.id}" if source else "", "b": f"document {item.path}", "relation": "told"}
            if source is not None and edge not in edges:
                edges.append(edge)
    nodes += [{"id": f"document {path}", "label": label, "kind": "document"} for path, label in titles.items()]
    for pair in view.lineage:
        ends = (pair.b, pair.a) if pair.direction == "a_from_b" else (pair.a, pair.b)
        if pair.relation != "independent" and pair.a in titles and pair.b in titles:
            edge = {"a": f"document {ends[0]}", "b": f"document {ends[1]}", "relation": pair.relation.value}
            edges.append(edge)
    return {"nodes": nodes, "edges": edges}


def heard(view: SourceView) -> dict[str, list[dict[str, str]]]:
    """Nodes and edges of who tells a source and who repeats it, those heard most, for a graph."""
    me = f"source {view.item.id}"
    nodes, edges = {me: {"id": me, "label": view.item.name, "kind": "here"}}, []
    for others, is_told in ((view.passes_on, True), (view.passed_on_by, False)):
        for other, _ in others[:_HEARD]:
            node = f"source {other.id}"
            nodes.setdefault(node, {"id": node, "label": other.name, "kind": "source", "open": other.id})
            edges.append({"a": node if is_told else me, "b": me if is_told else node, "relation": "told"})
    return {"nodes": list(nodes.values()), "edges": edges}
