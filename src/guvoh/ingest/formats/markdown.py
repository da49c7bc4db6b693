"""Markdown: headings, quotes, tables and lists as roles; emphasis and link marks taken off the text."""

from __future__ import annotations

import re
from itertools import groupby

from guvoh.ingest.blocks import LINE, PARAGRAPH, Block, Draft
from guvoh.ingest.clean import clean
from guvoh.ingest.decode import decode
from guvoh.ingest.detect import MARKDOWN
from guvoh.ingest.formats.protocol import Context
from guvoh.ingest.segment.lines import join_lines
from guvoh.model import Role

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_RULE = re.compile(r"\s*([-*_=])(\s*\1){2,}\s*")
_TABLE_RULE = re.compile(r"[|:\s-]+")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_\n]+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"`([^`]+)`")
_HARD_BREAK = re.compile(r"(  |\\)$")


class Markdown:
    """Reads text/markdown. What is no Markdown stays as text."""

    media_types = frozenset({MARKDOWN})

    def read(self, data: bytes, context: Context) -> Draft:
        """Headings, paragraphs, quotes, list items and tables as blocks."""
        decoded = decode(data)
        # cut before any work is done on it; one more character lets the notice be given
        text = decoded.text[: context.limits.text_chars + 1]
        blocks: list[Block] = []
        for kind, lines in groupby(clean(text).split("\n"), _kind):
            blocks += _blocks(kind, list(lines), first=not blocks)
        return Draft(tuple(blocks), problems=decoded.problems)


def _kind(line: str) -> str:
    if not line.strip() or _RULE.fullmatch(line):
        return "blank"
    if _HEADING.fullmatch(line.strip()):
        return "heading"
    if line.lstrip().startswith(">"):
        return "quote"
    return "table" if line.lstrip().startswith("|") else "text"


def _blocks(kind: str, lines: list[str], *, first: bool) -> list[Block]:
    if kind == "blank":
        return []
    if kind == "heading":
        texts = [plain(match[1]) for line in lines if (match := _HEADING.fullmatch(line.strip()))]
        roles = [Role.TITLE if first and at == 0 and lines[0].startswith("# ") else None for at in range(len(texts))]
        return [Block(text, role, heading=True) for text, role in zip(texts, roles, strict=True)]
    if kind == "quote":
        return [Block(plain(join_lines([re.sub(r"^\s*(> ?)+", "", line) for line in lines])), Role.QUOTE)]
    if kind == "table":
        rows = [line.strip().strip("|") for line in lines if not _TABLE_RULE.fullmatch(line)]
        return [Block("\n".join(" | ".join(plain(c.strip()) for c in row.split("|")) for row in rows), Role.TABLE)]
    return _text(lines)


def _text(lines: list[str]) -> list[Block]:
    """Paragraphs of text: a soft line end joins, a list item or hard break starts a line of its own."""
    groups: list[list[str]] = []
    for at, line in enumerate(lines):
        if at == 0 or _ITEM.match(line) or _HARD_BREAK.search(lines[at - 1]):
            groups.append([line])
        else:
            groups[-1].append(line)
    made = [plain(join_lines([_HARD_BREAK.sub("", line) for line in group])) for group in groups]
    return [Block(text, gap=LINE if at else PARAGRAPH) for at, text in enumerate(made)]


def plain(text: str) -> str:
    """Text without the marks of links, emphasis and code."""
    return _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text)))
