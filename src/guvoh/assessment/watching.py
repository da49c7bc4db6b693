"""How far weighing is, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

Watch: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many parts of it are."""


class Step(StrEnum):
    """The steps of weighing everything, in their order."""

    SOURCES = "Telling sources apart"
    COPIES = "Looking for copied passages"
    ORIGINS = "Tracing origins and dates"
    EVENTS = "Grouping reports of one event"
    FIGURES = "Comparing figures"
    SUPPORT = "Weighing the support of events"
    DOCUMENTS = "Comparing documents and sums"


def unwatched(_doing: str, _done: int, _total: int) -> None:
    """Nobody waits."""


def begin(watch: Watch, step: Step) -> None:
    """Tell that a step begins, and so how many are behind."""
    watch(step.value, list(Step).index(step), len(Step))
