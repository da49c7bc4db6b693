"""Word documents: paragraphs and tables in order, with footnotes, comments, headers and footers in their roles."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.exceptions import InvalidXmlError
from lxml import etree

from guvoh.ingest.blocks import LINE, PARAGRAPH, Block, Draft, Meta
from guvoh.ingest.clean import one_line, squeezed
from guvoh.ingest.detect import DOCX
from guvoh.ingest.formats.archive import check_archive
from guvoh.ingest.formats.protocol import Context
from guvoh.model import Role
from guvoh.model.errors import UnreadableFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NOTES = {"footnotes": Role.BODY, "endnotes": Role.BODY, "comments": Role.COMMENT}
_STYLES = (
    ("title", Role.TITLE),
    ("subtitle", Role.LEAD),
    ("caption", Role.CAPTION),
    ("quote", Role.QUOTE),
    ("intensequote", Role.QUOTE),
)
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", f"{_MC}Fallback"})
_ORDER = frozenset({f"{_W}p", f"{_W}tbl"})


class Docx:
    """Reads DOCX. Text that tracked changes deleted is left out; what they inserted is text."""

    media_types = frozenset({DOCX})

    def read(self, data: bytes, context: Context) -> Draft:
        """Headers, the body, notes and comments as blocks."""
        check_archive(data, context.limits)
        try:
            document: Any = docx.Document(io.BytesIO(data))
            styles = _styles(document)
            blocks = [
                *_running(document, "header", Role.LETTERHEAD),
                *_blocks(document.element.body, styles),
                *_notes(document, styles),
                *_running(document, "footer", Role.FURNITURE),
            ]
            meta = _meta(document)
        except (OpcError, InvalidXmlError, etree.LxmlError, BadZipFile, KeyError, ValueError, AttributeError) as error:
            raise UnreadableFile(
                "The Word document is damaged: a part that every such document has is missing or malformed.",
                "Open it in a word processor, save it anew, and add that file.",
            ) from error
        return Draft(tuple(_one_title(blocks)), meta)


def _styles(document: Any) -> dict[str, str]:  # noqa: ANN401
    """Style ids to style names in lower case without spaces: the names stay English in every Word."""
    return {style.style_id: (style.name or "").casefold().replace(" ", "") for style in document.styles}


def _running(document: Any, kind: str, role: Role) -> Iterator[Block]:  # noqa: ANN401
    """Headers or footers, each different one once."""
    seen: set[str] = set()
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            for block in _blocks(_root(relation.target_part), {}):
                if block.text not in seen:
                    seen.add(block.text)
                    yield block.as_role(role)


def _notes(document: Any, styles: dict[str, str]) -> Iterator[Block]:  # noqa: ANN401
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if not relation.is_external and kind in _NOTES:
            for block in _blocks(_root(relation.target_part), styles):
                yield block.as_role(_NOTES[kind]) if block.role is None else block


def _root(part: Any) -> Any:  # noqa: ANN401
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part.blob, parser)


def _blocks(root: Any, styles: dict[str, str]) -> Iterator[Block]:  # noqa: ANN401
    """Paragraphs and tables below `root` in order; a table inside a table is part of its cell."""
    stack = list(reversed(list(root)))
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}p":
            yield from _paragraph(node, styles)
        elif node.tag == f"{_W}tbl":
            yield from _table(node)
        elif node.tag not in _SKIPPED:
            stack += reversed(list(node))


def _paragraph(node: Any, styles: dict[str, str]) -> Iterator[Block]:  # noqa: ANN401
    style = node.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    role = next((role for known, role in _STYLES if name == known), None)
    heading = name.startswith("heading") or name == "title"
    for at, line in enumerate(filter(None, squeezed(_text(node)).split("\n"))):
        yield Block(line, role, PARAGRAPH if at == 0 else LINE, heading)
    for box in node.iter(f"{_W}txbxContent"):
        if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
            yield from _blocks(box, styles)


def _table(node: Any) -> Iterator[Block]:  # noqa: ANN401
    """One block for each table, a line for each row; a table of one cell or column is only layout."""
    rows = [[cell for cell in row.iter(f"{_W}tc") if _row_of(cell) is row] for row in node.iter(f"{_W}tr")]
    rows = [row for row in rows if row]
    if max((len(row) for row in rows), default=0) <= 1:
        for row in rows:
            for cell in row:
                yield from _blocks(cell, {})
        return
    lines = [" | ".join(_cell(cell) for cell in row) for row in rows]
    text = "\n".join(line for line in lines if line.strip(" |"))
    if text:
        yield Block(text, Role.TABLE)


def _row_of(cell: Any) -> Any:  # noqa: ANN401
    return next((parent for parent in cell.iterancestors() if parent.tag == f"{_W}tr"), None)


def _cell(cell: Any) -> str:  # noqa: ANN401
    return one_line(" ".join(_text(node) for node in cell.iter(f"{_W}p")))


def _text(paragraph: Any) -> str:  # noqa: ANN401
    """The text of a paragraph, tabs and breaks included, deleted runs and nested paragraphs left out."""
    parts: list[str] = []
    stack = list(reversed(list(paragraph)))
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}ptab"):
            parts.append(" ")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.tag not in _SKIPPED and node.tag not in _ORDER:
            stack += reversed(list(node))
    return "".join(parts)


def _one_title(blocks: list[Block]) -> Iterator[Block]:
    titled = False
    for block in blocks:
        if block.role is Role.TITLE and titled:
            yield Block(block.text, None, block.gap, heading=True)
        else:
            titled = titled or block.role is Role.TITLE
            yield block


def _meta(document: Any) -> Meta:  # noqa: ANN401
    """The stated language only: titles come from templates, authors are login names, dates those of saving."""
    return Meta(language=document.core_properties.language or None)
