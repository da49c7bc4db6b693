"""The lines of a PDF page with their places, so that paragraphs can be told apart."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

from guvoh.ingest.clean import clean

HYPHEN_MARKS = "\x02\ufffe\xad"
"""What PDFium puts for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Places are in points from the page's lower left corner; None where unknown."""

    text: str
    left: float | None = None
    right: float | None = None
    bottom: float | None = None
    height: float | None = None


def page_lines(text_page: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which PDFium reads it, columns one after the other."""
    raw: str = text_page.get_text_range()
    placed = len(raw) == text_page.count_chars()  # else some characters are hidden and indices shift
    lines: list[Line] = []
    at = 0
    for piece in raw.split("\n"):
        text = piece.rstrip("\r")
        for mark in HYPHEN_MARKS:
            text = text.replace(mark, "-")
        shown = " ".join(clean(text).split())
        if shown:
            lines.append(_placed(text_page, shown, piece, at) if placed else Line(shown))
        at += len(piece) + 1
    return lines


def _placed(text_page: pypdfium2.PdfTextPage, shown: str, piece: str, at: int) -> Line:
    first = at + len(piece) - len(piece.lstrip())
    last = at + len(piece.rstrip()) - 1
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    _, _, right, _ = text_page.get_charbox(last, loose=True)
    return Line(shown, left, right, bottom, top - bottom)
