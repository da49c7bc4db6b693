"""The form of a place name under which the gazetteer files it and text is looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"['’ʼ‘ʻʹ`´.]")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"})
_JOINED = re.compile(r"[\s\-‐-―−]+")


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """A name without case, accents, apostrophes, points and "the"; hyphens as spaces, "St" as "saint"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.translate(_LETTERS)  # letters that decompose into nothing plainer
    words = _JOINED.sub(" ", _DROPPED.sub("", plain)).strip()
    words = re.sub(r"^st\b", "saint", words)
    return words.removeprefix("the ")
