"""Which voices speak over a stretch, and which of them over each other's cues: looked up, not compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from guvoh.extraction.attribution.voices import Voice


class Covering:
    """The voices of one document by the stretches that they speak over.

    A sentence may have hundreds of cues, each of which takes all the rest for its content. So the shares of a stretch
    are reckoned at once, and whose content holds whose cue is kept from the first time that it is asked.
    """

    def __init__(self, voices: Sequence[Voice]) -> None:
        self.voices = tuple(voices)
        self._spans = spans = sorted((s, e, at) for at, voice in enumerate(self.voices) for s, e in voice.content)
        self._begins = [s for s, _, _ in spans]
        self._reach = list(accumulate((e for _, e, _ in spans), max))
        """How far the spans up to each one reach."""
        self._around: dict[int, int] = {}

    def over(self, start: int, end: int, least: float) -> list[int]:
        """The numbers of the voices whose content covers at least that share (more than 0) of the stretch, in order."""
        if end <= start:
            return [at for at, voice in enumerate(self.voices) if voice.share(start, end) >= least]
        shares = self._shares(start, end)
        return sorted(at for at, share in shares if share >= least)

    def depths(self, numbers: Sequence[int]) -> dict[int, int]:
        """For each of some voices, how many others of them speak over the words that report it."""
        among = sum(1 << at for at in numbers)
        return {at: (self._over_cue(at) & among & ~(1 << at)).bit_count() for at in numbers}

    def _over_cue(self, number: int) -> int:
        """The voices over the whole cue of one, a bit for each."""
        if number not in self._around:
            cue = self.voices[number].report.cue
            whole = self._shares(*cue) if cue[0] < cue[1] else [(at, 1.0) for at in self.over(*cue, 1)]
            self._around[number] = sum(1 << at for at, share in whole if share == 1)
        return self._around[number]

    def _shares(self, start: int, end: int) -> list[tuple[int, float]]:
        """The voices that speak over a part of the stretch, and over how much of it."""
        first, last = bisect_right(self._reach, start), bisect_left(self._begins, end)
        over: dict[int, int] = {}
        for begin, stop, at in self._spans[first:last]:
            shared = min(stop, end) - max(begin, start)
            if shared > 0:
                over[at] = over.get(at, 0) + shared
        return [(at, over[at] / (end - start)) for at in sorted(over)]
