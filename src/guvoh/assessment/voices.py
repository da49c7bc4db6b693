"""Whom a page reports and what numbers it gives, read from its sentences: what two pages of one origin have in common.

Statements hold what was found to be told of events; a page's sentences hold more: which kinds of bodies it reports,
named or by their role alone ("police", "the department"), and which numbers stand beside them.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from guvoh.assessment import names
from guvoh.assessment.corpus import Entry
from guvoh.assessment.crediting import reporting, sentences, told_in
from guvoh.assessment.phrases import any_of, phrases
from guvoh.model import SourceKind, SourceMention

Offices = frozenset[str]
"""Kinds of bodies, as data/offices.toml has them."""
VAGUE: Offices = frozenset({"officials", "lawyer", "parliament", "un"})
"""Kinds of which two pages may well report two."""
NAMED = 3
"""Sources, kinds or numbers that a reason spells out."""
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.PUBLISHER})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.NGO})
_ISSUERS: Offices = frozenset({"government", "local"})  # whose decrees are for everybody
_OF_WHOM = 40  # characters beside a decree in which it is said whose it is
_HOW, _NOBODY = ("words", "stems", "initials"), "nobody"  # of data/offices.toml
_FEWEST, _YEARS = 3, {str(year) for year in range(1990, 2031)}
_NUMBER = re.compile(  # what stands before it is looked at behind its first digit: so letters are passed over quickly
    r"(\d(?<![\w.,:/-]\d)(?:\d{0,2}(?:[, \u00a0\u202f]\d{3})+|\d*))(?![\w:/]|[.,]\d"
    r"|\s(?:[ap]\.?m\b|(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*|January|February|March|April|May|June|July|August|September|October|November|December))"
)
_MARKS = re.compile(r"[, \u00a0\u202f]")  # between thousands
_NUMERALS = {
    word: float(value)
    for words, values in (
        ("three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", range(3, 16)),
        ("sixteen seventeen eighteen nineteen twenty thirty forty fifty", (16, 17, 18, 19, 20, 30, 40, 50)),
        ("sixty seventy eighty ninety", (60, 70, 80, 90)),
    )
    for word, value in zip(words.split(), values, strict=True)
}
_SPELLED = re.compile(rf"\W({any_of(_NUMERALS)})\b")  # with what stands before it, which is quickly passed over
_CAPITAL = re.compile(r"\b[A-ZА-ЯЁ][\w’'-]{3,}")


@dataclass(frozen=True, slots=True)
class Voices:
    """What one page reports.

    `offices`: the kinds of bodies that are its sources. `heard`: in how many of its sentences that report something
    each kind stands. `said`: the numbers in such sentences, `given`: those with the kinds that stand there; `numbers`:
    all. `people`, `officials`: how many sources of either sort it has.
    """

    offices: Offices
    heard: Mapping[str, int]
    said: frozenset[float]
    given: frozenset[tuple[float, str]]
    numbers: frozenset[float]
    people: int
    officials: int


def voices(entry: Entry) -> Voices:
    """What the page reports."""
    heard, said, given = Counter[str](), set[float](), set[tuple[float, str]]()
    for sentence in reporting(entry):
        kinds, numbers = offices_in(sentence), numbers_in(sentence)
        heard.update(kinds - VAGUE)
        said |= numbers
        given |= {(number, kind) for number in numbers for kind in kinds}
    text = entry.document.text
    body = "\n".join(text[start:end] for start, end in told_in(entry))
    sources = [(source, _kinds(source)) for source in entry.findings.sources]
    offices = frozenset(kind for source, kinds in sources if source.kind not in _PRESS for kind in kinds)
    held = [(source.kind, bool(kinds - {"lawyer"})) for source, kinds in sources]
    people = sum(kind in _PEOPLE and not office for kind, office in held)
    officials = sum(kind is SourceKind.OFFICIAL or office for kind, office in held)
    return Voices(offices, dict(heard), frozenset(said), frozenset(given), numbers_in(body), people, officials)


def _kinds(source: SourceMention) -> Offices:
    return offices_in(f"{source.name} {source.role or ''}")


@lru_cache(maxsize=1 << 14)
def offices_in(words: str) -> Offices:
    """The kinds of bodies that the words name; "officials" only where they name no other."""
    matches = (*_words().finditer(words.casefold()), *_initials().finditer(words))
    found = frozenset(_office_of()[match[match.lastindex or 1]] for match in matches) - {_NOBODY}
    return found - {"officials"} if len(found) > 1 else found


def decreed(entry: Entry) -> Offices:
    """The kinds of bodies whose decrees the page tells of."""
    ordered = phrases("firsthand", "decree")
    beside = (
        s[max(0, m.start() - _OF_WHOM) : m.end() + _OF_WHOM] for s in sentences(entry) for m in ordered.finditer(s)
    )
    return frozenset(kind for words in beside for kind in offices_in(words) & _ISSUERS)


def called(office: str) -> str:
    """The words that say who such a body is."""
    who: str = _table()[office]["who"]
    return who


def listed(names: Iterable[str]) -> str:
    """The names in words, each once, the first few of many."""
    found = sorted(set(names))
    return ", ".join(found[:NAMED]) + (" and others" if len(found) > NAMED else "")


def numbers_in(text: str) -> frozenset[float]:
    """The numbers of three and more that a text counts with, years and days of a month aside."""
    written = {match[1] for match in _NUMBER.finditer(text)} - _YEARS
    found = {float(_MARKS.sub("", number)) for number in written}
    found |= {_NUMERALS[word] for word in _SPELLED.findall(f" {text.lower()}")}
    return frozenset(n for n in found if n >= _FEWEST)


def names_in(text: str) -> frozenset[str]:
    """The words of a text that have capitals, by their stems."""
    return frozenset(names.stem(folded) for word in set(_CAPITAL.findall(text)) if (folded := names.fold(word)))


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((files("guvoh.assessment") / "data" / "offices.toml").read_text(encoding="utf-8"))


@cache
def _office_of() -> Mapping[str, str]:
    """The kind of body for each word, stem and initials."""
    return {word: kind for kind, row in _table().items() for how in _HOW for word in row.get(how, ())}


def _spelled(how: str) -> str:
    """Whatever the table has of one sort, the longest first: "council flat" before "council"."""
    held = {word for row in _table().values() for word in row.get(how, ())}
    return any_of(sorted(held, key=lambda word: (-len(word), word)))


@cache
def _words() -> re.Pattern[str]:
    """A whole word of the table, or the beginning of one that a language inflects."""
    return re.compile(rf"\b(?:({_spelled('words')})(?:e?s)?(?!\w)|({_spelled('stems')}))")


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(rf"\b({_spelled('initials')})s?(?!\w)")
