"""What a person named on the command line, as a list of files to read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guvoh.ingest import walk


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read and the path that every output shows for it: as given, for a file that was named itself."""

    path: Path
    shown_as: str


def gather(named: Sequence[str | os.PathLike[str]], leave_out: Path | None = None) -> list[Input]:
    """The files named, folders recursively, in the order given and each once; none from inside `leave_out`.

    Raises InputError for a path that does not exist.
    """
    found: dict[Path, Input] = {}
    barred = leave_out.resolve() if leave_out else None
    for name in named:
        shown = os.fspath(name)
        for path in walk([Path(name)]):
            real = path.resolve()
            if barred and real.is_relative_to(barred):
                continue
            found.setdefault(real, Input(path, shown if path == Path(name) else str(path)))
    return list(found.values())
