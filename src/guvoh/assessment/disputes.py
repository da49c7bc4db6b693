"""Who disputes what a tally counts: sources that deny it, and those that give a smaller number of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Told
from guvoh.assessment.denials import Denial, Denials
from guvoh.assessment.disagreement import count_of
from guvoh.assessment.events import Happening
from guvoh.assessment.figures import relation
from guvoh.assessment.groundwork import Groundwork
from guvoh.assessment.proof import Contest, Tally, contest_notes
from guvoh.model import Modality
from guvoh.model.weighing import FigureRelation

_LONGEST = 160  # characters of a denial that are told


@dataclass(frozen=True, slots=True)
class Against:
    """What a source says against a figure: a smaller number of the same, or (no `value`) that it is not so."""

    statement: str
    origin: str
    by: str
    says: str
    value: float | None = None


Disputes: TypeAlias = Mapping[str, Sequence[Against]]
"""For each figure (statement id) what is said against it."""


def contested(one: Tally, disputes: Disputes, origins: Mapping[str, str]) -> Tally:
    """The tally with who contests what it counts, and with notes of that before all others: of a source one denial and
    each number once.

    `origins`: the source of each figure, which does not contest itself.
    """
    found: dict[tuple[str, float | None], Contest] = {}
    for line in one.used:
        for said in disputes.get(line.statement, ()):
            is_less = said.value is None or said.value < (line.value or 0)
            if is_less and said.origin != origins.get(line.statement):
                contest = Contest(line.statement, said.statement, said.by, said.says, denies=said.value is None)
                found.setdefault((said.by, said.value), contest)
    every = tuple(sorted(found.values(), key=lambda c: (not c.denies, c.by, c.says)))
    return replace(one, contested=every, notes=(*contest_notes(every), *one.notes))


def shortened(quote: str) -> str:
    """A denial as it is told in a note."""
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def disputes_in(laid: Groundwork, used: Collection[str], denials: Denials) -> Disputes:
    """What is said against some figures of groundwork, its denials being known."""
    out: dict[str, list[Against]] = defaultdict(list)
    for happening in laid.happenings:
        for told in happening.members:
            if told.id in used:
                out[told.id] += denied(told, denials.get(happening.id, ()))
                out[told.id] += [_against(other, laid) for other in _saying_less(told, happening)]
    return out


def denied(told: Told, denials: Sequence[Denial]) -> list[Against]:
    """What the denials of its event say against a figure."""
    return [Against(d.statement, d.origin, d.by, shortened(d.says)) for d in denials if d.is_of(told)]


def _saying_less(told: Told, happening: Happening) -> Iterator[Told]:
    for other in happening.members:
        if other.origin != told.origin and other.statement.modality is not Modality.DENIED and _is_less(other, told):
            pair = relation(*sorted((told, other), key=lambda t: t.order), same_event=True)
            if pair is not None and pair.relation is FigureRelation.CONFLICT:
                yield other


def _is_less(other: Told, told: Told) -> bool:
    """Whether it gives the smaller number: asked first, since relations take long."""
    counts = other.statement.count, told.statement.count
    number, mine = (claim(count) if count else None for count in counts)
    return number is not None and mine is not None and number < mine and other.unit == told.unit


def _against(other: Told, laid: Groundwork) -> Against:
    count = count_of(other)
    return Against(other.id, other.origin, laid.registry.sources[other.origin].name, count.words, claim(count))
