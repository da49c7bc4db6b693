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

    def read(self, data: bytes, context: Context) -> Draft:  # noqa: ARG002
        """The paragraphs of the text."""
        decoded = decode(data)
        return Draft(paragraphs(decoded.text), problems=decoded.problems)
