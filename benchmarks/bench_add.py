"""Seconds to weigh one more document of a made-up world into a shelf of many statements; ADD_SIZE says how many."""

from __future__ import annotations

import gc
import os
import time
from random import Random

from results import table, write_section
from weighing_world import SEED, world

from guvoh.assessment.incremental import add
from guvoh.assessment.shelf import MemoryShelf
from guvoh.assessment.shelving import fill

SIZE = "3000"
ADDED = 12
MEDIAN = 1.0
"""Seconds by the clock that half of the documents may take at most."""


def main() -> None:
    """Fill, add, print, write the section; exit with an error when the floor is missed."""
    findings = [told.findings for told in world(int(os.environ.get("ADD_SIZE", SIZE)))]
    Random(SEED).shuffle(findings)
    shelf = MemoryShelf()
    begin = time.perf_counter()
    weighed = fill(shelf, findings[ADDED:])
    filled = time.perf_counter() - begin
    gc.freeze()
    seconds, touched = [], []
    for later in findings[:ADDED]:
        begin = time.perf_counter()
        change = add(shelf, [later])
        seconds.append(time.perf_counter() - begin)
        touched.append(len(change.now.events))
    spent = sorted(seconds)
    row = [f"{len(weighed.origins):,}", f"{filled:.0f} s", *(f"{spent[int(ADDED * q)]:.2f} s" for q in (0.1, 0.5, 0.9))]
    text = table(["statements there", "filled in", "fastest tenth", "median", "slowest tenth"], [row])
    note = (
        f"{ADDED} documents, one by one, seconds by the clock; {sum(touched) / ADDED:.1f} events changed "
        f"by each. The world is dense: half of its documents are of events that dozens of others tell. Floor: median "
        f"{MEDIAN:.0f} s."
    )
    print(f"{text}\n\n{note}")
    write_section("Weighing one more document", "make bench", f"{text}\n\n{note}")
    if spent[ADDED // 2] > MEDIAN:
        raise SystemExit("Weighing one more document takes too long.")


if __name__ == "__main__":
    main()
