"""Wall time of `guvoh --help` and of one command's help, each in a new process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from results import table, write_section

RUNS = 20
FLOOR = 0.4
"""Seconds that `guvoh --help` may take (median)."""


def seconds(*words: str) -> list[float]:
    """Wall times of RUNS runs of `guvoh` with these words, the first one left out (it fills the disk's cache)."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "guvoh", *words], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return times[1:]


def main() -> None:
    """Measure, print, write the section; exit with an error when the floor is missed."""
    rows = []
    medians = {}
    for words in (["--help"], ["find", "--help"], ["add", "--help"]):
        times = seconds(*words)
        medians[words[0]] = statistics.median(times)
        spread = [f"{value:.3f} s" for value in (medians[words[0]], min(times), max(times))]
        rows.append([f"guvoh {' '.join(words)}", *spread])
    text = table(["command", "median", "least", "most"], rows)
    print(text)
    write_section("Start", "make bench", f"{text}\n\nFloor: {FLOOR} s for `guvoh --help`.")
    if medians["--help"] > FLOOR:
        sys.exit(f"`guvoh --help` takes longer than {FLOOR} s.")


if __name__ == "__main__":
    main()
