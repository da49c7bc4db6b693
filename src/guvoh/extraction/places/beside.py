"""What stands right beside a place name: a region or country it lies in, its short form, a word that widens it."""

from __future__ import annotations

import re
from dataclasses import replace

from guvoh.extraction.places.gazetteer import Entry
from guvoh.extraction.places.match import Candidate
from guvoh.extraction.places.page import Page
from guvoh.extraction.places.words import PlaceWords

_APPOSED = (", ", ", in ", " (", ", the ", ",\n")
_CLOSED = re.compile(
    r"['’\s]*(?:[,.;:)\]!?—–\"”-]|$)|\s+(?:and|or|on|in|where|to|at|for|after|before|by|who|which|with|from|when|while|as|during)\b"
    r"|\s\([A-Z][^()\n]{1,23}\)\s?(?:--|[-–—])"  # "WATERLOO, Iowa (AP) — "
)


def widened(candidate: Candidate, entry: Entry, words: PlaceWords) -> tuple[Entry, int]:
    """Where the gazetteer has no region of a city's name ("Gaziantep province"): that region, not the city."""
    after = candidate.after()
    if entry.precision != "city" or after is None or not after.adjacent:
        return entry, candidate.end
    word = after.lower
    if word not in words.type_after or (word in ("state", "department") and after.capital is False):
        return entry, candidate.end
    kind = "admin2" if word in words.admin2_after else "admin1"
    label = f"{entry.name} {word.capitalize()}"
    return replace(entry, name=label, id="", precision=kind), after.end


def in_its_state(county: Entry, end: int, text: str, page: Page, words: PlaceWords) -> Entry:
    """A US county in the state that follows it, else in that of its page: not where a city of its name is."""
    beside = words.region_short.match(text, end)
    state = words.region_codes.get(beside[1]) if beside else page.us_state()
    return replace(county, admin1=state or "", lat=None, lon=None)


def apposed(left: Candidate, right: Candidate, text: str) -> bool:
    """Whether the right name follows the left as where it lies: "Margilan, Uzbekistan", "Moscow (Russia)".

    Of "in Paris, the United States led" it does not: an apposition is closed, by a comma, a word of place or the end.
    """
    gap = text[left.end : right.start]
    if gap not in _APPOSED:
        return False
    return gap == " (" or _CLOSED.match(text, right.end) is not None


def abbreviated(candidate: Candidate, text: str, words: PlaceWords) -> Entry | None:
    """The state that an abbreviation after the name stands for: "Selma, Ala.", "Dilley, TX"."""
    match = words.region_short.match(text, candidate.end)
    code = words.region_codes.get(match[1]) if match else None
    if code is None:
        return None
    return Entry(-1, code, "", code.partition("-")[0], code, None, None, "admin1", 0, ())
