"""Pages of a PDF as pictures, drawn in a process of its own: a page made to break that costs its picture only."""

from __future__ import annotations

from dataclasses import replace

from guvoh.ingest.limits import DEFAULT, Limits
from guvoh.ingest.worker import Worker
from guvoh.model.errors import UnreadableFile

LIMITS = replace(DEFAULT, seconds=15.0)


class Drawer(Worker):
    """Draws pages, one at a time."""

    reads = False

    def __init__(self, limits: Limits = LIMITS) -> None:
        super().__init__(limits)

    def sizes(self, data: bytes) -> tuple[tuple[int, int], ...]:
        """Width and height in dots of each page's picture. Raises UnreadableFile, TooLarge."""
        head, _ = self._ask({"draw": None}, [data])
        try:
            return tuple((int(width), int(height)) for width, height in head["sizes"])
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableFile(
                "Measuring the pages gave an answer that makes no sense; the file may be made to do that.",
                "Save the original and open it with care.",
            ) from error

    def png(self, data: bytes, number: int) -> bytes:
        """The page of that number, from 1, as a PNG file. Raises NotThere, UnreadableFile, TooLarge."""
        _, parts = self._ask({"draw": number}, [data])
        if len(parts) != 1 or not parts[0].startswith(b"\x89PNG\r\n\x1a\n"):
            raise UnreadableFile(
                "Drawing the page gave no picture; the file may be made to do that.",
                "Save the original and open it with care.",
            )
        return parts[0]
