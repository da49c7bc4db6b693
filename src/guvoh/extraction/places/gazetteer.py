"""The compiled gazetteer: names to places, read once into two sorted tables."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Protocol

from guvoh.extraction.places.keys import key_of
from guvoh.model.statement import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. `country` and `admin1` are empty when unknown or disputed; coordinates in degrees."""

    number: int
    name: str
    id: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    precision: str
    population: int
    disputed: tuple[str, ...]

    def at(self, start: int, end: int) -> Place:
        """The entry as a mention at a span."""
        return Place(
            self.name, self.id, start, end, self.country or None, self.admin1 or None,
            self.lat, self.lon, self.precision, self.disputed,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """The places a name may mean: those it is a main name of, and those it is a lesser one of."""

    main: tuple[int, ...]
    other: tuple[int, ...]


class Meant(Protocol):
    """A name by its key, with the places that it is a main name of and those that it is a lesser one of."""

    @property
    def key(self) -> str:
        """The name as the gazetteer files it."""
        ...

    @property
    def main(self) -> tuple[Entry, ...]:
        """Places that it is a main name of."""
        ...

    @property
    def other(self) -> tuple[Entry, ...]:
        """Places that it is a lesser name of."""
        ...


class Gazetteer:
    """Looks names up by `keys.key_of`. Made from tools/build_gazetteer.py; 50 MB or less in memory."""

    def __init__(self) -> None:
        self._names = _lines("names.tsv.gz")
        self._places = _lines("places.tsv.gz")
        self.longest = 7
        self.names = lru_cache(maxsize=32768)(self._look_up)
        self.entry = lru_cache(maxsize=8192)(self._entry)

    def called(self, name: str) -> tuple[Entry, ...]:
        """Every place that a name may mean, those it is a main name of first, the more people the earlier."""
        found = self.names(key_of(name))
        if found is None:
            return ()
        groups = ([self.entry(number) for number in some] for some in (found.main, found.other))
        return tuple(entry for some in groups for entry in sorted(some, key=lambda e: (-e.population, e.id)))

    def identified(self, ident: str) -> Entry | None:
        """The place of that id, or None. Goes through all places."""
        mark = b"\t" + ident.encode() + b"\t"
        numbers = (number for number, line in enumerate(self._places) if mark in line)
        return next((e for e in map(self.entry, numbers) if e.id == ident), None)

    def of_kind(self, precision: str) -> list[Entry]:
        """Every place of one precision. Goes through all places."""
        mark = f"\t{precision}\t".encode()
        return [self.entry(number) for number, line in enumerate(self._places) if mark in line]

    def written_in(self, first: str, last: str) -> list[str]:
        """The keys whose first letter lies between two letters of an alphabet."""
        low, high = (bisect_left(self._names, letter.encode()) for letter in (first, chr(ord(last) + 1)))
        return [line.split(b"\t", 1)[0].decode() for line in self._names[low:high]]

    def _look_up(self, key: str) -> Names | None:
        prefix = key.encode() + b"\t"
        at = bisect_left(self._names, prefix)
        if at == len(self._names) or not self._names[at].startswith(prefix):
            return None
        _, main, other = self._names[at].decode().split("\t")
        return Names(_numbers(main), _numbers(other))

    def _entry(self, number: int) -> Entry:
        name, id_, country, admin1, lat, lon, precision, population, disputed = (
            self._places[number].decode().split("\t")
        )
        return Entry(
            number,
            name,
            id_,
            country,
            admin1,
            _degrees(lat),
            _degrees(lon),
            precision,
            int(population),
            tuple(disputed.split()),
        )


def _lines(file: str) -> list[bytes]:
    packed = (files("guvoh.extraction.places") / "data" / file).read_bytes()
    return gzip.decompress(packed).split(b"\n")


def _numbers(field: str) -> tuple[int, ...]:
    return tuple(int(part) for part in field.split(",") if part)


def _degrees(field: str) -> float | None:
    return float(field) if field else None


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    return Gazetteer()
