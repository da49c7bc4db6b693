"""Who denies what a tally counts: said beside each figure, since a claim that is denied still stands as a claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from guvoh.assessment.corpus import Told
from guvoh.assessment.groundwork import Groundwork
from guvoh.model import Modality

Denials: TypeAlias = Mapping[str, Mapping[str, str]]
"""For each event that is denied the sources that deny it: name by id."""


def denials_in(laid: Groundwork) -> Denials:
    """The denials of all events of groundwork."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for happening in laid.happenings:
        for told in happening.members:
            if told.statement.modality is Modality.DENIED:
                found[happening.id][told.origin] = laid.registry.sources[told.origin].name
    return found


def denied_by(told: Sequence[tuple[Told, str]], denials: Denials) -> Mapping[str, str]:
    """For each statement, given with its event, that a source other than its own denies: by whom, in words."""
    found = {}
    for one, event in told:
        names = sorted({name for ident, name in denials.get(event, {}).items() if ident != one.origin})
        if names:
            found[one.id] = f"denied by {', '.join(names)}"
    return found
