"""PDF: the text layer page by page, wrapped lines joined to paragraphs, running heads left out."""

from __future__ import annotations

import pypdfium2

from guvoh.ingest.blocks import Block, Draft
from guvoh.ingest.detect import PDF
from guvoh.ingest.formats.pdf_lines import Line, page_lines
from guvoh.ingest.formats.pdf_paragraphs import join_pages, without_running_heads
from guvoh.ingest.formats.protocol import Context
from guvoh.ingest.limits import Limits
from guvoh.model.errors import UnreadableFile


class Pdf:
    """Reads PDF. Pages without a text layer are told: a scan needs OCR first."""

    media_types = frozenset({PDF})

    def read(self, data: bytes, context: Context) -> Draft:
        """Paragraphs in reading order; roles are left to segmentation."""
        document = open_pdf(data)
        try:
            pages, problems = _pages(document, context.limits)
        finally:
            document.close()
        blocks = join_pages(without_running_heads(pages))
        return Draft(tuple(Block(text, gap=gap) for text, gap in blocks), problems=tuple(problems))


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """The document, for the caller to close. Raises UnreadableFile for one that is damaged or locked."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile(
                "The PDF is locked with a password.", "Open it, save it without the password, and add that file."
            ) from error
        raise UnreadableFile(
            "The PDF is damaged: its end or its table of contents is missing.",
            "Get it again; the copy may have failed.",
        ) from error


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> tuple[list[list[Line]], list[str]]:
    count = len(document)
    pages: list[list[Line]] = []
    problems: list[str] = []
    broken = empty = chars = 0
    for number in range(min(count, limits.pages)):
        lines = _page(document, number)
        broken += lines is None
        empty += lines == []
        chars += sum(len(line.text) for line in lines or ())
        pages.append(lines or [])
        if chars > limits.text_chars:
            problems.append(
                f"Only the first {number + 1:,} of {count:,} pages were read: the text is too long. Split the file."
            )
            break
    if count > limits.pages:
        problems.append(
            f"Only the first {limits.pages:,} of {count:,} pages were read. Split the file to read the rest."
        )
    if broken:
        problems.append(f"{broken} pages are damaged and could not be read; check the original.")
    if empty and empty == len(pages) - broken:
        problems.append(
            "No page has text that can be read: the PDF is a scan or drawing. Run OCR on it and add the result."
        )
    elif empty:
        problems.append(f"{empty} pages hold no text, only pictures or nothing; check them in the original.")
    return pages, problems


def _page(document: pypdfium2.PdfDocument, number: int) -> list[Line] | None:
    try:
        page = document[number]
        try:
            text_page = page.get_textpage()
            try:
                return page_lines(text_page)
            finally:
                text_page.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return None  # told by the caller as a damaged page
