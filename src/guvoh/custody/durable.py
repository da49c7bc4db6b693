"""Files that stay: private modes, flushed to the disk itself, replaced in one step, with errors a person can act on."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from guvoh.model.errors import VaultError

if sys.platform == "darwin":
    import fcntl

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def storing() -> Iterator[None]:
    """Turn an OSError of the vault's own files into a VaultError with its next step."""
    try:
        yield
    except OSError as error:
        raise cannot_store(error) from error


def cannot_store(error: OSError) -> VaultError:
    """The VaultError for an error of the file system; names the kind of failure, no path and no content."""
    if error.errno in _FULL:
        return VaultError(
            "The vault could not be written: the disk or its quota is full.",
            "Make room and run the command again; everything reported as kept is kept.",
        )
    if error.errno in _CLOSED:
        return VaultError(
            "The vault could not be opened or written: the folder or disk is read-only or belongs to another user.",
            "Check its permissions, or copy the folder to a disk you can write to.",
        )
    kind = errno.errorcode.get(error.errno or 0, "unknown error")
    return VaultError(
        f"The vault could not be read or written: the system reports {kind}.",
        "Check that the disk is connected and sound, then run `guvoh verify`.",
    )


def flush(file: IO[bytes]) -> None:
    """Push a file's bytes to the disk itself."""
    file.flush()
    if sys.platform == "darwin":
        fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)  # fsync there stops at the drive's cache
    else:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Push a folder's list of names to the disk (Windows keeps it with the files)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def new_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter, and make its name last."""
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    flush_folder(folder.parent)


def new_file(path: Path) -> IO[bytes]:
    """Open a file that must not exist yet, readable by its owner only."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, FILE_MODE), "r+b")


@contextmanager
def replacing(path: Path, draft: Path) -> Iterator[IO[bytes]]:
    """Write `draft`, and name it `path` once it is whole and on the disk; a failure leaves `path` as it was.

    A draft already there is what a killed writer left (one writer holds the vault's lock): it makes room.
    """
    try:
        draft.unlink(missing_ok=True)
        with new_file(draft) as file:
            yield file
            flush(file)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)
