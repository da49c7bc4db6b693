"""The gate of every finder: quotes verbatim, spans inside the text, terms known, or the finding is dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guvoh.model import Findings, Kind, Span, Statement
from guvoh.model.acts import acts
from guvoh.model.edtf import is_edtf


def checked(findings: Findings) -> Findings:
    """The findings without those that break the contract; what was dropped, and why, is added to `problems`."""
    text = findings.document.text
    kept, faults = [], []
    for statement in findings.statements:
        fault = _fault(statement, text)
        if fault is None:
            kept.append(statement)
        else:
            faults.append(f"A statement of the finder {statement.finder} was dropped: {fault}.")
    size = len(text)
    return replace(
        findings,
        statements=tuple(kept),
        places=tuple(p for p in findings.places if _inside((p.start, p.end), size)),
        dates=tuple(d for d in findings.dates if _inside((d.start, d.end), size) and is_edtf(d.edtf)),
        sources=tuple(s for s in findings.sources if _inside((s.start, s.end), size)),
        problems=(*findings.problems, *faults),
    )


def _fault(statement: Statement, text: str) -> str | None:
    """Why a statement may not pass, or None."""
    if text[statement.start : statement.end] != statement.quote or not statement.quote:
        return "its quote is not verbatim at its place"
    if statement.act is not None and statement.act not in acts():
        return f"the act vocabulary has no term “{statement.act[:40]}”"
    if (statement.act is not None) != (statement.kind is Kind.ACT):
        return "its kind does not agree with its act"
    if statement.when is not None and not is_edtf(statement.when):
        return "its date is not EDTF"
    count = statement.count
    if count is not None and text[count.start : count.end] != count.words:
        return "the words of its number are not verbatim at their place"
    if not all(_inside(span, len(text)) for span in _spans(statement)):
        return "one of its spans lies outside the text"
    return None


def _spans(statement: Statement) -> Iterable[Span]:
    for part in (statement.actor, statement.affected, statement.place, *statement.attribution):
        if part is not None:
            yield part.start, part.end


def _inside(span: Span, size: int) -> bool:
    return 0 <= span[0] <= span[1] <= size
