"""Documents per second of `guvoh find` on 100 news pages, side by side with trafilatura alone on the same pages."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from pages import write_pages
from results import table, write_section

from guvoh.extraction import find
from guvoh.ingest import read_bytes

NUMBER = 100
FLOOR = 2.0
"""Documents per second of processor time that `guvoh find --json` must reach, its start included."""


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock on the wall and of the processor."""

    wall: float
    processor: float


@contextmanager
def spending() -> Iterator[list[Spent]]:
    """Yields a list that holds, at the end of the block, what this process and its children spent in it."""
    spent: list[Spent] = []
    wall, before = time.perf_counter(), os.times()
    yield spent
    after = os.times()
    spent.append(Spent(time.perf_counter() - wall, sum(after[:4]) - sum(before[:4])))


def timed(work: Callable[[Path], object], paths: Sequence[Path]) -> Spent:
    """What `work` spends on every path, after two to warm up."""
    for path in paths[:2]:
        work(path)
    with spending() as spent:
        for path in paths:
            work(path)
    return spent[0]


def read_alone(path: Path) -> object:
    """What trafilatura alone makes of a page: its text and its metadata."""
    return trafilatura.bare_extraction(path.read_text(encoding="utf-8"), with_metadata=True)


def command(paths: Sequence[Path], jobs: int) -> Spent:
    """What the command line spends on all paths, with its start; asserts that it wrote a line for each."""
    words = ["find", "--json", "--quiet", "--strict", "--jobs", str(jobs), *map(str, paths)]
    with spending() as spent:
        run = subprocess.run([sys.executable, "-m", "guvoh", *words], check=True, capture_output=True)
    assert run.stdout.count(b"\n") == len(paths)
    return spent[0]


def main() -> None:
    """Measure, print, write the section; exit with an error when the floor is missed."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as folder:
        paths = write_pages(Path(folder), NUMBER)
        documents = {path: read_bytes(path.read_bytes(), path.name)[0].document for path in paths}
        words = sum(len(document.text.split()) for document in documents.values())
        statements = sum(len(find(document).statements) for document in documents.values())
        alone = command(paths, 1)
        results = [
            ("trafilatura alone, in process", timed(read_alone, paths)),
            ("guvoh reading (read_bytes), in process", timed(lambda p: read_bytes(p.read_bytes(), p.name), paths)),
            ("guvoh finding (find), in process", timed(lambda p: find(documents[p]), paths)),
            ("guvoh find --json, with its start", alone),
        ]
        if cores > 1:
            results.append((f"guvoh find --json --jobs {cores}, with its start", command(paths, cores)))
    rows = [
        [what, f"{NUMBER / s.wall:.1f}", f"{NUMBER / s.processor:.1f}", f"{s.wall:.1f} s", f"{s.processor:.1f} s"]
        for what, s in results
    ]
    text = table(["what", "documents per second", "per second of processor", "wall", "processor"], rows)
    note = (
        f"{NUMBER} pages; on average {words / NUMBER:.0f} words and {statements / NUMBER:.0f} statements per page. "
        f"Floor: {FLOOR} documents per second of processor for `guvoh find --json`."
    )
    print(f"{text}\n\n{note}")
    write_section("Speed of finding", "make bench", f"{text}\n\n{note}")
    if NUMBER / alone.processor < FLOOR:
        sys.exit(f"`guvoh find --json` is below {FLOOR} documents per second of processor.")


if __name__ == "__main__":
    main()
