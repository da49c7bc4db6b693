"""The files to read under the paths a person gave."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from guvoh.ingest.sidecar import SUFFIX
from guvoh.model.errors import InputError


def walk(paths: Iterable[Path]) -> list[Path]:
    """Every file at or under `paths`, each once, in the order given and sorted within folders.

    Side-cars and hidden files are left out, linked folders are not entered. A file named outright is
    taken even when it is hidden. Raises InputError for a path that does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_under(path)))
        elif path.exists():
            if not path.name.endswith(SUFFIX):
                found[path] = None
        else:
            raise InputError(f"There is no file or folder “{path}”.", "Check the spelling, or list the folder.")
    return list(found)


def _under(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise InputError(f"The folder “{error.filename}” cannot be listed.", "Check that you may read it.") from error

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and not name.endswith(SUFFIX) and path.is_file():
                yield path
