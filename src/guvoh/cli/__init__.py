"""The command line: thin doors, one file per command, each calling one use case."""

from guvoh.cli.app import main

__all__ = ["main"]
