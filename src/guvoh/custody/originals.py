"""The originals: one encrypted file each, under a name and a length that do not show which known file is held.

A file is magic, 32 random bytes, and a STREAM (stream.py) of the padded bytes (padding.py). Its key is
derived from the originals key, the random bytes and the document's SHA-256: a file put in another's
place does not decrypt. Its name is an HMAC of the SHA-256.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from guvoh.custody.durable import new_folder, replacing, storing
from guvoh.custody.keys import derive
from guvoh.custody.padding import pad, unpad
from guvoh.custody.stream import CHUNK, seal, unseal
from guvoh.model.errors import InputError, UnreadableFile, VaultDamaged, VaultError

MAGIC = b"guvohO1\n"
_SALT = 32
_ADDRESS = re.compile(r"[0-9a-f]{64}")
_DRAFT = re.compile(r"new-[0-9a-f]{32}")


class Originals:
    """The originals' folder of one vault."""

    def __init__(self, folder: Path, key: bytes, names: bytes) -> None:
        self._folder = folder
        self._key = key
        self._names = names

    def place(self, sha256: str) -> Path:
        """Where the original of that content address lies."""
        if not _ADDRESS.fullmatch(sha256):
            raise InputError("A content address is 64 small hexadecimal digits.", "Give the SHA-256 of the file.")
        name = hmac.new(self._names, bytes.fromhex(sha256), hashlib.sha256).hexdigest()
        return self._folder / name[:2] / name[2:]

    def write(self, sha256: str, source: Path | bytes) -> int:
        """Encrypt `source` to the disk itself before returning its length in bytes.

        Raises InputError when the source cannot be read or is not the bytes of that address, VaultError when
        the vault cannot be written. Nothing but a whole original ever gets its name.
        """
        place, salt, digest = self.place(sha256), os.urandom(_SALT), hashlib.sha256()
        with _opened(source) as (length, pieces), storing():
            new_folder(place.parent)
            draft = self._folder / f"new-{secrets.token_hex(16)}"
            with replacing(place, draft) as file:
                file.write(MAGIC + salt)
                watched = _watched(pieces, length, digest)
                for chunk in seal(pad(watched, length), self._file_key(sha256, salt)):
                    file.write(chunk)
                if digest.hexdigest() != sha256:
                    raise _changed_source()
        return length

    def read(self, sha256: str) -> Iterator[bytes]:
        """The original's bytes, piece by piece. Raises VaultDamaged when it is missing or does not verify.

        Only the end of the iteration says that all of it is authentic.
        """
        if not self.present(sha256):
            raise VaultDamaged(
                "A stored original is missing.",
                "Restore the vault's folder from a backup, or add the document again from where it came.",
            )
        with storing(), self.place(sha256).open("rb") as file:
            head = file.read(len(MAGIC) + _SALT)
            # a wrong magic changes nothing of the key, so it must be looked at
            salt = head[len(MAGIC) :] if head.startswith(MAGIC) else b""
            yield from unpad(unseal(file, self._file_key(sha256, salt)))

    def whole(self, sha256: str) -> bool:
        """Whether the original is there, decrypts and has its address."""
        digest = hashlib.sha256()
        try:
            for piece in self.read(sha256):
                digest.update(piece)
        except VaultError:
            return False
        return digest.hexdigest() == sha256

    def present(self, sha256: str) -> bool:
        """Whether a file stands at the original's place."""
        with storing():
            return self.place(sha256).is_file()

    def files(self) -> set[Path]:
        """Every file that lies in the folder, drafts of a broken-off run included."""
        with storing():
            return {path for path in self._folder.rglob("*") if not path.is_dir()}

    def clear_drafts(self) -> None:
        """Remove what a broken-off run left half written. Only the holder of the vault's lock may."""
        with storing():
            for path in self._folder.glob("new-*"):
                if _DRAFT.fullmatch(path.name):
                    path.unlink()

    def _file_key(self, sha256: str, salt: bytes) -> bytes:
        return derive(self._key, f"original {sha256}", salt)


@contextmanager
def _opened(source: Path | bytes) -> Iterator[tuple[int, Iterator[bytes]]]:
    """Open a source for reading: its length and its pieces."""
    if isinstance(source, bytes):
        yield len(source), (source[i : i + CHUNK] for i in range(0, len(source), CHUNK))
        return
    try:
        if not source.is_file():  # opening a pipe would wait for ever
            raise _unreadable()
        file = source.open("rb")
    except OSError as error:
        raise _unreadable() from error
    with file:
        yield os.fstat(file.fileno()).st_size, _pieces(file)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while True:
        try:
            piece = file.read(CHUNK)
        except OSError as error:
            raise _unreadable() from error
        if not piece:
            return
        yield piece


def _watched(pieces: Iterator[bytes], length: int, digest: hashlib._Hash) -> Iterator[bytes]:
    """Pass the pieces on while hashing them. Raises InputError when they are not `length` bytes."""
    seen = 0
    for piece in pieces:
        digest.update(piece)
        seen += len(piece)
        yield piece
    if seen != length:
        raise _changed_source()


def _unreadable() -> UnreadableFile:
    return UnreadableFile("A file to keep cannot be opened or read.", "Check that it is still there and readable.")


def _changed_source() -> InputError:
    return InputError("A file to keep is not the one that was read: it changed meanwhile.", "Add it again.")
