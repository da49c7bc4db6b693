"""The statements of documents that weighing weighs, each as its own document makes it plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guvoh.assessment.answers import with_answers
from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.counted import acts_of_the_held, counted_otherwise
from guvoh.assessment.families import counts_people_or_cases
from guvoh.assessment.parts import with_wholes
from guvoh.model import Kind, Modality, Statement

_NOT = re.compile(r"(?i)(?:, |\band )not(?: just| only| the)? ?$")
_BEFORE = 12  # characters
_TOLD_KINDS = frozenset({Kind.ACT, Kind.FIGURE, Kind.PLAN})


def telling(entries: Sequence[Entry]) -> Iterator[Told]:
    """The statements that tell of something done, counted or planned; questions, advice, law and assessments do not.

    A number that another act of the document counts has no unit here (see `counted`); a part of a whole has the act of
    that whole (see `parts`).
    """
    for entry in entries:
        yield from with_answers(with_wholes(list(_heard(entry))))


def _heard(entry: Entry) -> Iterator[Told]:
    muted, background = counted_otherwise(entry.findings.statements, entry.document.text)
    done = acts_of_the_held(entry.findings.statements, entry.document.text)
    seen = set(background)
    for statement in sorted(entry.findings.statements, key=lambda s: (s.start, s.count.start if s.count else 0, s.id)):
        if statement.id not in seen and _tells(statement) and not _is_put_aside(statement, entry.document.text):
            seen.add(statement.id)
            heard = told(_as_done(statement, done.get(statement.id)), entry)
            yield replace(heard, unit="") if statement.id in muted else heard


def _as_done(statement: Statement, done: Statement | None) -> Statement:
    """The statement as one of what was done to those whom its number counts."""
    return statement if done is None else replace(statement, act=done.act, stage=done.stage, modality=done.modality)


def _is_put_aside(statement: Statement, text: str) -> bool:
    """Whether its number is one that the sentence sets aside for another: "nine men, not six as the police say"."""
    count = statement.count
    return count is not None and bool(_NOT.search(text[max(0, count.start - _BEFORE) : count.start]))


def _tells(statement: Statement) -> bool:
    if statement.modality is Modality.GENERAL:
        return False
    if statement.act:
        return statement.kind in _TOLD_KINDS
    count = statement.count
    return statement.kind in _TOLD_KINDS and count is not None and counts_people_or_cases(count.unit)
