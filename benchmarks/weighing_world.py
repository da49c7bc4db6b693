"""A made-up world for weighing: events happen, outlets tell of them with the slips of real news, and the truth is kept.

Nothing here looks at the rules of weighing. A happening has a place, a day, a number and an act; a report states each
of them as news do: rounded, hedged, a day off, only to the month or not at all, of a region in place of its city.
One document in five is a near-copy of an earlier one. A year holds so many documents whatever the size of the world.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from weighing_words import WHO, filler, sentence

from guvoh.model import (
    Count,
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
    Stage,
    Statement,
)
from guvoh.model.identity import content_address, statement_id

SEED = 20240322
COPIES = 0.2
PER_YEAR = 100_000  # statements that the outlets of this world publish in a year
BEGIN = date(2014, 1, 1)

COUNTRIES = ("RU", "KG", "TJ", "UZ", "KZ", "BY", "TR", "PL", "GE", "AM")
REGIONS, CITIES = 24, 6  # to a country, to a region
OUTLETS, AGENCIES, BODIES, PEOPLE = 400, 8, 120, 1500
FAMILIES = (
    ("arbitrary_detention", "raid", "identity_check_profiling"),
    ("expulsion", "collective_expulsion"),
    ("torture_ill_treatment", "detention_conditions"),
    ("denial_of_entry",),
    ("fine",),
    ("private_violence",),
    ("forced_recruitment",),
    ("document_confiscation",),
)
GROUPS = ((), (), (), ("KG",), ("TJ",), ("UZ",), ("TJ", "UZ"))


@dataclass(frozen=True, slots=True)
class Happening:
    """What really happened; `topic` seeds the words by which reports tell of it."""

    id: int
    acts: tuple[str, ...]
    city: Place
    day: date
    number: int
    nations: tuple[str, ...]
    topic: int


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a document; `said` is what it states of the happening `about`, None when it states nothing."""

    words: str
    said: dict[str, object] | None = None
    about: int = -1


@dataclass(frozen=True, slots=True)
class Told:
    """The findings of one document and the happening behind each statement."""

    findings: Findings
    truth: tuple[tuple[str, int], ...]


