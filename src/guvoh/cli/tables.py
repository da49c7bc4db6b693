"""Tables on a terminal or in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from guvoh.cli.screen import Screen
from guvoh.cli.words import printable

Cell = str | int | float | None

_NARROW = 8
"""Characters that a column keeps on a narrow terminal, if it has as many."""


def show_table(screen: Screen, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print rows under their column names; an unknown value is an empty cell."""
    cells = [[_shown(cell) for cell in row] for row in rows]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        longest = max((len(row[number]) for row in cells), default=0)
        table.add_column(Text(column), overflow="fold", min_width=min(_NARROW, longest))
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    screen.out.print(table)


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:,}" if isinstance(cell, (int, float)) else printable(cell)
