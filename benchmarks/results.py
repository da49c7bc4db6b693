"""benchmarks/results.md: one dated section per measurement, each written anew by what measures it."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).parent / "results.md"
HEAD = """\
# Results

Measured, not promised: each section is written by the command it names. A floor is what a change must not go below.
"""


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table with aligned columns, which also reads well on a terminal."""
    every = [list(columns), *map(list, rows)]
    widths = [max(len(row[number]) for row in every) for number in range(len(columns))]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in every]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    return "\n".join([lines[0], f"|{'|'.join('-' * (width + 2) for width in widths)}|", *lines[1:]])


def machine() -> str:
    """The machine in a few words that name nobody."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def write_section(title: str, command: str, body: str) -> None:
    """Put the section into the page, in the place of an earlier one of that title, with today's date (UTC)."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    section = f"## {title}\n\n{datetime.now(UTC):%Y-%m-%d}, `{command}`, {machine()}.\n\n{body}\n"
    found = re.compile(rf"^## {re.escape(title)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    page = found.sub(lambda _: section + "\n", page) if found.search(page) else f"{page.rstrip()}\n\n{section}"
    PAGE.write_text(page.rstrip() + "\n", encoding="utf-8")
