"""The places of a stretch of text that a date already holds."""

from __future__ import annotations


class Taken:
    """The characters from `start` to `end` of a text, each free or taken."""

    def __init__(self, start: int, end: int) -> None:
        self._start = start
        self._held = bytearray(max(0, end - start))

    def any_of(self, start: int, end: int) -> bool:
        """Whether any of these characters is taken."""
        return self._held.find(1, max(0, start - self._start), max(0, end - self._start)) >= 0

    def take(self, start: int, end: int) -> None:
        """Take these characters."""
        first, last = max(0, start - self._start), max(0, min(end - self._start, len(self._held)))
        self._held[first:last] = b"\x01" * (last - first)
