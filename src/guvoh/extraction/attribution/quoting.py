"""Quotations and their speakers: content carried over sentences and paragraphs, and quotations without a cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guvoh.extraction.attribution.content import merge
from guvoh.extraction.attribution.lexicon import CHAIN_KINDS
from guvoh.extraction.attribution.quotes import Quotation, Quotations
from guvoh.extraction.attribution.scene import Report
from guvoh.extraction.attribution.turns import TURN
from guvoh.model import Span

_UTTERANCE = 4
"""Shorter quotations are words in marks, not utterances, unless they end as sentences do."""

_QUOTE_LABEL = re.compile(r"(?:direct )?quote:", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"”’»']*$")


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    lines: Sequence[Span]
    starts: Sequence[int]

    def paragraph(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def carry(text: str, lines: Sequence[Span], quotes: Quotations, reports: Sequence[Report]) -> list[Report]:
    """The reports with content widened to whole quotations, and quotations without a cue given to their speaker."""
    page = _Page(text, lines, [s for s, _ in lines])
    out = [_whole(quotes, _turn(page, r)) for r in reports]
    for q in quotes.items:
        if not _utterance(text, q) or any(_covers(r, q) for r in out if r.kind in CHAIN_KINDS and not r.in_quote):
            continue
        n = _speaker(page, out, q)
        if n is not None:
            out[n] = replace(out[n], content=merge([*out[n].content, (q.start, q.end)]))
    return out


def _turn(page: _Page, report: Report) -> Report:
    """A turn of a conversation with all of its paragraph."""
    if report.rule != TURN:
        return report
    return replace(report, content=((report.cue[1] + 1, page.lines[page.paragraph(report.cue[0])][1]),))


def _utterance(text: str, q: Quotation) -> bool:
    return q.words >= _UTTERANCE or (q.words > 1 and _ENDS.search(text[q.start : q.end]) is not None)


def _whole(quotes: Quotations, report: Report) -> Report:
    """Content that takes in part of a quotation takes in all of it, over sentences and paragraphs."""
    if report.in_quote or report.kind not in CHAIN_KINDS:
        return report
    spans = list(report.content)
    for start, end in report.content:
        for q in quotes.within(start, end):
            inside = min(end, q.end) - max(start, q.start)
            if inside > 2 and not q.start <= report.cue[0] < q.end:
                spans.append((q.start, q.end))
    return replace(report, content=merge(spans))


def _covers(report: Report, q: Quotation) -> bool:
    return any(min(e, q.end) - max(s, q.start) > (q.end - q.start) / 2 for s, e in report.content)


def _speaker(page: _Page, reports: Sequence[Report], q: Quotation) -> int | None:
    """The report that a quotation without a cue continues: of its paragraph, else of the one before."""
    here = page.paragraph(q.start)
    mine = [n for n, r in enumerate(reports) if _tells(r) and page.paragraph(r.cue[0]) == here]
    before = [n for n in mine if reports[n].cue[0] < q.start]
    if before:
        return before[-1]
    if mine and not page.text[q.end : reports[mine[0]].cue[0]].strip():
        return mine[0]
    label = page.text[page.lines[here][0] : q.start].strip()
    if mine or (label and not _QUOTE_LABEL.fullmatch(label)):
        return None
    return _from_paragraph_before(page, reports, here)


def _tells(report: Report) -> bool:
    return report.kind in CHAIN_KINDS and not report.in_quote and report.source is not None


def _from_paragraph_before(page: _Page, reports: Sequence[Report], here: int) -> int | None:
    for back in range(here - 1, max(-1, here - 3), -1):
        start, end = page.lines[back]
        told = [
            n for n, r in enumerate(reports) if _tells(r) and any(s < end and e > start for s, e in (r.cue, *r.content))
        ]
        if told:
            return max(told, key=lambda n: reports[n].content[-1][1])
        if page.text[start:end][:1] not in "\"“«'‘":
            return None
    return None
