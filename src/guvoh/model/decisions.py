"""A person's decisions: kept beside the machine's reading, never overwritten by a later run, undone only by another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class DecisionKind(StrEnum):
    """What a person decided; `subjects` and `values` of each stand behind it."""

    ACCEPT = "accept"
    """statement(s) · {}"""
    REJECT = "reject"
    """statement(s) · {"reason": words}"""
    CORRECT = "correct"
    """one statement · {field of Statement: its corrected value as in the contract's JSON}"""
    ADD = "add"
    """one new statement (its id) · {"statement": the whole statement as in the contract's JSON}"""
    SPLIT = "split"
    """one statement · {"into": [statements as in the contract's JSON]}"""
    MERGE = "merge"
    """statements of one document, the first stays · {}"""
    GROUP = "group"
    """statements told to be of one event · {"event": its id or null for a new one, "members": its statements then}"""
    SEPARATE = "separate"
    """statements told not to be of an event · {"event": its id, "members": its other statements then}"""
    NAME = "name"
    """one event · {"title": words, "members": its statements then}"""
    NEST = "nest"
    """one event · {"part_of": the larger event's id, or null for none, "members": …, "larger": the larger one's}"""
    IDENTIFY = "identify"
    """sources told to be one, the first stays · {"names": the names of each then}"""
    DISTINGUISH = "distinguish"
    """sources told to be different, or names of one source · {"names": the names of each, which stay apart}"""
    GRADE = "grade"
    """one source · {"reliability": "A".."F" or null, "names": …}; one statement · {"credibility": "1".."6" or null}"""
    RELATE = "relate"
    """two figures (statements) · {"relation": FigureRelation or null for none}"""
    WORD = "word"
    """no subject · {"act", "words", "example", "language"}: a wording that finding uses in this vault from then on"""
    UNDO = "undo"
    """no subject of its own · {"decision": the id undone}"""


class Review(StrEnum):
    """Where a statement stands with the people who review it."""

    SUGGESTED = "suggested"
    AWAITING = "awaiting"
    """One person has decided, and the vault asks for a second."""
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


_ON_STATEMENTS = "accept reject correct add split merge"
STATEMENT_KINDS = frozenset(map(DecisionKind, _ON_STATEMENTS.split()))


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a decision's statement stands: W3C TextQuoteSelector (exact, prefix, suffix) in the document's text.

    `position` is where it began then (W3C TextPositionSelector). `act` and the words of its number (`count`) tell
    statements of one sentence apart.
    """

    sha256: str
    exact: str
    prefix: str
    suffix: str
    position: int = 0
    act: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `at` is UTC (ISO 8601), `by` the actor's id, `by_name` the name then, `values` canonical JSON.

    `number` orders decisions. `selectors` re-attach the statements decided on after a new reading or new rules, in the
    order of `subjects`; one that finds no place is listed as adrift, never dropped.
    """

    id: str
    number: int
    at: str
    by: str
    by_name: str
    kind: DecisionKind
    subjects: tuple[str, ...]
    values: str = "{}"
    note: str = ""
    selectors: tuple[Selector, ...] = ()

    def value(self, name: str) -> Any:  # noqa: ANN401
        """One of the values, None when it is not given."""
        return self.all_values().get(name)

    def all_values(self) -> Mapping[str, Any]:
        """All values."""
        read: Mapping[str, Any] = json.loads(self.values)
        return read


def standing(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions that stand, in order: those that no later UNDO names; an undone UNDO brings its decision back."""
    undone = _undone(decisions)
    kept = (d for d in decisions if d.kind is not DecisionKind.UNDO and d.id not in undone)
    return tuple(sorted(kept, key=lambda d: d.number))


def stands(decision: Decision, undoings: Iterable[Decision]) -> bool:
    """Whether a decision, be it an UNDO itself, is not undone by any of the `undoings`, of which some may be undone."""
    return decision.id not in _undone(undoings)


def _undone(decisions: Iterable[Decision]) -> set[str]:
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda d: -d.number):
        if decision.kind is DecisionKind.UNDO and decision.id not in undone:
            undone.add(str(decision.value("decision")))
    return undone
