"""Groups that the text calls by a common noun and names by what they call themselves: "a gang calling itself X"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guvoh.model import Span

_STYLED = re.compile(
    r"\b(?P<noun>[a-z]+)(?: of [^,.;\n]{1,30})?,? (?:(?:which|that|who) (?:calls?|called|styles?|names?|refers? to)|"
    r"calling|styling|naming|referring to) (?:itself|themselves) (?:as )?(?:the |a )?"
    r"[“«\"‘']?(?P<name>[A-Z][\w’'-]*(?: (?:(?:of|for|and|the|in|de|la|al) )*[A-Z][\w’'-]*)*)"
)


def self_styled(text: str) -> Mapping[str, Span]:
    """Where the names stand that groups give themselves, by the noun, where the text tells one name for it."""
    found: dict[str, set[Span]] = {}
    for match in _STYLED.finditer(text):
        found.setdefault(match["noun"], set()).add(match.span("name"))
    return {noun: next(iter(spans)) for noun, spans in found.items() if len(spans) == 1}
