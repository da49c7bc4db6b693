"""Questions that a mail quotes from the one it answers: they ask, and tell nothing. What else is quoted is told."""

from __future__ import annotations

import re

from guvoh.extraction.annotate.sentences import split
from guvoh.model import Document, Role, Span

_MAIL = re.compile(r"^(?:From|To|Cc): *\S", re.MULTILINE | re.IGNORECASE)
_TELL = r"(?:confirm|clarify|tell|inform|explain|say|state|specify|indicate|comment|advise|let (?:us|me) know)"
_ASKS = re.compile(
    rf"\?[”\"')\s]*$|^\W*(?:please|kindly|(?:could|can|would) you)\b.*\b{_TELL}\b"
    rf"|\b(?:ask|request|urge|grateful|appreciate|obliged|like)\b[^.;]*\byou\b[^.;]*\b{_TELL}\b",
    re.IGNORECASE | re.DOTALL,
)


def quoted_requests(document: Document) -> list[Span]:
    """The sentences that ask, or ask to be told something, in what a mail quotes, whoever wrote them."""
    if not _MAIL.search(document.text, 0, _head(document)):
        return []
    quoted = [p for p in document.passages if p.role is Role.QUOTE]
    spans = [span for p in quoted for span in split(document.text, p.start, p.end)]
    return [(a, b) for a, b in spans if _ASKS.search(document.text[a:b])]


def _head(document: Document) -> int:
    """The end of the headers that open a document."""
    headers = [p.end for p in document.passages[:3] if p.role is Role.LETTERHEAD]
    return headers[0] if headers else 0
