"""Files on their way in: in the server's memory, then in a folder in memory, so that no clear text is on the disk."""

from __future__ import annotations

from itertools import count
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler

from guvoh.model.errors import TooLarge

LARGEST = 256 * 2**20
"""Bytes of one request; larger collections are taken in by the command line."""
_NAME = 240
"""Bytes of a file's name; file systems take 255."""


class InMemory(MemoryFileUploadHandler):  # type: ignore[misc]
    """Keeps what is sent in memory, whatever its size; refuses what is too large for that."""

    def handle_raw_input(self, *given: Any, **more: Any) -> None:  # noqa: ANN401
        """Refuse before anything is read; `content_length` is the third that Django gives."""
        if int(more.get("content_length", given[2] if len(given) > 2 else 0) or 0) > LARGEST:
            raise TooLarge("That is more than one page can take in.", "Send fewer files, or use `guvoh add`.")
        self.activated = True


def store(folder: Path, file: UploadedFile, number: int) -> None:
    """Write one file into the folder under the name given; where that is taken, into a folder of its own."""
    name = PurePosixPath(str(file.name).replace("\\", "/")).name or "file"
    safe = "".join(c if c.isprintable() and c not in '/\0<>:"|?*' else "_" for c in name)[-120:]
    safe = safe.encode()[-_NAME:].decode(errors="ignore")
    place = folder / safe
    if place.exists():
        apart = (folder / f"file {n}" for n in count(number + 1))
        place = next(one for one in apart if not one.exists()) / safe
        place.parent.mkdir()
    with place.open("wb") as out:
        for chunk in file.chunks():
            out.write(chunk)
