"""What weighing and tallying both stand on: entries, sources, reuse, origins and events of a set of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from guvoh.assessment import matter_odds
from guvoh.assessment.collector import without_collector
from guvoh.assessment.corpus import Entry, gather
from guvoh.assessment.dating import anchors, dated
from guvoh.assessment.discourse import with_acts
from guvoh.assessment.events import Happening, group, wholes
from guvoh.assessment.fingerprints import Match, across_languages
from guvoh.assessment.lineage import SMALL_SET, document_pairs, repeating
from guvoh.assessment.origins import Tracer, with_origin
from guvoh.assessment.reuse import Reuse, find_reuse
from guvoh.assessment.rulings import NONE, Rulings
from guvoh.assessment.sources import Registry, identify
from guvoh.assessment.telling import telling
from guvoh.assessment.threads import Claim, threads, told_twice
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
        return document_pairs(*self._laid, matches=self._matches)

    @cached_property
    def repeats(self) -> frozenset[tuple[str, str]]:
        """The pairs of documents, by content key, of which one repeats the other."""
        is_known = "documents" in vars(self)
        pairs = self.documents if is_known else document_pairs(*self._laid, matches=self._matches, only_repeats=True)
        return self._by_key(pairs)

    def repeats_for(self, claims: Iterable[Claim]) -> frozenset[tuple[str, str]]:
        """Those of the repeats that may make one claim of some of the claims; of others perhaps.

        Only the documents of a thread are set beside each other in which one number is told of several events, and each
        thread once, for whatever is asked.
        """
        if not {"documents", "repeats"}.isdisjoint(vars(self)) or len(self.entries) <= SMALL_SET:
            return self.repeats
        asked = told_twice(claims, self._thread_of)
        if fresh := asked - self._found.keys():
            self._found.update((thread, set()) for thread in fresh)
            for a, b in self._by_key(self._repeats_of({key for key, n in self._thread_of.items() if n in fresh})):
                self._found[self._thread_of[a]].add((a, b))
        return frozenset(pair for thread in asked for pair in self._found[thread])

    @property
    def _laid(self) -> tuple[Sequence[Happening], Sequence[Entry], Reuse, Registry, Mapping[str, str]]:
        return self.happenings, self.entries, self.reuse, self.registry, self.whole

    @cached_property
    def _matches(self) -> Mapping[tuple[str, str], Match]:
        return across_languages(self.entries)

    @cached_property
    def _thread_of(self) -> Mapping[str, int]:
        return threads(self.happenings, self.whole, self._matches)

    @cached_property
    def _found(self) -> dict[int, set[tuple[str, str]]]:
        """The repeats in each thread that was asked for."""
        return {}

    def _repeats_of(self, keys: AbstractSet[str]) -> tuple[DocumentPair, ...]:
        """The repeats among the documents of some threads, by content key."""
        happenings = [h for h in self.happenings if h.members[0].entry.key in keys]
        entries = [entry for entry in self.entries if entry.key in keys]
        matches = {pair: match for pair, match in self._matches.items() if pair[0] in keys}
        laid = happenings, entries, *self._laid[2:]
        return document_pairs(*laid, matches=matches, only_repeats=True, is_part=True)

    def _by_key(self, pairs: Iterable[DocumentPair]) -> frozenset[tuple[str, str]]:
        keys = {path: entry.key for entry in self.entries for path in entry.paths}
        return frozenset((keys[p.a], keys[p.b]) for p in repeating(pairs) if keys[p.a] != keys[p.b])


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
