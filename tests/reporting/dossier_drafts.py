"""A document in the making: findings built by hand, with spans found by their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from guvoh.model import (
    Count,
    Document,
    Findings,
    Kind,
    Letter,
    Party,
    Passage,
    Place,
    Qualifier,
    Role,
    SourceMention,
    Statement,
)
from guvoh.model.identity import content_address, statement_id

PLACES: dict[str, dict[str, Any]] = {
    "Moscow": {"id": "geonames:524901", "country": "RU", "lat": 55.75, "lon": 37.62, "precision": "city"},
    "Saint Petersburg": {"id": "geonames:498817", "country": "RU", "lat": 59.94, "lon": 30.31, "precision": "city"},
    "Krasnodar": {"id": "geonames:542420", "country": "RU", "lat": 45.04, "lon": 38.98, "precision": "city"},
    "Volgograd Oblast": {"id": "g:1", "country": "RU", "lat": 49.75, "lon": 44.0, "precision": "admin1"},
    "Rostov Oblast": {"id": "g:2", "country": "RU", "lat": 47.9, "lon": 41.2, "precision": "admin1"},
    "Ingushetia": {"id": "g:3", "country": "RU", "lat": 43.2, "lon": 45.0, "precision": "admin1"},
    "Grozny": {"id": "g:4", "country": "RU", "lat": 43.31, "lon": 45.69, "precision": "city"},
    "Russia": {"id": "g:5", "country": "RU", "lat": 60.0, "lon": 100.0, "precision": "country"},
    "Simferopol": {"id": "g:6", "disputed": ("RU", "UA"), "lat": 44.95, "lon": 34.1, "precision": "city"},
    "Yekaterinburg": {"id": "g:7", "country": "RU", "lat": 56.84, "lon": 60.61, "precision": "city"},
    "Central Asia": {"id": "g:8", "precision": "region_of_world"},
    "Bishkek": {"id": "g:9", "country": "KG", "lat": 42.87, "lon": 74.59, "precision": "city"},
    "Hostel on Lesnaya Street": {"id": None, "country": "RU", "lat": 55.781, "lon": 37.591, "precision": "facility"},
}


@dataclass
class Draft:
    """A document in the making. Spans are found by their words; each passage is (role, text)."""

    path: str
    passages: list[tuple[Role, str]]
    about: dict[str, Any] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    sources: list[SourceMention] = field(default_factory=list)
    letter: Letter | None = None
    problems: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n\n".join(words for _, words in self.passages)

    @property
    def sha256(self) -> str:
        return content_address(self.path.encode())

    def span(self, words: str) -> tuple[int, int]:
        start = self.text.index(words)
        return start, start + len(words)

    def say(
        self, quote: str, act: str | None = None, *, count: dict | None = None, place: str | None = None, **rest
    ) -> str:
        """Add a statement and return its id. `count` comes from `number`."""
        start, end = self.span(quote)
        number = Count(start=self.span(count["words"])[0], end=self.span(count["words"])[1], **count) if count else None
        where = Place(place, start=start, end=end, **PLACES[place]) if place else None
        spot = self.span(place) if place and place in self.text else None
        key = statement_id(self.sha256, 1, (start, end), (number.start, number.end) if number else None, act, spot)
        kind = rest.pop("kind", Kind.ACT if act else Kind.FIGURE)
        given: dict[str, Any] = {"finder": "rules/en@1", "score": 0.9, "why": ("act word in the sentence",)} | rest
        self.statements.append(Statement(key, start, end, quote, kind, act=act, count=number, place=where, **given))
        return key

    def findings(self) -> Findings:
        at, passages = 0, []
        for role, words in self.passages:
            passages.append(Passage(at, at + len(words), role))
            at += len(words) + 2
        document = Document(self.path, self.sha256, "text/html", self.text, tuple(passages), **self.about)
        statements = tuple(self.statements)
        return Findings(document, statements, sources=tuple(self.sources), letter=self.letter, problems=self.problems)


def number(words: str, qualifier: Qualifier, unit: str = "person", **bounds: float | str | None) -> dict:
    return {"words": words, "qualifier": qualifier, "unit": unit, **bounds}


def party(name: str, **rest) -> Party:
    return Party(name, 0, 0, **rest)
