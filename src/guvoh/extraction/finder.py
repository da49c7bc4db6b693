"""Find: every finder's reading of a document, passed through one gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from guvoh.extraction.gate import checked
from guvoh.model import Document, Findings, Statement

Finder = Callable[[Document], Findings]

GROUP = "guvoh.finders"


@cache
def finders() -> tuple[Finder, ...]:
    """The finders installed under the entry-point group `guvoh.finders`, the built-in rules first."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name != "rules", entry.name))
    return tuple(entry.load() for entry in found)


def find(document: Document) -> Findings:
    """What a document says: the rules' findings and, beside them, the statements of any further finder.

    Pure and deterministic: the same document gives the same findings on every run and machine.
    """
    readings = [checked(finder(document)) for finder in finders()]
    if not readings:
        return Findings(document, problems=("No finder is installed: reinstall Guvoh.",))
    first, *others = readings
    statements: dict[str, Statement] = {s.id: s for s in first.statements}
    for other in others:
        for statement in other.statements:
            statements.setdefault(statement.id, statement)
    problems = tuple(dict.fromkeys(p for reading in readings for p in reading.problems))
    return replace(first, statements=tuple(statements.values()), problems=problems)
