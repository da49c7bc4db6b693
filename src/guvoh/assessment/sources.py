"""One identity per source across documents; sources without a name stay apart, document by document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy

from guvoh.assessment import names
from guvoh.assessment.corpus import Entry
from guvoh.assessment.credits import Credit, credit_lines
from guvoh.assessment.mentions import KIND_ORDER, Key, Mention, is_person, mentions
from guvoh.assessment.outlets import bonds_of_outlet, in_short
from guvoh.assessment.speakers import Bodies, bodies_of, bonds_of
from guvoh.extraction.attribution.identities import another_role
from guvoh.model import SourceKind
from guvoh.model.identity import framed_hash
from guvoh.model.weighing import Source

NOBODY: Bodies = {}
"""Nobody speaks for another."""


class Registry:
    """Which source a name in a document means, and in `bodies` for which body a person speaks."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        ids: Mapping[tuple[str, str], str],
        credited: Mapping[str, tuple[Credit, ...]],
        bodies: Bodies = NOBODY,
    ) -> None:
        self.sources = dict(sources)
        self.bodies = bodies
        self._ids = dict(ids)
        self._credited = credited

    def credited(self, document: str) -> tuple[Credit, ...]:
        """The credit lines of a document (content key)."""
        return self._credited.get(document, ())

    def of(self, document: str, name: str) -> str:
        """The source id of a name that the document `document` (content key) uses."""
        return self._ids[document, name]

    def find(self, document: str, name: str) -> str | None:
        """The same, or None for a name that the document does not use as a source."""
        return self._ids.get((document, name))

    def kind(self, source: str) -> SourceKind:
        """The kind of a source by id."""
        return self.sources[source].kind

    def ruled(self, ruling: Callable[[dict[str, Source], dict[tuple[str, str], str]], None]) -> Registry:
        """The same after `ruling` has joined or parted sources: by id, and the ids by document and name."""
        sources, ids = dict(self.sources), dict(self._ids)
        ruling(sources, ids)
        became: dict[str, set[str]] = defaultdict(set)
        for use, source in self._ids.items():
            became[source].add(ids[use])
        changed = copy(self)
        changed.sources, changed._ids = sources, ids  # noqa: SLF001 - a registry of one's own
        changed.bodies = {
            person: frozenset(now for body in bodies for now in became.get(body, {body}))
            for was, bodies in self.bodies.items()
            for person in became[was]
        }
        return changed


def identify(entries: Sequence[Entry]) -> Registry:
    """Every source that the entries name, each once, with all names it goes by."""
    credited = {entry.key: found for entry in entries if (found := credit_lines(entry.document))}
    named = [mention for entry in entries for mention in mentions(entry, credited.get(entry.key, ()))]
    sources, ids = identified(named)
    return Registry(sources, ids, credited, bodies_of(named, ids))


def identified(named: Sequence[Mention]) -> tuple[dict[str, Source], dict[tuple[str, str], str]]:
    """The sources that the mentions mean, and which of them each name of a document means."""
    keys = _Keys(named)
    groups: dict[Key, list[Mention]] = defaultdict(list)
    for mention in named:
        groups[keys.root(mention)].append(mention)
    ids: dict[tuple[str, str], str] = {}
    sources: dict[str, Source] = {}
    for root in sorted(groups):
        source = _source(root, groups[root])
        sources[source.id] = source
        ids |= {(m.document, m.name): source.id for m in groups[root]}
    return sources, ids


def bonds(named: Sequence[Mention]) -> dict[str, set[Key]]:
    """For each name that one document uses, the keys through which its source may be one with another document's.

    Mentions that share no key, directly or over others, are never one source, and do not change what others mean.
    """
    out = {mention.name: set(_bonds(mention)) for mention in named}
    full = {m.name: short for m in named if (short := names.initials(m.name)) and not is_person(m)}
    for mention in named:
        if mention.name.isupper():
            for name in (name for name, short in full.items() if short == mention.name.casefold()):
                out[mention.name] |= out[name]
    given = _given_names(named)
    for mention in (m for m in named if is_person(m)):
        surname, first = names.person_key(mention.name)
        whole = given.get((mention.document, surname)) if not first else None
        if whole is not None:
            out[mention.name].add(("surname", whole[0]))
    return out


