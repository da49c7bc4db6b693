"""What is said and where: results to standard output, notes, progress and problems to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from guvoh.cli.words import printable
from guvoh.settings import QUIET

_P = ParamSpec("_P")
_T = TypeVar("_T")

_PIPE_WIDTH = 160
"""Columns of a table that goes into a file or a pipe, unless COLUMNS says otherwise."""

_NARROWEST = 20
"""Columns that a paragraph keeps on any terminal."""


class Screen:
    """The two streams of one command. `quiet` silences notes and progress, never problems or results."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.out = _console(to_error=False)
        self.err = _console(to_error=True)

    def note(self, words: str) -> None:
        """Say something that is neither a result nor a problem."""
        if not self.quiet:
            self.err.print(Text(printable(words)))

    def problem(self, path: str, words: str) -> None:
        """Say what is wrong with one file."""
        self.err.print(Text.assemble((printable(path), "bold"), ": ", (printable(words), "yellow")))

    def result(self, line: str | Text = "", indent: int = 0) -> None:
        """Print one paragraph of result, set in by `indent` columns."""
        text = line if isinstance(line, Text) else Text(printable(line))
        for wrapped in text.wrap(self.out, max(self.out.width - indent, _NARROWEST)):
            wrapped.rstrip()  # Rich's own padding would fill lines with spaces, which piped output keeps
            self.out.print(Text(" " * indent).append_text(wrapped), soft_wrap=True)

    def json_line(self, data: object) -> None:
        """Print one JSON value on one line, at once, so that a reader can follow along."""
        try:
            line = json.dumps(data, ensure_ascii=False).encode()
        except UnicodeEncodeError:  # a file name that is not UTF-8: escape it, the rest of the line as well
            line = json.dumps(data).encode()
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()

    def progress(self, items: Iterable[_T], total: int, doing: str, *, with_results: bool = False) -> Iterator[_T]:
        """The items one by one, with a bar while they last.

        `with_results`: results are printed meanwhile, so there is no bar where they go to a terminal themselves.
        """
        with self.meter(doing, shown=not (with_results and self.out.is_terminal)) as tell:
            tell(0, total)
            for done, item in enumerate(items, 1):
                yield item
                tell(done, total)

    @contextmanager
    def meter(self, doing: str, *, shown: bool = True) -> Iterator[Callable[[int, int], None]]:
        """A progress bar on standard error, told how many of how many are done; on a terminal only, unless quiet."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        hidden = self.quiet or not (shown and self.err.is_terminal)
        with Progress(*columns, console=self.err, transient=True, disable=hidden) as bar:
            task = bar.add_task(doing, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)

    @contextmanager
    def phases(self, doing: str) -> Iterator[Callable[[str, int, int], None]]:
        """The same for work of several phases: told what is being done, and how many of how many parts are."""
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(
            *columns, console=self.err, transient=True, disable=self.quiet or not self.err.is_terminal
        ) as bar:
            task = bar.add_task(doing, total=None)
            yield lambda phase, done, total: bar.update(task, description=phase, completed=done, total=total)


def talks(command: Callable[Concatenate[Screen, _P], _T]) -> Callable[..., _T]:
    """Give a command `--quiet` and, as its first argument, the screen that obeys it."""

    @click.option("--quiet", "-q", is_flag=True, envvar=QUIET.env, default=QUIET.default, help=QUIET.help)
    @wraps(command)
    def with_screen(*args: Any, quiet: bool, **options: Any) -> _T:  # noqa: ANN401
        return command(Screen(quiet=quiet), *args, **options)

    return with_screen


def _console(*, to_error: bool) -> Console:
    terminal = (sys.stderr if to_error else sys.stdout).isatty()
    width = None if terminal or "COLUMNS" in os.environ else _PIPE_WIDTH
    return Console(stderr=to_error, width=width, highlight=False, markup=False, emoji=False)