def world(statements: int, seed: int = SEED) -> Iterator[Told]:
    """Documents with at least `statements` statements in all, in no order of time; the same for the same arguments."""
    rng = Random(f"{seed} {statements}")
    days = max(60, 365 * statements // PER_YEAR)
    made = 0
    past: list[Happening] = []
    while made < statements:
        happening = _happening(rng, len(past), days)
        past.append(happening)
        told: list[Told] = []
        for _ in range(min(60, int(rng.paretovariate(1.1)))):
            if told and rng.random() < COPIES / (1 - 1 / 3):  # a first telling has nothing to copy
                told.append(_copy(rng, rng.choice(told)))
            else:
                told.append(_report(rng, happening, rng.choice(past), rng.random() < 0.3))
            made += len(told[-1].truth)
        yield from told


@cache
def _cities() -> tuple[tuple[Place, ...], tuple[float, ...]]:
    found, weights = [], []
    for country in COUNTRIES:
        for region in range(REGIONS):
            for city in range(CITIES):
                code = f"{country}-{region:02}"
                name = f"{WHO[(region * 7 + city) % len(WHO)]}sk-{country}{region}{city}"
                found.append(Place(name, f"c:{code}:{city}", 0, 0, country, code, None, None, "city"))
                weights.append(1 / (1 + region + city * 4))
    return tuple(found), tuple(weights)


def _happening(rng: Random, number: int, days: int) -> Happening:
    cities, weights = _cities()
    city = rng.choices(cities, weights)[0]
    size = max(1, int(rng.lognormvariate(3.2, 1.2)))
    acts = FAMILIES[min(len(FAMILIES) - 1, int(rng.expovariate(0.5)))]
    day = BEGIN + timedelta(days=rng.randrange(days))
    return Happening(number, acts, city, day, size, rng.choice(GROUPS), rng.getrandbits(40))


def _report(rng: Random, about: Happening, other: Happening, late: bool) -> Told:  # noqa: FBT001
    """A document that tells of one happening, at times of another before it, among sentences that state nothing."""
    published = about.day + timedelta(days=int(rng.expovariate(0.15)) + 2 if late else rng.choice((0, 0, 1, 1, 1, 2)))
    source = _source(rng)
    number = about.number + (int(rng.random() * about.number) if late and rng.random() < 0.3 else 0)
    parts: list[Part] = []
    for at in range(min(6, 1 + int(rng.expovariate(0.45)))):
        said = _said(rng, about, published, number, counted=at == 0 or rng.random() < 0.4)
        said["attribution"] = source if rng.random() < 0.8 else ()
        parts.append(Part(_sentence(rng, about, said), said, about.id))
        parts += [Part(filler(rng)) for _ in range(rng.randrange(3))]
    if rng.random() < 0.2 and other.day < published:  # background
        said = {**_said(rng, other, published, other.number, counted=True), "attribution": ()}
        parts.append(Part(_sentence(rng, other, said), said, other.id))
    return _document(rng, parts, published)


def _said(rng: Random, about: Happening, published: date, number: int, *, counted: bool) -> dict[str, object]:
    """What one sentence says of the happening, slips included."""
    act = about.acts[0] if rng.random() < 0.8 else rng.choice(about.acts)
    stage = Stage.CARRIED_OUT if rng.random() < 0.3 else None
    slips = rng.random()
    modality = Modality.ALLEGED if slips < 0.1 else Modality.DENIED if slips < 0.12 else Modality.ASSERTED
    when, basis = _when(rng, about.day, published)
    affected = Party("migrants", 0, 0, None, about.nations) if rng.random() < 0.5 else None
    count = _count(rng, number) if counted and rng.random() < 0.85 else None
    said = {"act": act, "stage": stage, "modality": modality, "when": when, "when_basis": basis}
    return {**said, "affected": affected, "count": count, "place": _place(rng, about.city)}


def _when(rng: Random, day: date, published: date) -> tuple[str | None, str | None]:
    slip = rng.random()
    if slip < 0.6:
        return day.isoformat(), "text"
    if slip < 0.72:  # reckoned from "on Friday" or "the day before"
        return (day + timedelta(days=rng.choice((0, 0, 0, -1, 1)))).isoformat(), "published"
    if slip < 0.77:
        return f"{day:%Y-%m}", "text"
    if slip < 0.82 and published > day:
        return f"{day.isoformat()}/{published.isoformat()}", "text"
    return None, None


def _place(rng: Random, city: Place) -> Place | None:
    slip = rng.random()
    if slip < 0.76:
        return city
    if slip < 0.9:
        region = city.admin1 or ""
        return replace(city, name=f"Region {region}", id=f"r:{region}", precision="admin1")
    if slip < 0.94:
        return replace(city, name=f"Land {city.country}", id=f"l:{city.country}", admin1=None, precision="country")
    return None


def _count(rng: Random, number: int) -> Count:
    slip = rng.random()
    if number < 20 or slip < 0.6:
        n = float(number + (rng.choice((-2, 1, 3)) if number > 9 and slip < 0.04 else 0))
        return Count(Qualifier.EXACT, f"{n:g}", "person", 0, 0, n, n, n)
    unit = 10 ** (len(str(number)) - 1)
    low = float(number // unit * unit)
    if slip < 0.75:
        return Count(Qualifier.MORE_THAN, f"more than {low:g}", "person", 0, 0, low)
    if slip < 0.88:
        near = low + unit
        return Count(Qualifier.NEARLY, f"nearly {near:g}", "person", 0, 0, None, near, near)
    about = float(round(number / (unit / 2)) * (unit / 2)) if unit > 10 else float(round(number / 10) * 10)
    return Count(Qualifier.ABOUT, f"about {about:g}", "person", 0, 0, None, about)


def _source(rng: Random) -> tuple[Link, ...]:
    kind = rng.random()
    if kind < 0.25:
        who = rng.randrange(PEOPLE)
        name = f"{WHO[who % 30]} {WHO[30 + who // 30 % 50]}ov"
        return (Link(name, SourceKind.PERSON, "lawyer"),)
    if kind < 0.5:
        return (Link(f"Ministry of {WHO[rng.randrange(BODIES) % len(WHO)]}", SourceKind.OFFICIAL),)
    if kind < 0.62:
        return (Link("a human rights activist", SourceKind.PERSON), Link(_outlet(rng), SourceKind.OUTLET))
    if kind < 0.75:
        return (Link(f"{WHO[rng.randrange(AGENCIES)]} Agency", SourceKind.AGENCY),)
    return ()


def _outlet(rng: Random) -> str:
    at = min(OUTLETS - 1, int(rng.expovariate(0.015)))
    return f"{WHO[at % len(WHO)]} Daily {at}"


def _sentence(rng: Random, about: Happening, said: dict[str, object]) -> str:
    count, place = said["count"], said["place"]
    words = count.words if isinstance(count, Count) else ""
    where = place.name if isinstance(place, Place) else ""
    return sentence(rng, Random(about.topic), str(said["act"]), words, where, str(said["when"] or ""))


def _document(rng: Random, parts: list[Part], published: date) -> Told:
    text = "\n\n".join(part.words for part in parts)
    path = f"{published.isoformat()}-{rng.getrandbits(48):012x}.html"
    sha = content_address(f"{path}{text}".encode())
    publisher = Link(_outlet(rng), SourceKind.PUBLISHER)
    passages, statements, truth, at = [], [], [], 0
    for part in parts:
        passages.append(Passage(at, at + len(part.words), Role.BODY))
        if part.said is not None:
            statements.append(_statement(sha, at, part.words, part.said, publisher))
            truth.append((statements[-1].id, part.about))
        at += len(part.words) + 2
    document = Document(
        path, sha, "text/html", text, tuple(passages), None, "en", None, publisher.name, (), None, published.isoformat()
    )
    return Told(Findings(document, tuple(statements)), tuple(truth))


def _statement(sha: str, at: int, words: str, said: dict[str, object], publisher: Link) -> Statement:
    links = said["attribution"]
    chain = (*(links if isinstance(links, tuple) else ()), publisher)
    made = Statement(
        statement_id(sha, 1, (at, at + 1), None, str(said["act"]), None),
        at, at + len(words), words, Kind.ACT, "world", 1.0, (),
    )  # fmt: skip
    return replace(made, **{**said, "attribution": chain})  # type: ignore[arg-type]


def _copy(rng: Random, first: Told) -> Told:
    """Another outlet prints the document days later: a few words changed, some sentences left out."""
    was = first.findings
    said = {s.start: (s, about) for s, (_, about) in zip(was.statements, first.truth, strict=True)}
    kept = [p for p in was.document.passages if rng.random() < 0.9] or list(was.document.passages[:1])
    parts: list[Part] = []
    for passage in kept:
        words = was.document.text[passage.start : passage.end].split(" ")
        for _ in range(int(rng.expovariate(0.8))):
            words[rng.randrange(len(words))] = rng.choice(WHO)
        statement, about = said.get(passage.start, (None, -1))
        parts.append(Part(" ".join(words), _again(statement) if statement else None, about))
    later = date.fromisoformat(was.document.published or "") + timedelta(days=rng.choice((0, 0, 1, 1, 2, 4)))
    return _document(rng, parts, later)


def _again(statement: Statement) -> dict[str, object]:
    names = ("act", "stage", "modality", "when", "when_basis", "affected", "count", "place")
    return {**{n: getattr(statement, n) for n in names}, "attribution": statement.attribution[:-1]}