def _bonds(mention: Mention) -> Iterator[Key]:
    yield from bonds_of(mention)
    yield from bonds_of_outlet(mention)
    if mention.meant:
        yield mention.key
    for name in (mention.name, *mention.aliases):
        one = mention.called(name)
        if one.kind is not SourceKind.PUBLISHER and names.is_anonymous(name):
            continue
        if one.kind is SourceKind.PUBLISHER:
            yield ("outlet", names.bag(name))
        if not is_person(one):
            yield one.key
            continue
        yield one.key  # what it is where an outlet of that name publishes
        yield ("outlet", names.bag(name))
        surname, given = names.person_key(name)
        yield ("surname", surname)
        if len(given) > 1:
            yield ("full name", *_either_order(surname, given))


class _Keys:
    """Puts keys that mean one source together: exact key, surname within a document, aliases, abbreviations."""

    def __init__(self, named: Sequence[Mention]) -> None:
        self._parent: dict[Key, Key] = {}
        self._sides = _sides(named)
        self._full = _full_names(named)
        self._given = _given_names(named)
        self._spelled = _spelled(named)
        self._publishers = {names.bag(m.name) for m in named if m.kind is SourceKind.PUBLISHER}
        meant = in_short(named)
        self._key = {(m.document, m.name): self._own(meant.get((m.document, m.name), m)) for m in named}
        for mention in named:
            for alias in mention.aliases:
                self._alias(mention, alias)
        self._abbreviations(named)

    def root(self, mention: Mention) -> Key:
        """The key of the source that the mention means."""
        return self._find(self._key[mention.document, mention.name])

    def _own(self, mention: Mention) -> Key:
        if mention.kind is SourceKind.PUBLISHER and mention.name == "publisher not stated":
            return ("unnamed", mention.document, "publisher")
        if mention.kind is not SourceKind.PUBLISHER and not mention.meant and names.is_anonymous(mention.name):
            return ("unnamed", mention.document, names.fold(mention.name))
        is_outlet = names.bag(mention.name) in self._publishers  # "Ural Courier" is no person where it publishes
        return self._person(mention) if is_person(mention) and not is_outlet else mention.key

    def _person(self, mention: Mention) -> Key:
        surname, given = names.person_key(mention.name)
        whole = self._by_given_name(mention, surname) if not given else None
        if whole is not None:
            surname, given = whole
        if len(given) < 2:  # a surname alone or with an initial
            here = {g for g in self._full.get((mention.document, surname), ()) if g.startswith(given)}
            anywhere = {g for g in self._full.get(("", surname), ()) if g.startswith(given)}
            known = here if len(here) == 1 else anywhere if len(anywhere) == 1 and not here else set()
            if not known:
                return ("person", surname, given, mention.document)
            given = next(iter(known))
        both = _either_order(surname, given)
        side = _side(mention) if len(self._sides.get(both, ())) > 1 else ""
        return ("person", *both, side, *(_spelling(mention) if len(self._spelled.get(both, ())) > 1 else ()))

    def _by_given_name(self, mention: Mention, name: str) -> tuple[str, str] | None:
        """Who is meant by a first name ("Azhari" for Azhari Mokhtar), where a page names one such person in full."""
        if self._full.get((mention.document, name)):
            return None  # it is the surname of somebody
        surname, given, role = self._given.get((mention.document, name), ("", "", None))
        if not given or another_role(mention.role, role):
            return None  # "Ali, a porter" is not "lawyer Ali Karimov"
        return surname, given

    def _alias(self, mention: Mention, alias: str) -> None:
        if names.is_anonymous(alias):
            return
        key = self._own(mention.called(alias))
        if key[0] == self._key[mention.document, mention.name][0]:
            self._join(key, self._key[mention.document, mention.name])

    def _abbreviations(self, named: Sequence[Mention]) -> None:
        bodies = [m for m in named if self._key[m.document, m.name][0] == "body"]
        spelled: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for mention in bodies:
            if short := names.initials(mention.name):
                spelled[mention.document, short].add(self._key[mention.document, mention.name])
        for mention in bodies:
            full = spelled.get((mention.document, mention.name.casefold()), set())
            if mention.name.isupper() and len(full) == 1:
                self._join(next(iter(full)), self._key[mention.document, mention.name])

    def _find(self, key: Key) -> Key:
        while (parent := self._parent.get(key, key)) != key:
            key = parent
        return key

    def _join(self, a: Key, b: Key) -> None:
        first, second = sorted((self._find(a), self._find(b)), key=lambda k: (-len(" ".join(k)), k))
        if first != second:
            self._parent[second] = first


