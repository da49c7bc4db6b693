"""A process of its own that parses hostile bytes: started, asked, timed, ended, and replaced when it breaks."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any, Self

from guvoh.ingest.frames import OUT_OF_MEMORY, BrokenWire, receive, send
from guvoh.ingest.limits import DEFAULT, MEGABYTE, Limits
from guvoh.model.errors import GuvohError, InputError, NotThere, TooLarge, UnreadableFile

_START_SECONDS = 120.0
_KINDS: dict[str, type[InputError]] = {kind.__name__: kind for kind in (InputError, UnreadableFile, TooLarge, NotThere)}


class Worker:
    """Has one long-lived child process do one thing at a time; a child that dies or hangs is replaced.

    Use as a context manager. The child may use `limits.memory_bytes` of memory and `limits.seconds` of
    time per file; it opens no file and writes none: bytes go in and JSON and bytes come out over a pipe.
    """

    reads = True
    """Whether the child gets ready to read every format; one that only draws starts much sooner."""

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def _ask(self, request: dict[str, Any], data: Sequence[bytes]) -> tuple[dict[str, Any], list[bytes]]:
        """The child's answer. Raises InputError as the child tells it, or for a child that broke or took too long."""
        child = self._running()
        with _Clock(child, self.limits.seconds) as clock:
            try:
                head, parts = _exchange(child, request, data)
            except BrokenWire:
                head, parts = None, []
        if head is None or clock.rang:
            raise _why(self._stop(), self.limits, late=clock.rang)
        if "kind" in head:
            raise _KINDS.get(str(head["kind"]), InputError)(str(head["message"]), str(head["next_step"]))
        return head, parts

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._stop()
            self._child = _start(self.limits, reads=self.reads)
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


def _start(limits: Limits, *, reads: bool) -> subprocess.Popen[bytes]:
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
            _exchange(child, {"limits": asdict(limits), "reads": reads}, [])
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
    child: subprocess.Popen[bytes], head: dict[str, Any], parts: Sequence[bytes]
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
