"""Options and arguments that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from guvoh import actions
from guvoh.cli.passphrase import ask
from guvoh.model.access import HOLDER
from guvoh.settings import JOBS

if TYPE_CHECKING:
    from guvoh.cli.screen import Screen
    from guvoh.custody import Vault

_F = TypeVar("_F", bound=Callable[..., Any])

STRICT_EXIT = 3
"""Exit code of `--strict` when something could not be read: that of an input error."""


def vault_argument(command: _F) -> _F:
    """The argument VAULT: the folder of a vault."""
    return click.argument("vault", type=click.Path(path_type=Path))(command)


def json_option(command: _F) -> _F:
    """`--json`: the result as JSON, for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, one object per line.")(command)


def csv_option(command: _F) -> _F:
    """`--csv`: the result as CSV, for spreadsheets."""
    return click.option("--csv", "as_csv", is_flag=True, help="Print CSV; cells cannot run as formulas.")(command)


def jobs_option(command: _F) -> _F:
    """`--jobs`: how many processes."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(1, 64),
        envvar=JOBS.env,
        default=JOBS.default,
        show_default=True,
        help=JOBS.help,
    )(command)


def strict_option(command: _F) -> _F:
    """`--strict`: a part that could not be read makes the run fail."""
    return click.option(
        "--strict", is_flag=True, help=f"Exit with code {STRICT_EXIT} when anything could not be read."
    )(command)


def end_strictly(ctx: click.Context, *, strict: bool, problems: int) -> None:
    """End with the code of an input error when there were problems and the person asked for strictness."""
    if strict and problems:
        ctx.exit(STRICT_EXIT)


@contextmanager
def unlocked(vault: Path) -> Iterator[Vault]:
    """The vault, opened with the person's passphrase and closed at the end."""
    with actions.unlock_vault.unlock_vault(vault, ask()) as opened:
        yield opened


def meant(screen: Screen, vault: Vault, words: Sequence[str]) -> tuple[str, ...]:
    """The ids of the statements named; for each named by its number, its sentence is printed. Raises as the action."""
    ids = []
    for one in actions.named_records.statements_named(vault, HOLDER, words):
        if not isinstance(one, str):
            screen.note(f"{one.number}: “{one.quote}”")
        ids.append(one if isinstance(one, str) else one.id)
    return tuple(ids)
