"""Documents and statements in a few words, for the tables of the weighing tests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from guvoh.model import (
    Count,
    DateMention,
    Document,
    Findings,
    Kind,
    Link,
    Modality,
    Party,
    Passage,
    Place,
    Qualifier,
    Role,
    SourceKind,
    SourceMention,
    Stage,
    Statement,
)
from guvoh.model.identity import content_address, statement_id

PLACES = {
    "Russia": ("country", "RU", None, 2017370),
    "Kyrgyzstan": ("country", "KG", None, 1527747),
    "Moscow": ("city", "RU", "RU-MOW", 524901),
    "Moscow Oblast": ("admin1", "RU", "RU-MOS", 524925),
    "Khimki": ("city", "RU", "RU-MOS", 550280),
    "Saint Petersburg": ("city", "RU", "RU-SPE", 498817),
    "Krasnodar": ("city", "RU", "RU-KDA", 542420),
    "Krasnodar Krai": ("admin1", "RU", "RU-KDA", 542415),
    "Sochi": ("city", "RU", "RU-KDA", 491422),
    "Volgograd Oblast": ("admin1", "RU", "RU-VGG", 472755),
    "Volgograd": ("city", "RU", "RU-VGG", 472757),
    "Rostov Oblast": ("admin1", "RU", "RU-ROS", 501165),
    "Ingushetia": ("admin1", "RU", "RU-IN", 556349),
    "Omsk": ("city", "RU", "RU-OMS", 1496153),
    "Bishkek": ("city", "KG", "KG-GB", 1528675),
}
SOUTHERN_DISTRICT = Place(
    "Southern Federal District", "guvoh:southern-federal-district", 0, 0, "RU", precision="region_of_world"
)
CRIMEA = Place("Crimea", "geonames:703883", 0, 0, None, None, 45.3, 34.4, "admin1", ("RU", "UA"))

_QUALIFIERS = (
    (r"^(?:more than|over) ", Qualifier.MORE_THAN),
    (r"^(?:less than|fewer than) ", Qualifier.LESS_THAN),
    (r"^at least ", Qualifier.AT_LEAST),
    (r"^(?:at most|up to) ", Qualifier.AT_MOST),
    (r"^nearly ", Qualifier.NEARLY),
    (r"^(?:about|some|around) ", Qualifier.ABOUT),
)


def place(name: str | None) -> Place | None:
    """A place of the table above."""
    if name is None:
        return None
    for named in (CRIMEA, SOUTHERN_DISTRICT):
        if name == named.name:
            return named
    precision, country, admin1, number = PLACES[name]
    return Place(name, f"geonames:{number}", 0, 0, country, admin1, None, None, precision)


def count(words: str, unit: str = "person", of: str | None = None) -> Count:
    """A count from its words, bounds as the contract has them: "nearly 500", "30 to 60", "dozens"."""
    numbers = [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", words)]
    if not numbers:
        return Count(Qualifier.VAGUE, words, unit, 0, len(words), of=of)
    if len(numbers) == 2:
        return Count(Qualifier.RANGE, words, unit, 0, len(words), low=numbers[0], high=numbers[1], of=of)
    n = numbers[0]
    kind = next((q for pattern, q in _QUALIFIERS if re.match(pattern, words)), Qualifier.EXACT)
    low, best, high = {
        Qualifier.EXACT: (n, n, n),
        Qualifier.MORE_THAN: (n, None, None),
        Qualifier.AT_LEAST: (n, None, None),
        Qualifier.LESS_THAN: (None, None, n),
        Qualifier.AT_MOST: (None, None, n),
        Qualifier.NEARLY: (None, n, n),
        Qualifier.ABOUT: (None, n, None),
    }[kind]
    return Count(kind, words, unit, 0, len(words), low, best, high, of)


def link(words: str) -> Link:
    """A link from "Name", "kind:Name" or "kind:Name (role)"; without a kind it is a person."""
    kind, _, rest = words.rpartition(":") if ":" in words else ("person", "", words)
    name, _, role = rest.partition(" (")
    return Link(name, SourceKind(kind), role.rstrip(")") or None)


@dataclass
class Say:
    """One statement to be made; `words` stands for its count."""

    words: str | None = None
    act: str | None = "arbitrary_detention"
    place: str | None = "Russia"
    when: str | None = None
    by: tuple[str, ...] = ()
    unit: str = "person"
    stage: str | None = None
    modality: str = "asserted"
    who: str | None = None
    nations: tuple[str, ...] = ()
    of: int | None = None
    basis: str | None = None
    kind: str | None = None
    quote: str | None = None
    private: bool = False


@dataclass
class Doc:
    """One document to be made out of statements; `extra` are further passages, `dates` pairs of words and EDTF."""

    path: str
    says: list[Say] = field(default_factory=list)
    published: str | None = "2024-03-26"
    publisher: str | None = None
    extra: tuple[str, ...] = ()
    sources: tuple[tuple[str, ...], ...] = ()
    language: str = "en"
    dates: tuple[tuple[str, str], ...] = ()


def made(doc: Doc) -> Findings:
    """The findings of a document: its passages are the quotes of its statements and the extra ones."""
    quotes = [say.quote or _quote(say, n) for n, say in enumerate(doc.says)]
    texts = list(dict.fromkeys([*quotes, *doc.extra]))
    text = "\n\n".join(texts)
    starts = {part: text.index(part) for part in texts}
    sha = content_address(f"{doc.path}|{doc.published}|{text}".encode())
    passages = tuple(Passage(starts[t], starts[t] + len(t), Role.BODY) for t in sorted(texts, key=starts.__getitem__))
    publisher = doc.publisher or doc.path
    document = Document(
        doc.path, sha, "text/plain", text, passages, None, doc.language, None, publisher, (), None, doc.published
    )
    ids = [
        statement_id(sha, 1, (n, n + 1), (n, n + 1) if s.words else None, s.act, None) for n, s in enumerate(doc.says)
    ]
    statements = tuple(
        _statement(say, ids[n], starts[quotes[n]], quotes[n], ids, publisher) for n, say in enumerate(doc.says)
    )
    mentions = tuple(
        SourceMention(link(s[0]).name, link(s[0]).kind, 0, 0, link(s[0]).role, False, tuple(s[1:])) for s in doc.sources
    )
    dates = tuple(
        DateMention(edtf, "text", text.index(words), text.index(words) + len(words)) for words, edtf in doc.dates
    )
    return Findings(document, statements, (), (), dates, mentions)


def spotted(findings: Findings) -> Findings:
    """The findings with each count where its words first stand in its statement."""
    text, out = findings.document.text, []
    for told in findings.statements:
        at = text.find(told.count.words, told.start) if told.count else -1
        spot = replace(told.count, start=at, end=at + len(told.count.words)) if told.count and at >= 0 else told.count
        out.append(replace(told, count=spot))
    return replace(findings, statements=tuple(out))


def _quote(say: Say, number: int) -> str:
    """Too short to count as copied text, so that passages are alike only where a test says so."""
    return " ".join(part for part in (f"{number}.", say.words, say.place) if part)


def _statement(say: Say, own: str, start: int, quote: str, ids: list[str], publisher: str) -> Statement:
    of = None if say.of is None else ids[say.of]
    kind = Kind(say.kind) if say.kind else Kind.ACT if say.act else Kind.FIGURE
    affected = Party(say.who or "migrants", 0, 0, None, say.nations) if say.who or say.nations else None
    return Statement(
        id=own,
        start=start,
        end=start + len(quote),
        quote=quote,
        kind=kind,
        finder="rules/test@1",
        score=1.0,
        why=(),
        act=say.act,
        count=count(say.words, say.unit, of) if say.words else None,
        stage=Stage(say.stage) if say.stage else None,
        affected=affected,
        place=place(say.place),
        when=say.when,
        when_basis=say.basis or ("text" if say.when else None),
        modality=Modality(say.modality),
        attribution=(*(link(words) for words in say.by), Link(publisher, SourceKind.PUBLISHER)),
        private=say.private,
    )
