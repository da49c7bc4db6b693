"""Where a clause about a noun ends in which somebody speaks: "gunmen who the police say were Tajiks | killed 145"."""

from __future__ import annotations

from guvoh.extraction.attribution.kinds_of_tokens import finite
from guvoh.extraction.attribution.scene import Scene

_LINKS = frozenset({"who", "whom", "which", "that"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_JOINS = frozenset({"AUX", "ADV", "CCONJ", "PART", "SCONJ", "PRON"})
_SPEAKER = 8
"""Tokens that whoever speaks may have between the link and the cue."""


def relative_end(scene: Scene, v: int, start: int, end: int) -> int:
    """Where what the cue at `v` tells ends, if it begins at `start` with the verb of a noun told of before."""
    if start >= end or not finite(scene.tokens[start]) or start > v + 1:
        return end
    near = range(v - 2, max(scene.first, v - _SPEAKER), -1)
    link = next((i for i in near if scene.lower(i) in _LINKS), None)
    if link is None or scene.finite(link + 1, v):
        return end
    aside = scene.lower(link - 1) == ","
    for i in range(start + 1, end):
        if aside and scene.lower(i) == ",":
            return i
        verb = scene.tokens[i].tag in _VERBS and scene.tokens[i].pos in ("VERB", "AUX")
        if not aside and verb and scene.tokens[i - 1].pos not in _JOINS:
            return i
    return end
