"""Titles of a page and of its sections, which sum up what the text tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from guvoh.extraction.annotate import Annotated
from guvoh.extraction.grammar.section_heads import heads_a_section
from guvoh.extraction.making import LEARNED
from guvoh.model import Count, Qualifier, Role, Span, Statement

_ROUNDING = 5
_SUMMED_UP: dict[str | None, frozenset[str]] = {
    "raid": frozenset({"identity_check_profiling", "arbitrary_detention", "unlawful_entry_search"}),
    "unlawful_entry_search": frozenset({"raid"}),
    "torture_ill_treatment": frozenset({"excessive_force", "private_violence", "detention_conditions"}),
    "excessive_force": frozenset({"torture_ill_treatment", "private_violence"}),
    "private_violence": frozenset({"torture_ill_treatment", "excessive_force"}),
    "collective_expulsion": frozenset({"expulsion"}),
    "expulsion": frozenset({"collective_expulsion", "denial_of_entry"}),
    "denial_of_entry": frozenset({"expulsion", "reentry_ban"}),
}
"""Acts that a headline may call by a wider or neighbouring word than the body that tells them."""
_ORDERS = (("thousands", 1000), ("hundreds", 100), ("scores", 20), ("dozens", 12))


def without_headlines(text: Annotated, made: list[Statement]) -> list[Statement]:
    """A title, of the page or of a section, sums up what the body tells: it stands only where that has no such act.

    A number that only rounds one of the body ("over 60" beside 68) is told there too. An act that only the model hears
    in a title, and that no sentence of a body with acts tells, was misheard: the model was trained on no title.
    """
    titles = {(s.start, s.end) for s in text.sentences if s.role is Role.TITLE}
    heads = {(s.start, s.end) for s in text.sentences if heads_a_section(text, s)} - titles
    body = [s for s in made if (s.start, s.end) not in titles | heads]
    acts = _summed_up(body)
    numbers = [s.count for s in body if s.count]

    def retold(s: Statement) -> bool:
        if (s.start, s.end) not in titles:
            return False
        known_act = s.act is None or s.act in acts or (bool(acts) and s.finder == LEARNED)
        told = s.count is None or any(rounds(s.count, n) for n in numbers)
        return known_act and told

    under = set(_told_under(heads, made, body))
    return [s for s in made if not (retold(s) or s.id in under)]


def _told_under(heads: set[Span], made: Sequence[Statement], body: Sequence[Statement]) -> Iterator[str]:
    """The statements of section `heads` told again: under them, with each of their numbers; or with one anywhere."""
    counted, sections = defaultdict(list), defaultdict(list)
    starts = sorted(start for start, _ in heads)
    for s in body:
        sections[bisect_right(starts, s.start)].append(s)
        if s.count:
            counted[_number(s.count)].append(s)
    headings = defaultdict(list)
    for s in made:
        if (s.start, s.end) in heads:
            headings[bisect_right(starts, s.start)].append(s)
    for i, mine in headings.items():
        counts = [s.count for s in sections[i] if s.count]
        if all(s.count is None or any(rounds(s.count, n) for n in counts) for s in mine):
            yield from (s.id for s in mine if any(_tells(b, s) for b in sections[i]))
        yield from (s.id for s in mine if s.count and any(_tells(b, s) for b in counted[_number(s.count)]))


def _number(count: Count) -> tuple[object, ...]:
    return count.low, count.best, count.high, count.unit


def _summed_up(body: Sequence[Statement]) -> set[str | None]:
    acts: set[str | None] = {s.act for s in body if s.act}
    return acts | {wide for wide, parts in _SUMMED_UP.items() if acts & parts}


def _tells(told: Statement, head: Statement) -> bool:
    """Whether a statement tells the act of a heading, and at no place but the one that the heading names."""
    if head.act is not None and head.act not in _summed_up([told]):
        return False
    names_it = head.place is not None and head.start <= head.place.start < head.end
    return not names_it or told.place is None or head.place is None or told.place.name == head.place.name


def rounds(headline: Count, told: Count) -> bool:
    """Whether a headline's number is that of the body, or rounds it: the same unit, and at most a fifth off."""
    if (headline.low, headline.best, headline.high) == (told.low, told.best, told.high):
        return True
    if headline.unit == told.unit and headline.qualifier is Qualifier.VAGUE:
        return _of_order(headline.words.lower(), told)
    near = next((n for n in (headline.best, headline.low, headline.high) if n is not None), None)
    exact = next((n for n in (told.best, told.low, told.high) if n is not None), None)
    if near is None or exact is None or headline.unit != told.unit:
        return False
    if headline.qualifier is Qualifier.EXACT:
        return near == exact  # "430" beside "as many as 430"
    return abs(near - exact) <= max(near, exact) / _ROUNDING


def _of_order(words: str, told: Count) -> bool:
    """Whether a number is one of the "dozens" or "thousands" that a headline speaks of."""
    least = next((n for word, n in _ORDERS if word in words), None)
    number = told.best or told.low or told.high
    return least is not None and number is not None and least <= number < least * 100
