"""The origin of each statement: who said it first, and through whom it came."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from guvoh.assessment import names
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.credits import Credit
from guvoh.assessment.mentions import name_under
from guvoh.assessment.reuse import Reuse, Spot
from guvoh.assessment.sides import Side, body_side
from guvoh.assessment.sources import Registry
from guvoh.model import Count, Link, SourceKind, Statement
from guvoh.model.weighing import Origin


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one statement comes from. `line` is what two traces share when they are not independent."""

    origin: str
    via: tuple[str, ...]
    line: str
    why: tuple[str, ...]


class Tracer:
    """Finds origins; knows all documents, since a copy takes the origin of what it copies."""

    def __init__(self, entries: Sequence[Entry], registry: Registry, reuse: Reuse) -> None:
        self._registry = registry
        self._reuse = reuse
        self._entries = {entry.key: entry for entry in entries}
        self._credits = {entry.key: _outside(entry, registry) for entry in entries}
        self._at: dict[Spot, list[Statement]] = defaultdict(list)
        for entry in entries:
            for statement in entry.findings.statements:
                root = reuse.root(entry.key, statement.start)
                if root is not None and root[0] == entry.key:
                    self._at[root].append(statement)

    def trace(self, statement: Statement, entry: Entry) -> Trace:
        """The origin of a statement of `entry`."""
        spoken = self._spoken(statement, entry)
        if spoken and not names.is_anonymous(spoken[0].name):
            return self._named(spoken, entry)
        if copied := self._copied(statement, entry):
            return copied
        if spoken:
            return self._unnamed(spoken, entry)
        return self._unattributed(entry)

    def _spoken(self, statement: Statement, entry: Entry) -> list[Link]:
        publisher = name_under(entry.document)
        links = (ln for ln in statement.attribution if ln.kind is not SourceKind.PUBLISHER and ln.name != publisher)
        return [link for link in links if not speaks_of_itself(link.name, publisher, statement.quote)]

    def _ids(self, links: Iterable[Link], entry: Entry) -> list[str]:
        ids = [self._registry.of(entry.key, link.name) for link in links]
        return list(dict.fromkeys([*ids, self.publisher(entry)]))

    def publisher(self, entry: Entry) -> str:
        """The source id of the document's publisher."""
        return self._registry.of(entry.key, name_under(entry.document))

    def _named(self, links: Sequence[Link], entry: Entry) -> Trace:
        origin, *via = self._ids(links, entry)
        why = f"the text gives it to {links[0].name}" + (f", through {links[1].name}" if len(links) > 1 else "")
        return Trace(origin, tuple(via), origin, (why,))

    def _unnamed(self, links: Sequence[Link], entry: Entry) -> Trace:
        origin, *via = self._ids(links, entry)
        bodies = [link for link in links[1:] if not names.is_anonymous(link.name)]
        line = self._registry.of(entry.key, bodies[0].name) if bodies else self.publisher(entry)
        why = "the text gives it to a source without a name, which is not known to be anyone else's"
        return Trace(origin, tuple(via), line, (why,))

    def _copied(self, statement: Statement, entry: Entry) -> Trace | None:
        root = self._reuse.root(entry.key, statement.start)
        if root is None or root[0] == entry.key:
            return None
        first = self._entries[root[0]]
        twin = next((s for s in self._at[root] if _alike(s, statement)), None)
        found = self.trace(twin, first) if twin else self._unattributed(first)
        via = [v for v in (*found.via, self.publisher(first), self.publisher(entry)) if v != found.origin]
        why = f"the passage repeats one of {first.document.path}"
        return Trace(found.origin, tuple(dict.fromkeys(via)), found.line, (why, *found.why))

    def _unattributed(self, entry: Entry) -> Trace:
        publisher = self.publisher(entry)
        for credit in self._credits[entry.key]:
            origin = self._registry.of(entry.key, credit.name)
            return Trace(origin, (publisher,), origin, (f"the document credits its text: “{credit.words}”",))
        return Trace(publisher, (), publisher, ("the text names no source, so it stands with the publisher",))


def speaks_of_itself(name: str, publisher: str, quote: str) -> bool:
    """Whether a source is the body that publishes: "the Consulate" on its own page, "this comparison", "our lists"."""
    if _calls_its_own(name, quote):
        return True
    if body_side(publisher) is Side.OPEN:
        return False
    said, own = names.words(name), names.words(publisher)
    return bool(said) and (set(said) <= set(own) or "".join(said) == names.initials(publisher))


def _calls_its_own(name: str, quote: str) -> bool:
    here = name.lower() in quote.lower()  # most names stand in no quote: no pattern is made for those
    return here and bool(re.search(rf"(?i)\b(?:this|these|our|own)\s+(?:\w+\s+)?{re.escape(name)}\b", quote))


def _outside(entry: Entry, registry: Registry) -> tuple[Credit, ...]:
    own = registry.of(entry.key, name_under(entry.document))
    return tuple(c for c in registry.credited(entry.key) if registry.of(entry.key, c.name) != own)


def _alike(a: Statement, b: Statement) -> bool:
    if a.act != b.act or (a.count is None) != (b.count is None):
        return False
    if a.count is None or b.count is None:
        return True
    return _value(a.count) == _value(b.count)


def _value(count: Count) -> tuple[float | None, float | None, float | None, str]:
    return count.low, count.best, count.high, count.unit


def origins(entries: Sequence[Entry], tracer: Tracer) -> tuple[Origin, ...]:
    """The origin of every statement, under every path its document was given."""
    out = []
    for entry in entries:
        for statement in entry.findings.statements:
            trace = tracer.trace(statement, entry)
            out += [Origin(statement.id, path, trace.origin, trace.via, trace.why) for path in entry.paths]
    return tuple(sorted(set(out), key=lambda o: (o.path, o.statement)))


def with_origin(told: Told, tracer: Tracer) -> Told:
    """The statement as weighed with its origin filled in."""
    trace = tracer.trace(told.statement, told.entry)
    is_own = not trace.via and trace.origin == tracer.publisher(told.entry)
    return replace(told, origin=trace.origin, via=trace.via, line=trace.line, is_own=is_own)
