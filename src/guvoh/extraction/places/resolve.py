"""Decides which place a name means, by the words that speak for one and what else the page names."""

from __future__ import annotations

from guvoh.extraction.places.gazetteer import Entry
from guvoh.extraction.places.likeliest import holds, lies_within, likeliest, prior
from guvoh.extraction.places.match import Candidate
from guvoh.extraction.places.page import Page, count
from guvoh.extraction.places.standing import Judged, size
from guvoh.extraction.places.words import PlaceWords
from guvoh.extraction.timewords import calendar

_WORLD_CITY = 500_000  # "in Paris" is the city, though people are called so
_OFTEN = 2  # times that a village follows "at", "from" or "to" on a page of its country


def note(judged: Judged, page: Page, words: PlaceWords) -> None:
    """Count for the page the country and region of a sure name, and how often another follows "at", "from" or "to"."""
    before = judged.candidate.before()
    if before is not None and before.lower in words.motion:
        page.hints[judged.candidate.key] += 1
    if judged.standing != "sure":
        return
    best = max((*judged.candidate.main, *judged.candidate.other), key=prior)
    count(best, judged.candidate.key, page)


def accept(judged: Judged, page: Page, words: PlaceWords, beside: Entry | None, left: Candidate | None) -> Entry | None:
    """The place that a name means on this page, or None when too little speaks for one.

    `beside` is the place named right after it ("Margilan, Uzbekistan"), `left` the name that it follows so.
    """
    candidate = judged.candidate
    best = likeliest(candidate, page, beside, left)
    if (beside is not None and lies_within(best, beside)) or holds(best, left):
        return best
    if judged.standing == "sure":
        return best
    if judged.standing in ("weak", "likely") and _possessive(candidate):
        return None  # "in Davis's view"
    support = _support(candidate, words)
    if judged.standing == "weak" and support == "typed" and _is_site(candidate, words) and _far(best, page):
        return None
    on_page = best.country in page.countries or any(c in page.countries for c in best.disputed)
    if candidate.single and candidate.key in page.persons:
        return best if support == "strong" and judged.standing == "doubtful" else None
    needed = {
        "doubtful": support is not None
        or candidate.tokens[candidate.last].end < candidate.end
        or _possessive_subject(candidate),
        "likely": support == "strong"
        or (support is not None and on_page)
        or (support == "typed" and not page.countries),
        "weak": (
            support == "strong"
            and (on_page or _of_people(candidate, best, page, words) or size(candidate) >= _WORLD_CITY)
        )
        or (support == "typed" and (on_page or not page.countries))
        or (support is not None and on_page and page.hints[candidate.key] >= _OFTEN),
    }[judged.standing]
    return best if needed else None


def _of_people(candidate: Candidate, best: Entry, page: Page, words: PlaceWords) -> bool:
    """Whether the page names the people of the town's country, and the name is no word and no first name."""
    return best.country in page.peoples and candidate.key not in words.common | words.first_names


def _is_site(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether a market, a mosque or the like bears the name, a village's by chance: "the Severny market"."""
    after = candidate.after()
    return after is not None and after.adjacent and after.lower in words.site_after


def _far(entry: Entry, page: Page) -> bool:
    """Whether a village lies in none of the regions that its page names, of those with regions at all."""
    known = page.regions + page.states
    return bool(known) and entry.precision == "city" and bool(entry.admin1) and not known[entry.admin1]


def _possessive_subject(candidate: Candidate) -> bool:
    """Whether a country that people are named after ("Jordan") stands alone, no capital after it."""
    after = candidate.after()
    return after is None or not after.capital or after.gap.strip() != ""


def _possessive(candidate: Candidate) -> bool:
    """Whether a possessive ending follows the name."""
    after = candidate.after()
    return after is not None and after.gap[:1] in ("'", "’")


def _support(candidate: Candidate, words: PlaceWords) -> str | None:
    """What the words before and after say for a place: "typed" ("the city of X"), "strong" ("in X"), "weak" or None."""
    before, second = candidate.before(), candidate.before(2)
    after = candidate.after()
    if (
        after is not None
        and after.adjacent
        and after.text.islower()
        and after.lower in words.type_after | words.city_after
    ):
        return "typed"
    if _heads_line(candidate, words):
        return "strong"
    if before is None or candidate.tokens[candidate.first].gap.strip() not in ("", "-"):
        return None
    if before.lower == "of" and second is not None and second.lower in words.type_before:
        return "typed"
    if before.lower in words.type_before and before.text.islower():
        return "typed"
    if before.lower in words.strong:
        return "strong"
    if before.lower in words.directions and before.text.islower():
        return "strong"
    return "weak" if before.lower in words.weak else None


def _heads_line(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether the name opens a line as a dateline does, "Barpeta, 3 June 2025" or "KULAI: ", or is all of it.

    "SOFIA: They came at night" is whoever speaks in an interview.
    """
    after, then = candidate.after(), candidate.after(2)
    if candidate.first == 0 and after is None:
        return True
    if candidate.first == 0 and after is not None and after.gap.startswith(":"):
        return candidate.key not in words.first_names and all(
            token.text.isupper() for token in candidate.tokens[: candidate.last + 1]
        )
    if candidate.first != 0 or after is None or after.gap != ", ":
        return False
    months = calendar().months
    return after.lower in months or (after.text.isdigit() and then is not None and then.lower in months)
