"""Villages and districts that no gazetteer lists, named with what they are: "the village of X", "in the X region"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from guvoh.extraction.places.keys import key_of
from guvoh.extraction.places.words import PlaceWords
from guvoh.extraction.vocabulary.load import nationalities, nationals
from guvoh.model.statement import Place, Span

_NAME = r"[A-ZÀ-ÖØ-Þ][a-zß-ÿ’'-]\w+(?:-[A-ZÀ-ÖØ-Þ]\w+)*"
_NAMES = rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}})"
_LEADS = r"(?:in|at|near|from|of|off|outside|around|to|on)"
_GOES_ON = re.compile(r"[- ][A-ZÀ-ÖØ-Þ]")
_CAPITAL_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.’'-]*[ -]$")


def told_with_kind(text: str, spans: Sequence[Span], words: PlaceWords) -> dict[str, str]:
    """The names that the text gives with the kind of place that they are, and how wide such a place is."""
    told: dict[str, str] = {}
    kinds = _kinds(words.villages, words.areas)
    for start, end in spans:
        if kinds.search(text, start, end) is None:
            continue
        for precision, pattern in _patterns(words.villages, words.areas):
            for match in pattern.finditer(text, start, end):
                borne = " of " not in match[0] and _borne(text, match["name"], words)
                if _may_be(match["name"], words) and not borne:
                    told.setdefault(match["name"], precision)
    return told


def with_told(text: str, spans: Sequence[Span], found: Sequence[Place], told: dict[str, str]) -> list[Place]:
    """The places with every mention of those that the text alone tells of; names that are known stay as they are."""
    known = {key_of(text[p.start : p.end]) for p in found} | {key_of(p.name) for p in found}
    country = _one_country(found)
    taken = [(p.start, p.end) for p in found]
    fresh = [
        Place(name, None, start, end, country, None, None, None, precision)
        for name, precision in told.items()
        if key_of(name) not in known
        for start, end in _mentions(text, spans, name)
        if not any(a < end and start < b for a, b in taken)
    ]
    return sorted([*found, *fresh], key=lambda p: p.start)


@cache
def _patterns(villages: frozenset[str], areas: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What precision a name has by the words around it."""
    if not villages:
        return ()
    found = [("admin2", re.compile(rf"(?:\b{_LEADS}|,) (?:[a-z]+ )?(?P<name>{_NAME} County)(?! [A-Z])\b"))]
    found.append(("city", re.compile(rf"\b{_LEADS} (?:the )?{_NAMES} police station\b")))
    for precision, kinds in (("city", villages), ("admin2", areas)):
        kind = "|".join(sorted(kinds))
        found.append((precision, re.compile(rf"\b(?:{kind}) of {_NAMES}(?!\w)")))
        found.append(
            (precision, re.compile(rf"\b{_LEADS} (?:the )?{_NAMES} (?:{kind})\b(?! (?:chief|court|police)\b)"))
        )
    return tuple(found)


@cache
def _kinds(villages: frozenset[str], areas: frozenset[str]) -> re.Pattern[str]:
    """A quick look: most sentences have no word for a kind of place."""
    return re.compile("|".join(sorted({*villages, *areas, "County", "police station"})))


def _may_be(name: str, words: PlaceWords) -> bool:
    """Whether a name can be a place's own: no direction, people or word that only opens a sentence."""
    others = (
        words.directions
        | words.common
        | words.first_names
        | words.titles
        | words.type_before
        | words.city_after
        | words.no_names
        | _peoples()
    )
    parts = [part.lower() for part in name.removesuffix(" County").split()]
    return not any(
        part in others or key_of(part) in words.never or part.endswith(tuple(words.no_endings)) for part in parts
    )


def _borne(text: str, name: str, words: PlaceWords) -> bool:
    """Whether somebody on the page has the name: "Donald Ombrezay"; not "In Ombrezay", "North Ombrezay"."""
    first = {m[1].lower() for m in re.finditer(rf"\b([A-ZÀ-ÖØ-Þ]\w+) {re.escape(name)}(?!\w)", text)}
    return bool(first - words.strong - words.weak - words.directions - words.type_before - {"the"})


@cache
def _peoples() -> frozenset[str]:
    """The adjectives of nations and the words for their people, in lower case."""
    return nationals("en") | {word.lower() for row in nationalities("en") for word in (*row.adjectives, *row.nouns)}


def _one_country(found: Sequence[Place]) -> str | None:
    """The country in which most of the page's places lie, None where no country has more than the others together."""
    counted = Counter(p.country for p in found if p.country)
    top = counted.most_common(1)
    return top[0][0] if top and 2 * top[0][1] > counted.total() else None


def _mentions(text: str, spans: Sequence[Span], name: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?!\w)", text):
        start, end = match.span()
        inside = any(a <= start and end <= b for a, b in spans)
        before = _CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
        if inside and before is None and _GOES_ON.match(text, end) is None:
            yield start, end
