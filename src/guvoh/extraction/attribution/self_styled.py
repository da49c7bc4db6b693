"""Groups that the text calls by a common noun and names by what they call themselves: "a gang calling itself X"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from guvoh.extraction.attribution.lexicon import speaker_patterns
from guvoh.model import Span

_STYLED = speaker_patterns()["styles_itself"]
_NEW = r"\b(?P<one>an?|one|another|a second|a different)(?: [\w-]+)? {noun}\b"
_OTHER = frozenset({"another", "a second", "a different"})


def self_styled(text: str) -> Mapping[str, Span]:
    """Where the names stand that groups give themselves, by the noun, where the text tells one name for it."""
    found: dict[str, set[Span]] = {}
    for match in _STYLED.finditer(text):
        found.setdefault(match["noun"], set()).add(match.span("name"))
    return {noun: next(iter(spans)) for noun, spans in found.items() if len(spans) == 1}


def brought_up(noun: str, text: str) -> tuple[int, ...]:
    """Where a text brings up a further group by a noun, for nouns that it uses of more than one: "another gang"."""
    new = list(re.finditer(_NEW.format(noun=re.escape(noun)), text, re.IGNORECASE))
    several = len(new) > 1 or any(match["one"].lower() in _OTHER for match in new)
    return tuple(match.start() for match in new) if several else ()


def still_meant(name: Span, at: int, new: Sequence[int]) -> bool:
    """Whether a name that a group gives itself is that of the group meant at an offset: none came up since."""
    return not new or max((n for n in new if n < at), default=0) <= name[0] < at
