"""Files on their way in: in the server's memory, then in a folder in memory, so that no clear text is on the disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler

from guvoh.model.errors import TooLarge

LARGEST = 256 * 2**20
"""Bytes of one request; larger collections are taken in by the command line."""


class InMemory(MemoryFileUploadHandler):  # type: ignore[misc]
    """Keeps what is sent in memory, whatever its size; refuses what is too large for that."""

    def handle_raw_input(self, *given: Any, **more: Any) -> None:  # noqa: ANN401
        """Refuse before anything is read; `content_length` is the third that Django gives."""
        if int(more.get("content_length", given[2] if len(given) > 2 else 0) or 0) > LARGEST:
            raise TooLarge("That is more than one page can take in.", "Send fewer files, or use `guvoh add`.")
        self.activated = True


def store(folder: Path, file: UploadedFile, number: int) -> None:
    """Write one file into the folder under the name given; a second of the same name into a folder of its number."""
    name = PurePosixPath(str(file.name).replace("\\", "/")).name or "file"
    safe = "".join(c if c.isprintable() and c not in '/\0<>:"|?*' else "_" for c in name)[-120:]
    place = folder / safe
    if place.exists():
        place = folder / f"file {number + 1}" / safe
        place.parent.mkdir()
    with place.open("wb") as out:
        for chunk in file.chunks():
            out.write(chunk)
