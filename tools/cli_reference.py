"""Write docs/guide/cli.md from the commands and settings themselves: `make docs`; a test checks that it is current."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from guvoh.cli.app import COMMANDS, guvoh
from guvoh.settings import SETTINGS

PAGE = Path(__file__).parents[1] / "docs" / "guide" / "cli.md"
WIDTH = 100

HEAD = """\
# The command line

Written by `make docs` from the commands themselves; change it there.

Results go to standard output, notes, progress and problems to standard error. Colours appear on a terminal only, and
never with `NO_COLOR` set. A file that cannot be read never stops the rest.

| exit code | meaning |
|---|---|
| 0 | done; problems with single files, if any, were listed |
| 1 | a fault of the program |
| 2 | the command was used wrongly |
| 3 | the input cannot be read; with `--strict`, a part of it |
| 4 | the vault cannot be made, opened, trusted or written |
| 5 | the person may not do this |
| 6 | another person changed the same thing meanwhile |
| 130 | stopped with Ctrl-C |
| 141 | whatever read the output went away |
"""


def reference() -> str:
    """The whole page as Markdown."""
    parts = [HEAD, _help()]
    parts += [f"## guvoh {name}\n\n{_help(name)}" for name in COMMANDS]
    return "\n".join([*parts, _settings()])


def _help(name: str = "") -> str:
    context = guvoh.make_context("guvoh", [], resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    if name:
        command = guvoh.get_command(context, name)
        assert command is not None
        context = click.Context(command, parent=context, info_name=name)
    return f"```\n{context.get_help()}\n```\n"


def _settings() -> str:
    rows = [f"| `{setting.env}` | {setting.help} | {_default(setting.default)} |" for setting in SETTINGS]
    return "\n".join(["## Settings\n", "| environment variable | what it does | default |", "|---|---|---|", *rows, ""])


def _default(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def main() -> None:
    """Write the page; with `--check`, exit with an error when it is not current."""
    page = reference()
    if "--check" in sys.argv[1:]:
        current = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        sys.exit(0 if current == page else "docs/guide/cli.md is not current: run `make docs`.")
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
