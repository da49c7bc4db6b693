"""The reader's own mail, quoted back in the answer to it: it tells nothing that the sender says."""

from __future__ import annotations

import re

from guvoh.model import Document, Role, Span

_TO = re.compile(r"^(?:To|Cc): *(?P<whom>.+)$", re.MULTILINE | re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def quoted_back(document: Document) -> list[Span]:
    """Quoted stretches whose intro line ("On …, X wrote:") names an address to which the mail itself is sent."""
    to = {a.lower() for line in _TO.finditer(document.text, 0, _head(document)) for a in _ADDRESS.findall(line["whom"])}
    out: list[Span] = []
    own = False
    for passage in document.passages if to else ():
        if passage.role is not Role.QUOTE:
            intro = document.text[passage.start : passage.end].rstrip()
            own = intro.endswith(":") and any(a.lower() in to for a in _ADDRESS.findall(intro))
        elif own:
            out.append((passage.start, passage.end))
    return out


def _head(document: Document) -> int:
    """The end of the headers that open a document."""
    headers = [p.end for p in document.passages[:3] if p.role is Role.LETTERHEAD]
    return headers[0] if headers else 0
