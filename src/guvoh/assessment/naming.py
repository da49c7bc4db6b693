"""What the names of one more document change in who is who."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from guvoh.assessment.corpus import Entry
from guvoh.assessment.credits import Credit, credit_lines
from guvoh.assessment.known import hashed
from guvoh.assessment.mentions import Body, Mention, mentions
from guvoh.assessment.shelf import Row, Shelf
from guvoh.assessment.sources import bonds, identified
from guvoh.assessment.speakers import Bodies, bodies_of
from guvoh.model import SourceKind
from guvoh.model.weighing import Source

_KIND = "name"
_OF = "names of"
_BONDS = 9  # where a row's data lists the keys that may make it one with others


@dataclass(frozen=True, slots=True)
class Naming:
    """The sources that may have changed, as they were and as they are, and what each name means before and after.

    `spoke` and `speak`: for which bodies persons among them spoke, and do.
    """

    was: Mapping[str, Source]
    now: Mapping[str, Source]
    meant: Mapping[tuple[str, str], str]
    means: Mapping[tuple[str, str], str]
    spoke: Bodies
    speak: Bodies
    rows: tuple[Row, ...]
    outdated: frozenset[str]

    def moved(self) -> set[str]:
        """The documents in which some name now means another source."""
        return {key[0] for key, source in self.means.items() if self.meant.get(key, source) != source}

    def renamed(self) -> set[str]:
        """The sources that are still there but show another name or kind, or speak for another body."""
        both = self.was.keys() & self.now.keys()
        return {i for i in both if _shown(self.was[i], self.spoke) != _shown(self.now[i], self.speak)}


def _shown(source: Source, bodies: Bodies) -> tuple[str, SourceKind, frozenset[str]]:
    return source.name, source.kind, bodies.get(source.id, frozenset())


def credits_of(entries: Iterable[Entry]) -> dict[str, tuple[Credit, ...]]:
    """The credit lines of documents that have any, by content key."""
    return {entry.key: found for entry in entries if (found := credit_lines(entry.document))}


def name_anew(shelf: Shelf, entries: Sequence[Entry]) -> Naming:
    """Read the names of the entries among all those that they may be one with."""
    credited = credits_of(entries)
    fresh = [list(mentions(entry, credited.get(entry.key, ()))) for entry in entries]
    rows = [row for named in fresh for row in name_rows(named)]
    earlier = _reached(shelf, {key for row in rows for key in row.keys})
    own = {entry.key for entry in entries}
    was = [mention for mention in map(_mention, earlier) if mention]
    now = [m for m in was if m.document not in own] + [m for named in fresh for m in named]
    (sources_was, meant), (sources_now, means) = identified(was), identified(now)
    outdated = {r.id for r in earlier if _mention(r).document in own} - {r.id for r in rows}
    bodies = bodies_of(was, meant), bodies_of(now, means)
    return Naming(sources_was, sources_now, meant, means, *bodies, tuple(rows), frozenset(outdated))


def _reached(shelf: Shelf, keys: set[str]) -> list[Row]:
    """Every kept name that shares a key with these, directly or over others."""
    found: dict[str, Row] = {}
    asked: set[str] = set()
    while fresh := keys - asked:
        asked |= fresh
        new = [row for row in shelf.with_keys(_KIND, sorted(fresh)) if row.id not in found]
        found |= {row.id: row for row in new}
        keys = {key for row in new for key in json.loads(row.data)[_BONDS]}
    return list(found.values())


def name_rows(named: Sequence[Mention]) -> Iterator[Row]:
    """The names of one document as the shelf keeps them, found by what may make them one with others."""
    bound = bonds(named)
    for m in named:
        keys = sorted({hashed("bond", *key) for key in bound[m.name]})
        bodies = list(map(astuple, m.bodies))
        data = [m.document, m.name, m.kind, m.role, m.aliases, m.country, m.meant, bodies, m.publishes, keys]
        every = (hashed(_OF, m.document), *keys)
        yield Row(_KIND, hashed("name", m.document, m.name), every, json.dumps(data))


def _mention(row: Row) -> Mention:
    document, name, kind, role, aliases, country, meant, bodies, publishes, _ = json.loads(row.data)
    spoken_for = tuple(Body(*body) for body in bodies)
    return Mention(
        document, name, SourceKind(kind), role, tuple(aliases), country, meant, spoken_for, publishes=publishes
    )
