"""A document's text with its statements marked in place: overlapping spans become flat stretches, no text changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from guvoh.model import Document, Letter, Passage, Role
from guvoh.reporting.record import Entry
from guvoh.reporting.unseen import visible

ROLE_WORDS: Final = {
    Role.TITLE: "title",
    Role.LEAD: "lead",
    Role.BODY: "text",
    Role.CAPTION: "caption",
    Role.QUOTE: "quotation",
    Role.TABLE: "table",
    Role.LETTERHEAD: "letterhead",
    Role.COMMENT: "reader comment",
    Role.FURNITURE: "page furniture",
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch to mark. `anchor` and `label` name the place; `value` marks the number within a statement."""

    start: int
    end: int
    anchor: str | None = None
    label: str = ""
    value: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One passage as markup, its role, and the statements that begin in it."""

    role: Role | None
    markup: Markup
    begins: tuple[Entry, ...]


def blocks(document: Document, entries: Sequence[Entry], letter: Letter | None = None) -> list[Block]:
    """The document's text in passages, in order and without gaps. Statements must fit the text (see record.fits)."""
    spans = [*question_spans(letter, document.text), *(span for e in entries for span in spans_of(e))]
    out = []
    for start, end, role in stretches(document.text, document.passages):
        begins = tuple(e for e in entries if start <= e.statement.start < end)
        out.append(Block(role, marked(document.text, spans, start, end), begins))
    return out


def spans_of(entry: Entry) -> Iterator[Span]:
    """The spans that a statement marks: its quote and, within the text, its number."""
    statement = entry.statement
    yield Span(statement.start, statement.end, f"s-{entry.anchor}", entry.ref)
    if statement.count and 0 <= statement.count.start < statement.count.end:
        yield Span(statement.count.start, statement.count.end, value=True)


def question_spans(letter: Letter | None, text: str) -> Iterator[Span]:
    """The questions of a letter, as far as they stand in the text."""
    for i, question in enumerate(letter.questions if letter else (), 1):
        if 0 <= question.start < question.end <= len(text):
            yield Span(question.start, question.end, f"q-{i}", f"Q{i}")


def stretches(text: str, passages: Iterable[Passage]) -> Iterator[tuple[int, int, Role | None]]:
    """The text cut at its passages; what lies between two of them is a stretch without role."""
    at = 0
    for passage in sorted(passages, key=lambda p: (p.start, p.end)):
        start, end = max(at, passage.start), min(passage.end, len(text))
        if start >= end:
            continue
        if at < start:
            yield at, start, None
        yield start, end, passage.role
        at = end
    if at < len(text):
        yield at, len(text), None


def marked(text: str, spans: Sequence[Span], start: int = 0, end: int | None = None) -> Markup:
    """`text[start:end]` as markup in which every span is marked and each anchor stands once, at its span's start.

    Without tags the markup reads as the text, character for character (unseen characters become U+FFFD).
    Marks never nest: where spans overlap, one flat mark names how many lie there.
    """
    last = len(text) if end is None else end
    near = [s for s in spans if s.start < last and s.end > start and s.start < s.end]
    cuts = sorted({start, last, *(c for s in near for c in (s.start, s.end) if start < c < last)})
    out = []
    for a, b in pairwise(cuts):
        here = [s for s in near if s.start < b and s.end > a]
        out += [_here(s) for s in near if s.anchor and s.start == a]
        out.append(_stretch(visible(text[a:b]), here))
    return Markup("").join(out)


def _here(span: Span) -> Markup:
    """The named place. Its label is drawn by the style sheet, so that the text stays the text."""
    card = (span.anchor or "").replace("s-", "c-", 1) if (span.anchor or "").startswith("s-") else None
    link = Markup(' href="#{}" aria-label="statement {}"').format(card, span.label) if card else Markup("")
    return Markup('<a class="here" id="{}" data-ref="{}"').format(span.anchor, span.label) + link + Markup("></a>")


def _stretch(shown: str, here: Sequence[Span]) -> Markup:
    depth = sum(1 for s in here if s.anchor and s.anchor.startswith("s-"))
    asked = any(s.anchor and s.anchor.startswith("q-") for s in here)
    inner = escape(shown)
    if any(s.value for s in here):
        inner = Markup("<b>{}</b>").format(inner)
    if depth:
        return Markup('<mark class="d{}">{}</mark>').format(min(depth, 3), inner)
    return Markup('<span class="asked">{}</span>').format(inner) if asked else inner
