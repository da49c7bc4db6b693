"""Plain text to paragraphs: lines wrapped at a fixed width are joined, lines that stand for themselves stay."""

from __future__ import annotations

import re
from itertools import pairwise

from guvoh.ingest.blocks import LINE, PARAGRAPH, Block
from guvoh.ingest.clean import clean

_WIDEST, _NARROWEST = 120, 40
_MOST_SHORT = 0.5
_LIST_ITEM = re.compile(r"^\s*(?:[•·‣▪●○*–—-]|\d{1,2}[.)]|>)\s*")
_SPACES = re.compile(r" {2,}")
_PREFIXES = frozenset("anti non ex self co pro pre post semi well all cross half mid по кое".split())


def paragraphs(text: str) -> tuple[Block, ...]:
    """The paragraphs of plain text as blocks without roles, in order; no character but white space is lost."""
    lines = [line.rstrip() for line in clean(text).split("\n")]
    return joined(lines, wrap_width(lines))


def joined(lines: list[str], width: int | None) -> tuple[Block, ...]:
    """Clean lines as paragraphs; `width` is the column at which they were wrapped, None when they were not."""
    blocks: list[Block] = []
    current: list[str] = []
    gap = PARAGRAPH
    for line in lines:
        if not line.strip():
            blocks, current, gap = _closed(blocks, current, gap), [], PARAGRAPH
        elif current and not _continues(current[-1], line, width):
            blocks, current, gap = _closed(blocks, current, gap), [line], LINE
        else:
            current.append(line)
    return tuple(_closed(blocks, current, gap))


def _closed(blocks: list[Block], current: list[str], gap: str) -> list[Block]:
    if current:
        blocks.append(Block(join_lines(current), gap=gap))
    return blocks


def wrap_width(lines: list[str]) -> int | None:
    """The column at which the text was wrapped, None where each line is a paragraph of its own."""
    longest = max(map(len, lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    full = sum(_no_room(a, b, longest) for a, b in pairs)
    return longest if len(pairs) >= 2 and full >= _MOST_SHORT * len(pairs) else None


def _no_room(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would have overrun the width, so that the break was forced."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 3


def _continues(line: str, following: str, width: int | None) -> bool:
    if width is None or _LIST_ITEM.match(following):
        return False
    return _no_room(line, following, width)


def join_lines(lines: list[str]) -> str:
    """Wrapped lines as one line; a word broken by a hyphen at the line end is made whole."""
    joined = lines[0].strip()
    for line in lines[1:]:
        joined = join_two(joined, line.strip())
    return _SPACES.sub(" ", joined)


def join_two(left: str, right: str) -> str:
    """Two lines as one. A hyphen between small letters goes, except after prefixes that keep theirs (non-, anti-)."""
    broken = re.search(r"([^\W\d_]+)-$", left)
    if broken and right[:1].islower():
        keep = broken[1].casefold() in _PREFIXES or not broken[1][-1].islower()
        return left + right if keep else left[:-1] + right
    return f"{left} {right}"
