"""What a page names in passing: places that are no scene, days on which something was said, what is usual."""

from __future__ import annotations

from guvoh.assessment.phrases import phrases
from guvoh.model import Place

_BEFORE = 70
"""Characters before a place or date in which its part in the sentence shows."""
_DATELINE_WORDS = 8
"""A line of so few words that is no sentence is a dateline or a byline."""


def is_no_scene(text: str, place: Place) -> bool:
    """Whether a text names a place as where people come from, were taken to, or where a body sits."""
    if place.end <= place.start:
        return False
    return text.startswith("-based", place.end) or is_elsewhere(text, place.start) or _is_dateline(text, place)


def is_elsewhere(text: str, start: int) -> bool:
    """Whether the words before a place at `start` say that it is no scene."""
    return bool(phrases("asides", "no_scene").search(text[max(0, start - _BEFORE) : start]))


def is_status(text: str, country: Place) -> bool:
    """Whether the words before a country only say that people are in it, or are to leave it."""
    before = text[max(0, country.start - _BEFORE) : country.start] if country.end > country.start else ""
    return bool(phrases("asides", "status_in").search(before))


def is_usual(quote: str) -> bool:
    """Whether a sentence tells of what is usual."""
    return bool(phrases("asides", "usual").search(quote))


def is_aside(text: str, start: int) -> bool:
    """Whether the date at `start` is when something was said or printed."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[start:].partition("\n")[0]
    printed = len((line + rest).split()) <= _DATELINE_WORDS and not rest.rstrip().endswith((".", "!", "?"))
    return printed or bool(phrases("asides", "telling").search(text[max(0, start - _BEFORE) : start]))


def is_birth(text: str, start: int) -> bool:
    """Whether the date at `start` is when somebody was born."""
    return bool(phrases("asides", "born").search(text[max(0, start - 24) : start]))


def _is_dateline(text: str, place: Place) -> bool:
    opens = not text[max(0, place.start - 2) : place.start].strip()
    return opens and bool(phrases("asides", "dateline").match(text[place.end : place.end + 40]))
