"""From findings to what the sources say together. Pure; the order of the input does not matter."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.assessment.comparing import conflicting, pairs
from guvoh.assessment.events import tell, wholes
from guvoh.assessment.groundwork import lay
from guvoh.assessment.lineage import document_pairs
from guvoh.assessment.origins import origins
from guvoh.assessment.sums import sums
from guvoh.assessment.support import support
from guvoh.model import Findings
from guvoh.model.weighing import Weighed


def weigh(findings: Sequence[Findings]) -> Weighed:
    """Weigh findings of any number of documents against each other.

    The same findings in any order give an equal result. The same bytes under several paths count as one document.
    """
    laid = lay(findings)
    figures = pairs(laid.happenings)
    disputed = conflicting(figures)
    whole = wholes(laid.happenings)
    events = tuple(
        tell(h, whole.get(h.id), support(h.members, laid.registry, in_conflict=not disputed.isdisjoint(h.ids)))
        for h in laid.happenings
    )
    return Weighed(
        sources=tuple(laid.registry.sources[key] for key in sorted(laid.registry.sources)),
        origins=origins(laid.entries, laid.tracer),
        documents=document_pairs(laid.happenings, laid.entries, laid.reuse, laid.registry),
        events=events,
        figures=(*figures, *sums(laid.happenings)),
    )
