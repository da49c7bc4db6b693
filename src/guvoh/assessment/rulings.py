"""What persons decided about sources, events and figures, laid over what weighing makes of them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guvoh.assessment.corpus import Told
from guvoh.assessment.events import Happening, gathered
from guvoh.assessment.joined_sources import Ids, join, known_source, names_of, part
from guvoh.assessment.lasting import lasting_ids
from guvoh.assessment.sources import Registry
from guvoh.model.decisions import Decision, DecisionKind, standing
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import Event, FigurePair, FigureRelation, Source

_OBEYED = frozenset(
    {
        DecisionKind.GROUP,
        DecisionKind.SEPARATE,
        DecisionKind.NAME,
        DecisionKind.NEST,
        DecisionKind.IDENTIFY,
        DecisionKind.DISTINGUISH,
        DecisionKind.GRADE,
        DecisionKind.RELATE,
    }
)

_FAR_REACHING = _OBEYED - {DecisionKind.NAME, DecisionKind.NEST, DecisionKind.GRADE}


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions that weighing obeys, in order, and the event of each statement when it was weighed last.

    With no decision and nothing weighed before, every method gives back what it was given.
    """

    decisions: tuple[Decision, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)

    def of(self, *kinds: DecisionKind) -> Iterator[Decision]:
        """The decisions of the kinds, in order."""
        return (d for d in self.decisions if d.kind in kinds)

    @property
    def needs_all(self) -> bool:
        """Whether the decisions reach so far that only weighing everything obeys them."""
        return any(self.of(*_FAR_REACHING))

    # ---- sources

    def registry(self, registry: Registry) -> Registry:
        """The sources, joined and parted as persons decided."""
        decided = list(self.of(DecisionKind.IDENTIFY, DecisionKind.DISTINGUISH))
        if not decided:
            return registry

        def rule(sources: dict[str, Source], ids: Ids) -> None:
            for decision in decided:
                (join if decision.kind is DecisionKind.IDENTIFY else part)(decision, sources, ids)

        return registry.ruled(rule)

    def grades(self, sources: Iterable[Source], gone: frozenset[str] | None = None) -> dict[str, str]:
        """How reliable persons hold sources to be, by source id; one that goes by another id now lends it its grade.

        `gone`: of some of the sources only, the ids that are no more; others keep what was graded.
        """
        graded = [d for d in self.of(DecisionKind.GRADE) if "reliability" in d.all_values()]
        if not graded:
            return {}
        known = {source.id: source for source in sources}
        out: dict[str, str] = {}
        for decision in graded:
            if gone is not None and decision.subjects[0] not in gone and decision.subjects[0] not in known:
                continue
            found = known_source(decision.subjects[0], names_of(decision)[0], known)
            if found:
                out[found] = decision.value("reliability") or ""
        return out

    # ---- events

    def happenings(self, happenings: Sequence[Happening], statements: Sequence[Told]) -> tuple[Happening, ...]:
        """The events, regrouped as persons decided, each under the id it had while most of its statements stay."""
        decided = list(self.of(DecisionKind.GROUP, DecisionKind.SEPARATE))
        if not decided and not self.before and not any(self.of(DecisionKind.NAME, DecisionKind.NEST)):
            return tuple(happenings)
        table = _Groups(happenings, statements)
        for decision in decided:
            table.obey(decision)
        return _under_known_ids(table.result(), self.known_events())

    def known_events(self) -> dict[str, str]:
        """The event that each statement was of: when last weighed, else when a person decided on that event."""
        out: dict[str, str] = {}
        for decision in self.of(DecisionKind.GROUP, DecisionKind.SEPARATE, DecisionKind.NAME, DecisionKind.NEST):
            of_event = decision.kind in (DecisionKind.NAME, DecisionKind.NEST)
            about = decision.subjects[0] if of_event else decision.value("event")
            out |= dict.fromkeys(decision.value("members") or (), about) if about else {}
            if decision.value("part_of"):
                out |= dict.fromkeys(decision.value("larger") or (), decision.value("part_of"))
        return out | dict(self.before)

    def events(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """The events by the names that persons gave them, and in the larger ones that they placed them in."""
        decided = list(self.of(DecisionKind.NAME, DecisionKind.NEST))
        if not decided:
            return tuple(events)
        by_id = {event.id: event for event in events}
        home = {statement: event.id for event in events for statement in event.statements}
        for decision in decided:
            ident = _event(decision.subjects[0], decision.value("members"), by_id, home)
            if ident is None:
                continue
            if decision.kind is DecisionKind.NAME:
                by_id[ident] = replace(by_id[ident], title=decision.value("title"))
                continue
            larger = decision.value("part_of")
            whole = _event(larger, decision.value("larger"), by_id, home) if larger else None
            if whole is None or not _is_within(whole, ident, by_id):
                by_id[ident] = replace(by_id[ident], part_of=whole)
        return tuple(by_id[event.id] for event in events)

    def retold(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Some of the events, which go by lasting ids, by the names that persons gave them and in their larger ones."""
        told = {event.id: event for event in events}
        for decision in self.of(DecisionKind.NAME, DecisionKind.NEST):
            event = told.get(decision.subjects[0])
            if event is not None and decision.kind is DecisionKind.NAME:
                told[event.id] = replace(event, title=decision.value("title"))
            elif event is not None:
                told[event.id] = replace(event, part_of=decision.value("part_of"))
        return tuple(told[event.id] for event in events)

    # ---- figures

    def figures(self, pairs: Sequence[FigurePair], happenings: Sequence[Happening]) -> tuple[FigurePair, ...]:
        """The relations of the figures of the events, those that a person overruled in that person's words."""
        decided = list(self.of(DecisionKind.RELATE))
        if not decided:
            return tuple(pairs)
        known = {m.id for h in happenings for m in h.members}
        out = {frozenset({p.a, p.b}): p for p in pairs}
        for decision in decided:
            a, b = decision.subjects
            relation = decision.value("relation")
            out.pop(frozenset({a, b}), None)
            if relation and {a, b} <= known:
                why = (f"decided by {decision.by_name}", *((decision.note,) if decision.note else ()))
                out[frozenset({a, b})] = FigurePair(a, b, FigureRelation(relation), why)
        return tuple(sorted(out.values(), key=lambda p: (p.a, p.b)))


NONE = Rulings()
"""Nobody decided anything."""


def rulings(decisions: Sequence[Decision], before: Mapping[str, str] | None = None) -> Rulings:
    """What weighing obeys of a vault's decisions. `before`: the event of each statement when last weighed."""
    return Rulings(tuple(d for d in standing(tuple(decisions)) if d.kind in _OBEYED), before or {})


class _Groups:
    """Statements by event while persons' groupings are laid over them."""

    def __init__(self, happenings: Sequence[Happening], statements: Sequence[Told]) -> None:
        self._told = {t.id: t for t in statements}
        self._made = list(happenings)
        self._groups: dict[int, set[str]] = {i: {m.id for m in h.members} for i, h in enumerate(happenings)}
        self._home = {m.id: i for i, h in enumerate(happenings) for m in h.members}
        self._changed: set[int] = set()
        self._by_hand: set[int] = set()

    def obey(self, decision: Decision) -> None:
        """Move the statements decided on."""
        mine = [s for s in decision.subjects if s in self._told]
        others = [s for s in decision.value("members") or () if s in self._home and s not in set(mine)]
        at = self._most(others)
        if decision.kind is DecisionKind.GROUP:
            into = at if at is not None else self._new() if len(mine) > 1 else None
            if into is not None:
                self._by_hand.add(into)
                for key in mine:
                    self._move(key, into)
            return
        outside: int | None = None
        for key in mine:
            if at is not None and self._home.get(key) == at:
                outside = self._new() if outside is None else outside
                self._move(key, outside)

    def _most(self, statements: Sequence[str]) -> int | None:
        """The event that most of the statements are in."""
        held = Counter(self._home[s] for s in statements)
        return min(held, key=lambda i: (-held[i], i), default=None)

    def _new(self) -> int:
        number = len(self._groups)
        self._groups[number] = set()
        return number

    def _move(self, key: str, into: int) -> None:
        if self._home.get(key) == into:
            return
        if key in self._home:
            self._groups[self._home[key]].discard(key)
            self._changed.add(self._home[key])
        self._groups[into].add(key)
        self._home[key] = into
        self._changed.add(into)

    def result(self) -> list[Happening]:
        """The events now, those that changed made anew."""
        anew = self._changed | self._by_hand
        out = [h for i, h in enumerate(self._made) if i not in anew]
        for number in sorted(anew):
            members = sorted((self._told[key] for key in self._groups[number]), key=lambda t: t.order)
            if members:
                out.append(gathered(members, by_hand=number in self._by_hand))
        return out


def _under_known_ids(made: Sequence[Happening], before: Mapping[str, str]) -> tuple[Happening, ...]:
    """Each event by its lasting id (see lasting.lasting_ids), in the order of those."""
    distinct = _distinct(made)
    ids = lasting_ids([(one.id, [m.id for m in one.members]) for one in distinct], before)
    named = (replace(one, id=ids[one.id]) if ids[one.id] != one.id else one for one in distinct)
    return tuple(sorted(named, key=lambda h: h.id))


def _distinct(made: Sequence[Happening]) -> list[Happening]:
    """The events, a second one of an id that another has by one of its own."""
    seen: set[str] = set()
    out = []
    for one in made:
        own = one.id if one.id not in seen else framed_hash("event of a person", *sorted(one.ids))[:32]
        seen.add(own)
        out.append(replace(one, id=own) if own != one.id else one)
    return out


def _event(
    ident: str, members: Sequence[str] | None, events: Mapping[str, Event], home: Mapping[str, str]
) -> str | None:
    """The event of that id, else the one that most of its statements are in now."""
    if ident in events:
        return ident
    held = Counter(home[m] for m in members or () if m in home)
    return min(held, key=lambda key: (-held[key], key), default=None)


def _is_within(ident: str | None, whole: str, events: Mapping[str, Event]) -> bool:
    """Whether an event is the other or lies in it, which must not lie in the first too."""
    seen: set[str] = set()
    while ident is not None and ident not in seen and ident in events:
        if ident == whole:
            return True
        seen.add(ident)
        ident = events[ident].part_of
    return False
