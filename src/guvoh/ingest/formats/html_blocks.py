"""Pieces of a page to blocks with roles: what belongs to the article, what stands beside it, what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from guvoh.ingest.blocks import LINE, PARAGRAPH, Block
from guvoh.ingest.clean import folded, one_line
from guvoh.ingest.formats.html_walk import Piece, Zone
from guvoh.ingest.metadata.dates import date_line
from guvoh.ingest.segment.shape import reads_on, words
from guvoh.model import Role

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SHORT = 30  # characters below which only a whole line of the article counts as being in it
_MOST_LINKED = 0.5
_LINK_TABLE = 0.7
_LINKS_ONLY = 0.9  # share of links above which a line without a sentence is a list of other pages
_LONG_CELL = 300  # characters of a cell in a table that only lays out a page
_FEWEST_WORDS = 3  # of furniture worth keeping


@dataclass(frozen=True, slots=True)
class PageText:
    """The article and the comments of a page as trafilatura gives them, ready to be looked up."""

    article: str = ""
    lines: frozenset[str] = frozenset()
    comments: frozenset[str] = frozenset()
    everything: bool = False

    @classmethod
    def of(cls, article: str, comments: str) -> PageText:
        """Look-up forms of both texts."""
        keys = [folded(line) for line in article.split("\n")]
        return cls(f" {' '.join(keys)} ", frozenset(keys), frozenset(folded(line) for line in comments.split("\n")))

    def has(self, text: str) -> bool:
        """Whether the article has this text."""
        key = folded(text)
        if self.everything or key in self.lines:
            return bool(key) or self.everything
        return len(key) >= _SHORT and f" {key} " in self.article


def blocks_of(found: Sequence[Piece], page: PageText, title: str | None, summary: str) -> list[Block]:
    """Blocks of the pieces worth keeping, in order. A block without a role is article, for segmentation to judge."""
    inside = [piece.zone is not Zone.COMMENTS and page.has(piece.text) for piece in found]
    parents = {piece.parent for piece, is_in in zip(found, inside, strict=True) if is_in}
    region = _region(inside)
    titled = folded(title or "")
    out: list[Block] = []
    at = 0
    for table, group in groupby(found, key=lambda piece: piece.table):
        members = list(group)
        if table is not None and _is_data(table):
            out += _table(table, members, inside[at : at + len(members)])
        else:
            for offset, piece in enumerate(members):
                here = at + offset
                among = here in region and (piece.parent in parents or page.everything)
                quoted = here in region and piece.zone is Zone.QUOTE and reads_on(piece.text)
                block = _block(piece, page, inside=inside[here], related=among or quoted or not page.lines)
                out += [_headed(block, piece, titled, summary, out)] if block else []
        at += len(members)
    return _spaced(out, found)


def _region(inside: Sequence[bool]) -> range:
    first = next((at for at, is_in in enumerate(inside) if is_in), 0)
    last = next((at for at in range(len(inside) - 1, -1, -1) if inside[at]), -1)
    return range(first, last + 1)


def _block(piece: Piece, page: PageText, *, inside: bool, related: bool) -> Block | None:
    """The block of a piece, None for navigation and scraps."""
    text, heading = piece.text, piece.tag in _HEADINGS
    scrap = len(words(text)) < _FEWEST_WORDS and date_line(text) is None
    if piece.zone is Zone.COMMENTS or folded(text) in page.comments:
        return Block(text, Role.COMMENT, heading=heading)
    if piece.zone is Zone.NAVIGATION and not (inside and reads_on(text) and piece.link_share < _MOST_LINKED):
        return None  # a sentence of the article in a zone named "share-enabled" stays
    if piece.zone is Zone.CAPTION:
        return Block(text, Role.FURNITURE if scrap else Role.CAPTION)
    if piece.zone is Zone.FURNITURE:
        return None if scrap else Block(text, Role.FURNITURE, heading=heading)
    if inside and not heading and piece.link_share > _LINKS_ONLY and not reads_on(text):
        return None if scrap else Block(text, Role.FURNITURE)
    if piece.zone is Zone.QUOTE and (inside or related):
        return Block(text, Role.QUOTE)
    if inside or (related and _may_be_article(piece)):
        return Block(text, heading=heading)
    if reads_on(text) and piece.link_share < _MOST_LINKED and not page.lines:
        return Block(text)
    if date_line(text) is not None:
        return Block(text)
    return None if scrap else Block(text, Role.FURNITURE, heading=heading)


def _may_be_article(piece: Piece) -> bool:
    """Whether a piece that trafilatura passed over, among paragraphs that it took, is one of them."""
    return piece.link_share < _MOST_LINKED


def _headed(block: Block, piece: Piece, title: str, summary: str, before: Sequence[Block]) -> Block:
    key = folded(block.text)
    if title and key == title and block.role in (None, Role.FURNITURE):
        first = all(other.role is not Role.TITLE for other in before)
        return Block(block.text, Role.TITLE if first else Role.FURNITURE, heading=True)
    is_summary = bool(summary) and key == folded(summary)
    if block.role is None and (piece.zone is Zone.LEAD or is_summary) and reads_on(block.text):
        return block.as_role(Role.LEAD)
    return block


def _table(table: Any, members: Sequence[Piece], inside: Sequence[bool]) -> list[Block]:  # noqa: ANN401
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    lines = [" | ".join(one_line(" ".join(cell.itertext())) for cell in row) for row in rows]
    text = "\n".join(line for line in lines if line.strip(" |"))
    if not text:
        return []
    linked = sum(piece.linked for piece in members) / max(sum(len(piece.text) for piece in members), 1)
    zones = {piece.zone for piece in members}
    if Zone.NAVIGATION in zones:
        return []
    beside = linked > _LINK_TABLE or Zone.FURNITURE in zones
    role = (
        Role.COMMENT
        if Zone.COMMENTS in zones
        else Role.FURNITURE
        if (beside and not all(inside)) or linked > _LINK_TABLE
        else Role.TABLE
    )
    captions = [
        Block(shown, Role.CAPTION) for node in table.iter("caption") if (shown := one_line(node.text_content()))
    ]
    return [*captions, Block(text, role)] if role is Role.TABLE else [Block(text, role)]


def _is_data(table: Any) -> bool:  # noqa: ANN401
    """Whether a table holds data: two rows and two columns at least, small cells, no table inside."""
    if table.get("role") == "presentation" or len(list(table.iter("table"))) > 1:
        return False
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    if sum(len(row) >= 2 for row in rows) < 2:
        return False
    return all(len(cell.text_content()) <= _LONG_CELL for row in rows for cell in row)


def _spaced(blocks: list[Block], found: Sequence[Piece]) -> list[Block]:
    """List items stand on lines of their own, everything else in paragraphs."""
    items = {piece.text for piece in found if piece.tag == "li"}
    out: list[Block] = []
    for block in blocks:
        close = out and block.text in items and out[-1].text in items
        out.append(Block(block.text, block.role, LINE if close else PARAGRAPH, block.heading))
    return out
