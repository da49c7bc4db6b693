"""Pages of a list and how many rows it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are; `exact` is False where counting stopped: there are more than `count`."""

    count: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a list. `next_key` and `previous_key` lead on and back, None where nothing follows or precedes.

    `total` is told on the first page only: counting for every page would cost as much as the page.
    """

    rows: tuple[T, ...]
    next_key: str | None = None
    previous_key: str | None = None
    total: Total | None = None
