"""A list that ends an article, a line each without a full stop: what somebody demands, or names and towns told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guvoh.ingest.segment.patterns import Patterns
from guvoh.ingest.segment.sections import Roles
from guvoh.ingest.segment.shape import ends_sentence, is_bulleted, words

_WORD = r"[^\W\d_a-zа-яё][\w’'.-]*"
_NAMES = re.compile(
    rf"{_WORD}(?: (?:of|the|de|al|и|на) {_WORD}| {_WORD}){{0,4}}(?P<age>, \d{{1,3}})?(?:[ :(–—-]{{1,3}}\d[\d ,]*\)?)?"
)
"""A name or a town, with an age or a number of people: "Azamat Toktosunov, 34", "Nizhny Novgorod: 12"."""

_LEAST = 2  # lines of a list
_LONGEST = 160  # characters of a line of it
_DEMAND_WORDS = 3
_LEADS_IN = 80  # characters at the end of a sentence that announces a list


def listed(texts: Sequence[str], roles: Roles, start: int, p: Patterns) -> int:
    """Where the list that begins at line `start`, below the last sentence of an article, ends; `start` without one.

    Demands and names with an age are known by their own form, all other names only below words that announce them or
    below their number ("Four are missing.").
    """
    first = start
    while (
        first < len(texts) and roles[first] is None and announces(texts[first], p) and not ends_sentence(texts[first])
    ):
        first += 1
    leads_in = announces(texts[first - 1], p) if first > 0 else False
    end = first
    while end < len(texts) and roles[end] is None and _is_item(texts[end], p, leads_in=leads_in):
        end += 1
    if end == first and first > 0:
        end = _counted(texts, roles, first, p)
    return end if end - first >= _LEAST else start


def _counted(texts: Sequence[str], roles: Roles, first: int, p: Patterns) -> int:
    """The end of the bare names below a sentence that gives just their number."""
    end = first
    while end < len(texts) and roles[end] is None and _is_item(texts[end], p, leads_in=True):
        end += 1
    number = end - first
    word = p.numerals[number] if number < len(p.numerals) else str(number)
    told = re.search(rf"\b(?:{word}|{number})\b", texts[first - 1], re.IGNORECASE) is not None
    return end if ends_sentence(texts[first - 1]) and told else first


def announces(text: str, p: Patterns) -> bool:
    """Whether a sentence ends in words by which a list follows: "the following", "their demands"."""
    return p.announces.search(text, max(0, len(text) - _LEADS_IN)) is not None


def _is_item(text: str, p: Patterns, *, leads_in: bool) -> bool:
    if len(text) > _LONGEST or ends_sentence(text) or is_bulleted(text):
        return False
    if p.demands.match(text) is not None and len(words(text)) >= _DEMAND_WORDS:
        return True
    names = _NAMES.fullmatch(text)
    return names is not None and (leads_in or names["age"] is not None)
