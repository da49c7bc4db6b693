"""`guvoh completion`: completion scripts for shells."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command()
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """For bash, add this line to ~/.bashrc: eval "$(guvoh completion bash)"; for zsh the same with zsh in
    ~/.zshrc; for fish: guvoh completion fish > ~/.config/fish/completions/guvoh.fish
    """
    click.echo(_SHELLS[shell](ctx.find_root().command, {}, "guvoh", "_GUVOH_COMPLETE").source())
