"""Two pages of one news that have nothing at first hand: they rest on what they both pass on."""

from __future__ import annotations

from guvoh.assessment.beside import Page
from guvoh.assessment.voices import VAGUE, called, listed

_SAME_NEWS = 3  # days within which pages of one event tell one piece of news of it
_TOLD_ALIKE = 10  # days within which pages that tell it alike have it from one page or another
_ALIKE = 0.45  # share of the names and numbers of one that stand in the other
_NEAR = 0.25  # so of two that report one kind of body, which may else have said two things
_FEW = 6  # so few agree by chance
_NUMBERS = 2  # so many numbers are in both: names of its place and people are, whoever tells of an event
_MANY = VAGUE | {"health", "education"}  # kinds of which a town has several


def passed_on(a: Page, b: Page) -> str | None:
    """What two pages of one news both pass on, in words; None where either was told something itself, or nothing is.

    A page that speaks for itself is no ground to say that a body reported in both is all that it has.
    """
    days = a.view.day, b.view.day
    if days[0] is None or days[1] is None or any(page.has_ground for page in (a, b)):
        return None
    apart = abs(days[0] - days[1])
    if apart <= _SAME_NEWS:
        kinds = (a.voices.offices & b.voices.offices) - _MANY
        if kinds and not (a.voices.people or b.voices.people) and alike(a, b) >= _NEAR:
            return f"both report {listed(map(called, kinds))}"
        if kinds := a.decreed & b.decreed:
            return f"both tell what a decree of {listed(map(called, kinds))} orders"
    is_one_tongue = a.view.language == b.view.language
    if apart <= _TOLD_ALIKE and is_one_tongue and have_numbers(a, b) and (part := alike(a, b)) >= _ALIKE:
        return f"{part:.0%} of the names and numbers of one are in both"
    return None


def have_numbers(a: Page, b: Page) -> bool:
    """Whether two pages have so many numbers in common as two accounts of one event rarely have: names all have."""
    return len(a.voices.numbers & b.voices.numbers) >= _NUMBERS


def alike(a: Page, b: Page) -> float:
    """The share (0–1) of the names and numbers of one of two pages, of whichever it is more, that are in both."""
    common = len(a.names & b.names) + len(a.voices.numbers & b.voices.numbers)
    fewer = min(len(page.names) + len(page.voices.numbers) for page in (a, b))
    return common / fewer if fewer >= _FEW else 0.0
