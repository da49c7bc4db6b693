"""A backup: a copy of a whole vault while it is open, which the same passphrase opens and `guvoh verify` passes.

The database is copied first: whatever original it names is on the disk by then. Originals are never changed in
place, so each is copied whole; one that comes in meanwhile may be copied too, and does no harm.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from guvoh.custody.durable import FILE_MODE, FOLDER_MODE, flush, flush_folder, new_folder, storing
from guvoh.custody.header import NAME
from guvoh.custody.ledger import Head, write_head
from guvoh.model.errors import UsageError

DATABASE = "records.db"
ORIGINALS = "originals"

Progress = Callable[[int, int], None]


def copy_vault(
    source: Path, target: Path, ledger_key: bytes, database: Callable[[Path], Head], progress: Progress | None = None
) -> Head:
    """Copy the vault at `source` into a new or empty folder; gives the newest log entry that the copy holds.

    `database` writes the database's copy; `progress` is told how many originals of how many are done. Raises
    UsageError for a folder that will not do, VaultError when the disk refuses; what was begun is then removed.
    """
    check_target(source, target)
    with storing():
        target.parent.mkdir(parents=True, exist_ok=True)
        new_folder(target)
        target.chmod(FOLDER_MODE)
    try:
        head = database(target / DATABASE)
        write_head(target, ledger_key, head)
        with storing():
            _copy_originals(source / ORIGINALS, target / ORIGINALS, progress)
            _copy(source / NAME, target / NAME)  # last: until it is there, the folder is no vault
            flush_folder(target)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return head


def check_target(source: Path, target: Path) -> None:
    """Raise UsageError for a folder that the vault at `source` cannot be copied into."""
    try:
        here, there = source.resolve(), target.resolve()
        taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    except (OSError, ValueError) as error:
        raise UsageError("The folder for the backup cannot be looked at.", "Name another folder.") from error
    if not target.is_absolute():
        raise UsageError("The folder for the backup must be named in full.", "Begin with the drive or with /.")
    if there == here or here in there.parents:
        raise UsageError("A backup inside the vault would be lost with it.", "Name a folder on another disk.")
    if taken:
        raise UsageError("The folder for the backup holds files already.", "Name a new folder; nothing was written.")


def _copy_originals(source: Path, target: Path, progress: Progress | None) -> None:
    new_folder(target)
    files = sorted(path for path in source.glob("??/*") if path.is_file())
    for done, path in enumerate(files, 1):
        place = target / path.relative_to(source)
        if not place.parent.is_dir():
            new_folder(place.parent)
        _copy(path, place)
        if progress:
            progress(done, len(files))
    for folder in target.iterdir():
        flush_folder(folder)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(FILE_MODE)
    with target.open("r+b") as file:
        flush(file)
