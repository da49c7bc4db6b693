"""Which of a sentence's places and dates belong to an act or a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from guvoh.extraction.annotate import Annotated, Sentence, Token
from guvoh.extraction.vocabulary.load import classes
from guvoh.model import Place, Span


class Located(Protocol):
    """Anything that stands at `start:end` of the text."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


L = TypeVar("L", bound=Located)

_RANK = {"facility": 0, "city": 1, "admin2": 2, "admin1": 3, "country": 4, "region_of_world": 5}


def within(items: Sequence[L], span: Span) -> list[L]:
    """Those that lie inside the characters of `span`."""
    return [x for x in items if x.start >= span[0] and x.end <= span[1]]


def place_for(
    text: Annotated, sentence: Sentence, places: Sequence[Place], near: Token, phrase: Span | None
) -> Place | None:
    """The place of an act or number named at `near`; `phrase` is the counted noun phrase, whose own place wins."""
    inside = [p for p in within(places, (sentence.start, sentence.end)) if not _elsewhere(text, p)]
    if phrase is not None:
        own = [p for p in within(inside, phrase) if _is_where(text, p)]
        if own:
            return own[0]
    candidates = [p for p in inside if _is_where(text, p)] or inside
    if not candidates:
        return None
    return min(candidates, key=lambda p: (_distance(text, p, near), _RANK.get(p.precision or "", 6)))


def wider(places: Sequence[Place]) -> Place | None:
    """The one place that holds all the others, when one of them does."""
    for outer in places:
        if all(outer is p or _holds(outer, p) for p in places):
            return outer
    return None


def _holds(outer: Place, inner: Place) -> bool:
    if outer.precision == "country":
        return inner.country == outer.country and inner.country is not None
    return outer.precision == "admin1" and inner.admin1 is not None and inner.admin1 == outer.admin1


def _is_where(text: Annotated, place: Place) -> bool:
    before = _word_before(text, place)
    return before is not None and before.lower in classes(text.language)["where"]


def _word_before(text: Annotated, place: Place) -> Token | None:
    first = text.token_at(place.start)
    if first is None:
        return None
    i = first.i - 1
    while (
        i >= 0
        and text.tokens[i].sent == first.sent
        and text.tokens[i].lower in ("the", "central", "downtown", "southern", "northern")
    ):
        i -= 1
    return text.tokens[i] if i >= 0 and text.tokens[i].sent == first.sent else None


def _elsewhere(text: Annotated, place: Place) -> bool:
    """Where people come from ("citizens of Uzbekistan"), whose body it is ("Ministry of Tajikistan"), or
    where the event stood that only dates this one ("after the attack on a hall in Moscow")."""
    token = text.token_at(place.start)
    before = _word_before(text, place)
    if token is None:
        return False
    if before is not None and before.lower in ("of", "from") and before.i > 0:
        governor = text.tokens[before.i - 1]
        known = classes(text.language)
        if governor.lower in known["person"] or (before.lower == "of" and governor.lower in known["authority"]):
            return True
    for up in [token, *text.ancestors(token)][:5]:
        if up.lower in classes(text.language)["anchor"] and up.i < token.i and up.relation in ("obl", "nmod", "obj"):
            case = text.child(up, "case")
            return case is not None and case.lower in classes(text.language)["anchoring"]
    return False


def _distance(text: Annotated, item: Located, near: Token) -> int:
    """Words between, those across a clause's edge counted double; what hangs on the act itself is nearest."""
    token = text.token_at(item.start)
    if token is None:
        return 10_000
    for depth, up in enumerate([token, *text.ancestors(token)]):
        if up.i == near.i:
            return depth
    edges = sum(t.text in (",", ";", "—", "–", "--") for t in text.tokens[min(token.i, near.i) : max(token.i, near.i)])
    return 5 + abs(token.i - near.i) + 4 * edges


def date_for(text: Annotated, sentence: Sentence, dates: Sequence[L], near: Token) -> L | None:
    """The date of an act or number named at `near`, or None when the sentence has none."""
    inside = within(dates, (sentence.start, sentence.end))
    return min(inside, key=lambda d: _distance(text, d, near)) if inside else None
