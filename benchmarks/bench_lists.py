"""Server time of every list of the desk, and of search, on a made-up vault; EXPLAIN says how each list is read.

LISTS_SIZES names the sizes in statements ("10000 1000000", about 8 minutes in all); LISTS_CACHE a folder in which the
made vaults are kept between runs.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from lists_asked import (
    DECISION_FILTERS,
    LEDGER_FILTERS,
    Call,
    deep,
    event_filters,
    lists,
    named,
    searches,
    singles,
    statement_filters,
)
from lists_world import SEED, made, opened
from results import table, write_section

from guvoh.custody import Vault
from guvoh.custody.browse import EventFilter, EventSort, StatementFilter, StatementSort
from guvoh.custody.records.browsing import seek
from guvoh.custody.records.browsing.events import event_listing
from guvoh.custody.records.browsing.history import decision_listing, ledger_listing
from guvoh.custody.records.browsing.seek import Listing
from guvoh.custody.records.browsing.statements import statement_listing

SIZES = "10000"
LIST_FLOOR, SEARCH_FLOOR = 0.150, 0.100
"""Seconds that 95 of 100 calls must not exceed."""
RUNS = 12


def p95(vault: Vault, call: Call, runs: int) -> tuple[float, float]:
    """The median and the time that 95 of 100 runs do not exceed, of the processor: other work may share the machine."""
    random, times = Random(SEED), []
    for _ in range(runs):
        began = time.thread_time()
        call(vault, random)
        times.append(time.thread_time() - began)
    times.sort()
    return times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.95))]


def read_badly() -> list[str]:
    """Lists whose plan scans a whole table, or sorts what no index orders."""
    told = []
    every = {f"statements by {s}": statement_listing(StatementFilter(), s) for s in StatementSort}
    random = Random(SEED)
    for sort in StatementSort:
        for name, made_by in statement_filters().items():
            if name not in ("document", "event"):  # few rows: sorting them costs nothing
                every[f"statements by {sort}: {name}"] = statement_listing(made_by(random), sort)
    every |= {f"events by {s}": event_listing(EventFilter(), s) for s in EventSort}
    every |= {f"events: {n}": event_listing(g(random), EventSort.DATE) for n, g in event_filters().items()}
    every |= {f"decisions{named(f)}": decision_listing(f) for f in DECISION_FILTERS}
    every |= {f"log{named(f)}": ledger_listing(f) for f in LEDGER_FILTERS}
    for name, listing in every.items():
        told += [f"{name}: {plan}" for plan in seek.plans(_long(listing)) if _is_bad(plan)]
    return told


def _long(listing: Listing) -> Listing:
    """The list without what is read as a few rows by their marks: sorting those costs nothing."""
    return replace(listing, parts=tuple(part for part in listing.parts if "NOT INDEXED" not in part.source))


def _is_bad(plan: str) -> bool:
    return "TEMP B-TREE" in plan or (plan.startswith("SCAN") and "USING" not in plan)


def measured(vault: Vault, size: int) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Rows for the page, slowest first, and what is over its floor."""
    rows: list[tuple[float, str, float]] = []
    over = []
    for floor, calls in ((LIST_FLOOR, lists() | deep() | singles()), (SEARCH_FLOOR, searches(vault))):
        for name, call in calls.items():
            middle, most = p95(vault, call, RUNS)
            rows.append((most, name, middle))
            print(f"{size:>9} {name:<60} {middle * 1000:8.1f} {most * 1000:8.1f}", file=sys.stderr, flush=True)
            if most > floor:
                over.append(f"{name}: {most * 1000:.0f} ms, floor {floor * 1000:.0f} ms")
    rows.sort(reverse=True)
    return [(name, f"{middle * 1000:.1f} ms", f"{most * 1000:.1f} ms") for most, name, middle in rows], over


def main() -> None:
    """Measure, write the section, and say what is over its floor."""
    sizes = [int(size) for size in os.environ.get("LISTS_SIZES", SIZES).split()]
    body, over = [], []
    with tempfile.TemporaryDirectory() as fresh:
        folder = Path(os.environ.get("LISTS_CACHE", fresh))
        for size in sizes:
            began = time.perf_counter()
            path = made(folder, size)
            took, megabytes = time.perf_counter() - began, (path / "records.db").stat().st_size / 1e6
            with opened(path) as vault:
                rows, slow = measured(vault, size)
                over += slow + read_badly()
            shown = rows if size == max(sizes) else rows[:10]
            body.append(f"{size:,} statements, {megabytes:,.0f} MB, made or found in {took:.0f} s; slowest first"
                        f"{'' if shown is rows else ', ten of ' + str(len(rows))}.\n\n"
                        + table(("list or search", "median", "p95"), shown))  # fmt: skip
    body.append(f"Floors of p95: {LIST_FLOOR * 1000:.0f} ms for a list, {SEARCH_FLOOR * 1000:.0f} ms for a search; "
                f"{RUNS} runs each, processor time in the serving process. "
                f"Over the floor: {'; '.join(over) or 'none'}.")  # fmt: skip
    write_section("Lists and search", f"LISTS_SIZES='{' '.join(map(str, sizes))}' make bench", "\n\n".join(body))
    print("\n\n".join(body))
    if over:
        sys.exit("Over the floor: " + "; ".join(over))


if __name__ == "__main__":
    main()
