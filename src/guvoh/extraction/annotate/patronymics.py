"""Words of descent behind a name ("Asan uulu", "Aida kyzy"), which the parser knows for parts of it with a capital."""

from __future__ import annotations

import re
from functools import cache

from guvoh.extraction.vocabulary.load import exact_words


def capitalised(text: str, language: str) -> str:
    """`text` with a capital for each word of descent right behind a capitalised word; no other letter changes."""
    return _behind_a_name(language).sub(lambda found: found[1] + found[2].capitalize(), text)


@cache
def _behind_a_name(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(exact_words(language)["of_descent"]))
    return re.compile(rf"(\b[A-Z]\w+[ \u00a0])({words})\b")
