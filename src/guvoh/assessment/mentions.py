"""The names by which one document calls its sources, each with what the document shows of whom it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guvoh.assessment import names
from guvoh.assessment.belonging import bodies_beside, bodies_named
from guvoh.assessment.corpus import Entry, home_country
from guvoh.assessment.credits import Credit
from guvoh.assessment.states import Told, asks_the_page, own_country, told_bodies
from guvoh.model import Document, Link, SourceKind

# which kind a source shows when its mentions differ: what it is comes before what it does in one document
KIND_ORDER = (
    SourceKind.OFFICIAL,
    SourceKind.NGO,
    SourceKind.AGENCY,
    SourceKind.OUTLET,
    SourceKind.COMPANY,
    SourceKind.DOCUMENT,
    SourceKind.WITNESS,
    SourceKind.PERSON,
    SourceKind.PUBLISHER,
)


Key = tuple[str, ...]

_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.WITNESS})
_MANY_WORDS = 4  # a personal name has at most so many
_BESIDE = 80  # characters behind a name in which it may be told whose it is


@dataclass(frozen=True, slots=True)
class Body:
    """A body for which somebody speaks, by a name that his or her role tells, with what a mention holds of one.

    `is_sure`: nothing but a body has such a name.
    """

    name: str
    country: str = ""
    meant: str = ""
    is_sure: bool = False

    @property
    def key(self) -> Key:
        """The key of the source that it is where it is one."""
        return body_of(self.name, self.country, self.meant)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as one document uses it."""

    document: str
    name: str
    kind: SourceKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    country: str = ""
    meant: str = ""
    """The key of the body that the page means by a word such as "the ministry"."""
    bodies: tuple[Body, ...] = ()
    """The names of the body for which this person speaks."""
    publishes: bool = False
    """Whether the document is published under that name, whatever else it is."""

    @property
    def key(self) -> Key:
        """The key of the body of that name."""
        return body_of(self.name, self.country, self.meant)

    def called(self, alias: str) -> Mention:
        """The mention under another of its names: "MFA" of the Foreign Ministry of Uzbekistan is Uzbekistan's."""
        country = names.body_key(self.name)[1] or self.country
        return Mention(self.document, alias, self.kind, self.role, (), country)


def is_person(mention: Mention) -> bool:
    """Whether the name is a person's: by its kind, or an official's name of two to four capitalised words."""
    if mention.kind in _PEOPLE:
        return not mention.meant
    if mention.kind is not SourceKind.OFFICIAL:
        return False
    parts = mention.name.split()
    looks = 1 < len(parts) <= _MANY_WORDS and all(p[0].isupper() and not p.isupper() for p in parts)
    return looks and not names.is_body(mention.name)


def body_of(name: str, country: str, meant: str) -> Key:
    """The key of a body by its name, the country whose body a document means and the body that a page means."""
    if meant:
        return ("body", meant, country)
    key, code, national = names.body_key(name)
    return ("body", key, (code or country) if national else "")


def publisher_link(document: Document) -> Link:
    """The document's publisher as the last link of a chain; a document that names none is its own source."""
    return Link(name_under(document), SourceKind.PUBLISHER)


def name_under(document: Document) -> str:
    """The name under which a document was published."""
    return document.publisher or "publisher not stated"


def mentions(entry: Entry, credited: Sequence[Credit]) -> Iterator[Mention]:
    """The names that a document uses for sources, each once."""
    home = home_country(entry)
    found: dict[str, list[tuple[SourceKind, str | None, tuple[str, ...]]]] = defaultdict(list)
    publisher = publisher_link(entry.document)
    found[publisher.name].append((publisher.kind, None, ()))
    for credit in credited:
        found[credit.name].append((SourceKind.AGENCY, None, ()))
    for source in entry.findings.sources:
        found[source.name].append((source.kind, source.role, source.aliases))
    for statement in entry.findings.statements:
        for link in statement.attribution:
            found[link.name].append((link.kind, link.role, ()))
    named = {name: _bodies_named(name, uses) for name, uses in found.items()}
    for source in entry.findings.sources:
        if source.kind is not SourceKind.WITNESS and not source.private:
            after = entry.document.text[source.end : source.end + _BESIDE]
            named[source.name] |= dict(bodies_beside(after, source.role))
    asks = any(asks_the_page(name) for name in (*found, *(body for some in named.values() for body in some)))
    told = told_bodies(entry.document.text) if asks else Told({})
    places = {names.fold(place.name) for place in entry.findings.places}
    for name, uses in found.items():
        kind = min((use[0] for use in uses), key=KIND_ORDER.index)
        roles = sorted({role for _, role, _ in uses if role})
        aliases = tuple(sorted({alias for _, _, more in uses for alias in more if alias != name}))
        meant = told.called(name) if names.is_anonymous(name) else ""
        country = _country(entry, name, meant, told) or home
        role, publishes = roles[0] if roles else None, name == publisher.name
        one = Mention(entry.key, name, kind, role, aliases, country, meant, publishes=publishes)
        bodies = _bodies(named[name], home, told, places) if named[name] and is_person(one) else ()
        yield replace(one, bodies=bodies) if bodies else one


def _bodies_named(name: str, uses: Iterable[tuple[SourceKind, str | None, tuple[str, ...]]]) -> dict[str, bool]:
    """The bodies that the roles of a source tell of, or its name ("a spokesman for the Omsk police")."""
    return dict(one for text in (name, *sorted({role for _, role, _ in uses if role})) for one in bodies_named(text))


def _bodies(named: dict[str, bool], home: str, told: Told, places: Container[str]) -> tuple[Body, ...]:
    """Those that name no place and nobody in particular."""
    out = []
    for name, is_sure in named.items():
        meant = told.called(name) if names.is_anonymous(name) else ""
        is_open = names.is_anonymous(name) and not meant and not names.body_key(name)[2]
        if not is_open and names.fold(name) not in places:
            out.append(Body(name, told.state(meant or names.body_key(name)[0]) or home, meant, is_sure))
    return tuple(out)


def _country(entry: Entry, name: str, meant: str, told: Told) -> str:
    """The country whose body the document means by the name, as far as it says so."""
    start = next((s.start for s in entry.findings.sources if s.name == name), None)
    own = own_country(entry.document.text, name, start) if start is not None else ""
    return own or told.state(meant or names.body_key(name)[0])
