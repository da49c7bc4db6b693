"""Find: every finder's reading of a document, passed through one gate."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from guvoh.extraction.gate import checked
from guvoh.model import Document, Findings, Statement
from guvoh.model.wordings import Wording

Finder = Callable[..., Findings]
"""Takes a document and, where it has a parameter `wordings`, the vault's own wordings."""

GROUP = "guvoh.finders"


@cache
def finders() -> tuple[Finder, ...]:
    """The finders installed under the entry-point group `guvoh.finders`, the built-in rules first."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name != "rules", entry.name))
    return tuple(entry.load() for entry in found)


@cache
def _takes_wordings(finder: Finder) -> bool:
    return "wordings" in inspect.signature(finder).parameters


def find(document: Document, wordings: Sequence[Wording] = ()) -> Findings:
    """What a document says: the rules' findings and, beside them, the statements of any further finder.

    `wordings` are those that a vault's keepers added; a finder that has a parameter of that name is given them.
    Pure and deterministic: the same document and wordings give the same findings on every run and machine.
    """
    readings = [checked(_read(finder, document, wordings)) for finder in finders()]
    if not readings:
        return Findings(document, problems=("No finder is installed: reinstall Guvoh.",))
    first, *others = readings
    statements: dict[str, Statement] = {s.id: s for s in first.statements}
    for other in others:
        for statement in other.statements:
            statements.setdefault(statement.id, statement)
    problems = tuple(dict.fromkeys(p for reading in readings for p in reading.problems))
    return replace(first, statements=tuple(statements.values()), problems=problems)


def _read(finder: Finder, document: Document, wordings: Sequence[Wording]) -> Findings:
    return finder(document, wordings=wordings) if wordings and _takes_wordings(finder) else finder(document)
