"""The command `guvoh`: its list of commands, loaded one by one when asked for, and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from inspect import cleandoc
from typing import Any

import click

from guvoh import __version__
from guvoh.cli.faults import Told, tell_briefly
from guvoh.model.errors import GuvohError

COMMANDS = {
    "new": "Make an encrypted vault.",
    "add": "Read files and folders into a vault and find what they state.",
    "find": "Find statements in files, without a vault.",
    "weigh": "Weigh what several documents say against one another.",
    "serve": "Open the desk: read, review and see a vault in the browser.",
    "tally": "Tell the smallest total that all sources together support, with its proof.",
    "before-after": "Count reported events by week around a day.",
    "decide": "Accept, reject or undo, and see what was decided.",
    "grade": "Grade how reliable a source is, or how credible a statement.",
    "dossier": "Write the dossier of a vault: pages, map, timeline, tables.",
    "search": "Search the text of everything in a vault.",
    "show": "Show a vault's documents, statements, figures, events or sources.",
    "token": "Make, list and revoke tokens by which programs use the API.",
    "verify": "Check every original and every entry of the custody log.",
    "backup": "Copy a whole vault, encrypted as it is, into another folder.",
    "acts": "List the act vocabulary.",
    "completion": "Print the completion script for a shell.",
}
"""Each command and its summary, the first line of its help. It is `command` in the module of its name (_ for -)."""

INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 + SIGINT, as shells have it."""
PIPE_CLOSED = 141
"""Exit code when the reader of the output went away: 128 + SIGPIPE."""


class Doors(click.Group):
    """The group of all commands: none is imported before it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, with its summary as the first paragraph of its help; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            command: click.Command = import_module(f"guvoh.cli.{cmd_name.replace('-', '_')}").command
            command.short_help = COMMANDS[cmd_name]
            command.help = f"{COMMANDS[cmd_name]}\n\n{cleandoc(command.help or '')}".rstrip()
            self.add_command(command, cmd_name)
        return self.commands[cmd_name]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the table, so that `guvoh --help` imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what Guvoh raises on purpose is told in words, with its exit code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except GuvohError as error:
            raise Told(error) from None
        except BrokenPipeError:
            # stdout now leads nowhere: so does what is still buffered, or the interpreter would complain at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run and exit: Click's own `main`, but Ctrl-C ends without a word and with its usual code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(INTERRUPTED)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="guvoh", message="%(prog)s %(version)s")
def guvoh() -> None:
    """Turn reports of abuse into a record that can be checked.

    Every number, act, place and date stays with the words it came from and with who said them.
    """


def main() -> None:
    """Run the command line of this process and exit."""
    sys.excepthook = tell_briefly
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that cannot show a letter gets a mark for it, not a fault
            stream.reconfigure(errors="replace")
    guvoh(prog_name="guvoh")
