"""What may stand between a role, its commas and a name: where somebody is posted, where somebody is from."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from guvoh.extraction.annotate import Token

_POSTED = frozenset({"to", "in", "at", "with"})
_FROM = frozenset({"from", "of", "in", "at"})
_OF_PLACES = frozenset({"PROPN", "ADJ", "DET", "ADP", "CCONJ"})
_ASIDES = frozenset({"who", "there", "here"})
_REACH, _CLAUSE = 7, 12


def past_posting(tokens: Sequence[Token], i: int) -> int:
    """The comma behind where somebody is posted, from token `i`: "The Kyrgyz ambassador | to Russia, X, said"."""
    if i + 2 >= len(tokens) or tokens[i].lower not in _POSTED or not tokens[i + 1].text[:1].isupper():
        return i
    comma = next((n for n in range(i + 2, min(i + _REACH, len(tokens) - 1)) if tokens[n].text == ","), i)
    return comma if all(t.pos in _OF_PLACES for t in tokens[i + 1 : comma]) else i


def past_relative(tokens: Sequence[Token], i: int, people: AbstractSet[str]) -> int:
    """The comma that closes "who reached them" between a role and a name: "a volunteer who …, Marta, describes".

    So too behind a participle: "a lawyer representing some of them, Marta, describes"; but right behind one of `people`
    the name may be that one's: "a woman accusing her boss, Karim, told".
    """
    if i >= len(tokens) or not (tokens[i].lower in _ASIDES or tokens[i].tag == "VBG"):
        return i
    same = range(i, min(i + _CLAUSE, len(tokens) - 3))
    comma = next((n for n in same if tokens[n].text == ","), i)
    if tokens[comma - 1].lower in people:
        return i
    closes = comma > i and any(tokens[n].text == "," for n in range(comma + 2, comma + 4))
    return comma if closes and tokens[comma + 1].text[:1].isupper() else i


def tells_whence(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` begins where somebody is from, between the same commas: "a worker, X | from Y, said"."""
    near = tokens[i + 1 : i + _REACH]
    placed = tokens[i].lower in _FROM and bool(near) and near[0].text[:1].isupper()
    return placed and any(t.text == "," for t in near)
