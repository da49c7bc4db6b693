"""What a translation keeps: numbers and names. Finds documents in two languages that share many of both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from guvoh.assessment.bounds import claim
from guvoh.assessment.corpus import Entry
from guvoh.assessment.crediting import credit
from guvoh.assessment.families import is_measure
from guvoh.assessment.names import fold, stem
from guvoh.model import TELLING_ROLES

_TELLING_NUMBER = 10
_NUMBERS, _NAMES = 3, 2  # at least so many of both are shared
_ALIKE = 0.7  # share of the numbers of the richer document above which one is a translation of the other
_MOST = 24  # documents with one number: a number of more tells nothing

_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|"
    r"ноябр|декабр)"
)
_NUMBER = re.compile(
    rf"(?i)(?<![\w.,:/-])(\d{{1,3}}(?:[ \u00a0,]\d{{3}})+|\d+)"
    rf"(?![\d:/%]|[.,]\d|\s*(?:%|percent|процент|{_MONTHS}|год|г\.))"
)
_AFTER_MONTH = re.compile(rf"(?i)\b{_MONTHS}[a-zа-я]*\.?\s+$")
_DAYS = 31  # a larger number after a month is no day of it: «17 марта 63 человека»
_YEARS = range(1900, 2100)
_NAME = re.compile(r"\b[A-ZА-ЯЁ][a-zа-яё]{3,}")


@dataclass(frozen=True, slots=True)
class Match:
    """The numbers and names that two documents in two languages share."""

    numbers: frozenset[float]
    names: frozenset[str]
    is_translation: bool

    @property
    def why(self) -> str:
        """In words."""
        numbers = ", ".join(f"{n:g}" for n in sorted(self.numbers, reverse=True)[:5])
        return f"in two languages, both give the numbers {numbers} and {len(self.names)} names in common"


def across_languages(entries: Sequence[Entry]) -> dict[tuple[str, str], Match]:
    """The pairs of documents in two languages with a common fingerprint, by their content keys in order of path."""
    if len({e.document.language for e in entries if e.document.language}) < 2:
        return {}
    ordered = sorted(entries, key=lambda e: e.document.path)
    numbers = [telling_numbers(e) for e in ordered]
    holders: dict[float, list[int]] = defaultdict(list)
    for index, found in enumerate(numbers):
        for number in found:
            holders[number].append(index)
    shared: dict[tuple[int, int], set[float]] = defaultdict(set)
    for number, held in holders.items():
        for a, b in combinations(held, 2) if len(held) <= _MOST else ():
            if ordered[a].document.language != ordered[b].document.language:
                shared[a, b].add(number)
    out = {}
    for (a, b), common in shared.items():
        known = len(common) >= _NUMBERS or _is_credited(ordered[a], ordered[b])
        called = _names(ordered[a]) & _names(ordered[b]) if known else frozenset()
        if len(called) >= _NAMES:
            alike = len(common) >= _ALIKE * max(len(numbers[a]), len(numbers[b]))
            out[ordered[a].key, ordered[b].key] = Match(frozenset(common), called, alike)
    return out


def _is_credited(a: Entry, b: Entry) -> bool:
    """Whether one gives something to the publisher of the other, in whatever script."""
    return any(
        giver.document.publisher and credit(taker, frozenset({giver.document.publisher}), translated=True)
        for taker, giver in ((a, b), (b, a))
    )


def telling_numbers(entry: Entry) -> frozenset[float]:
    """The numbers of ten and more that a document counts with; read from its text where nothing was found in it."""
    counted = [s.count for s in entry.findings.statements if s.count and not is_measure(s.count.unit)]
    if counted:
        named = (claim(count) for count in counted)
        return frozenset(n for n in named if n is not None and n >= _TELLING_NUMBER)
    return frozenset(n for stretch in _stretches(entry) for n in _in_text(stretch))


def _in_text(text: str) -> list[float]:
    found = []
    for match in _NUMBER.finditer(text):
        value = float(re.sub(r"\D", "", match[1]))
        is_date = value <= _DAYS and _AFTER_MONTH.search(text[max(0, match.start() - 12) : match.start()])
        if value >= _TELLING_NUMBER and value not in _YEARS and not is_date:
            found.append(value)
    return found


def _stretches(entry: Entry) -> list[str]:
    text = entry.document.text
    told = [text[p.start : p.end] for p in entry.document.passages if p.role in TELLING_ROLES]
    return told or [text]


def _names(entry: Entry) -> frozenset[str]:
    return frozenset(stem(fold(name)) for stretch in _stretches(entry) for name in _NAME.findall(stretch))
