"""What weighing and tallying both stand on: entries, sources, reuse, origins and events of a set of findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guvoh.assessment import matter_odds
from guvoh.assessment.collector import without_collector
from guvoh.assessment.corpus import Entry, gather
from guvoh.assessment.dating import anchors, dated
from guvoh.assessment.discourse import with_acts
from guvoh.assessment.events import Happening, group, wholes
from guvoh.assessment.lineage import document_pairs, repeating
from guvoh.assessment.origins import Tracer, with_origin
from guvoh.assessment.reuse import Reuse, find_reuse
from guvoh.assessment.rulings import NONE, Rulings
from guvoh.assessment.sources import Registry, identify
from guvoh.assessment.telling import telling
from guvoh.assessment.watching import Step, Watch, begin, unwatched
from guvoh.model import Findings
from guvoh.model.weighing import DocumentPair


@dataclass(frozen=True)
class Groundwork:
    """The findings with everything that later steps look up."""

    entries: tuple[Entry, ...]
    registry: Registry
    reuse: Reuse
    tracer: Tracer
    happenings: tuple[Happening, ...]

    @cached_property
    def whole(self) -> Mapping[str, str]:
        """For each event that is part of a larger one, that one."""
        return wholes(self.happenings)

    @cached_property
    def documents(self) -> tuple[DocumentPair, ...]:
        """How every two documents stand to each other: found once, for whatever is asked of the groundwork."""
        return self._pairs()

    @cached_property
    def repeats(self) -> frozenset[tuple[str, str]]:
        """The pairs of documents, by content key, of which one repeats the other."""
        keys = {path: entry.key for entry in self.entries for path in entry.paths}
        pairs = self.documents if "documents" in vars(self) else self._pairs(only_repeats=True)
        return frozenset((keys[p.a], keys[p.b]) for p in repeating(pairs) if keys[p.a] != keys[p.b])

    def _pairs(self, *, only_repeats: bool = False) -> tuple[DocumentPair, ...]:
        laid = self.happenings, self.entries, self.reuse, self.registry, self.whole
        return document_pairs(*laid, only_repeats=only_repeats)


@without_collector()
def lay(
    findings: Sequence[Findings], rulings: Rulings = NONE, watch: Watch = unwatched, *, put_together: bool = False
) -> Groundwork:
    """Sources, passage reuse, origins and events of the findings, in an order of their own, as persons ruled.

    `put_together`: a person set these documents side by side.
    """
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
    together = matter_odds.put_together(entries) if put_together else ()
    happenings = rulings.happenings(group(statements, reuse, together), statements)
    return Groundwork(entries, registry, reuse, tracer, happenings)
