"""Numbers beside one another: "40 of the 300", "of 300 checked, 40 …", and "the three men" once three were counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from guvoh.extraction.grammar.counted import Counted
from guvoh.extraction.numbers import NumberMention
from guvoh.model import Qualifier, Statement

_HEDGES = r"(?:(?:the|those|these|all|some|about|around|nearly|almost|over|more\s+than|at\s+least|a\s+total\s+of)\s+)*"
_SHARE = re.compile(rf"(?:\s+(?!of\b)[\w'’-]+){{0,2}}?\s+(?:out\s+)?of\s+{_HEDGES}", re.IGNORECASE)
_OPENING = re.compile(rf"(?:^|[;:—–]\s*|,\s+(?:and|but)\s+)[\"“]?(?:of|out\s+of|among)\s+{_HEDGES}$", re.IGNORECASE)
_OF_THOSE = re.compile(r"[\"“]?(?:of|among)\s+(?:them|those|these|whom)\b", re.IGNORECASE)
_AMONG = re.compile(rf"\bamong\s+{_HEDGES}$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|(?<!in\s)all(?:\s+(?:of\s+)?(?:the|these|those))?)\s+$", re.IGNORECASE
)
_LEFT_OVER = re.compile(r"\b(?:(?:the|its|their|a)\s+)?remaining\s+$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]")
_BESIDE = frozenset({"obl", "nmod"})
_REACH = 30  # characters before a number in which its article stands
_REMEMBERED = 12
"""Numbers back to which "the three men" may point."""


def value_of(mention: NumberMention) -> float | None:
    """The number that a mention says, where it says one."""
    return next((v for v in (mention.best, mention.low, mention.high) if v is not None), None)


def shares(text: str, start: int, mentions: Sequence[NumberMention]) -> dict[int, NumberMention | None]:
    """For each mention by its number's start that is a part in a sentence begun at `start`: the whole, None if unsaid.

    A part is never larger than its whole: "300 of the 40" tells none.
    """
    found: dict[int, NumberMention | None] = {}
    told = [*_side_by_side(text, mentions), *_opened(text, start, mentions), *_within(text, mentions)]
    for part, whole in [*told, *_left_over(text, start, mentions)]:
        small, large = value_of(part), value_of(whole) if whole is not None else None
        if small is None or large is None or small <= large:
            found.setdefault(part.number_start, whole)
    return found


def _side_by_side(text: str, mentions: Sequence[NumberMention]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """ "40 of the 300"."""
    for part, whole in pairwise(mentions):
        if _SHARE.fullmatch(text, part.number_end, min(whole.start, whole.number_start)):
            yield part, whole


def _left_over(
    text: str, start: int, mentions: Sequence[NumberMention]
) -> Iterator[tuple[NumberMention, NumberMention | None]]:
    """ "The remaining 26": of a whole that was told before."""
    for part in mentions:
        at = min(part.start, part.number_start)
        if _LEFT_OVER.search(text[max(start, at - _REACH) : at]) or _LEFT_OVER.search(
            text[max(start, at - _REACH) : part.number_start]
        ):
            yield part, None


def _opened(
    text: str, start: int, mentions: Sequence[NumberMention]
) -> Iterator[tuple[NumberMention, NumberMention | None]]:
    """ "Of 300 checked, 40 were held and 12 fined": the numbers after it, to the end of the clause."""
    for n, opening in enumerate(mentions):
        begin = max(start, mentions[n - 1].end if n else start)
        if _OPENING.search(text[begin : opening.start]):
            for part in mentions[n + 1 :]:
                if _CLAUSE.search(text, opening.end, part.start):
                    break
                yield part, opening
    them = _OF_THOSE.match(text, start)
    if them is not None:
        yield from (
            (part, None)
            for part in mentions
            if part.start >= them.end() and not _CLAUSE.search(text, them.end(), part.start)
        )


def _within(text: str, mentions: Sequence[NumberMention]) -> Iterator[tuple[NumberMention, NumberMention]]:
    """ "Forty women were among the 300 detained"."""
    for n, whole in enumerate(mentions[1:], 1):
        part = mentions[n - 1]
        if _AMONG.search(text[part.end : whole.start]) and not _CLAUSE.search(text, part.end, whole.start):
            yield part, whole


def whole_of(mention: NumberMention, before: Sequence[Counted]) -> Counted | None:
    """What "9 of them" is a part of: of the numbers told last in one sentence, a subject or object that is no smaller.

    None where none of them can hold it.
    """
    value = value_of(mention)
    last = next((b.noun.sent for b in reversed(before) if b.noun is not None), -1)
    near = [b for b in before if b.noun is not None and b.noun.sent == last]
    fit = [b for b in near if value is None or (value_of(b.mention) or value) >= value]
    firm = (b for b in reversed(fit) if b.noun is not None and b.noun.relation not in _BESIDE)
    return next(firm, fit[-1] if fit else None)


def repeats(text: str, mention: NumberMention, unit: str, before: Sequence[Counted]) -> bool:
    """Whether a definite number only points back to people or things counted before: "the three men", "all 40"."""
    value = value_of(mention)
    pointing = _DEFINITE.search(text[max(0, mention.start - _REACH) : mention.start]) is not None
    if not pointing or mention.qualifier is not Qualifier.EXACT or value is None:
        return False
    return any(value_of(b.mention) == value and b.unit == unit for b in before[-_REMEMBERED:])


def linked(statements: Sequence[Statement], parts: dict[str, Counted]) -> list[Statement]:
    """The statements with each part's whole named: the number it says, else the nearest larger one before it."""
    return [_linked(s, n, statements, parts) for n, s in enumerate(statements)]


def _linked(s: Statement, n: int, statements: Sequence[Statement], parts: dict[str, Counted]) -> Statement:
    number = parts.get(s.id)
    if number is None or s.count is None:
        return s
    if number.repeat:
        whole = next((w for w in reversed(statements[:n]) if _same_number(w, s)), None)
        why = "the same as counted before"
    else:
        whole, why = _whole(s, n, number, statements, parts), "a part of the number before it"
    if whole is None:
        return s
    return replace(s, count=replace(s.count, of=whole.id), why=(*s.why, why))


def _same_number(whole: Statement, s: Statement) -> bool:
    a, b = whole.count, s.count
    return a is not None and b is not None and (a.best, a.unit) == (b.best, b.unit) and a.of is None


def _whole(
    s: Statement, n: int, number: Counted, statements: Sequence[Statement], parts: dict[str, Counted]
) -> Statement | None:
    near = [*reversed(statements[:n]), *(w for w in statements[n + 1 :] if w.start == s.start)]
    fit = [w for w in near if w.id not in parts and _larger(w, s)]
    if number.whole is not None:
        return next((w for w in fit if _size(w) == number.whole), None)
    return next(iter(fit), None)


def _larger(whole: Statement, s: Statement) -> bool:
    """Whether one may hold the other: of one unit, another number, not smaller."""
    a, b = whole.count, s.count
    if a is None or b is None or a.unit != b.unit or (a.start, a.end) == (b.start, b.end):
        return False
    large, small = _size(whole), _size(s)
    return large is None or small is None or large >= small


def _size(s: Statement) -> float | None:
    count = s.count
    return next((v for v in (count.best, count.low, count.high) if v is not None), None) if count else None
