"""The Russian names of places: those of the gazetteer and those of the data file, by their first word."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guvoh.extraction.places.gazetteer import Entry, gazetteer
from guvoh.extraction.places.keys import key_of


@dataclass(frozen=True, slots=True)
class RussianNames:
    """Names by first word, the places of the data file by key, the words around names by list, the cases that
    each preposition takes."""

    starts: Mapping[str, tuple[str, ...]]
    told: Mapping[str, tuple[Entry, ...]]
    words: Mapping[str, frozenset[str]]
    cases: Mapping[str, frozenset[str]]

    def meant(self, key: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """The places that a name may mean: those it is a main name of, and those it is a lesser one of."""
        found = gazetteer().names(key)
        main = tuple(gazetteer().entry(n) for n in found.main) if found else ()
        other = tuple(gazetteer().entry(n) for n in found.other) if found else ()
        told = self.told.get(key, ())
        return (*told, *(e for e in main if e not in told)), tuple(e for e in other if e not in told)


@cache
def russian_names() -> RussianNames:
    """The names, read once."""
    source = files("guvoh.extraction.places") / "data" / "ru.toml"
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    told: dict[str, list[Entry]] = {}
    for name, entry in _told(raw):
        told.setdefault(key_of(name), []).append(entry)
    starts: dict[str, set[str]] = {}
    others = [key_of(name) for name in raw["other_names"]]
    for key in (*told, *gazetteer().written_in("а", "я"), *others):
        starts.setdefault(key.partition(" ")[0], set()).add(key)
    words = {name: frozenset(some) for name, some in raw.items() if isinstance(some, list)}
    words["never"] = frozenset(key_of(word) for word in raw["never"])
    cases = {word: frozenset(takes) for word, takes in raw["cases"].items()}
    longest_first = {first: tuple(sorted(keys, key=lambda k: (-len(k), k))) for first, keys in starts.items()}
    return RussianNames(longest_first, {key: tuple(some) for key, some in told.items()}, words, cases)


def _told(raw: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, Entry]]:
    wide = [e for kind in ("country", "admin1", "region_of_world", "facility") for e in gazetteer().of_kind(kind)]
    by_id = {e.id: e for e in wide}
    regions = {e.admin1: e for e in wide if e.precision == "admin1" and e.admin1}
    lands = sorted((e for e in wide if e.precision == "country"), key=lambda e: e.country == "")
    countries: dict[str, Entry] = {}
    for land in lands:  # a disputed land is of both its claimants' codes only where no country has that code
        for code in (land.country,) if land.country else land.disputed:
            countries.setdefault(code, land)
    for table, entries in (("countries", countries), ("regions", regions), ("ids", by_id)):
        for code, names in raw[table].items():
            for name in names:
                yield name, entries[code]
                if name.endswith(" область"):  # "Тверская обл."
                    yield name.replace(" область", " обл"), entries[code]
    for code, names in raw["cities"].items():
        if (city := gazetteer().identified(code)) is not None:
            yield from ((name, city) for name in names)
