"""The words by which two quotes are held beside each other."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import chain

from guvoh.assessment.names import fold

_LONG_WORD = 4


@lru_cache(maxsize=16384)
def content_words(quote: str) -> frozenset[str]:
    """The longer words of a quote, folded, cut to six letters so that endings do not part them."""
    plain = quote if quote.isascii() else unicodedata.normalize("NFKC", quote)
    return frozenset(chain.from_iterable(map(_content, plain.split())))


@lru_cache(maxsize=65536)
def _content(token: str) -> tuple[str, ...]:
    """The same of what stands between two blanks; folding looks at no more at once."""
    return tuple(w[:6] for w in fold(token).split() if len(w) >= _LONG_WORD and not w.isdigit())