def _full_names(named: Sequence[Mention]) -> dict[tuple[str, str], set[str]]:
    """Given names by (document or "" for all, surname)."""
    table: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in named:
        if is_person(mention) and not names.is_anonymous(mention.name):
            surname, given = names.person_key(mention.name)
            if len(given) > 1:
                table[mention.document, surname].add(given)
                table["", surname].add(given)
    return table


def _given_names(named: Sequence[Mention]) -> dict[tuple[str, str], tuple[str, str, str | None]]:
    """Surname, given name and role by (document, stem of the given name), of the one person of the document with it."""
    table: dict[tuple[str, str], dict[tuple[str, str], str | None]] = defaultdict(dict)
    for mention in named:
        if is_person(mention) and not names.is_anonymous(mention.name):
            surname, given = names.person_key(mention.name)
            if len(given) > 1:
                people = table[mention.document, names.stem(given)]
                people[surname, given] = people.get((surname, given)) or mention.role
    alone = {key: next(iter(people.items())) for key, people in table.items() if len(people) == 1}
    return {key: (*person, role) for key, (person, role) in alone.items()}


def _sides(named: Sequence[Mention]) -> dict[tuple[str, str], set[str]]:
    """Which sides (state, civil) the people of one full name are on: two sides are two people."""
    table: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in named:
        if is_person(mention) and (side := _side(mention)):
            table[_either_order(*names.person_key(mention.name))].add(side)
    return table


def _spelled(named: Sequence[Mention]) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """How the people who sound alike are spelled in Latin script: Carter and Karter are two."""
    table: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for mention in named:
        if is_person(mention) and (spelled := _spelling(mention)) and len(spelled[0]) > 1 and len(spelled[1]) > 1:
            table[_either_order(*names.person_key(mention.name))].add(spelled)
    return table


def _spelling(mention: Mention) -> tuple[str, str] | tuple[()]:
    """The key of a name in Latin script as it is spelled there; nothing for another script."""
    return _either_order(*names.person_key(mention.name, heard=False)) if mention.name.isascii() else ()


def _either_order(surname: str, given: str) -> tuple[str, str]:
    """One key for "Valentina Chupik" and «Чупик Валентина»."""
    return (surname, given) if surname <= given else (given, surname)


def _side(mention: Mention) -> str:
    role = f" {names.fold(mention.role or '')}"
    if any(f" {word}" in role for word in names.folded_set("civil_roles")):
        return "civil"
    official = any(f" {word}" in role for word in names.folded_set("official_roles"))
    return "state" if official or mention.kind is SourceKind.OFFICIAL else ""


def _source(root: Key, named: Sequence[Mention]) -> Source:
    spelled = Counter(m.name for m in named)
    for mention in named:
        spelled.update({alias: 0 for alias in mention.aliases if root[0] != "unnamed"})
    name = min(spelled, key=lambda n: (not n.isascii(), spelled[n] == 0, n.isupper(), -len(n.split()), -spelled[n], n))
    kind = min((m.kind for m in named), key=KIND_ORDER.index)
    roles = Counter(m.role for m in named if m.role)
    role = min(roles, key=lambda r: (-roles[r], r)) if roles else None
    return Source(framed_hash("source", *root)[:32], name, kind, tuple(sorted(set(spelled) - {name})), role)
