"""Weigh findings against one another: from files or from the output of `guvoh find --json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from guvoh.actions.find_files import find_files
from guvoh.actions.inputs import Input
from guvoh.assessment import weigh
from guvoh.model import Findings, from_json
from guvoh.model.errors import BadTerm, UnreadableFile
from guvoh.model.weighing import Weighed

FINDINGS_SUFFIX = ".jsonl"


def weigh_findings(inputs: Sequence[Input], jobs: int = 1) -> tuple[list[Findings], Weighed]:
    """What the files say together; a `.jsonl` is read as findings. Raises InputError for one that is none."""
    ready = [findings for item in inputs if _is_findings(item) for findings in read_findings(item.path)]
    fresh = find_files([item for item in inputs if not _is_findings(item)], jobs)
    findings = [*ready, *(found for group in fresh for found in group)]
    return findings, weigh(findings, put_together=True)


def read_findings(path: Path) -> Iterator[Findings]:
    """The findings that `guvoh find --json` wrote to `path`. Raises UnreadableFile, or BadTerm with the line."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _one(line, number)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"A {FINDINGS_SUFFIX} file cannot be read as text.", "Make it again with `guvoh find --json`."
        ) from error


def _one(line: str, number: int) -> Findings:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise BadTerm(
            f"Line {number} of a {FINDINGS_SUFFIX} file is no findings object.",
            "Make the file again with `guvoh find --json`.",
        )
    return from_json(data)


def _is_findings(item: Input) -> bool:
    return item.path.suffix == FINDINGS_SUFFIX
