"""Call sheets and case lists: documents of entries, each begun by a time or a case number, that callers tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from guvoh.assessment import names
from guvoh.assessment.corpus import Entry, Told
from guvoh.model import SourceKind

_BEGINS = re.compile(r"\s*(?:\d{1,2}[:.]\d{2}\b|(?:#|no\.? |case |call )\d{1,4}\b)", re.IGNORECASE)
_FEWEST = 3  # entries of a sheet
_CALLERS = frozenset({SourceKind.PERSON, SourceKind.WITNESS})
Case = Mapping[str, str]
"""A sheet (content key) and the caller (origin) whose case it tells; empty for what is no case."""
_NONE: Case = {}


def cases(statements: Sequence[Told]) -> list[Case]:
    """The case of each statement.

    What officials and outlets say in a list of times is of the list's one matter, and no case; the numbered paragraphs
    of a report are no cases either.
    """
    starts: dict[str, list[int]] = {}
    found: list[Case] = []
    for told in statements:
        key = told.entry.key
        if key not in starts:
            starts[key] = _entries(told.entry)
        is_case = _is_of_a_caller(told) and bisect_right(starts[key], told.statement.start) > 0
        found.append({key: told.origin} if is_case else _NONE)
    return found


def are_two(a: Case, b: Case) -> bool:
    """Whether two callers of one sheet tell them."""
    return any(b.get(sheet, caller) != caller for sheet, caller in a.items())


def _is_of_a_caller(told: Told) -> bool:
    links = told.statement.attribution
    return bool(links) and links[0].kind in _CALLERS


def _entries(entry: Entry) -> list[int]:
    """Where the entries of a sheet begin; none where there are too few to make one."""
    text, publisher = entry.document.text, entry.document.publisher
    if publisher is not None and names.is_outlet(publisher):
        return []  # a live text: its witnesses tell of one matter
    found = [p.start for p in entry.document.passages if _BEGINS.match(text, p.start, p.end)]
    return found if len(found) >= _FEWEST else []
