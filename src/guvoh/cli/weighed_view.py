"""What documents say together, as a person reads it on a terminal: events, figures side by side, documents, sources."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.cli.figures_view import COLUMNS, FigureRows
from guvoh.cli.screen import Screen
from guvoh.cli.tables import show_table
from guvoh.model import Findings
from guvoh.model.weighing import DocumentPair, DocumentRelation, Weighed


def show_weighed(screen: Screen, findings: Sequence[Findings], weighed: Weighed) -> None:
    """Print each part of the weighing, the events that most sources tell of first."""
    screen.result("Events")
    events = [
        (e.title, e.when, e.support.documents, e.support.origins, e.support.independent, e.support.status.value)
        for e in sorted(weighed.events, key=lambda e: (-e.support.independent, -e.support.documents, e.title))
    ]
    show_table(screen, ("event", "when", "documents", "origins", "independent", "support"), events)
    screen.result("Figures side by side")
    figures = FigureRows(findings, weighed)
    show_table(screen, COLUMNS, figures.rows())
    if figures.other_units:
        pairs = f"{figures.other_units:,} {'pair counts' if figures.other_units == 1 else 'pairs count'}"
        screen.result(f"{pairs} two kinds of things (people, buildings, cases); --json lists them.")
    screen.result("Documents about one event")
    documents = [_documents(pair) for pair in weighed.documents]
    show_table(screen, ("document", "relation", "document", "why"), documents)
    screen.result("Sources")
    sources = [(s.name, s.kind.value, s.role, ", ".join(s.aliases)) for s in weighed.sources]
    show_table(screen, ("source", "kind", "role", "also named"), sources)
    for problem in weighed.problems:
        screen.problem("weighing", problem)


def _documents(pair: DocumentPair) -> tuple[str, str, str, str]:
    """The row read from left to right: the document that took from the other, where that is known, comes first."""
    first, second = (pair.b, pair.a) if pair.direction == "b_from_a" else (pair.a, pair.b)
    is_open = pair.relation is DocumentRelation.REPEATS and pair.direction is None
    return first, "says the same as" if is_open else pair.relation.value, second, "; ".join(pair.why)
