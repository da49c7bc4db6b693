"""What sources of a vault say against the figures that tallies count."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.assessment.corpus import Told
from guvoh.assessment.disputes import Against, contested, shortened
from guvoh.assessment.proof import Tally
from guvoh.custody import Counted, Vault
from guvoh.custody.browse import StatementItem
from guvoh.model import Modality
from guvoh.model.decisions import Review


def with_disputes(vault: Vault, tallies: Sequence[Tally], taken: Sequence[tuple[Counted, Told]]) -> tuple[Tally, ...]:
    """The tallies with who denies what they count, or gives a smaller number of the same. `taken`: their figures."""
    used = {line.statement for one in tallies for line in one.used}
    events = {one.statement.id: one.event for one, _ in taken if one.statement.id in used}
    denying, conflicts = vault.denying(set(events.values())), vault.conflicts(used)
    disputing = {ident: [*denying.get(events[ident], ()), *conflicts.get(ident, ())] for ident in events}
    items = vault.browse.items({other for some in disputing.values() for other in some})
    disputes = {
        ident: [_against(items[other]) for other in some if other in items and _stands(items[other])]
        for ident, some in disputing.items()
    }
    origins = {told.id: told.origin for _, told in taken}
    return tuple(contested(one, disputes, origins) for one in tallies)


def _stands(item: StatementItem) -> bool:
    return item.review is not Review.REJECTED


def _against(item: StatementItem) -> Against:
    by = item.source_name or item.publisher or item.path
    number = next((n for n in (item.best, item.low, item.high) if n is not None), None)
    if item.modality is Modality.DENIED or number is None:
        return Against(item.id, item.source or "", by, shortened(item.quote))
    return Against(item.id, item.source or "", by, item.words or "", number)
