"""Which of the places that a name may mean it most likely means: by its size, its neighbours and its page."""

from __future__ import annotations

import math

from guvoh.extraction.places.gazetteer import Entry, Meant
from guvoh.extraction.places.page import Page

FOCUS = frozenset({"RU", "KG", "UZ", "TJ", "KZ", "TM", "BY", "UA", "GE", "AM", "AZ", "MD"})
"""The countries of which most pages tell: a town of theirs needs to be less large."""


_BY_ANOTHER = 1.5
"""What a place loses against those that bear the name now: Austin was Waterloo once."""


def prior(entry: Entry) -> float:
    """How likely a name means this entry before anything else is known: its kind, else the logarithm of its people."""
    base = {"country": 9.0, "region_of_world": 8.5, "facility": 8.0, "admin1": 6.6}.get(entry.precision)
    return base if base is not None else math.log10(entry.population + 10)


def likeliest(candidate: Meant, page: Page, beside: Entry | None, left: Meant | None) -> Entry:
    """Which of the places that a name may mean it most likely means, by its size, its neighbours and its page."""

    def score(entry: Entry) -> float:
        total = prior(entry) - (_BY_ANOTHER if entry in candidate.other and entry not in candidate.main else 0.0)
        if beside is not None and lies_within(entry, beside):
            total += 10
        if holds(entry, left):
            total += 10
        shared = page.countries[entry.country] + sum(page.countries[c] for c in entry.disputed)
        named = 0.5 if entry.precision == "city" and page.regions[entry.admin1] else 0.0
        return total + min(1.3, 0.5 * shared) + named

    either = (*candidate.main, *candidate.other)
    outer = any(holds(e, left) for e in either)
    return (None if outer else _american(candidate, page, beside)) or max(either, key=lambda e: (score(e), -e.number))


def _american(candidate: Meant, page: Page, beside: Entry | None) -> Entry | None:
    """The US state of a name that is a country too (Georgia): on a page of its towns, or of US places more than of the
    country's own and those around it."""
    states = [e for e in candidate.main if e.admin1.startswith("US-") and e.precision == "admin1"]
    nations = [e for e in candidate.main if e.precision == "country"]
    if not (states and nations) or beside is not None:
        return None
    own = page.countries[nations[0].country] - page.keys[candidate.key]  # its towns, not this name again
    around = own + sum(page.countries[c] for c in FOCUS | {"TR", "IR"} if c != nations[0].country)
    named = page.regions[states[0].admin1] + page.states[states[0].admin1]
    at_home = named and own <= named
    abroad = sum(page.countries.values()) - page.countries["US"]
    american = own == 0 and page.countries["US"] > max(1, around)
    return states[0] if at_home or american or page.countries["US"] > abroad + 2 * own else None


def lies_within(entry: Entry, outer: Entry) -> bool:
    """Whether an entry lies in another: same country or region, and smaller."""
    if entry is outer or entry.precision in ("country", "region_of_world"):
        return False
    if outer.precision == "country":
        return entry.country == outer.country or outer.country in entry.disputed
    return outer.precision == "admin1" and bool(outer.admin1) and entry.admin1 == outer.admin1


def holds(outer: Entry, left: Meant | None) -> bool:
    """Whether a region or country holds a place that the name it follows may mean: "Williamsburg, Virginia"."""
    return left is not None and any(lies_within(e, outer) for e in (*left.main, *left.other))
