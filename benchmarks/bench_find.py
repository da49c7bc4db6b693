"""Documents per second of `guvoh find` on 100 news pages, side by side with trafilatura alone on the same pages."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura
from pages import write_pages
from results import table, write_section

from guvoh.extraction import find
from guvoh.ingest import read_bytes

NUMBER = 100
FLOOR = 3.0
"""Documents per second that `guvoh find --json` must reach on one process, start included."""


def timed(work: Callable[[Path], object], paths: Sequence[Path]) -> float:
    """Seconds for `work` on every path, after two to warm up."""
    for path in paths[:2]:
        work(path)
    start = time.perf_counter()
    for path in paths:
        work(path)
    return time.perf_counter() - start


def read_alone(path: Path) -> object:
    """What trafilatura alone makes of a page: its text and its metadata."""
    return trafilatura.bare_extraction(path.read_text(encoding="utf-8"), with_metadata=True)


def command(paths: Sequence[Path], jobs: int) -> float:
    """Wall seconds of the command line on all paths, with its start; asserts that it wrote a line for each."""
    start = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-m", "guvoh", "find", "--json", "--quiet", "--strict", "--jobs", str(jobs), *map(str, paths)],
        check=True,
        capture_output=True,
    )
    spent = time.perf_counter() - start
    assert run.stdout.count(b"\n") == len(paths)
    return spent


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
    rows = [[what, f"{spent:.2f} s", f"{NUMBER / spent:.1f}"] for what, spent in results]
    text = table(["what", f"{NUMBER} pages", "documents per second"], rows)
    note = (
        f"On average {words / NUMBER:.0f} words and {statements / NUMBER:.0f} statements per page. "
        f"Floor: {FLOOR} documents per second for `guvoh find --json`."
    )
    print(f"{text}\n\n{note}")
    write_section("Speed of finding", "make bench", f"{text}\n\n{note}")
    if NUMBER / alone < FLOOR:
        sys.exit(f"`guvoh find --json` is below {FLOOR} documents per second.")


if __name__ == "__main__":
    main()
