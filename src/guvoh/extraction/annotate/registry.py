"""Which annotator reads a language: built-in and added ones alike by the entry-point group `guvoh.annotators`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import entry_points

from guvoh.extraction.annotate.tokens import Annotated
from guvoh.model import Document

Annotator = Callable[[Document], Annotated]

GROUP = "guvoh.annotators"


@cache
def annotator(language: str | None) -> Annotator | None:
    """The annotator of a language (ISO 639-1), loaded when first asked for; None where there is none."""
    for entry in entry_points(group=GROUP, name=language or ""):
        loaded: Annotator = entry.load()
        return loaded
    return None
