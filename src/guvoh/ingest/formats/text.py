"""Plain text, also as dumped from a web page: paragraphs from lines, roles left to segmentation."""

from __future__ import annotations

from guvoh.ingest.blocks import Draft
from guvoh.ingest.decode import decode
from guvoh.ingest.detect import TEXT
from guvoh.ingest.formats.protocol import Context
from guvoh.ingest.segment.lines import paragraphs


class PlainText:
    """Reads text/plain in any of the encodings that `decode` knows."""

    media_types = frozenset({TEXT})

    def read(self, data: bytes, context: Context) -> Draft:
        """The paragraphs of the text."""
        decoded = decode(data)
        # cut before any work is done on it; one more character lets the notice be given
        text = decoded.text[: context.limits.text_chars + 1]
        return Draft(paragraphs(text), problems=decoded.problems)
