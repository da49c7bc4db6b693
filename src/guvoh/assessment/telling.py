"""The statements of documents that weighing weighs, each as its own document makes it plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.counted import counted_otherwise
from guvoh.assessment.families import counts_people_or_cases
from guvoh.assessment.parts import with_wholes
from guvoh.model import Kind, Modality, Statement

_TOLD_KINDS = frozenset({Kind.ACT, Kind.FIGURE, Kind.PLAN})


def telling(entries: Sequence[Entry]) -> Iterator[Told]:
    """The statements that tell of something done, counted or planned; questions, advice, law and assessments do not.

    A number that another act of the document counts has no unit here (see `counted`); a part of a whole has the act of
    that whole (see `parts`).
    """
    for entry in entries:
        yield from with_wholes(list(_heard(entry)))


def _heard(entry: Entry) -> Iterator[Told]:
    muted, background = counted_otherwise(entry.findings.statements, entry.document.text)
    seen = set(background)
    for statement in sorted(entry.findings.statements, key=lambda s: (s.start, s.id)):
        if statement.id not in seen and _tells(statement):
            seen.add(statement.id)
            heard = told(statement, entry)
            yield replace(heard, unit="") if statement.id in muted else heard


def _tells(statement: Statement) -> bool:
    if statement.modality is Modality.GENERAL:
        return False
    if statement.act:
        return statement.kind in _TOLD_KINDS
    count = statement.count
    return statement.kind in _TOLD_KINDS and count is not None and counts_people_or_cases(count.unit)
