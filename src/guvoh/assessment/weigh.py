"""From findings to what the sources say together, in nine steps. Pure; the order of the input does not matter."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.assessment.comparing import conflicting, pairs
from guvoh.assessment.corpus import gather, telling
from guvoh.assessment.events import group, tell, wholes
from guvoh.assessment.lineage import document_pairs
from guvoh.assessment.origins import Tracer, origins, with_origin
from guvoh.assessment.reuse import find_reuse
from guvoh.assessment.sources import identify
from guvoh.assessment.sums import sums
from guvoh.assessment.support import support
from guvoh.model import Findings
from guvoh.model.weighing import Weighed


def weigh(findings: Sequence[Findings]) -> Weighed:
    """Weigh findings of any number of documents against each other.

    The same findings in any order give an equal result. The same bytes under several paths count as one document.
    """
    entries = gather(findings)
    registry = identify(entries)
    reuse = find_reuse(entries)
    tracer = Tracer(entries, registry, reuse)
    statements = [with_origin(told, tracer) for told in telling(entries)]
    happenings = group(statements, reuse)
    figures = pairs(happenings)
    disputed = conflicting(figures)
    whole = wholes(happenings)
    events = tuple(
        tell(h, whole.get(h.id), support(h.members, registry, in_conflict=any(m.id in disputed for m in h.members)))
        for h in happenings
    )
    return Weighed(
        sources=tuple(registry.sources[key] for key in sorted(registry.sources)),
        origins=origins(entries, tracer),
        documents=document_pairs(happenings, entries, reuse, registry),
        events=events,
        figures=(*figures, *sums(happenings)),
    )
