"""Limits of reading: what one file may cost before it is told as too large."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes are bytes or characters, `seconds` is wall-clock time per file.

    `memory_bytes` bounds the whole reading process; the others bound one file with its attachments.
    """

    file_bytes: int = 64 * MEGABYTE
    unpacked_bytes: int = 256 * MEGABYTE
    archive_entries: int = 10_000
    text_chars: int = 5_000_000
    pages: int = 2_000
    attachment_depth: int = 5
    attachments: int = 200
    seconds: float = 30.0
    memory_bytes: int = 1024 * MEGABYTE


DEFAULT = Limits()
