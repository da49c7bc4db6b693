"""Phrases that weighing looks for in quotes and around them: patterns by language, read from data files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from guvoh.assessment import fitted

_CONTINUED = "\\\n"  # a pattern goes on in the next line


@cache
def phrases(file: str, table: str) -> re.Pattern[str]:
    """The patterns of all languages in one table of `data/FILE.toml`, as one.

    They are tried whatever the language of a text; case counts only in a table that says `cased = true`.
    """
    rows = dict(fitted.table(file)[table])
    flags = re.NOFLAG if rows.pop("cased", False) else re.IGNORECASE
    return re.compile("|".join(f"(?:{row.replace(_CONTINUED, '')})" for row in rows.values()), flags)


def any_of(words: Iterable[str]) -> str:
    """A pattern that finds what the words, in their order with "|" between them, find: of two at one place the first.

    Those of one first letter stand together, so that at most places none is tried: it takes a third of the time.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[:1]].append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
