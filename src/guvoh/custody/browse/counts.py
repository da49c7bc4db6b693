"""Events counted by place and by time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guvoh.model import Place


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """What is told of one place, as precisely as it was told; `acts` by term, most first, "" where none is named."""

    place: Place
    count: int
    acts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many events are told of one date (EDTF) and act; `planned`: of measures not carried out yet.

    `events`: id and title of one of them, where the date is among the newest.
    """

    when: str
    act: str
    count: int
    planned: bool = False
    events: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WeekCount:
    """What falls wholly into the week that begins on this Monday."""

    monday: date
    count: int
