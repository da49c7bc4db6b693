"""Pages of a PDF as PNG pictures, drawn by PDFium in a build without a script engine: nothing in the file can run."""

from __future__ import annotations

import struct
import zlib
from math import sqrt

import pypdfium2

from guvoh.ingest.formats.pdf import open_pdf
from guvoh.model.errors import NotThere, UnreadableFile

_SCALE = 2.0
"""Dots for each point of the page: 144 to the inch, enough to read small print."""
_DOTS = 4_000_000
"""The most dots of one picture, whatever the page says of its size."""
_WHITE = (255, 255, 255, 255)
_RGB = 2  # colour type of PNG


def page_sizes(data: bytes, most: int) -> list[tuple[int, int]]:
    """Width and height in dots of the pictures of the first `most` pages. Raises UnreadableFile."""
    document = open_pdf(data)
    try:
        return [_dots(*_points(document, number)) for number in range(min(len(document), most))]
    finally:
        document.close()


def page_png(data: bytes, number: int) -> bytes:
    """The page of that number, from 1, as a PNG file. Raises NotThere, and UnreadableFile for a damaged one."""
    document = open_pdf(data)
    try:
        if not 1 <= number <= len(document):
            raise NotThere("The PDF has no such page.", "Load the document's page again.")
        return _drawn(document, number - 1)
    finally:
        document.close()


def _points(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float]:
    try:
        width, height = document.get_page_size(number)
    except pypdfium2.PdfiumError:
        return 595.0, 842.0  # a damaged page: its picture will say so, in a frame of A4
    return max(width, 1.0), max(height, 1.0)


def _scale(width: float, height: float) -> float:
    return min(_SCALE, sqrt(_DOTS / (width * height)), _DOTS / 1000 / max(width, height))


def _dots(width: float, height: float) -> tuple[int, int]:
    scale = _scale(width, height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _drawn(document: pypdfium2.PdfDocument, number: int) -> bytes:
    try:
        page = document[number]
        try:
            scale = _scale(*_points(document, number))
            bitmap = page.render(scale=scale, fill_color=_WHITE, rev_byteorder=True, may_draw_forms=False)
            try:
                return _png(bitmap)
            finally:
                bitmap.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile("The page is damaged and cannot be drawn.", "Save the original and check it.") from error


def _png(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """PNG, 8 bits a channel, RGB without transparency (PNG specification, W3C, sections 5 and 11)."""
    dots = bitmap.to_numpy()
    height, width = dots.shape[:2]
    lines = b"".join(b"\0" + line.tobytes() for line in dots[:, :, :3])
    head = struct.pack(">IIBBBBB", width, height, 8, _RGB, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
