"""Reading in a process of its own, so that a hostile or broken file costs that file and nothing else."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from guvoh.ingest.frames import OUT_OF_MEMORY, BrokenWire, receive, send
from guvoh.ingest.limits import DEFAULT, MEGABYTE, Limits
from guvoh.ingest.read import too_large, unread
from guvoh.ingest.sidecar import sidecar_with_notes
from guvoh.model import Document, Original, SideCar
from guvoh.model.errors import GuvohError, InputError, TooLarge, UnreadableFile
from guvoh.model.findings import build

_START_SECONDS = 120.0
_CHUNK = 1 << 20
_KINDS: dict[str, type[InputError]] = {kind.__name__: kind for kind in (InputError, UnreadableFile, TooLarge)}


class Reader:
    """Reads files in one long-lived child process, which is replaced when it dies or hangs.

    Use as a context manager. The child may use `limits.memory_bytes` of memory and `limits.seconds` of
    time per file; it opens no file and writes none: bytes go in and JSON comes out over a pipe.
    """

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

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
            found = self._ask(data, name, sidecar)
        except InputError as error:
            found = [unread(name, data, error)]
        return [_noted(found[0], notes), *found[1:]]

    def read_many(self, paths: Iterable[Path]) -> Iterator[list[Original]]:
        """What `read` gives for each path, in the same order, one at a time."""
        for path in paths:
            yield self.read(path)

    def _ask(self, data: bytes, name: str, sidecar: SideCar | None) -> list[Original]:
        child = self._running()
        request = {"path": name, "sidecar": asdict(sidecar) if sidecar else None}
        with _Clock(child, self.limits.seconds) as clock:
            try:
                head, parts = _exchange(child, request, [data])
            except BrokenWire:
                head, parts = None, []
        if head is None or clock.rang:
            raise _why(self._stop(), self.limits, late=clock.rang)
        if "kind" in head:
            raise _KINDS.get(str(head["kind"]), InputError)(str(head["message"]), str(head["next_step"]))
        return _originals(head, [data, *parts])

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = _start(self.limits)
        return self._child

    def _stop(self) -> int | None:
        """End the child and give its exit status; None when there was none."""
        child, self._child = self._child, None
        if child is None:
            return None
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                _close(pipe)
        try:
            return child.wait(0.5)
        except subprocess.TimeoutExpired:
            child.kill()
            return child.wait()


class _Clock:
    """Kills a process that is not done after some seconds of wall-clock time; its pipes then end."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.rang = False
        self._process = process
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()


def _close(pipe: Any) -> None:  # noqa: ANN401
    try:
        pipe.close()
    except BrokenPipeError:
        return  # unsent bytes to a dead child are nobody's loss


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(
        # -P: a file named email.py in the folder of reports must not be imported; -B: nothing is written
        [sys.executable, "-P", "-B", "-m", "guvoh.ingest.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # parsers quote the text they fail on
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        start_new_session=True,
    )
    with _Clock(child, _START_SECONDS):
        try:
            _exchange(child, {"limits": asdict(limits)}, [])
        except BrokenWire as error:
            child.kill()
            status = child.wait()
            for pipe in (child.stdin, child.stdout):
                _close(pipe)
            raise GuvohError(
                f"The process that reads files did not start (exit status {status}).",
                "Check the installation: run `python -m guvoh.ingest.child` and see what it says.",
            ) from error
    return child


def _exchange(
    child: subprocess.Popen[bytes], head: dict[str, Any], parts: list[bytes]
) -> tuple[dict[str, Any], list[bytes]]:
    if child.stdin is None or child.stdout is None:
        raise BrokenWire
    send(child.stdin, head, parts)  # type: ignore[arg-type]
    return receive(child.stdout)  # type: ignore[arg-type]


def _why(status: int | None, limits: Limits, *, late: bool) -> InputError:
    if late:
        return TooLarge(
            f"Reading the file took longer than {limits.seconds:g} seconds and was stopped; it may be made to do that.",
            "Save the part that matters as a smaller PDF or text file.",
        )
    if status == OUT_OF_MEMORY:
        return TooLarge(
            f"Reading the file needs more than {limits.memory_bytes // MEGABYTE} MB of memory and was stopped.",
            "Save the part that matters as a smaller PDF or text file.",
        )
    return UnreadableFile(
        "Reading the file broke the reading process; the file is damaged or made to do that, or needs too much memory.",
        "Open it with care in the program that made it and save it as plain text.",
    )


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
