"""What the sure names of a document say together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from guvoh.extraction.places.gazetteer import Entry


@dataclass
class Page:
    """How often a document means each country and region, in which states its US towns lie, surnames and peoples."""

    countries: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    persons: set[str] = field(default_factory=set)
    hints: Counter[str] = field(default_factory=Counter)
    keys: Counter[str] = field(default_factory=Counter)
    peoples: set[str] = field(default_factory=set)

    def us_state(self) -> str | None:
        """The US state that is named most, else the one of most of its towns."""
        for counted in (self.regions, self.states):
            named = [(times, code) for code, times in counted.items() if code.startswith("US-")]
            if named:
                return max(named)[1]
        return None


def count(best: Entry, key: str, page: Page) -> None:
    """Count for the page the country and region of a place that a name surely means."""
    for country in (best.country, *best.disputed):
        if country:
            page.countries[country] += 1
    page.keys[key] += 1
    if best.precision == "admin1" and best.admin1:
        page.regions[best.admin1] += 1
    if best.precision == "city" and best.admin1:
        page.states[best.admin1] += 1


def note_state(state: Entry | None, page: Page) -> None:
    """Count for the page the US state that stands in short after a name: "DALTON, Ga."."""
    if state is not None:
        page.countries[state.country] += 1
        page.regions[state.admin1] += 1
