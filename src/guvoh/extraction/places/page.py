"""What the sure names of a document say together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Page:
    """How often a document means each country and region, in which states its US towns lie, and surnames seen."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    persons: set[str] = field(default_factory=set)
    hints: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)

    def us_state(self) -> str | None:
        """The US state that is named most, else the one of most of its towns."""
        for counted in (self.regions, self.states):
            named = [(times, code) for code, times in counted.items() if code.startswith("US-")]
            if named:
                return max(named)[1]
        return None
