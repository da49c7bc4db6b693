"""Decides whether a name is a place, and which: by its neighbours, its size, and what else the page names."""

from __future__ import annotations

import math
from dataclasses import dataclass

from guvoh.extraction.places.gazetteer import Entry, Meant
from guvoh.extraction.places.match import Candidate, Token
from guvoh.extraction.places.page import Page
from guvoh.extraction.places.words import PlaceWords
from guvoh.extraction.timewords import calendar

FOCUS = frozenset({"RU", "KG", "UZ", "TJ", "KZ", "TM", "BY", "UA", "GE", "AM", "AZ", "MD"})
_LARGE, _SMALL = 200_000, 15_000
_WORLD_CITY = 500_000  # "in Paris" is the city, though people are called so
_OFTEN = 2  # times that a village follows "at", "from" or "to" on a page of its country


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its standing: "sure", "likely" (needs some support) or "weak" (needs strong support)."""

    candidate: Candidate
    standing: str


def judge(candidate: Candidate, words: PlaceWords, *, headline: bool) -> Judged | None:
    """The standing of a name by its own words and neighbours; None when they make it no place."""
    if _other_name(candidate, words, headline=headline) or _names_body(candidate, words):
        return None
    return Judged(candidate, _standing(candidate, words))


def is_person(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether the name is part of a person's: after a title or first name, or a first name before a capital."""
    before, after = candidate.before(), candidate.after()
    own = candidate.tokens[candidate.first]
    if candidate.single and before is not None and (own.adjacent or own.gap == ". "):
        if own.gap == ". " and len(before.text) == 1 and before.capital:
            return True  # "Benjamin J. Rhodes"
        previous = before.lower.rstrip(".")
        if (previous in words.titles and (before.capital or previous in ("mr", "mrs")) and own.gap != ". ") or (
            previous in words.first_names and before.capital and own.adjacent
        ):
            return not _country_sized(candidate) or previous in words.first_names
    if not candidate.single or after is None or not after.adjacent or not after.capital:
        return False
    return candidate.key in words.first_names and after.lower not in words.neutral_after


