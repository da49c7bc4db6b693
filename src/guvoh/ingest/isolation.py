"""Reading in a process of its own, so that a hostile or broken file costs that file and nothing else."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from guvoh.ingest.limits import Limits
from guvoh.ingest.read import too_large, unread
from guvoh.ingest.sidecar import sidecar_with_notes
from guvoh.ingest.worker import Worker
from guvoh.model import Document, Original, SideCar
from guvoh.model.errors import InputError, UnreadableFile
from guvoh.model.findings import build

_CHUNK = 1 << 20


class Reader(Worker):
    """Reads files in a worker, so that a bad file costs itself and nothing else."""

    def read(self, path: Path, shown_as: str | None = None) -> list[Original]:
        """The file at `path` and its attachments; a bad file gives one Original without text that says why.

        `shown_as` is the path that documents carry (default: `path` as given). A file over the size limit has
        its hash and data b""; one that cannot be opened has neither (sha256 "").
        """
        name = shown_as if shown_as is not None else str(path)
        sidecar, notes = _sidecar(path)
        try:
            data, sha256 = _load(path, self.limits)
        except InputError as error:
            return [_noted(unread(name, b"", error, sha256=""), notes)]
        if data is None:
            size = path.stat().st_size
            return [_noted(unread(name, b"", too_large(size, self.limits), sha256=sha256), notes)]
        try:
            found = self._documents(data, name, sidecar)
        except InputError as error:
            found = [unread(name, data, error)]
        return [_noted(found[0], notes), *found[1:]]

    def read_many(self, paths: Iterable[Path]) -> Iterator[list[Original]]:
        """What `read` gives for each path, in the same order, one at a time."""
        for path in paths:
            yield self.read(path)

    def _documents(self, data: bytes, name: str, sidecar: SideCar | None) -> list[Original]:
        head, parts = self._ask({"path": name, "sidecar": asdict(sidecar) if sidecar else None}, [data])
        return _originals(head, [data, *parts])


def _originals(head: dict[str, Any], data: list[bytes]) -> list[Original]:
    try:
        documents = [build(Document, document) for document in head["documents"]]
        return [Original(document, part) for document, part in zip(documents, data, strict=True)]
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile(
            "Reading the file gave an answer that makes no sense; the file may have broken the reading process.",
            "Open it with care in the program that made it and save it as plain text.",
        ) from error


def _load(path: Path, limits: Limits) -> tuple[bytes | None, str]:
    """The bytes and their SHA-256; None for the bytes of a file over the size limit, which is hashed in pieces."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile("It is no regular file but a folder, pipe or device.", "Give the path of a file.")
        digest = hashlib.sha256()
        with path.open("rb") as file:
            data: bytes | None = file.read(limits.file_bytes + 1)
            digest.update(data or b"")
            if data is not None and len(data) > limits.file_bytes:
                data = None
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UnreadableFile(
            f"The file cannot be opened ({reason}).", "Check that it exists and you may read it."
        ) from error
    return data, digest.hexdigest()


def _sidecar(path: Path) -> tuple[SideCar | None, tuple[str, ...]]:
    try:
        return sidecar_with_notes(path)
    except InputError as error:
        return None, (f"The side-car was passed over: {error}",)


def _noted(original: Original, notes: tuple[str, ...]) -> Original:
    if not notes:
        return original
    document = original.document
    return replace(original, document=replace(document, problems=(*document.problems, *notes)))
