"""Finds the places of an annotated text whose names stand in cases, and settles which places they mean."""

from __future__ import annotations

from collections.abc import Sequence

from guvoh.extraction.annotate.tokens import Annotated
from guvoh.extraction.places.gazetteer import Entry
from guvoh.extraction.places.inflected_names import Name, names_in
from guvoh.extraction.places.inflected_standing import Standing, accepted, persons, standing, tells_nation
from guvoh.extraction.places.likeliest import lies_within, likeliest
from guvoh.extraction.places.page import Page, count
from guvoh.model.statement import Place

_APPOSED = (", ", " (", " ", ", в ", " в ")


def find_inflected(text: Annotated) -> list[Place]:
    """The places that a Russian text names, in text order, without overlaps.

    Names are found in any case by the gazetteer and by places/data/ru.toml; an ambiguous one is settled by its size,
    by the region or country beside it and by what else the text names, as in docs/design/places.md.
    """
    page = Page()
    page.persons.update(persons(text))
    judged: list[tuple[Name, Standing]] = []
    nation: Name | None = None
    for name in names_in(text):
        if tells_nation(name, nation):
            nation = name
            continue
        stands = standing(name)
        if stands is Standing.NONE:
            continue
        if stands is Standing.SURE:
            count(likeliest(name, Page(), None, None), name.key, page)
        judged.append((name, stands))
    return _settled(text.text, judged, page)


def _settled(text: str, judged: Sequence[tuple[Name, Standing]], page: Page) -> list[Place]:
    out: list[Place] = []
    following: tuple[Name, Entry] | None = None
    for name, stands in reversed(judged):
        beside = following[1] if following and _apposed(name, following, text) else None
        entry = likeliest(name, page, beside, None)
        held = beside is not None and lies_within(entry, beside)
        if not accepted(name, stands, entry, page, held=held):
            continue
        following = (name, entry)
        out.append(entry.at(name.start, name.end))
    return out[::-1]


def _apposed(name: Name, following: tuple[Name, Entry], text: str) -> bool:
    """Whether the name after it says where it lies: "в Химках Московской области", "Ош (Киргизия)"."""
    after, entry = following
    gap = text[name.end : after.start]
    if gap not in _APPOSED or entry.precision not in ("admin1", "country"):
        return False
    return gap != " " or "gent" in after.cases
