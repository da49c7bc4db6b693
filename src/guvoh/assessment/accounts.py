"""What each document tells of each event, and what two such accounts are compared by, worked out once for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guvoh.assessment import names
from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.crediting import with_cores
from guvoh.assessment.events import Happening
from guvoh.assessment.fingerprints import telling_numbers
from guvoh.assessment.mentions import name_under
from guvoh.assessment.outlets import is_short_for
from guvoh.assessment.reuse import Reuse, Spot
from guvoh.assessment.sides import Side, body_side
from guvoh.assessment.sources import Registry
from guvoh.assessment.times import day_bounds
from guvoh.model import SourceKind

TELLING_NUMBER = 10
"""Smaller numbers agree by chance."""
Number = tuple[str, float]
"""A number with its unit."""
_SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.OFFICIAL, SourceKind.NGO, SourceKind.WITNESS})
_HELD = 1 << 14  # accounts kept at hand: those of one event are asked for one after the other


@dataclass(frozen=True)
class View:
    """One document as it tells its events. `publisher` is the source that `signed`, the name under it, means.

    `called` are the names by which others may give something to its publisher; `shorts` the ends of its name, which are
    another's for whoever does not name it so.
    """

    entry: Entry
    signed: str
    publisher: str
    called: frozenset[str]
    told: Mapping[str, tuple[Told, ...]]
    shorts: frozenset[str] = frozenset()

    @cached_property
    def path(self) -> str:
        """The path that stands for it."""
        return self.entry.document.path

    @cached_property
    def language(self) -> str | None:
        """The language of the document."""
        return self.entry.document.language

    @cached_property
    def numbers(self) -> frozenset[Number]:
        """The telling numbers with their units."""
        return _numbers([m for members in self.told.values() for m in members])

    @cached_property
    def day(self) -> int | None:
        """The first day on which it may have been published."""
        return day_bounds(self.entry.document.published)[0]

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """The people and bodies with names whose words it reports."""
        spelled = (s.name for s in self.entry.findings.sources if s.kind in _SPEAKERS)
        return tuple(name for name in spelled if not names.is_anonymous(name))

    @cached_property
    def side(self) -> Side:
        """The side of its publisher."""
        return body_side(self.signed)

    @cached_property
    def figures(self) -> frozenset[float]:
        """The telling numbers of any unit, whether or not they are of an event."""
        return telling_numbers(self.entry)


def views(happenings: Sequence[Happening], entries: Sequence[Entry], registry: Registry) -> dict[str, View]:
    """Each document with what it tells of each event, by content key."""
    by_document: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for happening in happenings:
        for member in happening.members:
            by_document[member.entry.key][happening.id].append(member)
    called: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]] = {}
    out = {}
    for entry in entries:
        signed = name_under(entry.document)
        who = registry.of(entry.key, signed), signed
        if who not in called:
            source = registry.sources[who[0]]
            every = {source.name, *source.aliases, signed}
            shorts = {name for name in every if any(is_short_for(name, whole) for whole in every)}
            called[who] = with_cores(frozenset(every - shorts)), frozenset(shorts)
        told = {event: tuple(members) for event, members in by_document[entry.key].items()}
        out[entry.key] = View(entry, signed, who[0], called[who][0], told, called[who][1])
    return out


@dataclass(frozen=True, slots=True)
class Account:
    """What one document tells of one event, or of several. `is_own`: it names no source for anything of it.

    `numbers` are the telling numbers with their units, `figures` those of any unit; `passages` the copied ones by root;
    `through` the sources from or through whom it has all of it.
    """

    told: tuple[Told, ...]
    is_own: bool
    through: frozenset[str]
    lines: frozenset[str]
    passages: frozenset[Spot]
    numbers: frozenset[Number]
    figures: frozenset[float]


def account(told: Sequence[Told], reuse: Reuse) -> Account:
    """The account that the statements give."""
    claimed = (claim(m.statement.count) for m in told if m.statement.count)
    return Account(
        tuple(told),
        bool(told) and all(m.is_own for m in told),
        frozenset.intersection(*(frozenset((m.origin, *m.via)) for m in told)) if told else frozenset(),
        frozenset(m.line for m in told),
        frozenset(root for m in told if (root := reuse.root(m.entry.key, m.statement.start)) is not None),
        _numbers(told),
        frozenset(n for n in claimed if n is not None and n >= TELLING_NUMBER),
    )


class Accounts:
    """Makes accounts, and keeps some at hand."""

    def __init__(self, reuse: Reuse) -> None:
        self._reuse = reuse
        self._held: dict[tuple[str, tuple[str, ...]], Account] = {}

    def of(self, view: View, events: tuple[str, ...]) -> Account:
        """What the document tells of the events."""
        key = (view.entry.key, events)
        found = self._held.get(key)
        if found is None:
            told = {m.id: m for event in events for m in view.told[event]}
            if len(self._held) >= _HELD:
                self._held.clear()
            found = self._held[key] = account(tuple(told.values()), self._reuse)
        return found


def _numbers(told: Sequence[Told]) -> frozenset[Number]:
    counts = ((m.unit, claim(m.statement.count)) for m in told if m.statement.count)
    return frozenset((unit, n) for unit, n in counts if unit and n is not None and n >= TELLING_NUMBER)
