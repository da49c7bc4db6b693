"""Phrases that weighing looks for in quotes and around them: patterns by language, read from data files."""

from __future__ import annotations

import re
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
