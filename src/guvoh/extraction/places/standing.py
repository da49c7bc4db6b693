"""How surely a name is a place, by its own words, its size and its neighbours: "Benjamin J. Rhodes" is none."""

from __future__ import annotations

from dataclasses import dataclass

from guvoh.extraction.places.gazetteer import Entry
from guvoh.extraction.places.likeliest import FOCUS
from guvoh.extraction.places.match import Candidate, Token
from guvoh.extraction.places.words import PlaceWords

_LARGE, _SMALL = 200_000, 15_000


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
            return not _countrysized(candidate) or previous in words.first_names
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


def _countrysized(candidate: Candidate) -> bool:
    return any(e.precision in ("country", "region_of_world") for e in candidate.main)


def _nation(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether it is a country or region of the world that no person is named after."""
    return _countrysized(candidate) and candidate.key not in words.first_names


def _other_name(candidate: Candidate, words: PlaceWords, *, headline: bool) -> bool:
    """Whether the words around make the name part of something else's name."""
    if is_person(candidate, words):
        return True
    before, after = candidate.before(), candidate.after()
    own = candidate.tokens[candidate.first]
    if after is not None and (after.gap == "." or _of_the_us(candidate, after, words)):
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


def _of_the_us(candidate: Candidate, after: Token, words: PlaceWords) -> bool:
    """Whether "U.S." is an adjective or money: "U.S. Border Patrol", "U.S. citizens", "US$25"."""
    if candidate.key != "us" or candidate.tokens[candidate.first].text[:1] != "U":
        return False
    named = after.capital and not after.opens
    return after.gap.startswith("$") or (after.adjacent and (named or after.lower in words.of_the_us))


def _names_body(candidate: Candidate, words: PlaceWords) -> bool:
    """Whether a lesser name is that of a body: "the Green Valley fund"."""
    before, after = candidate.before(), candidate.after()
    if before is None or after is None or before.lower != "the" or not after.adjacent:
        return False
    return after.lower in words.body_after and size(candidate) < _LARGE


def _ends(before: Token, candidate: Candidate, words: PlaceWords) -> bool:
    second = candidate.before(2)
    pair = f"{second.lower} {before.lower}" if second is not None else ""
    return pair in words.org_before or (before.capital and before.lower in words.org_before)


def _stands_before(candidate: Candidate, after: Token, words: PlaceWords) -> bool:
    """Whether a capital right after leaves it a place ("Moscow Mayor …"): not "Austin Powers"."""
    if after.lower in words.neutral_after or after.lower in words.type_after or after.opens:
        return True
    if not candidate.single:
        return size(candidate) >= _LARGE or any(e.precision != "city" for e in candidate.main)
    before = candidate.before()
    led = before is not None and before.lower in words.strong and candidate.tokens[candidate.first].adjacent
    return _nation(candidate, words) or (led and size(candidate) >= _SMALL)


def _may_precede(before: Token, candidate: Candidate, words: PlaceWords) -> bool:
    if before.lower in words.directions or before.lower in words.strong | words.weak | words.type_before:
        return True
    return _nation(candidate, words) or before.text.isupper() or before.lower in ("the", "mayor", "city")


def size(candidate: Candidate) -> int:
    """How many people live in the largest place that the name may mean."""
    return max((e.population for e in (*candidate.main, *candidate.other)), default=0)


def _standing(candidate: Candidate, words: PlaceWords) -> str:
    key = candidate.key
    doubtful = candidate.single and (key in words.first_names or (key in words.common and key not in words.common_sure))
    if doubtful:
        return "doubtful" if _countrysized(candidate) else "weak"
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
