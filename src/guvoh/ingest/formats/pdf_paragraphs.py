"""Printed lines to paragraphs, by the gaps, indents, sizes and line ends of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from guvoh.ingest.blocks import LINE, PARAGRAPH
from guvoh.ingest.formats.pdf_lines import Line
from guvoh.ingest.segment.lines import join_two

_EDGE = 2  # lines at the top and foot of a page among which running heads stand
_LEAST_PAGES = 3
_PAGE_NUMBER = re.compile(r"(page|стр(аница|\.)?|с\.)? ?[-–—]? ?\d{1,4} ?[-–—]?( ?(of|из|/) ?\d{1,4})?", re.IGNORECASE)
_LIST_ITEM = re.compile(r"(?:[•·‣▪●○*–—]|\(?\d{1,2}[.)]|[a-zа-я]\))\s")
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\d{0,2}$")
_WIDE_GAP = 1.35  # times the page's usual line pitch
_OTHER_SIZE = 0.15
_INDENT = 8.0  # points
_SAME_COLUMN = 20.0  # points
_NEAR = 20  # lines above and below that show where the column ends
_SLACK = 6.0  # points by which a line may fall short and still be full

Text = tuple[str, str]  # words, and the gap before them


def without_running_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without heads and feet that recur, but for their first appearance."""
    edges = Counter(key for lines in pages for key in {_key(line) for line in _edge(lines)})
    recurring = {key for key, count in edges.items() if count >= max(_LEAST_PAGES, 0.3 * len(pages))}
    seen: set[str] = set()
    kept_pages = []
    for lines in pages:
        edge = {id(line) for line in _edge(lines)}
        kept = []
        for line in lines:
            key = _key(line)
            if id(line) in edge and (
                (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.text)) or (key in recurring and key in seen)
            ):
                continue
            if id(line) in edge:
                seen.add(key)
            kept.append(line)
        kept_pages.append(kept)
    return kept_pages


def _edge(lines: list[Line]) -> list[Line]:
    return lines[:_EDGE] + lines[_EDGE:][-_EDGE:]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def join_pages(pages: Sequence[list[Line]]) -> list[Text]:
    """The paragraphs of all pages; one that runs over a page end is made whole."""
    joined: list[Text] = []
    for lines in pages:
        found = _paragraphs(lines)
        if joined and found and _runs_over(joined[-1][0], found[0][0]):
            text, gap = joined.pop()
            found[0] = (join_two(text, found[0][0]), gap)
        joined += found
    return joined


def _runs_over(before: str, after: str) -> bool:
    return len(before) > 40 and not _SENTENCE_END.search(before) and after[:1].islower()


def _paragraphs(lines: list[Line]) -> list[Text]:
    pitch = _pitch(lines)
    out: list[Text] = []
    for at, line in enumerate(lines):
        gap = _gap(lines, at, pitch)
        if gap is None and out:
            text, before = out.pop()
            out.append((join_two(text, line.text), before))
        else:
            out.append((line.text, gap or PARAGRAPH))
    return out


def _pitch(lines: Sequence[Line]) -> float:
    steps = [
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if a.bottom is not None and b.bottom is not None and 2 < a.bottom - b.bottom < 60
    ]
    return median(steps) if steps else 0.0


def _gap(lines: Sequence[Line], at: int, pitch: float) -> str | None:
    """The gap before line `at`: None when it goes on the paragraph above."""
    if at == 0:
        return PARAGRAPH
    above, line = lines[at - 1], lines[at]
    if above.bottom is None or line.bottom is None or above.right is None or line.left is None or above.left is None:
        return None if not _SENTENCE_END.search(above.text) and not _LIST_ITEM.match(line.text) else LINE
    step = above.bottom - line.bottom
    if step < 0 and not _runs_over(above.text, line.text):
        return PARAGRAPH  # a new column
    if pitch and step > _WIDE_GAP * pitch and not _runs_over(above.text, line.text):
        return PARAGRAPH
    if _size_changes(above, line):
        return PARAGRAPH
    if _LIST_ITEM.match(line.text) or (line.left > above.left + _INDENT and _SENTENCE_END.search(above.text)):
        return LINE
    return None if _is_full(lines, at) else LINE


def _size_changes(above: Line, line: Line) -> bool:
    if not above.height or not line.height:
        return False
    return abs(above.height - line.height) > _OTHER_SIZE * max(above.height, line.height)


def _is_full(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above had no room for the first word of line `at`, so that the break was forced."""
    above, line = lines[at - 1], lines[at]
    if above.right is None or above.left is None or line.left is None or line.right is None:
        return False
    near = lines[max(0, at - _NEAR) : at + _NEAR]
    column = [
        o.right for o in near if o.right is not None and o.left is not None and abs(o.left - line.left) < _SAME_COLUMN
    ]
    margin = max([above.right, *column])
    width = (line.right - line.left) / max(len(line.text), 1)
    return above.right + width * (len(line.text.split()[0]) + 1) > margin - _SLACK
