"""What weighing and tallying both stand on: entries, sources, reuse, origins and events of a set of findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.assessment.corpus import Entry, gather
from guvoh.assessment.dating import anchors, dated
from guvoh.assessment.discourse import with_acts
from guvoh.assessment.events import Happening, group
from guvoh.assessment.origins import Tracer, with_origin
from guvoh.assessment.reuse import Reuse, find_reuse
from guvoh.assessment.rulings import NONE, Rulings
from guvoh.assessment.sources import Registry, identify
from guvoh.assessment.telling import telling
from guvoh.assessment.watching import Step, Watch, begin, unwatched
from guvoh.model import Findings


@dataclass(frozen=True, slots=True)
class Groundwork:
    """The findings with everything that later steps look up."""

    entries: tuple[Entry, ...]
    registry: Registry
    reuse: Reuse
    tracer: Tracer
    happenings: tuple[Happening, ...]


def lay(findings: Sequence[Findings], rulings: Rulings = NONE, watch: Watch = unwatched) -> Groundwork:
    """Sources, passage reuse, origins and events of the findings, in an order of their own, as persons ruled."""
    begin(watch, Step.SOURCES)
    entries = gather(findings)
    registry = rulings.registry(identify(entries))
    begin(watch, Step.COPIES)
    reuse = find_reuse(entries)
    begin(watch, Step.ORIGINS)
    tracer = Tracer(entries, registry, reuse)
    known = anchors(entries)
    statements = with_acts([with_origin(dated(told, known), tracer) for told in telling(entries)])
    begin(watch, Step.EVENTS)
    happenings = rulings.happenings(group(statements, reuse), statements)
    return Groundwork(entries, registry, reuse, tracer, happenings)
