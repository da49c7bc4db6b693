"""The wire between reader and reading process: JSON and bytes in frames, never pickles, since the other end may lie."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

_LENGTH = struct.Struct(">Q")
_MOST = 1 << 31

OUT_OF_MEMORY = 71
"""Exit status of a reading process that passed its memory limit."""


class BrokenWire(Exception):
    """The other end is gone, or sent what no reading process sends."""


def send(stream: BinaryIO, head: Mapping[str, Any], parts: Sequence[bytes] = ()) -> None:
    """Write one message: a JSON object and any number of byte strings. Raises BrokenWire."""
    raw = json.dumps({**head, "parts": len(parts)}, ensure_ascii=True).encode("ascii")
    try:
        for frame in (raw, *parts):
            stream.write(_LENGTH.pack(len(frame)))
            stream.write(frame)
        stream.flush()
    except (OSError, ValueError) as error:
        raise BrokenWire from error


def receive(stream: BinaryIO) -> tuple[dict[str, Any], list[bytes]]:
    """Read one message. Raises BrokenWire at the end of the stream or for anything malformed."""
    try:
        head = json.loads(_frame(stream))
        parts = [_frame(stream) for _ in range(head["parts"])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenWire from error
    return head, parts


def _frame(stream: BinaryIO) -> bytes:
    (size,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if size > _MOST:
        raise BrokenWire
    return _exactly(stream, size)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise BrokenWire
    return data
