"""Time, memory, growth and truth of weighing on a made-up world, and the time of a tally over thousands of figures.

WEIGH_SIZES names the sizes in statements ("10000 100000 1000000", about 8 minutes); without it the largest is left out.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence

from results import table, write_section
from weighing_world import SEED, Told, world

from guvoh.assessment import weigh
from guvoh.assessment.groundwork import lay
from guvoh.assessment.question import Question
from guvoh.assessment.tally import tally_on
from guvoh.model import Findings, Place

SIZES = "10000 100000"
F1 = 0.95
"""The least F1 of same-event pairs on the planted truth."""
SECONDS, GIGABYTES = 600, 6.0
"""The most that a million statements may take: by the clock, and of memory with the findings themselves."""
GROWTH = 1.5
"""How many times more a statement may take in the largest world than in the smallest."""
FIGURES, TALLIED = 5000, 2.0
"""Figures of one act in one country, and the seconds by the clock in which their minimum is due, from nothing."""
_ACT, _COUNTRY = "arbitrary_detention", "RU"


def pair_scores(truth: Mapping[str, int], home: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all pairs of statements: of one event as weighed, of one happening in truth."""

    def pairs(sizes: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in sizes.values())

    both = pairs(Counter((truth[s], home[s]) for s in home))
    precision = both / max(1, pairs(Counter(home.values())))
    recall = both / max(1, pairs(Counter(truth.values())))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure(size: int) -> dict[str, float]:
    """Weigh a world of `size` statements in this process."""
    told = list(world(size))
    truth = {statement: happening for document in told for statement, happening in document.truth}
    findings = [document.findings for document in told]
    del told
    inputs = _peak()
    wall, processor = time.perf_counter(), time.process_time()
    weighed = weigh(findings)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    home = {statement: event.id for event in weighed.events for statement in event.statements}
    precision, recall, f1 = pair_scores(truth, home)
    return {
        "statements": len(truth), "documents": len(findings), "wall": wall, "processor": processor,
        "inputs": inputs, "peak": _peak(), "precision": precision, "recall": recall, "f1": f1,
        "events": len(weighed.events), "figures": len(weighed.figures), "pairs": len(weighed.documents),
    }  # fmt: skip


def _peak() -> float:
    """The most memory that this process has held, in gigabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024


def measured_alone(size: int) -> dict[str, float]:
    """The same in a process of its own, so that each size has its own peak."""
    run = subprocess.run([sys.executable, __file__, str(size)], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def tallied() -> tuple[int, float, float, float]:
    """How many figures were tallied, the seconds it took from nothing, those of the tally alone, and the minimum."""
    findings: list[Findings] = []
    figures = 0
    for told in world(FIGURES * 60, SEED + 1):
        if (about := _about(told)) and figures < FIGURES:
            findings.append(about)
            figures += len(about.statements)
    begin = time.perf_counter()
    place = Place("Russia", f"l:{_COUNTRY}", 0, 0, _COUNTRY, None, None, None, "country")
    laid = lay(findings)
    weighed = time.perf_counter()
    found = tally_on(laid, Question(_ACT, place))
    end = time.perf_counter()
    return figures, end - begin, end - weighed, found.minimum


def _about(told: Told) -> Findings | None:
    was = told.findings
    kept = tuple(s for s in was.statements if s.act == _ACT and s.count and s.place and s.place.country == _COUNTRY)
    return Findings(was.document, kept) if kept else None


def report(rows: Sequence[Mapping[str, float]], figures: int, seconds: float, alone: float, minimum: float) -> str:
    """What was measured, as a table and a few sentences."""
    columns = ["statements", "documents", "wall", "processor", "per statement", "peak memory", "inputs", "P", "R", "F1"]
    cells = [
        [
            f"{r['statements']:,.0f}", f"{r['documents']:,.0f}", f"{r['wall']:.0f} s", f"{r['processor']:.0f} s",
            f"{r['wall'] / r['statements'] * 1e6:.0f} µs", f"{r['peak']:.2f} GB", f"{r['inputs']:.2f} GB",
            f"{r['precision']:.3f}", f"{r['recall']:.3f}", f"{r['f1']:.3f}",
        ]
        for r in rows
    ]  # fmt: skip
    last = rows[-1]
    return (
        f"{table(columns, cells)}\n\n"
        f"The world is made by `weighing_world.py` (seed {SEED}): one document in five is a near-copy; dates, places "
        f"and numbers slip as in news. One process. The last gave {last['events']:,.0f} events, {last['figures']:,.0f} "
        f"relations of figures and {last['pairs']:,.0f} pairs of documents. Floors: F1 {F1}; a million statements in "
        f"{SECONDS} s and {GIGABYTES:.0f} GB; a statement at most {GROWTH} times slower in the largest than in the "
        f"smallest.\n\nTally over {figures:,} figures, from nothing: {seconds:.2f} s, of which {alone:.2f} s "
        f"when they have been weighed, as in a vault (minimum {minimum:,.0f}). Floor: {TALLIED} s."
    )


def missed(rows: Sequence[Mapping[str, float]], seconds: float) -> list[str]:
    """The floors that were missed, in words."""
    per = [r["wall"] / r["statements"] for r in rows]  # what a person waits: measure where nothing else runs
    last = rows[-1]
    faults = {
        f"a statement takes {per[-1] / per[0]:.1f} times longer in the largest world": per[-1] > per[0] * GROWTH,
        f"pair F1 is below {F1}": min(r["f1"] for r in rows) < F1,
        f"a million statements take more than {SECONDS} s": per[-1] * 1_000_000 > SECONDS,
        f"more than {GIGABYTES} GB for a million": last["peak"] > max(1.0, GIGABYTES * last["statements"] / 1_000_000),
        f"the tally took more than {TALLIED} s": seconds > TALLIED,
    }
    return [words for words, is_missed in faults.items() if is_missed]


def main() -> None:
    """Measure, print, write the section; exit with an error when a floor is missed."""
    rows = [measured_alone(int(size)) for size in os.environ.get("WEIGH_SIZES", SIZES).split()]
    figures, seconds, alone, minimum = tallied()
    text = report(rows, figures, seconds, alone, minimum)
    print(text)
    write_section("Weighing a made-up world", "make bench", text)
    if faults := missed(rows, seconds):
        sys.exit("; ".join(faults))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
    else:
        main()
