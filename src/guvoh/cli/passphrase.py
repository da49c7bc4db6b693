"""Where a passphrase comes from: the environment or a terminal, never the words of the command."""

from __future__ import annotations

import sys

import click

from guvoh.model.errors import UsageError
from guvoh.settings import PASSPHRASE, take_passphrase


def ask(*, twice: bool = False) -> str:
    """The passphrase from the environment, else typed unseen, `twice` for a new one.

    Raises UsageError when there is no terminal to ask on.
    """
    given = take_passphrase()
    if given:
        return given
    if not sys.stdin.isatty():
        raise UsageError(
            "There is no terminal to ask for the passphrase.", f"Run in a terminal or set {PASSPHRASE.env}."
        )
    answer: str = click.prompt("Passphrase", hide_input=True, confirmation_prompt=twice, err=True)
    return answer
