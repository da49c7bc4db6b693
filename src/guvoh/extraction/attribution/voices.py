"""One voice: a report with its speaker, those it came through, and its content over all sentences."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.extraction.attribution.identities import Identity
from guvoh.extraction.attribution.scene import Report
from guvoh.model import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A report with its speaker, those it was told to or relayed by, and its content over all sentences."""

    report: Report
    speaker: Identity | None
    through: tuple[Identity, ...]
    content: tuple[Span, ...]
    mention: Span | None
    others: tuple[Identity, ...] = ()

    def share(self, start: int, end: int) -> float:
        """The part of `start:end` that the content covers, 0 to 1."""
        if end <= start:
            return float(any(s <= start < e for s, e in self.content))
        over = [(s, e) for s, e in self.content if s < end and start < e]
        return sum(max(0, min(e, end) - max(s, start)) for s, e in over) / (end - start) if over else 0.0

    @property
    def hearsay(self) -> bool:
        """Whether the cue keeps its distance ("claimed", "it is reported")."""
        return self.report.flag == "hearsay"

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(e - s for s, e in self.content)

    @property
    def extent(self) -> Span:
        """From the first to the last character of cue and content."""
        spans = (self.report.cue, *self.content)
        return min(s for s, _ in spans), max(e for _, e in spans)