def bears_name(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether a name stands as a surname: right after a capitalised word that is no word of place or opening."""
    before, own = candidate.before(), candidate.tokens[candidate.first]
    if before is None or not own.adjacent or not before.capital or before.text.isupper():
        return False
    if before.lower in words.first_names or before.lower in words.titles:
        return True
    return not before.opens and not _may_precede(before, candidate, words) and before.lower not in words.connectors


def _country_sized(candidate: Candidate) -> bool:
    return any(e.precision in ("country", "region_of_world") for e in candidate.main)


def _nation(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether it is a country or region of the world that no person is named after."""
    return _country_sized(candidate) and candidate.key not in words.first_names


def _other_name(candidate: Candidate, words: PlaceWords, *, headline: bool) -> bool:
    """Whether the words around make the name part of something else's name."""
    if is_person(candidate, words):
        return True
    before, after = candidate.before(), candidate.after()
    own = candidate.tokens[candidate.first]
    if after is not None and after.gap == ".":
        return True  # "Ferghana.Media"
    if before is not None and own.gap.strip() == "" and _ends(before, candidate, words):
        return True
    if after is not None and after.adjacent and after.capital:
        if after.lower in words.org_after:
            return True
        if not headline and not _stands_before(candidate, after, words):
            return True
    if headline or before is None or not own.adjacent or not before.capital or own.opens:
        return False
    return candidate.single and not before.opens and not _may_precede(before, candidate, words)


def _names_body(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether a lesser name is that of a body: "the Green Valley fund"."""
    before, after = candidate.before(), candidate.after()
    if before is None or after is None or before.lower != "the" or not after.adjacent:
        return False
    return after.lower in words.body_after and _size(candidate) < _LARGE


def _ends(before: Token, candidate: Candidate, words: PlaceWords) -> bool:
    second = candidate.before(2)
    pair = f"{second.lower} {before.lower}" if second is not None else ""
    return pair in words.org_before or (before.capital and before.lower in words.org_before)


def _stands_before(candidate: Candidate, after: Token, words: PlaceWords) -> bool:
    """Whether a capital right after leaves it a place ("Moscow Mayor …"): not "Austin Powers"."""
    if after.lower in words.neutral_after or after.lower in words.type_after or after.opens:
        return True
    if not candidate.single:
        return _size(candidate) >= _LARGE or any(e.precision != "city" for e in candidate.main)
    before = candidate.before()
    led = before is not None and before.lower in words.strong and candidate.tokens[candidate.first].adjacent
    return _nation(candidate, words) or (led and _size(candidate) >= _SMALL)


def _may_precede(before: Token, candidate: Candidate, words: PlaceWords) -> bool:
    if before.lower in words.directions or before.lower in words.strong | words.weak | words.type_before:
        return True
    return _nation(candidate, words) or before.text.isupper() or before.lower in ("the", "mayor", "city")


def _size(candidate: Candidate) -> int:
    return max((e.population for e in (*candidate.main, *candidate.other)), default=0)


def _standing(candidate: Candidate, words: PlaceWords) -> str:
    key = candidate.key
    doubtful = candidate.single and (key in words.first_names or (key in words.common and key not in words.common_sure))
    if doubtful:
        return "doubtful" if _country_sized(candidate) else "weak"
    if any(e.precision != "city" for e in candidate.main):
        return "sure"
    limit = 2_000 if not candidate.single else _SMALL
    if any(e.population >= (limit if _focal(e) else _LARGE) for e in candidate.main):
        return "sure"
    if any(e.precision != "city" for e in candidate.other):
        return "sure"
    both = (*candidate.main, *candidate.other)
    return "likely" if any(e.population >= _least(e, single=candidate.single) for e in both) else "weak"


def _focal(entry: Entry) -> bool:
    return entry.country in FOCUS or "RU" in entry.disputed


def _least(entry: Entry, *, single: bool) -> int:
    """How large a town has to be for "in" and the like before it to be enough; villages need their country too."""
    if _focal(entry) or entry.country == "TR":
        return 5_000 if single else 1_000
    return _SMALL if single else 5_000


def note(judged: Judged, page: Page, words: PlaceWords) -> None:
    """Count for the page the country and region of a sure name, and how often another follows "at", "from" or "to"."""
    before = judged.candidate.before()
    if before is not None and before.lower in words.motion:
        page.hints[judged.candidate.key] += 1
    if judged.standing != "sure":
        return
    best = max((*judged.candidate.main, *judged.candidate.other), key=prior)
    count(best, judged.candidate.key, page)


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


def prior(entry: Entry) -> float:
    """How likely a name means this entry before anything else is known: its kind, else the logarithm of its people."""
    base = {"country": 9.0, "region_of_world": 8.5, "facility": 8.0, "admin1": 6.6}.get(entry.precision)
    return base if base is not None else math.log10(entry.population + 10)


def accept(judged: Judged, page: Page, words: PlaceWords, beside: Entry | None, left: Candidate | None) -> Entry | None:
    """The place that a name means on this page, or None when too little speaks for one.

    `beside` is the place named right after it ("Margilan, Uzbekistan"), `left` the name that it follows so.
    """
    candidate = judged.candidate
    best = likeliest(candidate, page, beside, left)
    if (beside is not None and lies_within(best, beside)) or _holds(best, left):
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
        "weak": (support == "strong" and (on_page or _size(candidate) >= _WORLD_CITY))
        or (support == "typed" and (on_page or not page.countries))
        or (support is not None and on_page and page.hints[candidate.key] >= _OFTEN),
    }[judged.standing]
    return best if needed else None


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


def _holds(outer: Entry, left: Meant | None) -> bool:
    """Whether a region or country holds a place that the name it follows may mean: "Williamsburg, Virginia"."""
    return left is not None and any(lies_within(e, outer) for e in (*left.main, *left.other))


def likeliest(candidate: Meant, page: Page, beside: Entry | None, left: Meant | None) -> Entry:
    """Which of the places that a name may mean it most likely means, by its size, its neighbours and its page."""

    def score(entry: Entry) -> float:
        total = prior(entry) - (1.0 if entry in candidate.other and entry not in candidate.main else 0.0)
        if beside is not None and lies_within(entry, beside):
            total += 10
        if _holds(entry, left):
            total += 10
        shared = page.countries[entry.country] + sum(page.countries[c] for c in entry.disputed)
        named = 0.5 if entry.precision == "city" and page.regions[entry.admin1] else 0.0
        return total + min(1.3, 0.5 * shared) + named

    either = (*candidate.main, *candidate.other)
    outer = any(_holds(e, left) for e in either)
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
    if _heads_line(candidate):
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


def _heads_line(candidate: Candidate) -> bool:
    """Whether the name opens a line that goes on with a date, "Barpeta, 3 June 2025", or is all of it: "Samara."."""
    after, then = candidate.after(), candidate.after(2)
    if candidate.first == 0 and after is None:
        return True
    if candidate.first != 0 or after is None or after.gap != ", ":
        return False
    months = calendar().months
    return after.lower in months or (after.text.isdigit() and then is not None and then.lower in months)
