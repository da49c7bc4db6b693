"""Full finding on 200 news-length pages beside the same pages through the English pipeline alone, parsing everything.

Both run in one process on one core, in turns, over texts already read from HTML; CPU time, so that other work on
the machine does not count. Peak memory is that of finding, taken before the pipeline alone runs.
"""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pages import write_pages
from results import table, write_section

from guvoh.extraction import find
from guvoh.extraction.annotate.english import pipeline
from guvoh.ingest import read_bytes
from guvoh.model import Document

PAGES = 200
ROUNDS = 3
RATIO_CEILING = 1.5
MEMORY_CEILING_MB = 700


def documents() -> list[Document]:
    """The generated pages, read."""
    with tempfile.TemporaryDirectory() as folder:
        return [read_bytes(p.read_bytes(), p.name)[0].document for p in write_pages(Path(folder), PAGES)]


def parse_alone(pages: list[Document]) -> float:
    """CPU seconds of the pipeline over the whole texts."""
    nlp = pipeline()
    start = time.process_time()
    for doc in nlp.pipe((page.text for page in pages), batch_size=64):
        len(doc)
    return time.process_time() - start


def find_all(pages: list[Document]) -> float:
    """CPU seconds of finding, parse included."""
    start = time.process_time()
    for page in pages:
        find(page)
    return time.process_time() - start


def measure(results: multiprocessing.SimpleQueue[tuple[list[float], list[float], float, int]]) -> None:
    """In a fresh process: rounds of both in turns, peak memory in MB, words in all."""
    pages = documents()
    find_all(pages)  # loads what is loaded once; what it needs at its peak is finding's own
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale
    alone, full = [], []
    for _ in range(ROUNDS):
        alone.append(parse_alone(pages))
        full.append(find_all(pages))
    words = sum(len(page.text.split()) for page in pages)
    results.put((alone, full, memory, words))


def main() -> None:
    """Measure, print, write the section; exit with an error when a ceiling is passed."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.SimpleQueue[tuple[list[float], list[float], float, int]] = context.SimpleQueue()
    child = context.Process(target=measure, args=(results,))
    child.start()
    alone, full, memory, words = results.get()
    child.join()
    parse, finding = statistics.median(alone), statistics.median(full)
    ratio = statistics.median(f / a for f, a in zip(full, alone, strict=True))
    rows = [
        ["pipeline alone, parsing everything", f"{parse:.1f} s", f"{PAGES / parse:.1f}"],
        ["guvoh find, parse included", f"{finding:.1f} s", f"{PAGES / finding:.1f}"],
    ]
    text = table(["what", f"CPU for {PAGES} pages", "documents a second on a core"], rows)
    note = (
        f"Finding costs {ratio:.2f} times the parse alone (median of {ROUNDS} rounds; ceiling {RATIO_CEILING}); "
        f"peak memory {memory:.0f} MB (ceiling {MEMORY_CEILING_MB}). The pages hold {words // PAGES} words on average."
    )
    print(f"{text}\n\n{note}")
    write_section("Finding beside its parser", "make bench", f"{text}\n\n{note}")
    if ratio > RATIO_CEILING or memory > MEMORY_CEILING_MB:
        sys.exit("Finding costs more than its ceiling allows.")


if __name__ == "__main__":
    main()
