"""The reading process: reads files and draws pages that it is sent, under hard limits of memory and processor time."""

from __future__ import annotations

import os
import resource
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from math import ceil
from typing import Any, BinaryIO, NoReturn

from guvoh.ingest.formats.pdf_pictures import page_png, page_sizes
from guvoh.ingest.formats.registry import load_all
from guvoh.ingest.frames import OUT_OF_MEMORY, BrokenWire, receive, send
from guvoh.ingest.limits import Limits
from guvoh.ingest.metadata.language import language_of
from guvoh.ingest.read import read_bytes
from guvoh.model import SideCar, plain
from guvoh.model.errors import InputError, UnreadableFile

_WARM_UP = "These words are long enough for the language model to be loaded before the clock runs."


def main() -> NoReturn:
    """Serve until the wire breaks. Speaks frames on standard input and output, and writes nothing else."""
    wire_in, wire_out = sys.stdin.buffer, _own_output()
    head, _ = receive(wire_in)
    limits = Limits(**head["limits"])
    if head["reads"]:
        load_all()
        language_of(_WARM_UP)
    _limit_memory(limits.memory_bytes)
    send(wire_out, {"ready": True})
    with suppress(BrokenWire):
        while True:
            _serve(wire_in, wire_out, limits)
    sys.exit(0)


def _own_output() -> BinaryIO:
    """The wire, moved away from standard output so that no library's print can break it."""
    wire = os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    return wire


def _limit_memory(size: int) -> None:
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_AS, size)):
        with suppress(ValueError, OSError):  # macOS refuses some; the watch below stands in
            resource.setrlimit(what, (most, most))
    if sys.platform == "darwin":
        threading.Thread(target=_watch_memory, args=(size,), daemon=True).start()


def _watch_memory(size: int) -> NoReturn:
    """Leave when more memory was in use than allowed: macOS accepts an address-space limit and ignores it."""
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < size:
        time.sleep(0.05)
    os._exit(OUT_OF_MEMORY)


def _limit_time(seconds: float) -> None:
    """Bound processor time as well, so that a process whose parent was killed does not run on for ever."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = ceil(used.ru_utime + used.ru_stime + seconds) + 5
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _serve(wire_in: BinaryIO, wire_out: BinaryIO, limits: Limits) -> None:
    head, (data,) = receive(wire_in)
    _limit_time(limits.seconds)
    try:
        told, parts = _guarded(_drawn if "draw" in head else _read, data, head, limits)
    except InputError as error:
        send(wire_out, {"kind": type(error).__name__, "message": error.message, "next_step": error.next_step})
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # the heap is in pieces: a fresh process reads the next file
    else:
        send(wire_out, told, parts)


_Told = tuple[dict[str, Any], list[bytes]]


def _guarded(
    work: Callable[[bytes, Mapping[str, Any], Limits], _Told], data: bytes, head: Mapping[str, Any], limits: Limits
) -> _Told:
    try:
        return work(data, head, limits)
    except (InputError, MemoryError):
        raise
    except Exception as error:  # a fault of a parser is that file's problem; it is told and the rest goes on
        kind = type(error).__name__
        raise UnreadableFile(
            f"The file could not be read: its reader failed ({kind}), so it is damaged or of an unusual make.",
            "Open it with the program that made it, save it anew, and report the fault without the file.",
        ) from error


def _read(data: bytes, head: Mapping[str, Any], limits: Limits) -> _Told:
    sidecar = SideCar(**head["sidecar"]) if head["sidecar"] else None
    found = read_bytes(data, head["path"], sidecar, limits)
    return {"documents": [plain(o.document) for o in found]}, [o.data for o in found[1:]]


def _drawn(data: bytes, head: Mapping[str, Any], limits: Limits) -> _Told:
    if head["draw"] is None:
        return {"sizes": page_sizes(data, limits.pages)}, []
    return {}, [page_png(data, head["draw"])]


if __name__ == "__main__":
    main()
