"""A made-up vault for lists and search: real tables in a real SQLCipher file, filled in bulk and skewed.

Few acts, places and sources have most of the statements; dates are days, months, years or missing; a third: figures.
Indexes and triggers are taken away while it is filled and made again from their own definitions; columns that triggers
keep are filled as the triggers would.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from django.db import connection
from django.db.backends.utils import CursorWrapper

from guvoh.assessment.weigh import VERSION
from guvoh.custody import InsecureKdfForTests, Vault, create_vault, open_vault
from guvoh.custody.folding import keyed
from guvoh.custody.ledger import START, Action, Head, next_entry
from guvoh.custody.records.indexing import mark
from guvoh.model.edtf import bounds

PHRASE = "a vault for measuring only"
SEED = 20240322
PER_DOCUMENT, PER_PASSAGE, PER_EVENT = 20, 4, 6
ACTS = (
    "arbitrary_detention expulsion raid identity_check_profiling fine torture_ill_treatment denial_of_entry "
    "excessive_force document_confiscation forced_recruitment work_ban detention_conditions legislation other"
).split()
COUNTRIES = "RU KG UZ TJ KZ BY TR PL GE AM".split()
REVIEWS = ("suggested", "accepted", "corrected", "rejected", "awaiting", "added")
STATUSES = ("single_origin", "repeated", "corroborated", "contested", "denied")
KINDS = ("person", "official", "ngo", "outlet", "agency", "company", "witness", "document", "publisher")
STAGES, MODALITIES = ("", "carried_out", "ordered", "planned"), ("asserted", "alleged", "denied", "planned", "general")
UNITS = ("", "person", "case", "RUB", "day", "visa")
RELATIONS = ("same", "consistent_bound", "conflict", "part_of", "later_update")
LANGUAGES = ("ru", "en", "uz", "ky", "tg")
SYLLABLES = "ka ro mi ta sha du lo ver na bi chu pik zo re gu li san to ma ser".split()
CYRILLIC = "ка ро ми та ша ду ло вер на би чу пик зо ре гу ли сан то ма сер".split()
PLACES, WORDS, CHUNK = 2500, 40_000, 500
_keyed, _mark, _bounds = (lru_cache(50_000)(make_one) for make_one in (keyed, mark, bounds))


def made(folder: Path, size: int) -> Path:
    """The vault of `size` statements under the folder, made if it is not there yet."""
    path = folder / f"vault-{size}"
    done = folder / f"vault-{size}.made"
    if not done.exists():
        shutil.rmtree(path, ignore_errors=True)
        subprocess.run([sys.executable, __file__, str(path), str(size)], check=True)
        done.touch()
    return path


def make(path: Path, size: int) -> None:
    """Make the vault in this process."""
    create_vault(path, PHRASE, InsecureKdfForTests())
    with open_vault(path, PHRASE, insecure_kdf_for_tests=True) as vault:
        fill(size)
        vault.note_weighed(vault.latest(VERSION))


def opened(path: Path) -> Vault:
    """The vault, open."""
    return open_vault(path, PHRASE, insecure_kdf_for_tests=True)


class _Words:
    """Words by rank, the first the most frequent, half of them Cyrillic, with their keys."""

    def __init__(self, random: np.random.Generator) -> None:
        picks = random.integers(0, len(SYLLABLES), (WORDS, 4))
        lengths = random.integers(2, 5, WORDS)
        sets = (SYLLABLES, CYRILLIC)
        self.said = [
            "".join(sets[n % 2][i] for i in row[:k]) for n, (row, k) in enumerate(zip(picks, lengths, strict=True))
        ]
        self.keys = [keyed(word) for word in self.said]
        weights = 1 / np.arange(3, WORDS + 3)
        self._edges = np.cumsum(weights / weights.sum())
        self._random = random

    def lines(self, number: int, length: int) -> Iterator[tuple[str, str]]:
        """Sentences and their keys."""
        for row in np.searchsorted(self._edges, self._random.random((number, length))).clip(max=WORDS - 1).tolist():
            yield " ".join(self.said[i] for i in row) + ".", " ".join(self.keys[i] for i in row)


class _World:
    def __init__(self, size: int) -> None:
        self.size = size
        self.random = np.random.default_rng(SEED)
        self.words = _Words(self.random)
        self.sources = max(20, size // 50)
        self.events = max(10, size // PER_EVENT)
        self.names = [line.title().rstrip(".") for line, _ in self.words.lines(self.sources, 2)]
        self.source_kinds = self.random.integers(0, len(KINDS), self.sources)
        self.places = [self._place(n) for n in range(PLACES)]
        self.status = self.skewed(STATUSES, self.events, 0.5)
        self.event_rows: dict[int, list[Any]] = {}
        self.said = np.zeros(self.sources, dtype=int)
        self.number = 0

    def skewed(self, of: Sequence[str], number: int, keep: float) -> list[str]:
        """Picks of which each is `keep` times as likely as the one before it."""
        weights = keep ** np.arange(len(of))
        return [of[i] for i in self.random.choice(len(of), number, p=weights / weights.sum()).tolist()]

    def ranks(self, most: int, number: int) -> list[int]:
        """Ranks below `most`, low ones far more often."""
        return (most * self.random.random(number) ** 3).astype(int).tolist()

    def _place(self, number: int) -> tuple[Any, ...]:
        country = COUNTRIES[int(len(COUNTRIES) * (number / PLACES) ** 2)]
        disputed = "RU UA" if number % 40 == 0 else ""
        name = self.words.said[100 + number].title()
        area = "" if disputed else country
        return (f"geonames:{number}", name, area, f"{country}-{number % 24}", 40 + number % 20, 30 + number % 50,
                ("city", "admin1", "country")[number % 3 if number % 7 == 0 else 0], disputed)  # fmt: skip

    def when(self, number: int) -> list[tuple[str, int | None, int | None]]:
        """Dates: more of late; some only to the month or year, since a day, or unknown."""
        out = []
        sorts, back = self.random.random(number).tolist(), (4000 * self.random.random(number) ** 2).tolist()
        for sort, days in zip(sorts, back, strict=True):
            day = date(2024, 12, 1) - timedelta(int(days))
            text = (
                day.isoformat() if sort < 0.7 else f"{day:%Y-%m}" if sort < 0.86 else f"{day:%Y}" if sort < 0.92
                else f"{day.isoformat()}/.." if sort < 0.95 else ""
            )  # fmt: skip
            found = _bounds(text) if text else None
            first, last = (d.toordinal() if d else None for d in (found.first, found.last)) if found else (None, None)
            out.append((text, first, last))
        return out


def fill(size: int) -> None:
    """Fill the open vault."""
    world = _World(size)
    cursor = connection.cursor()
    for pragma in ("synchronous = OFF", "cache_size = -262144", "foreign_keys = OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    guards = cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND "
        "(type = 'trigger' AND tbl_name <> 'records_ledgerentry' OR type = 'index' AND tbl_name LIKE 'records_%')"
    ).fetchall()
    for kind, name, _ in guards:
        cursor.execute(f"DROP {kind} {name}")
    for start in range(1, size // PER_DOCUMENT + 1, CHUNK):
        cursor.execute("BEGIN")
        _documents(cursor, world, range(start, min(start + CHUNK, size // PER_DOCUMENT + 1)))
        cursor.execute("COMMIT")
    cursor.execute("BEGIN")
    for step in (_sources, _events, _relations, _decisions, _ledger):
        step(cursor, world)
    known = sorted({word for word in world.words.keys if 3 <= len(word) <= 64 and word.isalpha()})
    _put(cursor, "records_searchword", "word head size", [(w, w[0], len(w)) for w in known])
    cursor.execute("COMMIT")
    for _, _, sql in sorted(guards):
        cursor.execute(sql)
    marks = import_module("guvoh.custody.records.migrations.0009_list_marks")
    counts = import_module("guvoh.custody.records.migrations.0011_event_tallies")
    for step in (marks.FILL, *counts.FILL):
        cursor.execute(step)
    for table in ("statement_marks", "passage_words", "statement_words", "source_words"):
        cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _put(cursor: CursorWrapper, table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    names = columns.split()
    listed = ", ".join(f'"{name}"' for name in names)
    cursor.executemany(f"INSERT INTO {table} ({listed}) VALUES ({', '.join(['%s'] * len(names))})", rows)


_STATEMENT = (
    "id statement document_id start end kind act stage modality unit low best high place country admin1 when first "
    "last review credibility value words actor affected place_name precision lat lon disputed source source_name "
    "event status qualifier when_basis nations"
)


def _documents(cursor: CursorWrapper, world: _World, numbers: range) -> None:
    documents, cards, passages, lines, findings = [], [], [], [], []
    statements: list[tuple[Any, ...]] = []
    marks: list[tuple[Any, ...]] = []
    origins: list[tuple[Any, ...]] = []
    said = list(world.words.lines(len(numbers) * PER_DOCUMENT, 20))
    rows = _statements(world, len(said))
    for at, number in enumerate(numbers):
        text, waiting = "", 0
        sha256 = f"{number:064x}"
        for n, (line, key) in enumerate(said[at * PER_DOCUMENT : (at + 1) * PER_DOCUMENT]):
            start = len(text)
            text += line + " "
            row = next(rows)
            ident, tail = f"s{row[0]:063x}", row[1:]
            statements.append((row[0], ident, number, start, start + len(line), *tail))
            place_name = tail[21]
            told = (("act", tail[1]), ("country", tail[9]), ("review", tail[14]))
            marks.append((row[0], f"{key} {_keyed(place_name)}", " ".join(_mark(a, b) for a, b in told if b)))
            origins.append((row[0], ident, f"{number}.txt", tail[26], json.dumps([f"source{number % 400}"]), "[]"))
            waiting += tail[14] in ("suggested", "awaiting")
            if n % PER_PASSAGE == 0:
                begun, keys = start, []
            keys.append(key)
            if n % PER_PASSAGE == PER_PASSAGE - 1:
                passages.append((len(passages) + 1 + (number - at - 1) * (PER_DOCUMENT // PER_PASSAGE), number, begun,
                                 len(text) - 1, "body"))  # fmt: skip
                lines.append((passages[-1][0], "", " ".join(keys)))
        day = (date(2014, 1, 1) + timedelta(number * 4000 // max(1, world.size // PER_DOCUMENT))).isoformat()
        title, publisher = world.words.said[number % WORDS].title(), world.names[number % min(400, world.sources)]
        about = (f"{number}.txt", title, publisher, day, LANGUAGES[number % 5])
        problems = ["A picture was not read."] if number % 20 == 0 else []
        meta = dict(zip(("path", "title", "publisher", "published", "language"), about, strict=True)) | {
            "problems": problems
        }
        documents.append(
            (number, sha256, 1, "text/html", len(text), f"{day}T00:00:00+00:00", text, "[]", json.dumps(meta))
        )
        findings.append((number, day, '{"statements": [], "problems": []}'))
        cards.append((number, sha256, number, *about, "text/html", len(text), f"{day}T00:00:00+00:00", PER_DOCUMENT,
                      waiting, len(problems), 0))  # fmt: skip
    _put(
        cursor,
        "records_document",
        "id sha256 reading_version media_type size kept_at text passages metadata",
        documents,
    )
    _put(cursor, "records_finding", "document_id found_at body", findings)
    _put(
        cursor, "records_documentcard",
        "number sha256 document path title publisher published language media_type size kept_at statements waiting "
        "read_problems find_problems", cards,
    )  # fmt: skip
    _put(cursor, "records_searchpassage", "id document_id start end role", passages)
    _put(cursor, "records_statementrow", _STATEMENT, statements)
    _put(cursor, "records_originrow", "id statement path source via why", origins)
    _put(cursor, "passage_words", "rowid title words", lines)
    _put(cursor, "statement_words", "rowid words marks", marks)


def _statements(world: _World, number: int) -> Iterator[tuple[Any, ...]]:
    """The number and columns of statements from `kind` on; events gather them by what they tell."""
    acts, places, sources = (
        world.skewed(ACTS, number, 0.7),
        world.ranks(PLACES, number),
        world.ranks(world.sources, number),
    )
    reviews, stages = world.skewed(REVIEWS, number, 0.5), world.skewed(STAGES, number, 0.5)
    moods, units = world.skewed(MODALITIES, number, 0.4), world.skewed(UNITS, number, 0.4)
    values = (10 ** (4 * world.random.random(number))).astype(int).tolist()
    events = world.random.integers(0, world.events, number).tolist()
    for n, (when, first, last) in enumerate(world.when(number)):
        world.number += 1
        unit, value, event, source = units[n], float(values[n]), events[n], sources[n]
        name = ("", "", "", "", 0, 0, "", "") if n % 10 == 9 else world.places[places[n]]
        ident, place_name, country, admin1, lat, lon, precision, disputed = name
        world.said[source] += 1
        if event not in world.event_rows:
            world.event_rows[event] = [acts[n], name, when, first, last, stages[n], [], unit]
        world.event_rows[event][6].append((world.number, unit))
        low, best = (value, value) if unit else (None, None)
        yield (
            world.number, "act", acts[n], stages[n], moods[n], unit, low, best, best, ident, country, admin1, when,
            first, last, reviews[n], "", best, f"{int(value)}" if unit else "", "police", "workers", place_name,
            precision, lat, lon, disputed, f"source{source}", world.names[source], f"event{event}", world.status[event],
            "exact" if unit else None, "text" if when else "", ("", "", "TJ")[n % 3],
        )  # fmt: skip


def _sources(cursor: CursorWrapper, world: _World) -> None:
    rows, found = [], []
    for n, name in enumerate(world.names):
        rows.append((n + 1, f"source{n}", name, keyed(name), KINDS[world.source_kinds[n]], "", "[]", int(world.said[n]),
                     int(world.said[n]) // 3, "ABCDEF"[n % 6] if n % 5 == 0 else ""))  # fmt: skip
        found.append((n + 1, keyed(name)))
    _put(cursor, "records_sourcerow", "id ident name folded kind role aliases said passed reliability", rows)
    _put(cursor, "source_words", "rowid words", found)


def _events(cursor: CursorWrapper, world: _World) -> None:
    rows, members = [], []
    for event, (act, place, when, first, last, stage, told, _) in sorted(world.event_rows.items()):
        ident, name, country, admin1, lat, lon, precision, disputed = place
        where = {
            "name": name, "id": ident, "start": 0, "end": 0, "country": country or None, "admin1": admin1,
            "lat": lat, "lon": lon, "precision": precision, "disputed": disputed.split(),
        } if ident else None  # fmt: skip
        kinds = json.dumps([KINDS[(event + n) % len(KINDS)] for n in range(1 + event % 3)])
        statements = [f"s{number:063x}" for number, _ in told]
        support = {
            "documents": len(told), "origins": len(told), "independent": 1 + event % 4, "kinds": json.loads(kinds),
            "status": world.status[event], "why": [],
        }  # fmt: skip
        body = {
            "id": f"event{event}", "title": f"{act}, {name}, {when}", "acts": [act], "documents": [],
            "place": where, "statements": statements, "support": support, "when": when or None,
            "stage": stage or None, "part_of": None,
        }  # fmt: skip
        rows.append((event + 1, f"event{event}", body["title"], act, json.dumps([act]), act, ident, name, country,
                     admin1, precision, lat, lon, when, first, last, stage, world.status[event], len(told), len(told),
                     1 + event % 4, kinds, "", json.dumps(body)))  # fmt: skip
        members += [(f"event{event}", statement) for statement in statements]
    _put(
        cursor, "records_eventrow",
        "id ident title act acts family place place_name country admin1 precision lat lon when first last stage status "
        "documents origins independent kinds part_of body", rows,
    )  # fmt: skip
    _put(cursor, "records_eventstatement", "event statement", members)


def _relations(cursor: CursorWrapper, world: _World) -> None:
    """Figures of one event stand in a relation; two documents in a hundred are tied."""
    rows, members = [], []
    for event, (*_, told, _) in world.event_rows.items():
        figures = [number for number, unit in told if unit]
        for a, b in pairwise(figures):
            number = len(rows) + 1
            kind = RELATIONS[(event + a) % 5 if world.status[event] == "contested" else (0, 1, 3, 4)[(event + a) % 4]]
            rows.append((number, f"r{number}", f"s{a:063x}", f"s{b:063x}", kind, "[]", "[]"))
            members += [(number, f"s{a:063x}"), (number, f"s{b:063x}")]
    _put(cursor, "records_figurerelationrow", "id ident a b relation parts why", rows)
    _put(cursor, "records_figuremember", "relation_id statement", members)


def _decisions(cursor: CursorWrapper, world: _World) -> None:
    number = world.size // 20
    kinds = ("accept", "reject", "correct", "group", "grade")
    rows = [
        (n, f"d{n}", f"2024-01-01T00:00:{n % 60:02}", f"actor{n % 7}", f"Person {n % 7}", kinds[n % 11 % 5],
         json.dumps([f"s{n * 20:063x}"]), "{}", "", "[]")
        for n in range(1, number + 1)
    ]  # fmt: skip
    _put(cursor, "records_decision", "number ident at by by_name kind subjects values note selectors", rows)
    subjects = [(n, f"s{n * 20:063x}", f"{n:064x}") for n in range(1, number + 1)]
    _put(cursor, "records_decisionsubject", "decision_id subject sha256", subjects)
    lost: list[tuple[Any, ...]] = [(f"{n:064x}", n) for n in range(50, number + 1, 50)]
    _put(cursor, "records_adriftrow", "sha256 decision", lost)


def _ledger(cursor: CursorWrapper, world: _World) -> None:
    number, last = cursor.execute(
        "SELECT number, hash FROM records_ledgerentry ORDER BY number DESC LIMIT 1"
    ).fetchone() or (0, START)  # fmt: skip
    head, rows = Head(number, last), []
    for n in range(world.size // 10):
        action = (Action.KEPT, Action.FOUND, Action.DECIDED)[n % 3]
        entry = next_entry(head, action, f"{n // 3:064x}", {"n": n}, "2024-01-01T00:00:00+00:00")
        head = Head(entry.number, entry.hash)
        rows.append((entry.number, entry.at, entry.action, entry.subject, entry.details, entry.previous, entry.hash))
    _put(cursor, "records_ledgerentry", "number at action subject details previous hash", rows)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
