"""Dates lent across documents: "after the attack on X" takes the day that another document gives for that attack."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from guvoh.assessment.corpus import Entry, Told
from guvoh.assessment.names import fold
from guvoh.assessment.times import day_bounds, period

_HAPPENING = (
    r"(?:terror(?:ist)?\s+(?:act|attack)|attack|shooting|bombing|explosion|massacre|pogrom|riots?|operation|"
    r"теракт\w*|нападени\w+|взрыв\w*|погром\w*|операци\w+)"
)
_NAME = r"[«“\"‘']?(?P<{0}>[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w-]+){{1,3}}|[A-ZА-ЯЁ][^\W\d]+-(?:19|20)\d\d)"
_NAMED = re.compile(
    rf"(?i:{_HAPPENING})\s+(?:(?:on|at|in|of|near|в|на|во|у)\s+)?(?:the\s+)?{_NAME.format('after')}"
    rf"|{_NAME.format('before')}[»”\"’']?\s+(?i:{_HAPPENING})"
)
_SINCE = re.compile(
    r"(?i)\b(?:after|following|since|in the (?:wake|aftermath) of|после|с момента|вслед за)\b[^.;!?\n]{0,60}$"
)
_DURING = re.compile(r"(?i)\b(?:during|in the course of|as part of|under|в ходе|в рамках|во время)\b[^.;!?\n]{0,60}$")
_HAPPENED = re.compile(rf"(?i:{_HAPPENING})")
_DAY_WITHOUT_YEAR = re.compile(r"XXXX-\d\d-\d\d")
_BREAK = re.compile(r"[.!?]\s|\n")
_NEAR = 70  # characters between a happening's name and the date that the sentence gives it
_LONGEST = 31  # days: a longer period dates nothing

Anchors = Mapping[str, tuple[str, str]]
"""Folded name of a happening → its EDTF date and the path of the document that gives it."""


def anchors(entries: Sequence[Entry]) -> Anchors:
    """The named happenings that documents date, where all documents that date one agree."""
    said: dict[str, set[str]] = defaultdict(set)
    where: dict[str, str] = {}
    for entry in entries:
        for name, edtf in dated_names(entry):
            said[name].add(edtf)
            where[name] = min(where.get(name, entry.document.path), entry.document.path)
    return {name: (next(iter(dates)), where[name]) for name, dates in said.items() if len(dates) == 1}


def dated_names(entry: Entry) -> Iterator[tuple[str, str]]:
    """The named happenings that a document dates, with the dates."""
    text = entry.document.text
    for match in _NAMED.finditer(text) if entry.findings.dates else ():
        best: tuple[int, str] | None = None
        for mention in entry.findings.dates:
            gap = max(mention.start - match.end(), match.start() - mention.end, 0)
            between = text[min(match.end(), mention.end) : max(match.start(), mention.start)]
            if gap <= _NEAR and not _BREAK.search(between) and _is_short(mention.edtf):
                best = min(best or (gap, mention.edtf), (gap, mention.edtf))
        if best:
            yield _key(match), best[1]


def _is_short(edtf: str) -> bool:
    first, last = day_bounds(edtf)
    return first is not None and last is not None and last - first < _LONGEST


def _key(match: re.Match[str]) -> str:
    return fold(match["after"] or match["before"])


def leans_on(entry: Entry) -> frozenset[str]:
    """What dates of other documents may date a statement of this one: folded names of happenings, days without year."""
    named = _named(entry.document.text)
    days = (_DAY_WITHOUT_YEAR.search(s.when) for s in entry.findings.statements if s.when)
    return named | {day[0][4:] for day in days if day}


@lru_cache(maxsize=2048)
def _named(text: str) -> frozenset[str]:
    """The folded names of the happenings that a text speaks of."""
    return frozenset(_key(match) for match in _NAMED.finditer(text))


def dated(told: Told, known: Anchors) -> Told:
    """The statement with a period, when its sentence sets it after or within a happening dated elsewhere.

    A day of an unspecified year ("the attack of March 22") takes its year from the happening of that day.
    """
    if told.period is not None or not known:
        return told
    if told.statement.when is not None:
        return _with_year(told, told.statement.when, known)
    text = told.entry.document.text
    start, end = _sentence(text, told.statement.start, told.statement.end)
    for match in _NAMED.finditer(text, start, end):
        found = known.get(_key(match))
        lead = text[start : match.start()]
        if found is None or not (_SINCE.search(lead) or _DURING.search(lead)):
            continue
        open_end = _SINCE.search(lead) is not None
        edtf = f"{found[0].partition('/')[0]}/.." if open_end else found[0]
        when = period(edtf, "inferred", told.entry.document.published)
        if when is not None and (when.first or 0) <= told.published:
            return replace(told, period=when)
    return told


def _with_year(told: Told, when: str, known: Anchors) -> Told:
    """The period with the one year in which a known happening has the day that this document gives to one."""
    day = _DAY_WITHOUT_YEAR.search(when)
    if day is None or not _tells_of_a_happening(told.entry, day[0]):
        return told
    years = {edtf[:4] for edtf, _ in known.values() if edtf[4:10] == day[0][4:]}
    if len(years) != 1:
        return told
    found = period(when.replace("XXXX", next(iter(years))), "inferred", told.entry.document.published)
    return told if found is None else replace(told, period=found)


def _tells_of_a_happening(entry: Entry, edtf: str) -> bool:
    text = entry.document.text
    mentions = (m for m in entry.findings.dates if m.edtf[:10] == edtf)
    return any(_HAPPENED.search(text, *_sentence(text, m.start, m.end)) for m in mentions)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    before = max((m.end() for m in _BREAK.finditer(text, max(0, start - 400), start)), default=max(0, start - 400))
    after = _BREAK.search(text, end, end + 400)
    return before, after.start() + 1 if after else min(len(text), end + 400)
