"""How errors are told: what happened and the next step in a line or two, never a traceback, nothing private."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import click

from guvoh.cli.words import printable
from guvoh.model.errors import GuvohError
from guvoh.settings import DEBUG


class Told(click.ClickException):
    """An error raised on purpose, on its way to the terminal with its own exit code."""

    def __init__(self, error: GuvohError) -> None:
        super().__init__(error.message)
        self.error = error

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """The error's own: 2 usage, 3 input, 4 vault."""
        return self.error.exit_code

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message and the next step to standard error."""
        click.echo(click.style("Error: ", fg="red") + printable(self.error.message), file=file, err=True)
        if self.error.next_step:
            click.echo(printable(self.error.next_step), file=file, err=True)


def tell_briefly(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """The excepthook: a fault of the program in one line by its class only, since its message may quote a document."""
    if issubclass(kind, KeyboardInterrupt):
        return
    click.echo(
        f"Error: a fault of the program ({kind.__name__}). Please report it, with the command's options and the "
        f"output of {DEBUG.env}=1, but without the documents: see SECURITY.md and CONTRIBUTING.md.",
        err=True,
    )
    # not settings.is_on: a wrong value must not hide the fault behind another
    if os.environ.get(DEBUG.env, "0") not in ("", "0"):
        click.echo(_where(fault, trace), err=True)


def _where(fault: BaseException, trace: TracebackType | None) -> str:
    lines: list[str] = []
    step: BaseException | None = fault
    while step is not None:
        frames = traceback.extract_tb(trace if step is fault else step.__traceback__)
        lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        lines.append(f"{type(step).__module__}.{type(step).__name__}")
        step = step.__cause__ or step.__context__
    return "\n".join(lines)


def _short(filename: str) -> str:
    """The path below the installed packages or the checkout: the rest may hold a person's name."""
    for root in sorted(map(Path, sys.path), key=lambda path: -len(str(path))):
        if root.name and Path(filename).is_relative_to(root):
            return str(Path(filename).relative_to(root))
    return Path(filename).name
