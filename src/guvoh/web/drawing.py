"""Numbers for pictures that the page draws as SVG: ranges of figures by origin, the lineage of an event's documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.custody.browse import EventView, StatementItem
from guvoh.model.weighing import FigurePair, FigureSum

_WIDTH, _LEFT, _ROW = 640, 210, 26
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure on a common scale, in units of the drawing: low to high, best between; None where not stated."""

    item: StatementItem
    y: int
    low: float | None
    best: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Ranges:
    """Figures of one unit as bars, and the ticks of the scale (position, number)."""

    unit: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, float], ...]
    height: int
    left: int = _LEFT
    width: int = _WIDTH


def ranges(items: Sequence[StatementItem]) -> tuple[Ranges, ...]:
    """Bars of the figures, one drawing for each unit that two figures or more share."""
    by_unit: dict[str, list[StatementItem]] = {}
    for item in items:
        if item.unit and any(v is not None for v in (item.low, item.best, item.high)):
            by_unit.setdefault(item.unit, []).append(item)
    return tuple(_drawn(unit, held[:_SHOWN]) for unit, held in sorted(by_unit.items()) if len(held) > 1)


def _drawn(unit: str, held: Sequence[StatementItem]) -> Ranges:
    most = max(v for i in held for v in (i.low, i.best, i.high) if v is not None) or 1.0
    scale = (_WIDTH - _LEFT - 40) / most

    def at(value: float | None) -> float | None:
        return None if value is None else round(_LEFT + value * scale, 1)

    bars = []
    for n, i in enumerate(sorted(held, key=lambda i: (i.source_name or "~", i.sha256, i.start))):
        bars.append(Bar(i, 18 + n * _ROW, at(i.low), at(i.best), at(i.high)))
    ticks = tuple((at(most * part / 4) or 0.0, most * part / 4) for part in range(5))
    return Ranges(unit, tuple(bars), ticks, 30 + len(held) * _ROW)


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
