"""The gate of every finder: quotes verbatim, spans inside the text, terms known, or the finding is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from guvoh.model import Findings, Kind, Span, Speech, Statement
from guvoh.model.acts import acts
from guvoh.model.edtf import is_edtf

T = TypeVar("T")


def checked(findings: Findings) -> Findings:
    """The findings without those that break the contract; what was dropped, and why, is added to `problems`."""
    text = findings.document.text
    kept: list[Statement] = []
    faults: list[str] = []
    for statement in findings.statements:
        found = fault(statement, text)
        if found is None:
            kept.append(statement)
        else:
            faults.append(f"A statement of the finder {statement.finder} was dropped: {found}.")
    size = len(text)
    return replace(
        findings,
        statements=tuple(kept),
        attributions=_sound(findings.attributions, "reported speech", faults, lambda s: _speech_inside(s, size)),
        places=_sound(findings.places, "place", faults, lambda p: _inside((p.start, p.end), size)),
        dates=_sound(findings.dates, "date", faults, lambda d: _inside((d.start, d.end), size) and is_edtf(d.edtf)),
        sources=_sound(findings.sources, "source", faults, lambda s: _inside((s.start, s.end), size)),
        problems=(*findings.problems, *faults),
    )


def _sound(found: Sequence[T], what: str, faults: list[str], good: Callable[[T], bool]) -> tuple[T, ...]:
    """Those of `found` that are good; how many are not is added to `faults`."""
    kept = tuple(item for item in found if good(item))
    if len(kept) < len(found):
        faults.append(
            f"Findings of the kind “{what}” were dropped, their place or form is wrong: {len(found) - len(kept)}."
        )
    return kept


def _speech_inside(speech: Speech, size: int) -> bool:
    spans = (speech.cue, *speech.content, *((speech.source,) if speech.source else ()))
    return all(_inside(span, size) for span in spans)


def fault(statement: Statement, text: str) -> str | None:
    """Why a statement may not pass, or None."""
    if not _verbatim(text, (statement.start, statement.end), statement.quote):
        return "its quote is not verbatim at its place"
    if statement.act is not None and statement.act not in acts():
        return f"the act vocabulary has no term “{statement.act[:40]}”"
    if (statement.act is not None) != (statement.kind is Kind.ACT):
        return "its kind does not agree with its act"
    if statement.when is not None and not is_edtf(statement.when):
        return "its date is not EDTF"
    count = statement.count
    if count is not None and not _verbatim(text, (count.start, count.end), count.words):
        return "the words of its number are not verbatim at their place"
    if not all(_inside(span, len(text)) for span in _spans(statement)):
        return "one of its spans lies outside the text"
    return None


def _spans(statement: Statement) -> Iterable[Span]:
    for part in (statement.actor, statement.affected, statement.place, *statement.attribution):
        if part is not None:
            yield part.start, part.end


def _verbatim(text: str, span: Span, words: str) -> bool:
    return bool(words) and _inside(span, len(text)) and text[span[0] : span[1]] == words


def _inside(span: Span, size: int) -> bool:
    return 0 <= span[0] <= span[1] <= size
