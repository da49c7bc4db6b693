"""Web pages: trafilatura says what the article is, our own pass keeps order, captions, tables and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

import trafilatura
from lxml import etree

from guvoh.ingest.blocks import Block, Draft, Meta
from guvoh.ingest.clean import folded
from guvoh.ingest.decode import decode
from guvoh.ingest.detect import HTML
from guvoh.ingest.formats.html_blocks import PageText, blocks_of
from guvoh.ingest.formats.html_meta import description, page_meta
from guvoh.ingest.formats.html_walk import parse, pieces
from guvoh.ingest.formats.protocol import Context
from guvoh.ingest.segment.lines import paragraphs
from guvoh.model import Role
from guvoh.model.errors import UnreadableFile

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 8_192
_TOO_DEEP = "The page's markup is nested too deeply, so its layout is lost; its text was read line by line."


class Html:
    """Reads text/html. Scripts, forms, hidden text and pure navigation are left out of the reading text."""

    media_types = frozenset({HTML})

    def read(self, data: bytes, context: Context) -> Draft:
        """Title, paragraphs, captions, tables, quotes, comments and related headlines in the order of the page."""
        declared = _CHARSET.search(data[:_HEAD_BYTES])
        decoded = decode(data, declared[1].decode("ascii", "replace") if declared else None)
        draft = read_html(decoded.text, context)
        return Draft(draft.blocks, draft.meta, (), (*decoded.problems, *draft.problems))


def read_html(text: str, context: Context, *, mail: bool = False) -> Draft:  # noqa: ARG001
    """The blocks and metadata of a page's source. A mail's HTML part is all article: it has no page around it."""
    try:
        root, too_deep = parse(text.replace("\0", ""))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        if not folded(text):
            raise UnreadableFile("The page is empty.", "Save it again from the browser.") from error
        return Draft(paragraphs(_bare_text(text)), problems=(_TOO_DEEP,))
    if too_deep:
        return Draft(paragraphs(_bare_text(text)), page_meta(root, frozenset()), problems=(_TOO_DEEP,))
    found = list(pieces(root))
    meta = Meta() if mail else page_meta(root, frozenset(folded(piece.text) for piece in found))
    summary = description(root)
    article = PageText(everything=True) if mail else _article(root)
    return Draft(tuple(_titled(blocks_of(found, article, meta.title, summary), meta.title)), meta)


def _article(root: Any) -> PageText:  # noqa: ANN401
    """What trafilatura takes for the article and for comments. It may change the tree: call it last.

    Never with `deduplicate=True`, which keeps state from page to page and drops text.
    """
    try:
        found = trafilatura.bare_extraction(
            root, favor_recall=True, include_comments=True, include_tables=True, with_metadata=False, fast=True
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError, IndexError, KeyError):
        return PageText()  # without it, paragraphs with little linking are taken for the article
    if found is None or isinstance(found, dict):
        return PageText()
    return PageText.of(found.text or "", found.comments or "")


def _titled(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The blocks, with the stated title before them where the page does not show it."""
    from_page = list(blocks)
    shown = {folded(block.text) for block in from_page}
    if title and from_page and folded(title) not in shown:
        return [Block(title, Role.TITLE), *from_page]
    return from_page


class _TextOnly(HTMLParser):
    """Collects text without building a tree, so that no depth of nesting matters."""

    _APART = frozenset("p div br li tr td h1 h2 h3 h4 h5 h6 section article blockquote".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ANN401, ARG002
        self.skipping += tag in ("script", "style")
        if tag in self._APART:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in ("script", "style") and self.skipping > 0
        if tag in self._APART:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.parts.append(" ".join(data.split("\n")))


def _bare_text(text: str) -> str:
    collector = _TextOnly()
    collector.feed(text)
    collector.close()
    return "".join(collector.parts)
