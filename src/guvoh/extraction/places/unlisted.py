"""Small US towns that no gazetteer lists, named with their state: "ELLABELL, Ga. -", "in Glendora, Miss."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from guvoh.extraction.places.keys import key_of
from guvoh.extraction.places.words import PlaceWords
from guvoh.model.statement import Place, Span

_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_LED = re.compile(rf"(?:^[“\"(]?|\n|\b(?:in|near|at|outside|around|of|from|to)\s)(?P<name>{_NAME})(?=,\s)")
_GOES_ON = re.compile(r"\s+[A-Z]")


def told_with_state(text: str, spans: Sequence[Span], words: PlaceWords) -> dict[str, str]:
    """The names that the text leads in as places and follows with the short form of a US state, and that state."""
    told: dict[str, set[str]] = defaultdict(set)
    for span in spans:
        for name, code in _with_state(text, span, words):
            told[name].add(code)
    return {name: next(iter(codes)) for name, codes in told.items() if len(codes) == 1}


def unlisted(text: str, spans: Sequence[Span], found: Sequence[Place], states: Mapping[str, str]) -> list[Place]:
    """The places with every mention of those towns; one read as a city of that name elsewhere gives way.

    Not where the text names that city's country too: then either may be meant ("Odessa, Tex.", Odessa in Ukraine).
    """
    lands = {p.country for p in found if p.precision == "country"} - {"US"}
    apart = {key_of(p.name) for p in found if p.precision == "city" and p.country in lands}
    states = {name: code for name, code in states.items() if key_of(name) not in apart}
    named = {key_of(name): code for name, code in states.items()}
    kept = [p for p in found if p.precision != "city" or named.get(key_of(p.name), p.admin1) == p.admin1]
    taken = [(p.start, p.end) for p in kept]
    more = (place for name, code in states.items() for place in _mentions(text, spans, name, code))
    fresh = [m for m in more if not any(a < m.end and m.start < b for a, b in taken)]
    return sorted([*kept, *fresh], key=lambda p: p.start)


def _mentions(text: str, spans: Sequence[Span], name: str, code: str) -> Iterator[Place]:
    kind = "admin2" if name.lower().endswith(" county") else "city"
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
        start, end = match.span()
        told = match[0][0].isupper() and any(a <= start and end <= b for a, b in spans)
        if told and _GOES_ON.match(text, end) is None:
            yield Place(name.title() if name.isupper() else name, None, start, end, "US", code, None, None, kind)


def _with_state(text: str, span: Span, words: PlaceWords) -> Iterator[tuple[str, str]]:
    for match in _LED.finditer(text[slice(*span)]):
        name = match["name"]
        state = words.region_short.match(text, span[0] + match.end("name"))
        code = words.region_codes.get(state[1], "") if state else ""
        is_word = key_of(name) in words.never or key_of(name) in words.common or name.lower() in words.first_names
        shouted = state is not None and name.isupper() and state[1].isupper()  # "POLICE, IN A RAID"
        if code.startswith("US-") and not is_word and not shouted:
            yield name, code
