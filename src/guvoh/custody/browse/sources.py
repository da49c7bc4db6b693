"""Sources as lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from guvoh.model import SourceKind


class SourceSort(StrEnum):
    """Orders of sources."""

    SAID = "said"
    """Those that most statements come from first."""
    NAME = "name"


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources; None: all. `reliability` is a grade "A" to "F", or "" for those not graded."""

    kind: SourceKind | None = None
    reliability: str | None = None
    said_least: int | None = None


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source in a list. `said`: statements that come from it; `passed`: those that came through it."""

    id: str
    name: str
    kind: SourceKind
    role: str | None
    aliases: tuple[str, ...]
    said: int
    passed: int
    reliability: str | None
