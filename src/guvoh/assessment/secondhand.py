"""Two pages of one news that have nothing at first hand: they rest on what they both pass on."""

from __future__ import annotations

from guvoh.assessment.beside import Page
from guvoh.assessment.crediting import sentences
from guvoh.assessment.phrases import phrases
from guvoh.assessment.voices import Offices, called, listed, offices_in

_SAME_NEWS = 3  # days within which pages of one event tell one piece of news of it
_TOLD_ALIKE = 10  # days within which pages that tell it alike have it from one page or another
_ALIKE = 0.45  # share of the names and numbers of one that stand in the other
_NEAR = 0.25  # so of two that report one kind of body, which may else have said two things
_FEW = 6  # so few agree by chance


def passed_on(a: Page, b: Page) -> str | None:
    """What two pages of one news both pass on, in words; None where either was told something itself, or nothing is.

    A page that speaks for itself is no ground to say that a body reported in both is all that it has.
    """
    days = a.view.day, b.view.day
    if days[0] is None or days[1] is None or a.is_firsthand or b.is_firsthand:
        return None
    apart = abs(days[0] - days[1])
    if apart <= _SAME_NEWS and not (a.speaks or b.speaks):
        if (kinds := a.voices.offices & b.voices.offices) and alike(a, b) >= _NEAR:
            return f"both report {listed(map(called, kinds))}"
        if kinds := decreed(a) & decreed(b):
            return f"both tell what a decree of {listed(map(called, kinds))} orders"
    if apart <= _TOLD_ALIKE and a.view.language == b.view.language and (part := alike(a, b)) >= _ALIKE:
        return f"{part:.0%} of the names and numbers of one are in both"
    return None


def alike(a: Page, b: Page) -> float:
    """The share (0–1) of the names and numbers of one of two pages, of whichever it is more, that are in both."""
    common = len(a.names & b.names) + len(a.voices.numbers & b.voices.numbers)
    fewer = min(len(page.names) + len(page.voices.numbers) for page in (a, b))
    return common / fewer if fewer >= _FEW else 0.0


def decreed(page: Page) -> Offices:
    """The kinds of bodies that stand with a decree in one sentence of the page."""
    ordered = phrases("firsthand", "decree")
    found = (offices_in(sentence) for sentence in sentences(page.view.entry) if ordered.search(sentence))
    return frozenset(kind for kinds in found for kind in kinds)
