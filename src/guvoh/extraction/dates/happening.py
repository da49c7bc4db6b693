"""The dates of a document by which what it tells can be dated: printings of its own day left out, joined days one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from guvoh.extraction.dates.of_page import days_of_page
from guvoh.extraction.timewords import calendar, either
from guvoh.model import Document
from guvoh.model.edtf import lies_within
from guvoh.model.statement import DateMention

_CLOCK = (
    r"(?:(?:about|around|early|late|the\s+(?:early\s+)?(?:morning|night|evening)\s+of)\s+)?"
    r"(?:(?:\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|\d{1,2}[.:]\d\d|noon|midnight)\s+(?:on\s+)?)?"
)
"""An hour, or what else may stand right before its day."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LEAD = 30  # characters before a day
_MOST = 10  # days that words such as "between 10pm Sunday and 3am Monday" join


Apart = Callable[[int, int], bool]
"""Whether two days, by the characters at which they begin, are those of two clauses."""


def happening(
    document: Document, found: Sequence[DateMention], apart: Apart = lambda *_: False, language: str = "en"
) -> list[DateMention]:
    """The dates `found` in a document, in order, without printings of the day published.

    "On Saturday and Sunday", "between 10pm Sunday (Aug 11) and 3am Monday (Aug 12)" are one stretch of days; "held on
    Thursday and on Friday a court ruled" is none, as the two are `apart`.
    """
    printed = list(days_of_page(document))
    told = [d for d in found if not any(d.start < p.end and p.start < d.end for p in printed)]
    return list(_joined(document.text, told, apart, language))


def _joined(text: str, told: Sequence[DateMention], apart: Apart, language: str) -> Iterator[DateMention]:
    """The dates, those made one that "and" or "to" joins, or brackets: "Sunday (Aug 11)", "last week (on 7 March)"."""
    row: list[DateMention] = []
    for mention in told:
        between = _between(language).fullmatch(text, row[-1].end, mention.start) if row else None
        if between is not None and between["bracket"] and lies_within(mention.edtf, row[-1].edtf):
            row[-1] = replace(mention, start=row[-1].start)
        elif between is not None and between["to"] and not apart(row[-1].start, mention.start):
            row.append(mention)
        else:
            yield from _whole(text, row, language)
            row = [mention]
    yield from _whole(text, row, language)


def _whole(text: str, row: Sequence[DateMention], language: str) -> Iterator[DateMention]:
    """The dates of a row as one stretch, where they are days on end or those between which something went on."""
    days = [date.fromisoformat(d.edtf) for d in row if _DAY.fullmatch(d.edtf)]
    if len(days) < 2 or len(days) < len(row) or days != sorted(days):
        yield from row
        return
    apart, before = (days[-1] - days[0]).days, text[max(0, row[0].start - _LEAD) : row[0].start]
    if apart < len(days) or (apart <= _MOST and _from(language).search(before)):
        edtf = f"{row[0].edtf}/{row[-1].edtf}"
        yield DateMention(edtf, row[0].basis, row[0].start, row[-1].end, row[0].why)
    else:
        yield from row


@cache
def _between(language: str) -> re.Pattern[str]:
    """What stands between two days of one stretch, or between a weekday and the same day in brackets."""
    joining = either(calendar(language).raw["links"]["joining_days"])
    return re.compile(rf"(?P<bracket>,?\s*\()|\)?,?\s+(?P<to>{joining})\s+(?:on\s+)?{_CLOCK}", re.IGNORECASE)


@cache
def _from(language: str) -> re.Pattern[str]:
    """What leads in two days between which something went on."""
    leads = either(calendar(language).raw["links"]["leading_days"])
    return re.compile(rf"\b(?:{leads})\s+(?:on\s+)?{_CLOCK}$", re.IGNORECASE)
