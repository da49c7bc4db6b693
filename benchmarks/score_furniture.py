"""Score what reading sets apart on page dumps: `score_furniture.py [FILE...] [--errors]`, by default both of our own.

A line holds the text of a dump, its body and caption lines, and the lines that are furniture. Furniture should
have a role that tells nothing, must give no statement, and no line of the article may be lost.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from results import table
from score import spans_of, touches

from guvoh.actions.find_files import find_files
from guvoh.actions.inputs import gather
from guvoh.model import TELLING_ROLES, Findings

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
OUR_FILES = (GOLDEN / "furniture_dev.jsonl", GOLDEN / "heldback" / "furniture_heldback.jsonl")


def score_dumps(lines: Sequence[Mapping[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Read and find in each dump: the counts, and each line with the wrong role in words."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{n:03}.txt") for n in range(1, len(lines) + 1)]
        for path, line in zip(paths, lines, strict=True):
            path.write_text(line["text"], encoding="utf-8")
        for n, (line, found) in enumerate(zip(lines, find_files(gather(paths)), strict=True), start=1):
            errors += [f"{n}: {error}" for error in _compare(line, found[0], counts)]
    return counts, errors


def _compare(line: Mapping[str, Any], findings: Findings, counts: Counter[str]) -> list[str]:
    errors = []
    for words in line["furniture"]:
        spans = spans_of(findings.document.text, words)
        if len(spans) != 1:  # what stands twice is not judged
            continue
        told = sum(touches((s.start, s.end), spans) for s in findings.statements)
        counts["furniture"] += 1
        counts["statements from furniture"] += told
        if _tells(findings, spans):
            counts["furniture taken for the article"] += 1
            errors.append(f"kept{', told' if told else ''}: {words[:100]}")
    for words in (*line["body"], *line["captions"]):
        counts["lines of the article"] += 1
        spans = spans_of(findings.document.text, words)
        if spans and not _tells(findings, spans):
            counts["lines of the article lost"] += 1
            errors.append(f"lost: {words[:100]}")
    return errors


def _tells(findings: Findings, spans: list[tuple[int, int]]) -> bool:
    return any(p.role in TELLING_ROLES and touches((p.start, p.end), spans) for p in findings.document.passages)


def main(arguments: Sequence[str]) -> None:
    """Score each file and print; name the errors with `--errors`, but never those of what is held back."""
    files = [Path(argument) for argument in arguments if not argument.startswith("-")] or list(OUR_FILES)
    for path in files:
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        counts, errors = score_dumps(lines)
        if "--errors" in arguments and "heldback" not in path.parts:
            print("\n".join(errors), end="\n\n")
        rows = [[name, str(counts[name])] for name in sorted(counts)]
        print(f"{path.name}: {len(lines)} dumps\n\n{table(['lines', 'count'], rows)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
