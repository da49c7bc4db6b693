"""Characters that a browser would drop, change or act on are shown as U+FFFD: a page reads as its text does."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""Controls and lone surrogates, which HTML forbids, and marks that turn the reading direction to disguise a text."""


def visible(text: str) -> str:
    """`text` with each such character replaced, one for one, so that offsets stay."""
    return _UNSEEN.sub("\ufffd", text)
