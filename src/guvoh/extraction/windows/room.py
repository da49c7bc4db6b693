"""Which places of a sentence stand with one of its numbers: “in Tula 40, in Kaluga 12”, “40 in Tula, 12 in Kaluga”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guvoh.model import Place, Span


@dataclass(frozen=True, slots=True)
class Room:
    """Where a number stands among all `numbers` of its sentence; `bracketed` that it does so in parentheses."""

    number: Span
    numbers: tuple[Span, ...]
    bracketed: bool = False

    def beside(self, places: Sequence[Place], inside: Sequence[Place]) -> list[Place]:
        """Those that stand with the number: of the `places` of its sentence, in text order, or `inside` its clause."""
        if self._places_first(places):
            return self._before(places)
        if self.bracketed:
            return []  # "граждане Узбекистана (9), Таджикистана (6)"
        start = self.number[0]
        stop = min((other[0] for other in self.numbers if other[0] > start), default=None)
        return [p for p in inside if start <= p.start and (stop is None or p.start < stop)]

    def _places_first(self, places: Sequence[Place]) -> bool:
        """Whether each place comes before its number: several of both, a place in front, none behind the last."""
        if len(places) < 2 or len(self.numbers) < 2:
            return False
        if self.bracketed and any(p.precision == "country" for p in places):
            return False
        starts = [start for start, _ in self.numbers]
        return places[0].start < min(starts) and places[-1].start < max(starts)

    def _before(self, places: Sequence[Place]) -> list[Place]:
        """The places between the number and the one before it; where none are, those of the one before it."""
        start = self.number[0]
        while True:
            earlier = max((other[0] for other in self.numbers if other[0] < start), default=None)
            found = [p for p in places if p.start < start and (earlier is None or p.start > earlier)]
            if found or earlier is None:
                return found
            start = earlier
