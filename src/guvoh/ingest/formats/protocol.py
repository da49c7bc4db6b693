"""The plug-in protocol of formats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from guvoh.ingest.blocks import Draft
from guvoh.ingest.limits import Limits


@dataclass(frozen=True, slots=True)
class Context:
    """What a format may need besides the bytes: the file's name without folder, and the limits."""

    name: str
    limits: Limits


class Format(Protocol):
    """Reads the files of some media types.

    `read` returns a draft whose blocks stand in reading order; blocks whose role the format's structure
    tells carry it, the others are given one by segmentation. It raises UnreadableFile or TooLarge
    (guvoh.model.errors) and may not touch disk or network.
    """

    media_types: frozenset[str]

    def read(self, data: bytes, context: Context) -> Draft:
        """The draft of one file."""
        ...


@runtime_checkable
class Recognising(Protocol):
    """What a format plug-in has besides when it reads a kind of file that Guvoh does not know by itself."""

    def recognise(self, data: bytes, name: str) -> str | None:
        """One of the format's media types when the bytes of the file called `name` are of it, else None."""
        ...
