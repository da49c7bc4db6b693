"""Two pages of one news that have nothing at first hand: they rest on what they both pass on."""

from __future__ import annotations

from guvoh.assessment.beside import Page
from guvoh.assessment.crediting import sentences
from guvoh.assessment.phrases import phrases
from guvoh.assessment.voices import Offices, called, listed, offices_in

_SAME_NEWS = 3  # days within which pages of one event tell one piece of news of it


def passed_on(a: Page, b: Page) -> str | None:
    """What two pages of one news both pass on, in words; None where either was told something itself, or nothing is.

    A page that speaks for itself is no ground to say that a body reported in both is all that it has.
    """
    days = a.view.day, b.view.day
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) > _SAME_NEWS or a.is_firsthand or b.is_firsthand:
        return None
    if not (a.speaks or b.speaks):
        if kinds := a.voices.offices & b.voices.offices:
            return f"both report {listed(map(called, kinds))}"
        if kinds := decreed(a) & decreed(b):
            return f"both tell what a decree of {listed(map(called, kinds))} orders"
    return None


def decreed(page: Page) -> Offices:
    """The kinds of bodies that stand with a decree in one sentence of the page."""
    ordered = phrases("firsthand", "decree")
    found = (offices_in(sentence) for sentence in sentences(page.view.entry) if ordered.search(sentence))
    return frozenset(kind for kinds in found for kind in kinds)
