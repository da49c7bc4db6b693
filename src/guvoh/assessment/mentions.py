"""The names by which one document calls its sources, each with what the document shows of whom it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guvoh.assessment import names
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
    asks = any(asks_the_page(name) for name in found)
    told = told_bodies(entry.document.text) if asks else Told({})
    for name, uses in found.items():
        kind = min((use[0] for use in uses), key=KIND_ORDER.index)
        roles = sorted({role for _, role, _ in uses if role})
        aliases = tuple(sorted({alias for _, _, more in uses for alias in more if alias != name}))
        meant = told.called(name) if names.is_anonymous(name) else ""
        country = _country(entry, name, meant, told) or home
        yield Mention(entry.key, name, kind, roles[0] if roles else None, aliases, country, meant)


def _country(entry: Entry, name: str, meant: str, told: Told) -> str:
    """The country whose body the document means by the name, as far as it says so."""
    start = next((s.start for s in entry.findings.sources if s.name == name), None)
    own = own_country(entry.document.text, name, start) if start is not None else ""
    return own or told.state(meant or names.body_key(name)[0])
