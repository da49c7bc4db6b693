"""What sources of a vault say against the figures that tallies count."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from guvoh.assessment.corpus import Entry, Told, told
from guvoh.assessment.denials import Denials, denials_of
from guvoh.assessment.disputes import Against, contested, denied
from guvoh.assessment.parts import names_whole
from guvoh.assessment.proof import Tally
from guvoh.custody import Counted, Vault
from guvoh.custody.browse import StatementItem
from guvoh.model import Count, Document, Findings, Qualifier, Statement
from guvoh.model.decisions import Review

_NO_TEXT = Entry(Findings(Document("", "", "", "")), ("",))


def kept_denials(vault: Vault, events: Collection[str]) -> Denials:
    """What denies these events, by the rule by which weighing finds it, from the rows of their statements."""
    members = vault.denied(events)
    items = vault.browse.items({ident for some in members.values() for ident in some})
    found = {
        event: denials_of([_told(items[one]) for one in some if one in items], lambda said: _by(items[said.id]))
        for event, some in members.items()
    }
    return {event: some for event, some in found.items() if some}


def with_disputes(
    vault: Vault, tallies: Sequence[Tally], taken: Sequence[tuple[Counted, Told]], denials: Denials
) -> tuple[Tally, ...]:
    """The tallies with who denies what they count, or gives a smaller number of the same event. `taken`: their figures,
    `denials` those of their events."""
    used = {line.statement for one in tallies for line in one.used}
    figures = {one.statement.id: (one.event, figure) for one, figure in taken if one.statement.id in used}
    conflicts = vault.conflicts(used)
    items = vault.browse.items({other for some in conflicts.values() for other in some})
    disputes = {
        ident: [
            *denied(figure, denials.get(event, ())),
            *(_against(items[o]) for o in conflicts.get(ident, ()) if o in items and _is_said_of(event, items[o])),
        ]
        for ident, (event, figure) in figures.items()
    }
    origins = {told.id: told.origin for _, told in taken}
    return tuple(contested(one, disputes, origins) for one in tallies)


def _is_said_of(event: str, item: StatementItem) -> bool:
    return item.event == event and item.review is not Review.REJECTED


def _told(item: StatementItem) -> Told:
    """A statement as far as its row tells it: enough to know what is denied."""
    count = None
    if item.words:
        of = item.id if names_whole(item.words) else None  # of which whole does not matter
        span, unit = (item.start, item.end), item.unit or ""
        count = Count(_qualifier(item), item.words, unit, *span, item.low, item.best, item.high, of)
    statement = Statement(
        item.id, item.start, item.end, item.quote, item.kind, "", 0.0, (), item.act, count, item.stage,
        modality=item.modality,
    )  # fmt: skip
    is_own = item.source_name is not None and item.source_name == item.publisher
    return replace(told(statement, _NO_TEXT), origin=item.source or "", is_own=is_own)


def _qualifier(item: StatementItem) -> Qualifier:
    """How the number is hedged, as its bounds show it."""
    match item.low, item.best, item.high:
        case None, None, None:
            return Qualifier.VAGUE
        case None, None, _:
            return Qualifier.AT_MOST
        case None, _, _:
            return Qualifier.ABOUT
        case _, None, None:
            return Qualifier.AT_LEAST
        case low, _, high if low != high:
            return Qualifier.RANGE
    return Qualifier.EXACT


def _by(item: StatementItem) -> str:
    return item.source_name or item.publisher or item.path


def _against(item: StatementItem) -> Against:
    number = next((n for n in (item.best, item.low, item.high) if n is not None), None)
    return Against(item.id, item.source or "", _by(item), item.words or "", number)
