"""Back a vault up while it is open: into a folder, or as one file to download. What leaves is encrypted as before."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import weakref
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from guvoh.custody import Vault
from guvoh.model.access import Actor, Right, require
from guvoh.model.errors import UsageError

_PIECE = 2**20
LAST_BACKUP = "last_backup"
"""Setting: the head of the log in the newest backup; that it was made, by whom and when is in the custody log."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made: where, and the head of the log in it, to note elsewhere."""

    folder: Path
    head: str


def backup_vault(vault: Vault, by: Actor, folder: str, progress: Callable[[int, int], None] | None = None) -> Backup:
    """Copy the whole vault into a new or empty folder, named in full. The copy opens with the vault's passphrase.

    Raises NotAllowed, UsageError for a folder that will not do, VaultError when the disk refuses.
    """
    target = backup_folder(vault, by, folder)
    head = vault.copy(target, progress)
    vault.set(LAST_BACKUP, head, by)
    return Backup(target, head)


def backup_folder(vault: Vault, by: Actor, folder: str) -> Path:
    """The folder that was named, when a backup can be made in it. Raises NotAllowed, UsageError."""
    require(by, Right.KEEP)
    if not folder.strip() or "\0" in folder:
        raise UsageError("No folder for the backup was named.", "Name one, on another disk if you can.")
    target = Path(folder.strip()).expanduser()
    vault.check_copy(target)
    return target


def last_backup(vault: Vault, by: Actor) -> str | None:
    """The head of the log in the newest backup, or None when none was made."""
    require(by, Right.KEEP)
    return vault.setting(LAST_BACKUP)


class Packed:
    """A backup as the pieces of a tar file, read once; `close`, or forgetting it, removes what it was made of."""

    def __init__(self, room: Path) -> None:
        self._pieces = _pieces(room)
        self._remove = weakref.finalize(self, shutil.rmtree, room, ignore_errors=True)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self._pieces)

    def close(self) -> None:
        """Remove the copy; a second call does nothing."""
        self._pieces.close()
        self._remove()


def packed_vault(vault: Vault, by: Actor) -> Packed:
    """The same copy as a tar file that holds a folder `vault`. Raises NotAllowed, VaultError.

    It is made in the system's folder for temporary files, encrypted as the vault is, and removed when it is closed.
    """
    require(by, Right.KEEP)
    room = Path(tempfile.mkdtemp(prefix="guvoh-"))
    try:
        vault.set(LAST_BACKUP, vault.copy(room / "vault"), by)
    except BaseException:
        shutil.rmtree(room, ignore_errors=True)
        raise
    return Packed(room)


def _pieces(room: Path) -> Generator[bytes, None, None]:
    for path in sorted(room.rglob("*")):
        yield _member(path, path.relative_to(room).as_posix()).tobuf(tarfile.PAX_FORMAT)
        if path.is_file():
            yield from _content(path)
    yield bytes(2 * tarfile.BLOCKSIZE)


def _member(path: Path, name: str) -> tarfile.TarInfo:
    """A member without the names of this machine's user and group."""
    member, known = tarfile.TarInfo(name), path.stat()
    member.mtime, member.mode = int(known.st_mtime), known.st_mode & 0o777
    if path.is_dir():
        member.type = tarfile.DIRTYPE
    else:
        member.size = known.st_size
    return member


def _content(path: Path) -> Iterator[bytes]:
    """The file's bytes, filled up to whole blocks."""
    length = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            length += len(piece)
            yield piece
    yield bytes(-length % tarfile.BLOCKSIZE)
